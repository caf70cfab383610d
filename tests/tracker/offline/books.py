"""What the tests of worklists share: fill in cells of a workbook as a person would, and open one."""

import datetime as dt
from io import BytesIO
from typing import Any

from django.contrib.auth.models import User
from openpyxl import Workbook, load_workbook

from resolutions.models import Entity
from tests.conftest import TODAY
from tracker.models import ReportingCycle
from tracker.offline.worklist import worklist_of
from tracker.offline.writing import workbook_of

WORDS: dict[str, Any] = {
    "Report!B2": dt.date(2020, 8, 1),
    "Report!B3": dt.date(2021, 1, 31),
    "Report!B4": "A focal point was named.",
}
ANSWER: dict[str, Any] = {"Obligations!F2": "In progress", "Obligations!H2": dt.date(2021, 2, 1)}


def taken_out(by: User, entity: str = "Secretary-General", cycle: ReportingCycle | None = None) -> bytes:
    """Take out an entity's worklist."""
    found = Entity.objects.get(name=entity)
    return workbook_of(worklist_of(entity=found, cycle=cycle, by=by, on=TODAY))


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def filled(data: bytes, *parts: dict[str, Any]) -> bytes:
    """Return the workbook with cells changed, each given as `Sheet!A1`."""
    book = opened(data)
    for part in parts:
        for at, value in part.items():
            sheet, _, cell = at.partition("!")
            book[sheet][cell] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()
