"""Action items and assignments as the API tells them."""

import datetime as dt
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from resolutions.models import Clause, Role
from tracker.models import ActionItem, Assignment, Occurrence
from tracker.statuses import OPEN
from tracker.strength import Strength, strength_of
from tracker.validity import IN_FORCE, Validity
from tracker.wording import today_of


class ActionItemRow(serializers.Serializer[ActionItem]):
    """An action item in a list; `next_due_on` is the next among the open assignments the caller sees."""

    id = serializers.IntegerField()
    reference = serializers.CharField(help_text="Stable id, for instance E/RES/2004/33#op2.2.")
    resolution = serializers.CharField(source="clause.paragraph.resolution.symbol")
    organ = serializers.CharField(source="clause.paragraph.resolution.organ.code", allow_null=True)
    adopted_on = serializers.DateField(source="clause.paragraph.resolution.adopted_on", allow_null=True)
    paragraph = serializers.CharField(source="clause.paragraph.reference")
    paragraph_label = serializers.CharField(source="clause.paragraph.label")
    verb = serializers.CharField(source="clause.verb.lemma")
    type = serializers.CharField(source="clause.type")
    strength = serializers.SerializerMethodField(
        help_text="How strongly it asks; null where it asks for nothing."
    )
    phrase = serializers.CharField(source="clause.phrase")
    action = serializers.CharField(source="clause.action")
    nature = serializers.CharField()
    status = serializers.CharField(
        source="seen_status", help_text="The roll-up of its assignments, as far as you see them."
    )
    validity = serializers.ChoiceField(choices=Validity.choices, help_text="How it stands today.")
    validity_by = serializers.CharField(
        source="ended_by", allow_null=True, help_text="The item that superseded or extended it."
    )
    addressees = serializers.SerializerMethodField(help_text="Keys of those the text asks.")
    assignees = serializers.SerializerMethodField(help_text="Keys of those assigned, as far as you see them.")
    next_due_on = serializers.DateField(source="next_due", allow_null=True)
    overdue = serializers.SerializerMethodField()
    reporting = serializers.BooleanField(source="clause.reporting", help_text="It asks for a report.")
    review_state = serializers.CharField(source="clause.review_state")
    doubts = serializers.ListField(source="clause.doubts", child=serializers.CharField())
    vanished = serializers.BooleanField(source="clause.vanished")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    @extend_schema_field(serializers.ChoiceField(choices=Strength.choices, allow_null=True))
    def get_strength(self, item: ActionItem) -> str | None:
        """Return the word for how strongly the clause asks."""
        return strength_of(item.clause)

    def get_addressees(self, item: ActionItem) -> list[str]:
        """Return the keys of the entities that the words ask."""
        return [a.entity.key for a in item.clause.addressees.all() if a.role == Role.ADDRESSEE]

    def get_assignees(self, item: ActionItem) -> list[str]:
        """Return the keys of the entities that are assigned."""
        return [a.entity.key for a in item.assignments.all() if a.withdrawn_at is None]

    def get_overdue(self, item: ActionItem) -> bool:
        """Return whether anything open is past its last due day."""
        due: dt.date | None = item.next_due  # type: ignore[attr-defined]
        in_force = item.validity in IN_FORCE
        return in_force and due is not None and due < item.organ_day  # type: ignore[attr-defined]


def _running(assignment: Assignment) -> list[Occurrence]:
    return [occurrence for occurrence in assignment.occurrences.all() if occurrence.is_current]


class OccurrenceRow(serializers.Serializer[Occurrence]):
    """One time an assignment falls due."""

    id = serializers.IntegerField()
    sequence = serializers.IntegerField()
    due_from = serializers.DateField(allow_null=True)
    due_to = serializers.DateField(allow_null=True)
    due_words = serializers.CharField()
    due_source = serializers.CharField()
    due_estimated = serializers.BooleanField()
    recurrence = serializers.CharField()
    review_on = serializers.DateField(allow_null=True)
    status = serializers.CharField()
    percentage = serializers.IntegerField(allow_null=True)
    reason = serializers.CharField()
    overdue = serializers.SerializerMethodField()
    version = serializers.IntegerField(help_text="Grows by one with every change of status.")
    updated_at = serializers.DateTimeField()

    def get_overdue(self, occurrence: Occurrence) -> bool:
        """Return whether it is open past its last due day."""
        waits = occurrence.status in OPEN and not occurrence.ended
        return bool(waits and occurrence.due_to and occurrence.due_to < today_of(occurrence))


