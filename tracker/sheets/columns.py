"""What the columns of a tracking spreadsheet mean: guessed from their headings, named by a person once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from tracker.refusals import Refused
from tracker.sheets.tables import Row, Table
from tracker.statuses import Status


class Field(models.TextChoices):
    """What a column may say."""

    REFERENCE = "reference", "Reference (E/RES/2004/33#op2.1, or E/RES/2004/33, para. 2)"
    SYMBOL = "symbol", "Symbol of the resolution"
    PARAGRAPH = "paragraph", "Paragraph"
    ENTITY = "entity", "Who is responsible"
    STATUS = "status", "Status"
    SINCE = "since", "Since when the status holds"
    DUE = "due", "Due date"
    REMARK = "remark", "Remark (kept as the reason)"


# Words of headings, the most telling first. Compared without case and punctuation.
_SIGNS: Mapping[Field, Sequence[str]] = {
    Field.REFERENCE: ("reference", "item", "mandate", "obligation"),
    Field.SYMBOL: ("symbol", "resolution", "document"),
    Field.PARAGRAPH: ("paragraph", "para", "op", "operative"),
    Field.ENTITY: ("entity", "responsible", "addressee", "lead", "assigned", "owner", "department", "office"),
    Field.STATUS: ("status", "state", "progress", "implementation"),
    Field.SINCE: ("since", "as of", "status date", "updated"),
    Field.DUE: ("due", "deadline", "target date", "timeline"),
    Field.REMARK: ("remark", "comment", "note", "action", "reason"),
}

# What trackers call the statuses. A word that is not here is asked for.
_STATUS_WORDS: Mapping[Status, Sequence[str]] = {
    Status.NOT_STARTED: (
        "not started",
        "pending",
        "to do",
        "open",
        "planned",
        "outstanding",
        "not yet started",
    ),
    Status.IN_PROGRESS: ("in progress", "ongoing", "on track", "started", "under way", "underway", "delayed"),
    Status.PARTIALLY_IMPLEMENTED: ("partially implemented", "partly implemented", "partial", "partly done"),
    Status.IMPLEMENTED: ("implemented", "done", "completed", "complete", "closed", "fulfilled", "achieved"),
    Status.OVERTAKEN: ("overtaken by events", "overtaken", "superseded", "obsolete"),
    Status.NOT_IMPLEMENTED: ("not implemented", "not implemented (closed)", "rejected", "discontinued"),
    Status.NO_ACTION: ("no action required", "no action", "n/a", "not applicable"),
}


@dataclass(frozen=True, slots=True)
class Mapped:
    """Which column says what, and what its words for a status mean.

    Args:
        columns: the number of the column, from 0, for each field that has one.
        statuses: the status for each word of the status column, without case.
    """

    columns: Mapping[Field, int]
    statuses: Mapping[str, Status]

    def told(self, row: Row, field: Field) -> str:
        """Return what a row says in a field, empty where it says nothing."""
        column = self.columns.get(field)
        return row.cells[column] if column is not None and column < len(row.cells) else ""

    def as_json(self) -> dict[str, dict[str, Any]]:
        """Return it as it is stored."""
        return {"columns": {str(f): n for f, n in self.columns.items()}, "statuses": dict(self.statuses)}


def from_json(stored: Mapping[str, Mapping[str, Any]]) -> Mapped:
    """Return what was stored, as a mapping."""
    columns = {Field(name): int(str(n)) for name, n in stored.get("columns", {}).items()}
    statuses = {word: Status(str(status)) for word, status in stored.get("statuses", {}).items()}
    return Mapped(columns, statuses)


def guess(table: Table) -> Mapped:
    """Guess from the headings and the words of a table; a person confirms."""
    columns: dict[Field, int] = {}
    for field, signs in _SIGNS.items():
        free = [n for n in range(len(table.headings)) if n not in columns.values()]
        found = [(rank, n) for n in free for rank in _ranks(table.headings[n], signs)]
        if found:
            columns[field] = min(found)[1]
    guessed = Mapped(columns, {})
    words = status_words(table, guessed)
    known = {word: status for status, said in _STATUS_WORDS.items() for word in said}
    return Mapped(columns, {word: known[word] for word in words if word in known})


def _ranks(heading: str, signs: Sequence[str]) -> list[int]:
    plain = f" {' '.join(re.findall(r'[a-z]+', heading.casefold()))} "
    return [rank for rank, sign in enumerate(signs) if f" {sign}" in plain]


def status_words(table: Table, mapped: Mapped) -> list[str]:
    """Return the words of the status column, without case, each once in the order of the table."""
    return list(dict.fromkeys(w for row in table.rows if (w := mapped.told(row, Field.STATUS).casefold())))


def check(table: Table, mapped: Mapped) -> None:
    """Check that the columns say what must be said.

    Raises:
        Refused: no column says which paragraph or who is responsible, one is named twice, or a word for a
            status has no meaning yet.
    """
    columns = mapped.columns
    if Field.REFERENCE not in columns and not {Field.SYMBOL, Field.PARAGRAPH} <= set(columns):
        raise Refused(
            "Name the column with the reference, or those with the symbol and the paragraph.",
            field="reference",
        )
    if Field.ENTITY not in columns:
        raise Refused("Name the column that says who is responsible.", field="entity")
    twice = [n for n in columns.values() if list(columns.values()).count(n) > 1]
    if twice:
        raise Refused(f"“{table.headings[twice[0]]}” is named for two things; a column says one.")
    unknown = [word for word in status_words(table, mapped) if word not in mapped.statuses]
    if unknown:
        told = ", ".join(f"“{word}”" for word in unknown[:5])
        raise Refused(f"Say which status is meant by {told}.", field="statuses")
