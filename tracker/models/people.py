"""People: who speaks for which entity."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from resolutions.history import row_history
from resolutions.models import Entity
from tracker.querysets import FocalPointQuerySet


@row_history()
class FocalPoint(models.Model):
    """A person who sees and reports for an entity, between two days."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="focal_points")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="focal_points")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects: ClassVar[FocalPointQuerySet] = FocalPointQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["entity", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "entity"], condition=Q(valid_until=None), name="focal_point_once_while_open"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="focal_point_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} for {self.entity}"
