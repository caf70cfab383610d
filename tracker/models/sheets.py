"""A tracking spreadsheet that is taken over: the file, what its columns mean, and the fate of each row."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from resolutions.history import row_history


@row_history(exclude=("content",))
class TrackingSheet(models.Model):
    """One spreadsheet. Until it is applied, nothing in the register changes by it."""

    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    headings = models.JSONField()
    mapping = models.JSONField(default=dict, help_text="Which column says what, and what its statuses mean.")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sheets")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(applied_at=None, applied_by=None)
                | Q(applied_at__isnull=False, applied_by__isnull=False, checked_at__isnull=False),
                name="sheet_applied_was_checked_and_says_by_whom",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("sheet", args=[self.pk])


class Fate(models.TextChoices):
    """What becomes of a row."""

    CHANGES = "changes", "Changes the register"
    NOTHING = "nothing", "Changes nothing"
    FAULT = "fault", "Cannot be taken over"


class SheetRow(models.Model):
    """One row of a sheet and what a check said would become of it."""

    sheet = models.ForeignKey(TrackingSheet, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="As the spreadsheet shows it.")
    said = models.JSONField(help_text="What it says, by field.")
    fate = models.CharField(max_length=8, choices=Fate)
    words = models.TextField(help_text="What becomes of it, or why it cannot.")

    class Meta:
        ordering = ["sheet", "number"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "number"], name="sheet_row_once"),
            models.CheckConstraint(condition=Q(fate__in=Fate.values), name="sheet_row_fate_known"),
            models.CheckConstraint(condition=~Q(words=""), name="sheet_row_says_what_becomes_of_it"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.number}"
