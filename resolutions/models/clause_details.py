"""What a clause names: addressees and times, each with its words and place."""

from django.db import models
from django.db.models import F, Q

from resolutions.history import row_history
from resolutions.models.documents import Paragraph
from resolutions.models.readings import Clause
from resolutions.models.vocabulary import Entity, Session


class Role(models.TextChoices):
    """How a clause names somebody."""

    ADDRESSEE = "addressee", "Asked"
    INCLUDING = "including", "Named among those asked"
    CONSULTED = "consulted", "To be consulted"


@row_history()
class ClauseAddressee(models.Model):
    """Somebody a clause names, in its words and as the directory knows them.

    `group` is, for one named after "including", the addressee it belongs to. Offsets are missing where a
    person added somebody whom the words only imply; `offsets_in` names the paragraph they count in.
    """

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="addressees")
    position = models.PositiveSmallIntegerField()
    text = models.TextField("words", blank=True)
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="named_in")
    role = models.CharField(max_length=10, choices=Role, default=Role.ADDRESSEE)
    group = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="named_members"
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    offsets_in = models.ForeignKey(
        Paragraph, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rule = models.CharField(max_length=60, blank=True, help_text="What found it; “person” for a person.")

    class Meta:
        ordering = ["clause", "position"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "entity", "role"], name="addressee_once_per_clause"),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(end__gt=F("start")), name="addressee_offsets_in_order"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="addressee_role_known"),
        ]

    def __str__(self) -> str:
        return self.text or self.entity.name


class DeadlineKind(models.TextChoices):
    """How the text states a time."""

    SESSION = "session", "Session"
    DATE = "date", "Date"
    RELATIVE = "relative", "Counted from an event"
    RECURRING = "recurring", "Recurring"


@row_history()
class ClauseDeadline(models.Model):
    """A time expression of a clause as an interval of days; `governs` marks the one the action hangs on."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="deadlines")
    position = models.PositiveSmallIntegerField()
    governs = models.BooleanField(default=False)
    text = models.TextField("words")
    kind = models.CharField(max_length=10, choices=DeadlineKind)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    estimated = models.BooleanField(default=False)
    recurrence = models.CharField(max_length=200, blank=True)
    expiry = models.BooleanField(default=False, help_text="Ends a mandate; nothing is due then.")
    target = models.BooleanField(default=False, help_text="Belongs to an aim; nothing is due then.")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    rule = models.CharField(max_length=60, blank=True, help_text="What found it; “person” for a person.")
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["clause", "position"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "position"], name="deadline_position_once_per_clause"),
            models.UniqueConstraint(
                fields=["clause"], condition=Q(governs=True), name="deadline_one_governs_a_clause"
            ),
            models.CheckConstraint(
                condition=Q(first_day=None) | Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="deadline_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(end__gt=F("start")), name="deadline_offsets_in_order"
            ),
            models.CheckConstraint(condition=Q(kind__in=DeadlineKind.values), name="deadline_kind_known"),
        ]

    def __str__(self) -> str:
        return self.text
