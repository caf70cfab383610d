"""What a clause says beside the action, in the words of a page."""

import datetime as dt

import pytest

from resolutions.models import Clause, ClauseDeadline
from tracker.said import rhythm, time_said


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=YEARLY", "every year"),
        ("FREQ=YEARLY;INTERVAL=2", "every 2 years"),
        ("FREQ=DAILY;INTERVAL=120", "every 120 days"),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=2", "every 2 years, 2 times"),
        ("FREQ=YEARLY;UNTIL=20301231", "every year until 31 December 2030"),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21", "every year on 21 June"),
        ("FREQ=YEARLY;BYMONTH=7;BYDAY=1SA", "every year on the first Saturday of July"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "every year on the last Monday of May"),
        ("", ""),
    ],
)
def test_a_rule_reads_as_a_rhythm(rule, words):
    assert rhythm(rule) == words


def time(text, kind="date", first=None, last=None, **more):
    days = {
        name: dt.date.fromisoformat(day) for name, day in (("first_day", first), ("last_day", last)) if day
    }
    return ClauseDeadline(clause=Clause(), position=1, text=text, kind=kind, **days, **more)


@pytest.mark.parametrize(
    ("said", "heading", "words"),
    [
        pytest.param(
            time("until 31 October 2026", first="2026-10-31", last="2026-10-31", expiry=True),
            "Mandate ends",
            "31 October 2026, “until 31 October 2026”",
            id="an end",
        ),
        pytest.param(
            time("until the Council decides otherwise", "relative", expiry=True),
            "Lasts",
            "“until the Council decides otherwise”",
            id="an end without a day",
        ),
        pytest.param(time("by 2030", last="2030-12-31", target=True), "Aim", "“by 2030”", id="an aim"),
        pytest.param(
            time("annually", "recurring", recurrence="FREQ=YEARLY"),
            "How often",
            "Every year, “annually”",
            id="rhythm",
        ),
        pytest.param(
            time("from 1 May 2026", first="2026-05-01"), "From", "1 May 2026, “from 1 May 2026”", id="a start"
        ),
        pytest.param(
            time("by June 2026", first="2026-06-01", last="2026-06-30", governs=True, estimated=True),
            "Due",
            "1 June 2026 to 30 June 2026 (estimated), “by June 2026”",
            id="due",
        ),
        pytest.param(
            time("at its ninth session", "session"),
            "Also named",
            "“at its ninth session”, no day known",
            id="unknown",
        ),
    ],
)
def test_a_time_says_what_it_is(said, heading, words):
    assert time_said(said) == (heading, words)
