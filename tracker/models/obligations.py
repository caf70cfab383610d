"""Obligations: an item for each clause, an assignment for each addressee, an occurrence for each due date."""

import datetime as dt
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from resolutions.history import row_history
from resolutions.models import Clause, Entity
from tracker.item_querysets import ActionItemQuerySet, AssignmentQuerySet
from tracker.querysets import OccurrenceQuerySet
from tracker.statuses import OPEN, Status


class Nature(models.TextChoices):
    """Whether a clause obliges anybody; what does not is listed, and never counts against anyone."""

    OBLIGATION = "obligation", "Obligation"
    NONE = "none", "Not an obligation"


@row_history()
class ActionItem(models.Model):
    """What one clause asks. `status` is the roll-up of its assignments, kept by `tracker.rollup` alone."""

    clause = models.OneToOneField(Clause, on_delete=models.PROTECT, related_name="action_item")
    nature = models.CharField(max_length=10, choices=Nature)
    nature_set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=24, choices=Status, editable=False)
    worked_on = models.BooleanField(
        default=False,
        editable=False,
        help_text="Somebody assigned, scheduled, reported or decided; no import takes it off the lists.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # How it stands on a day and what ended it: rows have these from `with_validity(on)` alone.
    validity: str
    ended_by: str | None

    objects: ClassVar[ActionItemQuerySet] = ActionItemQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["clause__paragraph__resolution", "clause__paragraph__position", "clause__number"]
        permissions = [
            ("see_all_entities", "Can see the follow-up of every entity"),
            ("decide_status", "Can change a status or a due date by a reasoned decision"),
            ("assign_entity", "Can assign entities and withdraw assignments"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(nature__in=Nature.values), name="item_nature_known"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="item_status_known"),
            models.CheckConstraint(
                condition=Q(nature=Nature.OBLIGATION) | Q(status=Status.NO_ACTION),
                name="item_without_obligation_needs_no_action",
            ),
        ]
        # Serves the open counts of the overview and the register's default list.
        indexes = [models.Index(fields=["nature", "status"], name="item_nature_status")]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        """Return the address of the item's page."""
        return reverse("item", args=[self.pk])

    @property
    def reference(self) -> str:
        """The stable id of its clause: `E/RES/2004/33#op2.2`."""
        return self.clause.reference


class AssignmentRole(models.TextChoices):
    """Who leads and who contributes."""

    LEAD = "lead", "Lead"
    CONTRIBUTING = "contributing", "Contributing"


class AssignmentSource(models.TextChoices):
    """Whether the text names the entity or a person assigned it."""

    TEXT = "text", "Named in the text"
    PERSON = "person", "Assigned by a person"


@row_history()
class Assignment(models.Model):
    """One item for one entity. It is withdrawn, never deleted."""

    item = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="assignments")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=12, choices=AssignmentRole, default=AssignmentRole.LEAD)
    source = models.CharField(max_length=6, choices=AssignmentSource, default=AssignmentSource.TEXT)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[AssignmentQuerySet] = AssignmentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "entity"], name="assignment_once_per_entity"),
            models.CheckConstraint(condition=Q(role__in=AssignmentRole.values), name="assignment_role_known"),
            models.CheckConstraint(
                condition=Q(source__in=AssignmentSource.values), name="assignment_source_known"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                name="assignment_withdrawn_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.entity}"


class DueSource(models.TextChoices):
    """Where a due date comes from; without one the answer is "no due date stated"."""

    NOT_STATED = "not_stated", "No due date stated"
    TEXT = "text", "Stated in the text"
    PERSON = "person", "Set by a person"


# Whatever writes a status, however it writes it, must leave the status change that explains it. "+ 0" keeps
# the planner from walking all of the primary key backwards where a bulk job has outrun its statistics.
STATUS_IS_EXPLAINED = pgtrigger.Trigger(
    name="status_is_explained",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
    timing=pgtrigger.Deferred,
    declare=[("held", "text"), ("explained", "text")],
    func="""
        SELECT status INTO held FROM tracker_occurrence WHERE id = NEW.id;
        SELECT to_status INTO explained FROM tracker_statuschange
            WHERE occurrence_id = NEW.id AND response_id IS NULL ORDER BY id + 0 DESC LIMIT 1;
        IF held IS NOT NULL AND held IS DISTINCT FROM explained THEN
            RAISE EXCEPTION 'status % of occurrence % has no status change that explains it', held, NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'status_is_explained';
        END IF;
        RETURN NULL;
    """,
)


@row_history()
class Occurrence(models.Model):
    """One time an assignment falls due (an interval of days), or its only life where no date is stated.

    `version` grows by one with every change of status; a writer that saw an older one is refused.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="occurrences")
    sequence = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    due_from = models.DateField(null=True, blank=True)
    due_to = models.DateField(null=True, blank=True)
    due_words = models.TextField("due date in the text's words", blank=True)
    due_source = models.CharField(max_length=12, choices=DueSource, default=DueSource.NOT_STATED)
    due_estimated = models.BooleanField(default=False)
    recurrence = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(
        null=True, blank=True, help_text="When to look at it again where no due date is stated."
    )
    review_set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who set the review day; where nobody did, it follows the policy.",
    )
    looked_on = models.DateField(
        null=True,
        blank=True,
        editable=False,
        help_text="When somebody last looked at it, or reported on it.",
    )
    lapsed_on = models.DateField(
        null=True,
        blank=True,
        editable=False,
        help_text="When it gave way to the next time without having been met.",
    )
    status = models.CharField(max_length=24, choices=Status, default=Status.NOT_STARTED, editable=False)
    percentage = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    reason = models.CharField(
        max_length=200, blank=True, help_text="What stands in the way: requires funding, awaits a decision …"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # Whether its item has ended on a day, and which day it is for its organ then: rows have these from
    # `seen_on(on)`; others go on, and by the day of the installation.
    ended: bool = False
    organ_day: dt.date | None = None

    objects: ClassVar[OccurrenceQuerySet] = OccurrenceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["assignment", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "sequence"], name="occurrence_sequence_once"),
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(is_current=True), name="occurrence_one_current"
            ),
            models.CheckConstraint(
                condition=Q(due_from=None) | Q(due_to=None) | Q(due_to__gte=F("due_from")),
                name="occurrence_due_days_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(due_source=DueSource.NOT_STATED) | Q(due_from=None, due_to=None),
                name="occurrence_without_stated_date_has_none",
            ),
            models.CheckConstraint(
                condition=Q(due_source__in=DueSource.values), name="occurrence_due_source_known"
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="occurrence_status_known"),
            models.CheckConstraint(
                condition=Q(percentage=None) | Q(percentage__lte=100), name="occurrence_percentage_up_to_100"
            ),
        ]
        indexes = [
            # Serves due, overdue and the daily reminder, which look at open current occurrences only.
            models.Index(
                fields=["due_to"],
                condition=Q(is_current=True, status__in=OPEN, due_to__isnull=False),
                name="occurrence_open_by_due_day",
            ),
        ]
        triggers = [STATUS_IS_EXPLAINED]

    def __str__(self) -> str:
        return f"{self.assignment} ({self.sequence})"


@row_history()
class MemberResponse(models.Model):
    """What one member of a group has done about the group's occurrence.

    `named` marks members that the text itself names ("including …"). The group's own status stays apart:
    responses give its response rate.
    """

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="responses")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="responses")
    named = models.BooleanField(default=False)
    status = models.CharField(max_length=24, choices=Status, default=Status.NOT_STARTED, editable=False)
    percentage = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["occurrence", "-named", "entity__name"]
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "entity"], name="response_once_per_member"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="response_status_known"),
            models.CheckConstraint(
                condition=Q(percentage=None) | Q(percentage__lte=100), name="response_percentage_up_to_100"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entity} on {self.occurrence}"
