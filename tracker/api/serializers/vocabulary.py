"""Entities, verbs and organs as the API tells them."""

from typing import Any

from rest_framework import serializers

from resolutions.models import Entity, NameKind, Organ, Verb


class EntityRow(serializers.Serializer[Entity]):
    """An entity in a list."""

    id = serializers.IntegerField()
    key = serializers.CharField()
    name = serializers.CharField()
    type = serializers.CharField()
    is_group = serializers.BooleanField()
    iso3 = serializers.CharField()
    provisional = serializers.BooleanField(help_text="Named by a text and not placed in the directory yet.")
    merged_into = serializers.CharField(source="merged_into.key", allow_null=True)
    acronyms = serializers.SerializerMethodField()

    def get_acronyms(self, entity: Entity) -> list[str]:
        """Return its acronyms."""
        return [name.name for name in entity.names.all() if name.kind == NameKind.ACRONYM]


class NameRow(serializers.Serializer[Any]):
    """A name with the days between which it was borne."""

    name = serializers.CharField()
    kind = serializers.CharField()
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)


class MemberRow(serializers.Serializer[Any]):
    """A member of a group with the days between which it is one."""

    entity = serializers.CharField(source="member.key")
    name = serializers.CharField(source="member.name")
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)


class GroupRow(serializers.Serializer[Any]):
    """A group an entity belongs to, with the days between which it does."""

    entity = serializers.CharField(source="group.key")
    name = serializers.CharField(source="group.name")
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)


class EntityDetail(EntityRow):
    """An entity with its names, its members and the groups it belongs to."""

    names = NameRow(many=True)
    members = MemberRow(many=True, source="memberships")
    groups = GroupRow(many=True, source="memberships_held")


class VerbRow(serializers.Serializer[Verb]):
    """An operative verb."""

    id = serializers.IntegerField()
    lemma = serializers.CharField()
    type = serializers.CharField()
    verb_class = serializers.CharField()
    force_secretariat = serializers.IntegerField()
    force_states = serializers.IntegerField()
    creates_action = serializers.CharField()


class OrganRow(serializers.Serializer[Organ]):
    """A body that adopts resolutions."""

    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    symbol_prefix = serializers.CharField()
    time_zone = serializers.CharField()


class SessionRow(serializers.Serializer[Any]):
    """A session of an organ."""

    label = serializers.CharField()  # type: ignore[assignment]
    number = serializers.IntegerField(allow_null=True)
    opens = serializers.DateField()
    closes = serializers.DateField()
    estimated = serializers.BooleanField()


class OrganDetail(OrganRow):
    """An organ with its sessions."""

    sessions = SessionRow(many=True)
