"""Who has taken which doubtful reading, so that several people can work through the queue side by side."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from resolutions.history import row_history
from resolutions.models import Clause
from tracker.querysets import Person


class TakenReadingQuerySet(models.QuerySet["TakenReading"]):
    """Readings that somebody took."""

    def in_force(self, at: dt.datetime) -> "TakenReadingQuerySet":
        """Narrow to those that are not free again at the moment."""
        return self.filter(until__gt=at)

    def held_from(self, user: Person, at: dt.datetime) -> "TakenReadingQuerySet":
        """Narrow to those that somebody else than the person has at the moment."""
        return self.in_force(at).exclude(by=user.pk)


@row_history()
class TakenReading(models.Model):
    """That a person took a doubtful reading: until then nobody else takes or settles it."""

    clause = models.OneToOneField(Clause, on_delete=models.PROTECT, related_name="taken")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="taken_readings")
    taken_at = models.DateTimeField()
    until = models.DateTimeField(help_text="From then on it is free again.")

    objects = TakenReadingQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("taken_at")), name="taken_for_a_while"),
        ]

    def __str__(self) -> str:
        return f"{self.clause}, taken by {self.by}"

    @property
    def is_in_force(self) -> bool:
        """Whether it is not free again yet."""
        return self.until > timezone.now()
