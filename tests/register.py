"""A small register that many tests start from, and the short ways of doing what people do with it."""

import datetime as dt

from django.contrib.auth.models import User

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tracker import reports
from tracker.models import FollowUpReport, Occurrence
from tracker.reports import Line, Words
from tracker.statuses import Status

DAY = dt.date(2021, 2, 1)
WORDS = Words(
    period_from=dt.date(2020, 8, 1), period_to=dt.date(2021, 1, 31), action_taken="A focal point was named."
)


def register(symbol: str = "E/RES/2020/1", *, due: dt.date | None = None) -> None:
    """Track one resolution that asks the Secretary-General and Norway, and Member States including Sweden."""
    both = "Requests the Secretary-General and Norway to report"
    group = "Invites Member States, including Sweden, to help in the work"
    tracked(
        reading(
            symbol,
            paragraph("1", asks(both, of=["Secretary-General", "Norway"], due=due)),
            paragraph("2", asks(group, verb="invite", of=["Member States"], including=["Sweden"])),
        )
    )


def occurrence(entity: str, symbol: str = "E/RES/2020/1") -> Occurrence:
    """Find the running occurrence of an entity's assignment."""
    return Occurrence.objects.get(
        assignment__entity__name=entity,
        assignment__item__clause__paragraph__resolution__symbol=symbol,
        is_current=True,
    )


def line(of: Occurrence, to: Status = Status.IMPLEMENTED, **more: object) -> Line:
    """Say of an occurrence that it reached a status."""
    return Line(occurrence=of, proposed_status=to, effective_on=DAY, **more)  # type: ignore[arg-type]


def drafted(by: User, *lines: Line, entity: str = "Secretary-General", **more: object) -> FollowUpReport:
    """Write a draft of an entity's report."""
    return reports.draft(
        entity=Entity.objects.get(name=entity),
        by=by,
        words=WORDS,
        lines=lines,
        **more,  # type: ignore[arg-type]
    )


def submitted(by: User, *lines: Line, entity: str = "Secretary-General") -> FollowUpReport:
    """Write a report and hand it in."""
    report = drafted(by, *lines, entity=entity)
    reports.submit(report=report, by=by)
    return report


def accepted(by: User, reviewer: User, *lines: Line, entity: str = "Secretary-General") -> FollowUpReport:
    """Write a report, hand it in and have it accepted."""
    report = submitted(by, *lines, entity=entity)
    reports.accept(report=report, by=reviewer)
    return report
