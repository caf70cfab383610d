"""Decisions: append-only rows that say what changed, when it took effect, who decided, and why."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from tracker.models.obligations import MemberResponse, Occurrence
from tracker.models.reports import ReportLine
from tracker.statuses import Status

NEVER_CHANGED = pgtrigger.Protect(
    name="decision_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
)


class Ground(models.TextChoices):
    """What a status change rests on."""

    INTAKE = "intake", "Taken in from the text"
    REPORT = "report", "Accepted report"
    DECISION = "decision", "Reasoned decision"


class StatusChange(models.Model):
    """One change of one status: of an occurrence, or of a member's response to it (`response`)."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="status_changes")
    response = models.ForeignKey(
        MemberResponse, null=True, blank=True, on_delete=models.PROTECT, related_name="status_changes"
    )
    ground = models.CharField(max_length=8, choices=Ground)
    from_status = models.CharField(max_length=24, choices=Status, blank=True)
    to_status = models.CharField(max_length=24, choices=Status)
    effective_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField(blank=True)
    line = models.ForeignKey(
        ReportLine, null=True, blank=True, on_delete=models.PROTECT, related_name="status_changes"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ground=Ground.INTAKE, line=None)
                | Q(ground=Ground.REPORT, line__isnull=False, by__isnull=False)
                | (Q(ground=Ground.DECISION, line=None, by__isnull=False) & ~Q(why="")),
                name="status_change_has_its_ground",
            ),
            models.CheckConstraint(
                condition=Q(to_status__in=Status.values)
                & (Q(from_status="") | Q(from_status__in=Status.values)),
                name="status_change_between_known",
            ),
            models.CheckConstraint(
                condition=~Q(from_status=F("to_status")), name="status_change_changes_something"
            ),
        ]
        indexes = [
            models.Index(fields=["occurrence", "response", "id"], name="status_change_latest"),
            # Serves the question what is new, which is asked every minute.
            BrinIndex(fields=["recorded_at"], name="status_change_when"),
        ]
        triggers = [NEVER_CHANGED]

    def __str__(self) -> str:
        return f"{self.occurrence}: {self.get_to_status_display()}"


class DueDateChange(models.Model):
    """One change of a due date, with its reason."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="due_date_changes")
    from_due_from = models.DateField(null=True, blank=True)
    from_due_to = models.DateField(null=True, blank=True)
    to_due_from = models.DateField(null=True, blank=True)
    to_due_to = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="due_date_change_says_why")]
        indexes = [BrinIndex(fields=["recorded_at"], name="due_date_change_when")]
        triggers = [NEVER_CHANGED]

    def __str__(self) -> str:
        return f"{self.occurrence}: due {self.to_due_to}"
