"""The form by which a manager asks entities to report."""

from typing import Any

from django import forms
from django.db.models import Count, QuerySet

from resolutions.models import Entity
from tracker.forms.fields import OFFERED, DayField, TextField
from tracker.models import Occurrence
from tracker.querysets import OccurrenceQuerySet

MOST_ENTITIES_OFFERED = 30


def busiest_entities(among: OccurrenceQuerySet) -> QuerySet[Entity]:
    """Return those with something open among these, the most asked first; nobody reports for a group."""
    asked = among.open().order_by().values("assignment__entity")
    return (
        Entity.objects.in_use()
        .filter(is_group=False, pk__in=asked)
        .annotate(asked=Count("assignments"))
        .order_by("-asked", "name")[:MOST_ENTITIES_OFFERED]
    )


def entity_named(words: str) -> Entity | None:
    """Return the one entity that bears the name or the key, None where none or several do."""
    found = list(Entity.objects.in_use().named(words.strip())[:2]) or list(
        Entity.objects.in_use().filter(key=words.strip())
    )
    return found[0] if len(found) == 1 else None


class OpenCycleForm(forms.Form):
    """Name, period, day and the entities asked."""

    name = TextField(label="Name", max_length=200, help_text="For instance “Reports for 2026”.", strip=True)
    period_from = DayField(label="Period from")
    period_to = DayField(label="Period to")
    due_on = DayField(label="Reports due on")
    entities = forms.ModelMultipleChoiceField(
        error_messages=OFFERED,
        label="Entities asked to report",
        queryset=Entity.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    another = TextField(
        label="Another entity",
        required=False,
        help_text="Type a name, then “Add to the list”.",
        widget=forms.TextInput(attrs={"list": "entity-names", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, among: OccurrenceQuerySet | None = None, **kwargs: Any) -> None:
        """Offer those who are asked something among these, or among all that stands."""
        super().__init__(*args, **kwargs)
        self.among = Occurrence.objects.current() if among is None else among
        offered = [entity.pk for entity in busiest_entities(self.among)]
        if self.is_bound:
            offered += [int(pk) for pk in self.data.getlist("entities") if pk.isdecimal()]  # type: ignore[attr-defined]
        field = self.fields["entities"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Entity.objects.in_use().filter(pk__in=offered)

    def clean_another(self) -> str:
        """Find the entity that was typed, and ask for another name where none bears it."""
        typed: str = self.cleaned_data["another"]
        if typed and entity_named(typed) is None:
            raise forms.ValidationError(f"No one entity is called “{typed}”. Choose one that is suggested.")
        return typed

    def asked(self) -> list[Entity]:
        """Return the entities that are ticked and the one that was typed; the form must be valid."""
        ticked = list(self.cleaned_data["entities"])
        typed = entity_named(self.cleaned_data["another"]) if self.cleaned_data["another"] else None
        return ticked if typed is None or typed in ticked else [*ticked, typed]
