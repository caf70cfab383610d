"""Input that is read strictly: a field that means nothing is refused, not ignored."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

from resolutions.models import Entity
from tracker.api.parameters import nearest
from tracker.api.references import entity_named


class Input(serializers.Serializer[Any]):
    """The base of every body: unknown fields are errors that name the nearest known one."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the checked values.

        Raises:
            ValidationError: fields that are unknown, missing or wrong.
        """
        known = [name for name, field in self.fields.items() if not field.read_only]
        unknown = [name for name in data if name not in known] if isinstance(data, dict) else []
        if unknown:
            raise serializers.ValidationError(
                {
                    name: ErrorDetail(f"There is no field “{name}”.{nearest(name, known)}", "unknown")
                    for name in map(str, unknown)
                }
            )
        return super().to_internal_value(data)


@extend_schema_field({"type": "string", "example": "sg"})
class EntityField(serializers.Field[Entity, Any, str, Entity]):
    """An entity by its key or its number; a merged one leads to the one it was merged into."""

    default_error_messages = {"unknown": "There is no entity with the key “{given}”. See /api/v1/entities/."}

    def to_internal_value(self, data: Any) -> Entity:
        """Return the entity; raise ValidationError where there is none."""
        entity = entity_named(Entity.objects.all(), str(data)).select_related("merged_into").first()
        while entity and entity.merged_into:
            entity = entity.merged_into
        if entity is None:
            self.fail("unknown", given=data)
        return entity

    def to_representation(self, value: Entity) -> str:
        """Return the key."""
        return value.key
