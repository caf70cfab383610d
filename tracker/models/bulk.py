"""Work on many rows at once: a job with its progress, and every row that kept it from being done."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from resolutions.history import row_history
from tracker.models.obligations import Assignment


class BulkKind(models.TextChoices):
    """What a bulk job does."""

    REASSIGN = "reassign", "Hand assignments over"
    OPEN_CYCLE = "open_cycle", "Open a reporting cycle"
    REVIEW_DAYS = "review_days", "Set review days by policy"
    CHECK_SHEET = "check_sheet", "Check the rows of a spreadsheet"
    TAKE_OVER = "take_over", "Take a spreadsheet over"


class BulkState(models.TextChoices):
    """How far a bulk job is. Refused is one that could not be done for some rows and so did nothing."""

    QUEUED = "queued", "Waiting"
    RUNNING = "running", "At work"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused, nothing was changed"
    FAILED = "failed", "Failed, nothing was changed"


UNFINISHED = (BulkState.QUEUED, BulkState.RUNNING)


@row_history()
class BulkJob(models.Model):
    """One request to do the same to many rows: all of them, or none.

    A worker holds the job by `attempt` and `claimed_at`, as with an import. `parameters` say what is asked,
    in the words of `kind`'s own function; `result` says what was done.
    """

    kind = models.CharField(max_length=12, choices=BulkKind)
    parameters = models.JSONField(default=dict)
    summary = models.CharField(max_length=300, help_text="What is asked, in words.")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="bulk_jobs"
    )
    requested_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=BulkState, default=BulkState.QUEUED)
    stage = models.CharField(max_length=100, blank=True)
    total = models.PositiveIntegerField(default=0, help_text="Rows to be done.")
    done = models.PositiveIntegerField(default=0, help_text="Rows of them done so far.")
    attempt = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=dict, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BulkKind.values), name="bulk_kind_known"),
            models.CheckConstraint(condition=Q(state__in=BulkState.values), name="bulk_state_known"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="bulk_done_up_to_total"),
            models.CheckConstraint(
                condition=~Q(state__in=[BulkState.REFUSED, BulkState.FAILED]) | ~Q(error=""),
                name="bulk_undone_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNFINISHED, finished_at=None)
                | (~Q(state__in=UNFINISHED) & Q(finished_at__isnull=False)),
                name="bulk_finished_says_when",
            ),
        ]
        indexes = [
            # Serves the sweep for work that nobody holds.
            models.Index(fields=["claimed_at"], condition=Q(state__in=UNFINISHED), name="bulk_unfinished")
        ]

    def __str__(self) -> str:
        return f"{self.summary}: {self.get_state_display().lower()}"

    def get_absolute_url(self) -> str:
        """Return the address of the job's page."""
        return reverse("bulk-job", args=[self.pk])

    @property
    def finished(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state not in UNFINISHED

    @property
    def percentage(self) -> int:
        """How far it is, in per cent."""
        return 100 * self.done // self.total if self.total else 0


class BulkRefusal(models.Model):
    """A row that kept a bulk job from being done, and why."""

    job = models.ForeignKey(BulkJob, on_delete=models.CASCADE, related_name="refusals")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)

    class Meta:
        ordering = ["job", "id"]
        constraints = [
            models.UniqueConstraint(fields=["job", "assignment"], name="refusal_once_per_row"),
            models.CheckConstraint(condition=~Q(why=""), name="refusal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.why}"
