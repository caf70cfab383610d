"""What can be done about the indicators of an item on its page: add one, change it, retire it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict

from tracker import indicators, permissions
from tracker.forms.fields import OFFERED, AmountField, DayField, TextField
from tracker.forms.item_deeds import Deed, reason
from tracker.models import ActionItem, Assignment, Indicator, Nature
from tracker.querysets import Person


def amount(label: str) -> AmountField:
    """Return the field for a value in an indicator's unit."""
    return AmountField(label=label, required=False)


class AddresseeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An assignment, shown by its entity."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the entity's name."""
        return str(obj.entity)


class DefineIndicator(Deed):
    """Say what is measured of the item."""

    name, word = "indicator", "Add an indicator"
    allowed = staticmethod(permissions.may_measure)

    measures = TextField(
        label="What is measured", max_length=200, help_text="For instance “Contributions to the Fund”."
    )
    unit = TextField(label="Unit", max_length=60, help_text="For instance “US dollars per year”.")
    assignment = AddresseeField(
        error_messages=OFFERED,
        label="Whom it measures",
        queryset=Assignment.objects.none(),
        required=False,
        empty_label="All who are asked",
    )
    adds_up = forms.BooleanField(label="The entities' values add up", required=False)
    baseline = amount("Baseline")
    baseline_on = DayField(label="Day of the baseline", required=False)
    target = amount("Target")
    target_on = DayField(label="Day of the target", required=False)

    def __init__(self, data: QueryDict | None, *, item: ActionItem, subject: str = "") -> None:
        super().__init__(data, item=item, subject=subject)
        field = self.fields["assignment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = item.assignments.standing().select_related("entity")

    def definition(self) -> indicators.Definition:
        """Return what was said; the form must be valid."""
        said: dict[str, Any] = dict(self.cleaned_data)
        return indicators.Definition(name=said.pop("measures"), **said)

    def do(self, by: User) -> str:
        """Define it."""
        indicator = indicators.define(item=self.item, by=by, as_=self.definition())
        return f"“{indicator.name}” is measured now: reports on this item are asked for its value."


class ChangeIndicator(DefineIndicator):
    """Change what is measured."""

    name, word = "change-indicator", "Change the indicator"

    def __init__(self, data: QueryDict | None, *, item: ActionItem, indicator: Indicator) -> None:
        self.indicator = indicator
        super().__init__(data, item=item, subject=str(indicator.pk))
        names = ("unit", "assignment", "adds_up", "baseline", "baseline_on", "target", "target_on")
        self.initial = {"measures": indicator.name, **{n: getattr(indicator, n) for n in names}}

    def do(self, by: User) -> str:
        """Change it."""
        indicators.change(indicator=self.indicator, by=by, as_=self.definition())
        return f"“{self.indicator.name}” is changed."


class RetireIndicator(Deed):
    """Take an indicator out of use."""

    name, word = "retire-indicator", "Retire the indicator"
    allowed = staticmethod(permissions.may_measure)

    why = reason()

    def __init__(self, data: QueryDict | None, *, item: ActionItem, indicator: Indicator) -> None:
        self.indicator = indicator
        super().__init__(data, item=item, subject=str(indicator.pk))

    def do(self, by: User) -> str:
        """Retire it."""
        indicators.retire(indicator=self.indicator, by=by, why=self.cleaned_data["why"])
        return f"“{self.indicator.name}” is retired. Its values stay."


INDICATOR_DEEDS: dict[str, type[Deed]] = {
    deed.name: deed for deed in (DefineIndicator, ChangeIndicator, RetireIndicator)
}


def define_on(item: ActionItem, user: Person, sent: QueryDict | None) -> DefineIndicator | None:
    """Return the form that adds an indicator, where the user may; it is bound where it was sent."""
    if item.nature != Nature.OBLIGATION or not DefineIndicator.allowed(user):
        return None
    return DefineIndicator(sent, item=item)


def deeds_on_indicator(
    indicator: Indicator, item: ActionItem, user: Person, sent: QueryDict | None
) -> Iterator[Deed]:
    """Return the deeds that concern one indicator and that the user may do; the one `sent` is bound."""
    if permissions.may_measure(user) and indicator.retired_at is None:
        yield ChangeIndicator(sent, item=item, indicator=indicator)
        yield RetireIndicator(sent, item=item, indicator=indicator)
