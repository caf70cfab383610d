"""What can be done on an item's page: each deed is a form that calls one door."""

from collections.abc import Iterator
from typing import ClassVar

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils import timezone

from resolutions.models import Entity
from tracker import assigning, corrections, permissions, schedule, workflow
from tracker.asked import Asked
from tracker.forms.fields import OFFERED, DayField, TextField, WordsField, tell
from tracker.models import ActionItem, Assignment, AssignmentRole, Nature, Occurrence
from tracker.querysets import Person
from tracker.refusals import Refused
from tracker.statuses import BY_DECISION, Status
from tracker.wording import day


def reason() -> WordsField:
    """Return the field for the reason, which every decision keeps."""
    return WordsField(label="Reason", rows=2)


class Deed(forms.Form):
    """A form about an item or about something of it.

    Args:
        data: what was sent, None where nothing was.
        item: the item.
        subject: the id of what of the item it is about, empty where it is about the whole.
    """

    name: ClassVar[str]
    word: ClassVar[str]

    def __init__(self, data: QueryDict | None, *, item: ActionItem, subject: str = "") -> None:
        self.item, self.subject = item, subject
        super().__init__(_if_meant(data, self.name, subject), prefix=f"{self.name}-{subject}")

    @staticmethod
    def allowed(user: Person) -> bool:
        """Whether the user may do such a deed; the door asks again."""
        raise NotImplementedError

    def do(self, by: User) -> str:
        """Call the door; return the sentence that says what was done."""
        raise NotImplementedError

    def refuse(self, refused: Refused) -> None:
        """Show a door's refusal beside its field, or above the form."""
        tell(self, refused)


class OccurrenceDeed(Deed):
    """A form about one occurrence of the item.

    Args:
        data: what was sent, None where nothing was.
        item: the item.
        occurrence: one of its occurrences.
    """

    def __init__(self, data: QueryDict | None, *, item: ActionItem, occurrence: Occurrence) -> None:
        self.occurrence = occurrence
        super().__init__(data, item=item, subject=str(occurrence.pk))
        self.settle()

    @property
    def who(self) -> Entity:
        """Whose occurrence it is."""
        return self.occurrence.assignment.entity

    def settle(self) -> None:
        """Fit the fields to the occurrence as it stands."""


class Confirm(Deed):
    """Confirm a reading as it stands."""

    name, word = "confirm", "Confirm the reading"
    allowed = staticmethod(permissions.may_correct)

    def do(self, by: User) -> str:
        """Confirm the clause."""
        corrections.confirm_clause(clause=self.item.clause, by=by)
        return "The reading is confirmed. No later import changes it."


class Assign(Deed):
    """Assign an entity to the item."""

    name, word = "assign", "Assign somebody"
    allowed = staticmethod(permissions.may_assign)

    entity = TextField(label="Entity", help_text="Its name or acronym as the directory has it.")
    role = forms.ChoiceField(label="Role", choices=AssignmentRole.choices, error_messages=OFFERED)

    def clean_entity(self) -> Entity:
        """Find the entity that bears the name."""
        name = self.cleaned_data["entity"]
        found = list(Entity.objects.in_use().named(name)[:2])
        if not found:
            raise forms.ValidationError(
                f"The directory has no entity called “{name}”. Look it up under Entities and copy its name."
            )
        if len(found) > 1:
            raise forms.ValidationError(f"Several entities bear the name “{name}”. Write the full name.")
        return found[0]

    def do(self, by: User) -> str:
        """Assign it."""
        entity, role = self.cleaned_data["entity"], AssignmentRole(self.cleaned_data["role"])
        assigning.assign(item=self.item, entity=entity, by=by, role=role)
        return f"{entity} is assigned."


class Withdraw(Deed):
    """Withdraw an assignment."""

    name, word = "withdraw", "Withdraw"
    allowed = staticmethod(permissions.may_assign)

    why = reason()

    def __init__(self, data: QueryDict | None, *, item: ActionItem, assignment: Assignment) -> None:
        self.assignment = assignment
        super().__init__(data, item=item, subject=str(assignment.pk))

    def do(self, by: User) -> str:
        """Withdraw it."""
        assigning.withdraw(assignment=self.assignment, by=by, why=self.cleaned_data["why"])
        return f"The assignment of {self.assignment.entity} is withdrawn. Its history stays."