class RunningOccurrence(OccurrenceRow):
    """The running occurrence of an assignment."""

    def get_attribute(self, instance: Any) -> Occurrence | None:
        """Return it; None where the series has ended."""
        return next(iter(_running(instance)), None)


class ResponseRow(serializers.Serializer[Any]):
    """What a member of a group has done."""

    entity = serializers.CharField(source="entity.key")
    named = serializers.BooleanField()
    status = serializers.CharField()
    percentage = serializers.IntegerField(allow_null=True)


class AssignmentRow(serializers.Serializer[Assignment]):
    """An assignment in a list, with its current occurrence."""

    id = serializers.IntegerField()
    item = serializers.CharField(source="item.reference")
    resolution = serializers.CharField(source="item.clause.paragraph.resolution.symbol")
    verb = serializers.CharField(source="item.clause.verb.lemma")
    action = serializers.CharField(source="item.clause.action")
    entity = serializers.CharField(source="entity.key")
    entity_name = serializers.CharField(source="entity.name")
    is_group = serializers.BooleanField(source="entity.is_group")
    role = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    withdrawn_why = serializers.CharField()
    occurrence = RunningOccurrence(allow_null=True)
    responses = serializers.SerializerMethodField(help_text="Members' answers, as far as you see them.")
    updated_at = serializers.DateTimeField()

    @extend_schema_field(ResponseRow(many=True))
    def get_responses(self, assignment: Assignment) -> Any:
        """Return the members' answers to the running occurrence."""
        seen = [answer for occurrence in _running(assignment) for answer in occurrence.responses.all()]
        return ResponseRow(seen, many=True).data


class AssignmentDetail(AssignmentRow):
    """An assignment with all its occurrences."""

    occurrences = OccurrenceRow(many=True)


class MemberAnswerRow(serializers.Serializer[Any]):
    """A member of a group: whether it has answered, and what."""

    entity = serializers.CharField(source="entity.key")
    entity_name = serializers.CharField(source="entity.name")
    answered = serializers.BooleanField()
    status = serializers.CharField(source="response.status", default=None, allow_null=True)
    percentage = serializers.IntegerField(source="response.percentage", default=None, allow_null=True)


class ResponseRateRow(serializers.Serializer[Any]):
    """How many members of a group have answered, of how many; and which, as far as you see them."""

    answered = serializers.IntegerField()
    members = serializers.IntegerField()
    results = MemberAnswerRow(many=True)


class AddresseeRow(serializers.Serializer[Any]):
    """Somebody a clause names, in its words."""

    entity = serializers.CharField(source="entity.key")
    name = serializers.CharField(source="entity.name")
    role = serializers.CharField()
    text = serializers.CharField()


class DeadlineRow(serializers.Serializer[Any]):
    """A time that a clause states."""

    text = serializers.CharField()
    kind = serializers.CharField()
    governs = serializers.BooleanField()
    first_day = serializers.DateField(allow_null=True)
    last_day = serializers.DateField(allow_null=True)
    estimated = serializers.BooleanField()
    recurrence = serializers.CharField()
    expiry = serializers.BooleanField(help_text="It ends a mandate; nothing is due then.")
    target = serializers.BooleanField(help_text="It belongs to an aim; nothing is due then.")


class ReadingRow(serializers.Serializer[Clause]):
    """How the clause was read, with its place in the paragraph's words (code points)."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    rule = serializers.CharField()
    inherited = serializers.BooleanField()
    report_what = serializers.CharField()
    report_to = serializers.CharField(source="report_to.key", allow_null=True)
    report_recurrence = serializers.CharField()
    resources = serializers.CharField()
    conditions = serializers.ListField(child=serializers.CharField())
    purposes = serializers.ListField(child=serializers.CharField())
    procedure = serializers.CharField()
    agenda_items = serializers.ListField(child=serializers.CharField())
    force_secretariat = serializers.IntegerField()
    force_states = serializers.IntegerField()
    addressees = AddresseeRow(many=True)
    deadlines = DeadlineRow(many=True)


class ActionItemDetail(ActionItemRow):
    """An action item with its reading and its assignments."""

    reading = ReadingRow(source="clause")
    assignments = AssignmentRow(many=True)
