"""The forms by which a tracking spreadsheet is taken in and its columns are named."""

from typing import Any

from django import forms
from django.http import QueryDict

from tracker.forms.fields import OFFERED, FileField
from tracker.refusals import Refused
from tracker.sheets import tables
from tracker.sheets.columns import Field, Mapped, status_words
from tracker.sheets.tables import Table
from tracker.statuses import Status


class SheetForm(forms.Form):
    """The file."""

    file = FileField(
        label="Spreadsheet",
        help_text=f".xlsx or CSV, at most {tables.LARGEST_FILE // 2**20} MB and {tables.MOST_ROWS:,} rows, "
        "the headings in its first row.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


def check_size(size: int) -> None:
    """Check that a file of so many bytes may be read.

    Raises:
        Refused: it is too large.
    """
    if size > tables.LARGEST_FILE:
        raise Refused(f"The file is larger than {tables.LARGEST_FILE // 2**20} MB.", field="file")


class ColumnsForm(forms.Form):
    """Which column says what, and what the words of the status column mean."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, table: Table, mapped: Mapped) -> None:
        super().__init__(data)
        headings = [("", "–"), *((str(n), h or f"Column {n + 1}") for n, h in enumerate(table.headings))]
        for field in Field:
            self.fields[field] = forms.ChoiceField(
                error_messages=OFFERED,
                label=field.label,
                choices=headings,
                required=False,
                initial=mapped.columns.get(field, ""),
            )
        self.words = status_words(table, mapped if data is None else self._columns(data))
        statuses = [("", "Choose …"), *((s.value, f"{s.shape} {s.label}") for s in Status)]
        for n, word in enumerate(self.words):
            self.fields[f"word-{n}"] = forms.ChoiceField(
                error_messages=OFFERED,
                label=f"“{word}” means",
                choices=statuses,
                required=False,
                initial=mapped.statuses.get(word, ""),
            )

    @staticmethod
    def _columns(data: QueryDict) -> Mapped:
        return Mapped({f: int(n) for f in Field if (n := data.get(f, "")).isdecimal()}, {})

    def mapped(self) -> Mapped:
        """Return what was said; the form must be valid."""
        given: dict[str, Any] = self.cleaned_data
        columns = {field: int(given[field]) for field in Field if given[field]}
        statuses = {
            word: Status(given[f"word-{n}"]) for n, word in enumerate(self.words) if given[f"word-{n}"]
        }
        return Mapped(columns, statuses)
