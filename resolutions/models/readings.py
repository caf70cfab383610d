"""Readings: what a parser or a person found in the paragraphs of a text version."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from resolutions.history import row_history
from resolutions.models.documents import Paragraph, TextVersion
from resolutions.models.vocabulary import ClauseType, Entity, Verb
from resolutions.querysets import ClauseQuerySet


@row_history()
class ParseRun(models.Model):
    """One reading of a text version by one version of the parser, with its warnings."""

    version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="parse_runs")
    parser = models.CharField(max_length=40)
    warnings = models.JSONField(default=list, blank=True)
    ran_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-ran_at"]
        constraints = [
            models.UniqueConstraint(fields=["version", "parser"], name="parse_run_once_per_parser_version")
        ]

    def __str__(self) -> str:
        return f"{self.version}, parser {self.parser}"


class ReviewState(models.TextChoices):
    """Whether a person has looked at what the parser suggests."""

    SUGGESTED = "suggested", "Suggested"
    CONFIRMED = "confirmed", "Confirmed"
    CORRECTED = "corrected", "Corrected"


class Procedure(models.TextChoices):
    """What a body decides about its own work."""

    AGENDA = "agenda", "Puts it on an agenda"
    SEIZED = "seized", "Remains seized of the matter"
    REVIEW = "review", "Will review it"
    SUNSET = "sunset", "Sets an end"


@row_history()
class Clause(models.Model):
    """One operative verb with its complement.

    It keeps its number for ever: a better reading is matched to it, a vanished clause is kept and marked.
    `start` and `end` count code points of the paragraph's text in `version`.
    """

    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, related_name="clauses")
    number = models.PositiveSmallIntegerField()
    version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="clauses")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    phrase = models.TextField()
    verb = models.ForeignKey(Verb, on_delete=models.PROTECT, related_name="clauses")
    type = models.CharField(max_length=20, choices=ClauseType)
    asks = models.BooleanField(
        "asks for something", help_text="An obligation to follow up; otherwise it only states or judges."
    )
    action = models.TextField(blank=True)
    inherited = models.BooleanField(default=False)
    chapeau = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="list_items"
    )
    reiterated = models.BooleanField(default=False)
    reporting = models.BooleanField("asks for a report", default=False)
    report_what = models.CharField(max_length=200, blank=True)
    report_to = models.ForeignKey(
        Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="reports_received"
    )
    report_recurrence = models.CharField(max_length=200, blank=True)
    resources = models.TextField("resource condition", blank=True)
    conditions = models.JSONField(default=list, blank=True)
    purposes = models.JSONField(default=list, blank=True)
    procedure = models.CharField(max_length=10, choices=Procedure, blank=True)
    agenda_items = models.JSONField(default=list, blank=True)
    force_secretariat = models.PositiveSmallIntegerField(default=0)
    force_states = models.PositiveSmallIntegerField(default=0)
    doubts = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    settled_doubts = ArrayField(
        models.CharField(max_length=60),
        default=list,
        blank=True,
        help_text="The doubts a person settled by confirming or correcting.",
    )
    places = models.JSONField(
        default=list,
        blank=True,
        help_text="The words behind verb, report, resources and conditions: of, text, start, end, rule.",
    )
    alternatives = models.JSONField(
        default=list,
        blank=True,
        help_text="Other readings that remained possible: doubt, of, text, value.",
    )
    rule = models.CharField(max_length=60, help_text="What made this reading; “person” for a person.")
    vanished = models.BooleanField(
        default=False, help_text="No longer found in the current text; kept because work may hang on it."
    )
    review_state = models.CharField(max_length=10, choices=ReviewState, default=ReviewState.SUGGESTED)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[ClauseQuerySet] = ClauseQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["paragraph__resolution", "paragraph__position", "number"]
        permissions = [("review_clause", "Can confirm and correct readings")]
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "number"], name="clause_number_once_per_paragraph"),
            models.CheckConstraint(condition=Q(number__gte=1), name="clause_numbers_from_one"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="clause_has_words"),
            models.CheckConstraint(condition=Q(type__in=ClauseType.values), name="clause_type_known"),
            models.CheckConstraint(
                condition=Q(review_state=ReviewState.SUGGESTED, reviewed_by=None, reviewed_at=None)
                | Q(
                    review_state__in=[ReviewState.CONFIRMED, ReviewState.CORRECTED],
                    reviewed_by__isnull=False,
                    reviewed_at__isnull=False,
                ),
                name="clause_review_says_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.phrase}"

    @property
    def reference(self) -> str:
        """The stable id shown everywhere: `E/RES/2004/33#op2.2`."""
        return f"{self.paragraph.reference}.{self.number}"

    @property
    def touched(self) -> bool:
        """Whether a person confirmed or corrected it; then no reading overwrites it."""
        return self.review_state != ReviewState.SUGGESTED


@row_history()
class ClauseSuggestion(models.Model):
    """What a later reading says of a clause that a person has settled; kept beside it, never over it."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="suggestions")
    run = models.ForeignKey(ParseRun, on_delete=models.PROTECT, related_name="suggestions")
    reading = models.JSONField(help_text="Phrase, verb, what it asks of whom, and by when.")
    created_at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    taken = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "run"], name="suggestion_once_per_run"),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, taken=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, taken__isnull=False),
                name="suggestion_settled_says_who_when_how",
            ),
        ]

    def __str__(self) -> str:
        return f"Another reading of {self.clause}"
