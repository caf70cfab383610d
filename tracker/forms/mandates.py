"""What a person says of two items side by side, and what can be done about a mandate on its item's page."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils import timezone

from tracker import mandates, permissions
from tracker.forms.fields import OFFERED, DayField, TextField, WordsField
from tracker.forms.item_deeds import Deed, reason
from tracker.models import ActionItem, ItemRelation, RelationKind, RelationProposal, Retirement
from tracker.querysets import Person

KINDS = (
    (RelationKind.RENEWS, "Renews it: asks the same anew"),
    (RelationKind.SUPERSEDES, "Supersedes it: it no longer holds"),
    (RelationKind.REPLACES, "Replaces it by something else"),
    (RelationKind.MERGES, "Merges it with others into one"),
    (RelationKind.EXTENDS, "Extends it: it goes on, for longer"),
    (RelationKind.REPEATS, "Repeats it: both stand beside each other"),
)


class RelateForm(forms.Form):
    """What the later text does to the earlier one, from when on, and what becomes of open work."""

    kind = forms.ChoiceField(
        label="The later text", choices=KINDS, widget=forms.RadioSelect, error_messages=OFFERED
    )
    in_part = forms.BooleanField(
        label="Only a part of it", required=False, help_text="The earlier text then stays in force."
    )
    effective_on = DayField(label="As of")
    assign = forms.BooleanField(
        label="Assign those with open work whom the later text does not ask",
        required=False,
        help_text="Otherwise their work ends as overtaken by events.",
    )
    why = WordsField(
        label="Reason", rows=2, required=False, help_text="It is kept with every status it changes."
    )

    @staticmethod
    def first(later: ActionItem, proposal: RelationProposal | None) -> dict[str, Any]:
        """Return what the form begins with: what was proposed, as of the day of the later text."""
        adopted: dt.date | None = later.clause.paragraph.resolution.adopted_on
        return {
            "kind": proposal.kind if proposal else "",
            "in_part": proposal.in_part if proposal else False,
            "effective_on": adopted or timezone.localdate(),
            "assign": True,
        }


class DismissForm(forms.Form):
    """Why a proposal is not right."""

    reason = WordsField(label="Reason", rows=2, required=False)


class CompareForm(forms.Form):
    """The two items to compare, by their references."""

    earlier = TextField(label="Earlier item", help_text="For instance E/RES/2004/33#op2.2.")
    later = TextField(label="Later item", help_text="For instance E/RES/2005/22#op3.1.")


class Retire(Deed):
    """Retire the item."""

    name, word = "retire", "Retire"
    allowed = staticmethod(permissions.may_retire)

    effective_on = DayField(label="As of")
    why = reason()

    def __init__(self, data: QueryDict | None, *, item: ActionItem, subject: str = "") -> None:
        super().__init__(data, item=item, subject=subject)
        self.initial = {"effective_on": timezone.localdate()}

    def do(self, by: User) -> str:
        """Retire it."""
        said = self.cleaned_data
        mandates.retire(item=self.item, by=by, why=said["why"], effective_on=said["effective_on"])
        return "The item is retired. It stays on record and nothing of it falls due."


class Lift(Deed):
    """Lift the item's retirement."""

    name, word = "lift", "Lift the retirement"
    allowed = staticmethod(permissions.may_retire)

    why = reason()

    def __init__(self, data: QueryDict | None, *, item: ActionItem, retirement: Retirement) -> None:
        self.retirement = retirement
        super().__init__(data, item=item, subject=str(retirement.pk))

    def do(self, by: User) -> str:
        """Lift it."""
        mandates.lift(retirement=self.retirement, by=by, why=self.cleaned_data["why"])
        return "The retirement is lifted. The item is in force again."


class Undo(Deed):
    """Undo a relation to another item."""

    name, word = "undo", "Undo this relation"
    allowed = staticmethod(permissions.may_relate)

    why = reason()

    def __init__(self, data: QueryDict | None, *, item: ActionItem, relation: ItemRelation) -> None:
        self.relation = relation
        super().__init__(data, item=item, subject=str(relation.pk))

    def do(self, by: User) -> str:
        """Undo it."""
        mandates.undo(relation=self.relation, by=by, why=self.cleaned_data["why"])
        return "The relation is undone; what it carried over is back as it was."


MANDATE_DEEDS: dict[str, type[Deed]] = {deed.name: deed for deed in (Retire, Lift, Undo)}


def deeds_on_mandate(
    item: ActionItem, retirement: Retirement | None, user: Person, sent: QueryDict | None
) -> Iterator[Deed]:
    """Return whether to retire the item or to lift its retirement, where the user may."""
    if Retire.allowed(user):
        yield Lift(sent, item=item, retirement=retirement) if retirement else Retire(sent, item=item)
