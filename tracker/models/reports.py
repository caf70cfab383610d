"""Follow-up reports: what an entity says it did, line by line, with its evidence, on its way to review."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format

from resolutions.history import row_history
from resolutions.models import Entity, TextVersion
from tracker.models.cycles import ReportingCycle
from tracker.models.obligations import Occurrence
from tracker.report_querysets import ReportQuerySet
from tracker.statuses import ReportState, Status


@row_history()
class FollowUpReport(models.Model):
    """What one entity reports for a period; its lines say which occurrences it answers."""

    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="reports")
    cycle = models.ForeignKey(
        ReportingCycle, null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )
    period_from = models.DateField()
    period_to = models.DateField()
    action_taken = models.TextField()
    results = models.TextField(blank=True)
    challenges = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.DRAFT, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reports")
    on_behalf = models.BooleanField(
        "on behalf of the entity", default=False, help_text="The author is not its focal point."
    )
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    review_comment = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[ReportQuerySet] = ReportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-created_at"]
        verbose_name = "follow-up report"
        permissions = [
            ("submit_for_any_entity", "Can report on behalf of any entity"),
            ("answer_for_entity", "Can answer for the entities that appointed them"),
            ("review_report", "Can accept reports and send them back"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="report_period_in_order"
            ),
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state_known"),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("author")),
                name="report_reviewer_is_not_its_author",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None, reviewed_at=None)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="report_review_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.ACCEPTED)
                | Q(reviewed_by__isnull=False, submitted_at__isnull=False),
                name="report_accepted_was_submitted_and_reviewed",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.SENT_BACK) | ~Q(review_comment=""),
                name="report_sent_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        first, last = (date_format(day, "j F Y") for day in (self.period_from, self.period_to))
        return f"{self.entity}, {first} to {last}"

    def get_absolute_url(self) -> str:
        """Return the address of the report's page."""
        return reverse("report", args=[self.pk])


@row_history()
class ReportLine(models.Model):
    """What a report proposes for one occurrence, and the words its author had before them.

    `start` and `end` count code points of the paragraph's text in `version`; both are empty where a reading
    wrote over the words before versions kept theirs.
    """

    report = models.ForeignKey(FollowUpReport, on_delete=models.CASCADE, related_name="lines")
    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="lines")
    version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    proposed_status = models.CharField(max_length=24, choices=Status)
    percentage = models.PositiveSmallIntegerField(null=True, blank=True)
    effective_on = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["report", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "occurrence"], name="line_once_per_occurrence"),
            models.CheckConstraint(
                condition=Q(percentage=None) | Q(percentage__lte=100), name="line_percentage_up_to_100"
            ),
            models.CheckConstraint(
                condition=Q(proposed_status__in=Status.values), name="line_proposed_status_known"
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None)
                | Q(start__isnull=False, end__isnull=False, end__gt=F("start")),
                name="line_offsets_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} on {self.occurrence}"


class ReportStep(models.Model):
    """One step of a report on its way, with who took it and what they said; append-only."""

    report = models.ForeignKey(FollowUpReport, on_delete=models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=10, choices=ReportState, blank=True)
    to_state = models.CharField(max_length=10, choices=ReportState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    comment = models.TextField(blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        indexes = [BrinIndex(fields=["recorded_at"], name="report_step_when")]
        triggers = [
            pgtrigger.Protect(
                name="report_step_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_to_state_display()}"


class EvidenceKind(models.TextChoices):
    """In what form evidence comes."""

    FILE = "file", "File"
    DOCUMENT = "document", "Document symbol"
    LINK = "link", "Link"


@row_history(exclude=("content",))
class Evidence(models.Model):
    """What shows that something was done. `speaks_for` is the day it speaks for, not the day of upload."""

    report = models.ForeignKey(FollowUpReport, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=8, choices=EvidenceKind)
    title = models.CharField(max_length=300)
    speaks_for = models.DateField("date it speaks for")
    name = models.CharField("file name", max_length=255, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    content = models.BinaryField(null=True, blank=True)
    symbol = models.CharField("document symbol", max_length=100, blank=True)
    url = models.URLField("link", max_length=1000, blank=True)
    revises = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="revised_by"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["report", "id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(
                        kind=EvidenceKind.FILE,
                        content__isnull=False,
                        sha256__regex=r"^[0-9a-f]{64}$",
                        symbol="",
                        url="",
                    )
                    | (Q(kind=EvidenceKind.DOCUMENT, content=None, url="") & ~Q(symbol=""))
                    | (Q(kind=EvidenceKind.LINK, content=None, symbol="") & ~Q(url=""))
                ),
                name="evidence_is_one_of_file_symbol_link",
            ),
        ]

    def __str__(self) -> str:
        return self.title
