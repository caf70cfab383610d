"""Reading the times of a sentence as if it had been adopted by the General Assembly on 20 December 2024."""

import datetime as dt

from resolutions.parsing.context import Context
from resolutions.parsing.document import Deadline
from resolutions.parsing.signs import wording
from resolutions.parsing.times import Setting, deadlines_in
from resolutions.parsing.words import words_of

ADOPTED = dt.date(2024, 12, 20)


def read(
    text: str, organ: str = "GA", *, before: str = "", mandate_ends: dt.date | None = None
) -> tuple[Deadline, ...]:
    """Give the times of a sentence, `before` being what the document says ahead of it."""
    context = Context(organ, history=[before] if before else [])
    return deadlines_in(wording(words_of(text)), 0, Setting(context, ADOPTED, mandate_ends))


def days(text: str) -> dt.date | None:
    """Give the day "2026-09-08" stands for; "" for none."""
    return dt.date.fromisoformat(text) if text else None
