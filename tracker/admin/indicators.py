"""Indicators: looked at here; defined, changed and retired by deeds."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils import timezone

from resolutions.admin.base import ReadOnlyInline
from tracker import indicators, permissions
from tracker.admin.base import NarrowedReadOnlyAdmin
from tracker.admin.deeds import Deed, DeedForm, Deeds, ReasonForm, day_field
from tracker.indicators import Definition
from tracker.measured import standing_values
from tracker.models import ActionItem, Indicator, IndicatorValue, Nature
from tracker.models.measures import DIGITS, PLACES


def amount(label: str) -> forms.DecimalField:
    """Return a field for a value in the indicator's unit."""
    return forms.DecimalField(label=label, max_digits=DIGITS, decimal_places=PLACES, required=False)


class DefinitionForm(DeedForm):
    """What is measured, in which unit, from where to where."""

    name = forms.CharField(label="What is measured", max_length=200)
    unit = forms.CharField(max_length=60, help_text="For instance “US dollars per year”.")
    adds_up = forms.BooleanField(label="The entities' values add up", required=False)
    baseline, baseline_on = amount("Baseline"), day_field("Day of the baseline", required=False)
    target, target_on = amount("Target"), day_field("Day of the target", required=False)

    def __init__(self, *args: Any, about: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if isinstance(about, Indicator):
            self.initial = {name: getattr(about, name) for name in self.fields}


def _define(item: ActionItem, by: Any, **said: Any) -> None:
    indicators.define(item=item, by=by, as_=Definition(**said))


def _change(indicator: Indicator, by: Any, **said: Any) -> None:
    as_ = Definition(**said, assignment=indicator.assignment)
    indicators.change(indicator=indicator, by=by, as_=as_)


DEFINE = Deed(
    name="indicator",
    label="Add an indicator",
    do=_define,
    done="It is measured now; reports on the item are asked for its value.",
    offered=permissions.may_measure,
    possible=lambda user, item: item.nature == Nature.OBLIGATION,
    form=DefinitionForm,
)
CHANGE = Deed(
    name="change",
    label="Change",
    do=_change,
    done="The indicator is changed; its values stay.",
    offered=permissions.may_measure,
    possible=lambda user, indicator: indicator.retired_at is None,
    form=DefinitionForm,
)
RETIRE = Deed(
    name="retire",
    label="Retire",
    do=lambda indicator, by, why: indicators.retire(indicator=indicator, by=by, why=why),
    done="The indicator is retired; its values stay.",
    offered=permissions.may_measure,
    possible=lambda user, indicator: indicator.retired_at is None,
    form=ReasonForm,
)


class ValueInline(ReadOnlyInline):
    """Values that accepted reports gave."""

    model = IndicatorValue
    fields = ("measured_on", "value", "note", "line")
    verbose_name_plural = "values of accepted reports"

    def get_queryset(self, request: Any) -> Any:
        """Return the values that count and that the person may see."""
        seen = standing_values(request.user, on=timezone.localdate())
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))


@admin.register(Indicator)
class IndicatorAdmin(Deeds, NarrowedReadOnlyAdmin):
    """What is measured of items, in numbers."""

    seen_with = Indicator
    list_display = ("name", "unit", "item", "target", "target_on", "retired_at")
    list_select_related = ("item__clause__paragraph__resolution",)
    search_fields = ("name", "unit")
    inlines = (ValueInline,)
    deeds = (CHANGE, RETIRE)