class Decide(OccurrenceDeed):
    """Change a status by a reasoned decision."""

    name, word = "decide", "Decide the status"
    allowed = staticmethod(permissions.may_decide)

    to = TextField(label="New status", widget=forms.Select)
    effective_on = DayField(label="As of")
    why = reason()
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def settle(self) -> None:
        """Offer the statuses that can be reached from the one that stands."""
        ways = BY_DECISION[Status(self.occurrence.status)]
        select = self.fields["to"].widget
        assert isinstance(select, forms.Select)
        select.choices = [(way.value, way.label) for way in ways]
        self.initial = {"effective_on": timezone.localdate(), "seen_version": self.occurrence.version}

    def clean_to(self) -> Status:
        """Take any known status; whether it can be reached the door knows better."""
        if self.cleaned_data["to"] not in Status.values:
            raise forms.ValidationError("Choose one of the statuses.")
        return Status(self.cleaned_data["to"])

    def do(self, by: User) -> str:
        """Decide it."""
        said = self.cleaned_data
        workflow.decide_status(
            occurrence=self.occurrence,
            to=said["to"],
            by=by,
            why=said["why"],
            effective_on=said["effective_on"],
            seen_version=said["seen_version"],
        )
        return f"{self.who}: the status is now “{said['to'].label}”."

    def refuse(self, refused: Refused) -> None:
        """Show the refusal; after a conflict the next try starts from what stands now."""
        tell(self, Refused(refused.message, field="to") if refused.field == "status" else refused)
        self.occurrence.refresh_from_db()
        self.data = {**self.data, self.add_prefix("seen_version"): str(self.occurrence.version)}
        self.settle()


def may_schedule(user: Person) -> bool:
    """Whether the user may set due and review days."""
    return permissions.may_decide(user) or permissions.may_correct(user)


class SetDue(OccurrenceDeed):
    """Set, move or clear a due date."""

    name, word = "due", "Set the due date"
    allowed = staticmethod(may_schedule)

    due_to = DayField(label="Last due day", required=False)
    due_from = DayField(label="First due day", required=False)
    why = reason()

    def settle(self) -> None:
        """Start from the days that stand."""
        self.fields["due_to"].help_text = "Leave it empty where none is to stand."
        self.initial = {"due_from": self.occurrence.due_from, "due_to": self.occurrence.due_to}

    def do(self, by: User) -> str:
        """Set it."""
        said = self.cleaned_data
        schedule.set_due(
            occurrence=self.occurrence,
            due_to=said["due_to"],
            due_from=said["due_from"],
            by=by,
            why=said["why"],
        )
        return f"{self.who}: the due date is set. No later import moves it."


class SetReviewDay(OccurrenceDeed):
    """Set when an obligation without a due date is looked at again."""

    name, word = "review-day", "Set when to look again"
    allowed = staticmethod(may_schedule)

    review_on = DayField(label="Look at it again on", required=False)

    def settle(self) -> None:
        """Start from the day that stands."""
        self.initial = {"review_on": self.occurrence.review_on}

    def do(self, by: User) -> str:
        """Set it."""
        schedule.set_review_day(occurrence=self.occurrence, review_on=self.cleaned_data["review_on"], by=by)
        return f"{self.who}: the day to look again is set."


class LookAt(OccurrenceDeed):
    """Note that an obligation without a due date was looked at and goes on."""

    name, word = "look-at", "Looked at, goes on"
    allowed = staticmethod(may_schedule)

    why = WordsField(label="What was found", rows=2, required=False)

    def do(self, by: User) -> str:
        """Note it."""
        schedule.look_at(occurrence=self.occurrence, by=by, why=self.cleaned_data["why"])
        return f"{self.who}: looked at. The next look is on {day(self.occurrence.review_on)}."


# What only concerns an obligation without a due date.
OF_UNDATED = (SetReviewDay, LookAt)
ON_OCCURRENCE: tuple[type[OccurrenceDeed], ...] = (Decide, SetDue, *OF_UNDATED)
ALL: tuple[type[Deed], ...] = (Confirm, Assign, Withdraw, *ON_OCCURRENCE)
DEEDS = {deed.name: deed for deed in ALL}


def deeds_on_item(item: ActionItem, user: Person, sent: QueryDict | None) -> Iterator[Deed]:
    """Return the deeds that concern the item and that the user may do; the one `sent` is bound."""
    if not item.clause.touched and Confirm.allowed(user):
        yield Confirm(sent, item=item)
    if item.nature == Nature.OBLIGATION and Assign.allowed(user):
        yield Assign(sent, item=item)


def deeds_on(asked: Asked, item: ActionItem, user: Person, sent: QueryDict | None) -> Iterator[Deed]:
    """Return the deeds that concern one assignment and that the user may do; the one `sent` is bound."""
    if asked.occurrence:
        for deed in ON_OCCURRENCE:
            # A day to look again stands in for a due date that is not stated.
            if deed.allowed(user) and not (deed in OF_UNDATED and asked.occurrence.due_to):
                yield deed(sent, item=item, occurrence=asked.occurrence)
    if Withdraw.allowed(user):
        yield Withdraw(sent, item=item, assignment=asked.assignment)


def _if_meant(sent: QueryDict | None, name: str, subject: str) -> QueryDict | None:
    meant = sent is not None and (sent.get("deed"), sent.get("subject", "")) == (name, subject)
    return sent if meant else None
