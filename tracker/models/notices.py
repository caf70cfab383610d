"""What people are told, how often by mail, and the mails themselves: rows first, sent later."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from resolutions.history import row_history
from tracker.models.obligations import ActionItem, Occurrence
from tracker.models.reports import FollowUpReport
from tracker.models.talk import Comment


class NoticeKind(models.TextChoices):
    """What a notice is about."""

    DUE_SOON = "due_soon", "Falls due soon"
    OVERDUE = "overdue", "Overdue"
    ASSIGNED = "assigned", "Assigned"
    STATUS = "status", "Status changed"
    DUE_DATE = "due_date", "Due date changed"
    REPORT = "report", "Report"
    COMMENT = "comment", "Comment"
    MENTION = "mention", "You are mentioned"


class Frequency(models.TextChoices):
    """How often a person gets a mail with what is new."""

    IMMEDIATE = "immediate", "At once"
    DAILY = "daily", "Once a day"
    WEEKLY = "weekly", "Once a week"
    OFF = "off", "Never"


class Weekday(models.IntegerChoices):
    """The days of a week, Monday first, as `datetime.date.weekday` counts them."""

    MONDAY = 0, "Monday"
    TUESDAY = 1, "Tuesday"
    WEDNESDAY = 2, "Wednesday"
    THURSDAY = 3, "Thursday"
    FRIDAY = 4, "Friday"
    SATURDAY = 5, "Saturday"
    SUNDAY = 6, "Sunday"


@row_history()
class NoticePreference(models.Model):
    """How often a person wants mail; who has none gets one a day."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notice_preference"
    )
    frequency = models.CharField(max_length=9, choices=Frequency, default=Frequency.DAILY)
    weekday = models.PositiveSmallIntegerField("day of the weekly mail", choices=Weekday, default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(frequency__in=Frequency.values), name="notice_frequency_known"
            ),
            models.CheckConstraint(condition=Q(weekday__in=Weekday.values), name="notice_weekday_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_frequency_display().lower()}"


class Digest(models.Model):
    """One e-mail to one person for one period: an outbox row, claimed before it is sent.

    `period` is a day (`2021-03-01`), a week (`2021-W09`) or, for mail at once, a minute.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests")
    day = models.DateField()
    period = models.CharField(max_length=20)
    created_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["user", "period"], name="digest_once_per_person_and_period")
        ]
        indexes = [
            # Serves the sweep for mails that nobody sends.
            models.Index(fields=["claimed_at"], condition=Q(sent_at=None), name="digest_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.period}"


class Notice(models.Model):
    """One thing that one person is told: on the page of notifications, and in their next mail.

    `key` says what it tells, so that nobody is told the same twice: `overdue:17:2021-03-01`, `status:204`.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=8, choices=NoticeKind)
    key = models.CharField(max_length=60)
    words = models.TextField(blank=True)
    item = models.ForeignKey(
        ActionItem, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    occurrence = models.ForeignKey(
        Occurrence, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    report = models.ForeignKey(
        FollowUpReport, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    comment = models.ForeignKey(
        Comment, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    due_to = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    to_mail = models.BooleanField("still to be mailed", default=True)
    digest = models.ForeignKey(
        Digest, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once_per_person"),
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_known"),
            models.CheckConstraint(
                condition=Q(item__isnull=False) | Q(report__isnull=False), name="notice_leads_somewhere"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[NoticeKind.DUE_SOON, NoticeKind.OVERDUE])
                | Q(occurrence__isnull=False, due_to__isnull=False),
                name="notice_of_a_due_date_says_which",
            ),
        ]
        indexes = [
            # Serves the number beside the bell on every page, and what the next mail holds.
            models.Index(fields=["user"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["user"], condition=Q(digest=None, to_mail=True), name="notice_to_mail"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.words or self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """Return the address of what the notice is about."""
        about = self.report or self.item
        assert about is not None  # the database holds no notice that leads nowhere
        return about.get_absolute_url()


class NewsMark(models.Model):
    """Up to when the recorded news was told; one row, held by whoever tells."""

    upto = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.upto}"
