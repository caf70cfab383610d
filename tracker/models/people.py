"""People: who speaks for which entity."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from resolutions.history import row_history
from resolutions.models import Entity
from tracker.report_querysets import FocalPointQuerySet


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


class Handover(models.Model):
    """That one person's work for an entity went over to another: who decided it, and why; append-only.

    `moved` counts what went along, by kind: {"drafts": 2}.
    """

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="handovers")
    from_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="from", on_delete=models.PROTECT, related_name="+"
    )
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="to", on_delete=models.PROTECT, related_name="+"
    )
    effective_on = models.DateField()
    moved = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="handover_says_why"),
            models.CheckConstraint(condition=~Q(from_user=F("to_user")), name="handover_to_another"),
        ]
        triggers = [
            pgtrigger.Protect(name="handover_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.entity}: {self.from_user} to {self.to_user}"
