"""Reporting cycles: a manager asks entities to report on obligations by a day."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from resolutions.history import row_history
from resolutions.models import Entity
from tracker.models.obligations import Occurrence
from tracker.report_querysets import CycleRequestQuerySet


@row_history()
class ReportingCycle(models.Model):
    """A period for which a manager asks entities to report by a day.

    `conditions` are those of the register by which its obligations were chosen, as a query string; which they
    were on that day is kept in its requests.
    """

    name = models.CharField(max_length=200, unique=True)
    period_from = models.DateField()
    period_to = models.DateField()
    due_on = models.DateField()
    conditions = models.TextField(blank=True, editable=False)
    entities = models.ManyToManyField(Entity, blank=True, related_name="cycles")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closing_words = models.TextField(blank=True, editable=False)

    class Meta:
        ordering = ["-due_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="cycle_period_in_order"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("period_from")), name="cycle_due_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the cycle's page."""
        return reverse("cycle", args=[self.pk])


class CycleRequest(models.Model):
    """That a cycle asks an entity about one occurrence: its own, or that of a group it belongs to.

    What was asked is never changed: a cycle is closed, and another opened.
    """

    cycle = models.ForeignKey(ReportingCycle, on_delete=models.PROTECT, related_name="requests")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="cycle_requests")
    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="cycle_requests")

    objects: ClassVar[CycleRequestQuerySet] = CycleRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["cycle", "entity", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "entity", "occurrence"], name="cycle_asks_once_about_an_occurrence"
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="cycle_request_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.cycle}: {self.entity} on {self.occurrence}"
