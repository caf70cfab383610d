"""Work that is a row first: imports. The broker only hints; the row is the truth."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from resolutions.history import row_history
from resolutions.models import Resolution, SourceFile


class ImportState(models.TextChoices):
    """How far an import is."""

    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Reading"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


@row_history()
class ImportJob(models.Model):
    """One request to read a file into the register, with its progress and its result.

    A worker holds the job by `attempt` and `claimed_at`; one that died is found by its old claim and the
    job is given out again.
    """

    source = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="imports")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="imports"
    )
    replaces = models.BooleanField(
        "is a corrected text",
        default=False,
        help_text="Take it as a new version even where its words differ much from those we hold.",
    )
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.QUEUED)
    stage = models.CharField(max_length=100, blank=True)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Per cent.")
    attempt = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    requested_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    resolutions = models.ManyToManyField(Resolution, blank=True, related_name="imports")
    summary = models.JSONField(default=dict, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    error_code = models.CharField(max_length=60, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-requested_at"]
        verbose_name = "import"
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_known"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="import_progress_up_to_100"),
            models.CheckConstraint(
                condition=~Q(state=ImportState.FAILED) | ~Q(error=""), name="import_failed_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ImportState.QUEUED, ImportState.RUNNING], finished_at=None)
                | Q(state__in=[ImportState.DONE, ImportState.FAILED], finished_at__isnull=False),
                name="import_finished_says_when",
            ),
        ]
        indexes = [
            # Serves the sweep for work that nobody holds.
            models.Index(
                fields=["claimed_at"],
                condition=Q(state__in=[ImportState.QUEUED, ImportState.RUNNING]),
                name="import_unfinished",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source.name}: {self.get_state_display().lower()}"

    def get_absolute_url(self) -> str:
        """Return the address of the import's page."""
        return reverse("import", args=[self.pk])
