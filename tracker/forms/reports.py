"""The form of a follow-up report: its words, a line for each obligation it answers, its first evidence."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone

from resolutions.models import Entity
from tracker.forms.evidence import EvidenceForm
from tracker.forms.fields import (
    OFFERED,
    DayField,
    TextField,
    WholeNumberField,
    WordsField,
    check_beside,
    tell,
)
from tracker.forms.measures import MeasureForm
from tracker.likeness import Piece, side_by_side
from tracker.models import Occurrence, ReportingCycle, ReportLine
from tracker.quoting import same, words_answered, words_of
from tracker.recording import measured_by
from tracker.refusals import Refused
from tracker.report_lines import Line, status_seen_by
from tracker.reports import Words, check_period
from tracker.statuses import BY_REPORT, Status
from tracker.workflow import check_effective_day


class WordsForm(forms.Form):
    """The period and the words of a report."""

    period_from = DayField(label="Period from")
    period_to = DayField(label="Period to")
    action_taken = WordsField(label="Action taken", help_text="What was done in the period.", rows=5)
    results = WordsField(label="Results", help_text="What came of it.", required=False)
    challenges = WordsField(label="Challenges", help_text="What stood in the way.", required=False)
    next_steps = WordsField(label="Next steps", help_text="What is planned, and by when.", required=False)

    def clean(self) -> dict[str, Any]:
        """Check that the period is one."""
        given: dict[str, Any] = self.cleaned_data
        first, last = given.get("period_from"), given.get("period_to")
        if first and last:
            check_beside(self, "period_to", partial(check_period, first, last))
        return given

    def words(self) -> Words:
        """Return what was written; the form must be valid."""
        return Words(**{name: self.cleaned_data[name] for name in Words.__dataclass_fields__})


class CycleForm(forms.Form):
    """Which open reporting cycle the report answers, if any."""

    cycle = forms.ModelChoiceField(
        error_messages=OFFERED,
        label="Reporting cycle",
        queryset=ReportingCycle.objects.none(),
        required=False,
        empty_label="None",
        help_text="Choose the request for reports that this answers.",
    )

    def __init__(self, *args: Any, entity: Entity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cycle"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = ReportingCycle.objects.filter(entities=entity, closed_at=None)
        if not field.queryset.exists():
            field.widget = forms.HiddenInput()


class LineForm(forms.Form):
    """What the report says of one obligation; only the statuses that can be reached are offered."""

    use_required_attribute = False

    answers = forms.BooleanField(label="This report answers it", required=False)
    proposed_status = forms.ChoiceField(label="Status now", error_messages=OFFERED)
    percentage = WholeNumberField(
        label="Per cent done", min_value=0, max_value=100, required=False, help_text="0 to 100."
    )
    effective_on = DayField(
        label="Since",
        help_text="The day from which the status holds.",
        error_messages={"required": "Give the day from which the status holds."},
    )
    note = TextField(label="Note on this obligation", required=False)
    # The words that the page showed; the page always sends those of today.
    seen = TextField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        occurrence: Occurrence,
        entity: Entity,
        held: ReportLine | None,
        before: ReportLine | None = None,
        **kwargs: Any,
    ) -> None:
        self.occurrence = occurrence
        self.now = status_seen_by(entity, occurrence)
        clause = occurrence.assignment.item.clause
        self.words_today = words_of(clause)
        told = held or before
        initial = self._begin_with(before) | {"seen": words_answered(told, clause) if told else ""}
        kwargs["initial"] = {**initial, **(self._of(held) if held else {}), **kwargs.get("initial", {})}
        kwargs["prefix"] = f"line-{occurrence.pk}"
        super().__init__(data, **kwargs)
        field = self.fields["proposed_status"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = self._reachable()
        for name in ("proposed_status", "effective_on"):
            self.fields[name].required = self.chosen
        measures = list(held.measures.all()) if held else []
        self.measures = [
            MeasureForm(data, indicator=indicator, occurrence=occurrence, held=measures)
            for indicator in measured_by(occurrence)
        ]

    def is_valid(self) -> bool:
        """Whether the line and, where it is chosen, every value measured are as they must be."""
        values = {measure.is_valid() for measure in self.measures} if self.chosen else {True}
        return super().is_valid() and values <= {True}

    def clean(self) -> dict[str, Any]:
        """Check the day of a line that is chosen."""
        given: dict[str, Any] = self.cleaned_data
        day = given.get("effective_on")
        if self.chosen and day:
            check_beside(self, "effective_on", partial(check_effective_day, self.occurrence, day))
        return given

    def _begin_with(self, before: ReportLine | None) -> dict[str, object]:
        """Return what a new line begins with: the status as it is, or what the last report said."""
        begun: dict[str, object] = {"effective_on": timezone.localdate(), "proposed_status": self.now.value}
        if before is None:
            return begun
        begun |= {"percentage": before.percentage, "note": before.note}
        if before.proposed_status in (self.now, *BY_REPORT[self.now]):
            begun |= {"proposed_status": before.proposed_status, "effective_on": before.effective_on}
        return begun

    @staticmethod
    def _of(held: ReportLine) -> dict[str, object]:
        return {
            "answers": True,
            "proposed_status": held.proposed_status,
            "percentage": held.percentage,
            "effective_on": held.effective_on,
            "note": held.note,
        }

    def _reachable(self) -> list[tuple[str, str]]:
        stays = (self.now.value, f"{self.now.label} (as it is)")
        return [stays, *((status.value, status.label) for status in BY_REPORT[self.now])]

    @property
    def chosen(self) -> bool:
        """Whether the report answers this obligation."""
        return bool(self["answers"].value())

    @property
    def changed(self) -> tuple[list[Piece], list[Piece]] | None:
        """The words answered so far and those of today, in pieces, where a corrected text came in between."""
        seen = self["seen"].value()
        if not self.chosen or not seen or same(seen, self.words_today):
            return None
        return side_by_side(seen, self.words_today)

    def line(self) -> Line:
        """Return what was said; the form must be valid and chosen."""
        given = self.cleaned_data
        day: dt.date = given["effective_on"]
        return Line(
            self.occurrence,
            Status(given["proposed_status"]),
            day,
            given["percentage"],
            given["note"],
            measures=tuple(value for measure in self.measures for value in measure.values()),
            seen=given["seen"] or None,
        )


@dataclass(frozen=True)
class RecordForms:
    """Every form of the page on which a report is written, as one."""

    words: WordsForm
    cycle: CycleForm
    lines: list[LineForm]
    evidence: EvidenceForm

    def is_valid(self) -> bool:
        """Whether all parts are as they must be; each then carries its own errors."""
        parts = (self.words, self.cycle, self.evidence, *self.lines)
        valid = {part.is_valid() for part in parts} == {True}
        if not valid:
            self._ask_for_file_again()
        return valid

    def _ask_for_file_again(self) -> None:
        # A browser sends a file once and never fills it in again.
        if self.evidence.cleaned_data.get("file"):
            self.evidence.add_error("file", "Choose the file again: only it has to be given once more.")

    def chosen_lines(self) -> list[Line]:
        """Return what is said of the obligations that were ticked; the forms must be valid."""
        return [form.line() for form in self.lines if form.chosen]

    def tell(self, refusal: Refused) -> None:
        """Show a refusal in the part it concerns; one of a line where only one line is chosen."""
        self._ask_for_file_again()
        chosen = [form for form in self.lines if form.chosen]
        name = "proposed_status" if refusal.field == "status" else refusal.field
        if len(chosen) == 1 and name in chosen[0].fields:
            chosen[0].add_error(name, refusal.message)
        else:
            parts = (self.evidence, self.cycle, self.words)
            tell(next((part for part in parts if name in part.fields), self.words), refusal)
