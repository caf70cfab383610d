"""Sessions of the bodies: known ones from a table, the others from each body's rhythm.

Reads session_facts.tsv (opening and closing days as held) and session_rules.tsv (which number falls
in which year and when such sessions usually meet). What a rule gives is marked as estimated.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from resolutions.parsing.vocabulary.tables import rows

ASSEMBLY_RULE = "assembly"
SECOND_WEEK_FROM = 78  # the General Assembly's sessions open a week earlier since the 78th


class SessionEntry(Struct, frozen=True):
    """A session of a body.

    Args:
        organ: the body's code, a key of organs.tsv.
        label: how the session is called, "58" or, where sessions are named by year, "2005".
        number: the number where sessions are numbered.
        opens, closes: first and last day.
        estimated: the days come from a rule and not from the record.
    """

    organ: str
    label: str
    number: int | None
    opens: dt.date
    closes: dt.date
    estimated: bool


@cache
def sessions() -> tuple[SessionEntry, ...]:
    """Give all sessions by body and day; a known one takes the place of its estimate."""
    found = {(entry.organ, entry.label): entry for entry in _ruled()}
    found.update({(entry.organ, entry.label): entry for entry in _known()})
    return tuple(sorted(found.values(), key=lambda entry: (entry.organ, entry.opens, entry.label)))


def assembly_opening(number: int) -> dt.date:
    """Give the day on which a regular session of the General Assembly opens.

    The Tuesday of the third (from the 78th session: second) week of September, counting from the
    first week that has a working day (rule 1 of the Assembly's rules of procedure).
    """
    first = dt.date(1945 + number, 9, 1)
    monday = first - dt.timedelta(days=first.weekday())
    if first.weekday() >= 5:
        monday += dt.timedelta(weeks=1)
    weeks = 1 if number >= SECOND_WEEK_FROM else 2
    return monday + dt.timedelta(weeks=weeks, days=1)


def _known() -> Iterator[SessionEntry]:
    for row in rows("session_facts"):
        yield SessionEntry(
            organ=row["organ"],
            label=row["label"],
            number=int(row["number"]),
            opens=dt.date.fromisoformat(row["opens"]),
            closes=dt.date.fromisoformat(row["closes"]),
            estimated=False,
        )


def _ruled() -> Iterator[SessionEntry]:
    for row in rows("session_rules"):
        for nth, number in enumerate(range(int(row["first"]), int(row["last"]) + 1, int(row["step"]))):
            year = int(row["first_year"]) + nth * int(row["year_step"])
            opens, closes = _window(row, number, year)
            numbered = row["label"] == "number"
            yield SessionEntry(row["organ"], str(number), number if numbered else None, opens, closes, True)


def _window(row: dict[str, str], number: int, year: int) -> tuple[dt.date, dt.date]:
    """Give the usual days of one session from its rule."""
    if row["opens"] == ASSEMBLY_RULE:
        return assembly_opening(number), assembly_opening(number + 1) - dt.timedelta(days=1)
    first_year = year - 1 if row["opens_year_before"] else year
    return dt.date.fromisoformat(f"{first_year}-{row['opens']}"), dt.date.fromisoformat(
        f"{year}-{row['closes']}"
    )
