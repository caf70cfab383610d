"""The form of one value of an indicator, beside the line of a report."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone

from tracker.forms.fields import AmountField, DayField, TextField
from tracker.indicator_charts import number
from tracker.models import Indicator, IndicatorValue, Occurrence
from tracker.report_lines import Measure


class MeasureForm(forms.Form):
    """The value of an indicator on a day. Of several that the line holds, the last is shown to be changed."""

    use_required_attribute = False

    value = AmountField(required=False)
    measured_on = DayField(label="Measured for", required=False)
    note = TextField(label="Note on the value", max_length=300, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        indicator: Indicator,
        occurrence: Occurrence,
        held: Sequence[IndicatorValue],
    ) -> None:
        self.indicator = indicator
        own = [row for row in held if row.indicator_id == indicator.pk]
        self.shown = own[-1] if own else None
        self.kept = own[:-1]
        begin = self.shown or IndicatorValue(measured_on=timezone.localdate())
        initial = {name: getattr(begin, name) for name in ("value", "measured_on", "note")}
        super().__init__(data, initial=initial, prefix=f"measure-{occurrence.pk}-{indicator.pk}")
        field = self.fields["value"]
        field.label, field.help_text = f"{indicator.name}, in {indicator.unit}", _begins_and_ends(indicator)

    def clean(self) -> dict[str, Any]:
        """Ask for the day of a value."""
        given: dict[str, Any] = self.cleaned_data
        if given.get("value") is not None and "measured_on" in given and not given["measured_on"]:
            self.add_error("measured_on", "Give the day for which it is measured.")
        return given

    def values(self) -> list[Measure]:
        """Return what was measured, with what the line holds beside it; the form must be valid."""
        kept = [Measure(self.indicator, row.value, row.measured_on, row.note) for row in self.kept]
        given = self.cleaned_data
        if given["value"] is None:
            return kept
        return [*kept, Measure(self.indicator, given["value"], given["measured_on"], given["note"])]


def _begins_and_ends(indicator: Indicator) -> str:
    said = [
        f"{word} {number(value)} ({day:%-d %B %Y})"
        for word, value, day in (
            ("baseline", indicator.baseline, indicator.baseline_on),
            ("target", indicator.target, indicator.target_on),
        )
        if value is not None and day is not None
    ]
    words = ", ".join(said)
    return f"{words[:1].upper()}{words[1:]}." if words else ""
