"""A series for tests: one clause that asks the Secretary-General again and again."""

import datetime as dt

from msgspec.structs import replace

from resolutions.models import Session
from resolutions.parsing.document import Deadline, DeadlineKind
from tests.builders import asks, paragraph, reading, tracked
from tracker.models import Occurrence

SYMBOL = "E/RES/2020/9"


def day(text: str) -> dt.date:
    """Return a day written as `2021-07-20`."""
    return dt.date.fromisoformat(text)


def asked_every(
    rule: str,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    at_session: str = "",
    organ: str = "",
    including: tuple[str, ...] = (),
) -> Occurrence:
    """Track a clause that recurs by a rule, from a last due day or a session on; return its first time."""
    kind = DeadlineKind.RECURRING
    if at_session:
        session = Session.objects.get(organ__code=organ, label=at_session)
        first, last, kind = session.opens, session.closes, DeadlineKind.SESSION
    deadline = Deadline("again", kind, 0, 1, first=first or last, last=last, recurrence=rule or None)
    clause = asks("Requests the Secretary-General to report")
    if including:
        clause = asks(
            "Invites Member States, including Norway, to pay", of=["Member States"], including=including
        )
    clause = replace(clause, deadline=deadline, deadlines=(deadline,))
    tracked(reading(SYMBOL, paragraph("1", clause)))
    return Occurrence.objects.get(assignment__item__clause__paragraph__resolution__symbol=SYMBOL)
