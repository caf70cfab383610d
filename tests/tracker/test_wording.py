"""Days and due dates in words."""

import datetime as dt

import pytest

from tracker.models import Occurrence
from tracker.statuses import Status
from tracker.wording import day, due_words, paragraph_words

TODAY = dt.date(2021, 3, 1)


def occurrence(
    last: dt.date | None, *, first: dt.date | None = None, done: bool = False, estimated: bool = False
):
    return Occurrence(
        due_from=first or last,
        due_to=last,
        due_estimated=estimated,
        status=Status.IMPLEMENTED if done else Status.IN_PROGRESS,
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(occurrence(None), "no due date stated", id="none stated"),
        pytest.param(
            Occurrence(due_words="every 90 days"), "“every 90 days”, no day set", id="words without a day"
        ),
        pytest.param(occurrence(dt.date(2021, 12, 3)), "due 3 December 2021", id="ahead"),
        pytest.param(occurrence(TODAY), "due today", id="today is not overdue"),
        pytest.param(
            occurrence(dt.date(2021, 7, 31), first=dt.date(2021, 7, 1), estimated=True),
            "due 1 July 2021 to 31 July 2021 (estimated)",
            id="a session's days",
        ),
        pytest.param(
            occurrence(TODAY, first=dt.date(2021, 2, 1)),
            "due 1 February 2021 to 1 March 2021",
            id="last of several days",
        ),
        pytest.param(occurrence(dt.date(2021, 2, 28)), "overdue 1 day", id="yesterday"),
        pytest.param(occurrence(dt.date(2021, 2, 17)), "overdue 12 days", id="days"),
        pytest.param(occurrence(dt.date(2020, 9, 1)), "overdue 6 months", id="months"),
        pytest.param(occurrence(dt.date(2005, 1, 1)), "overdue 16 years", id="years"),
        pytest.param(
            occurrence(dt.date(2020, 1, 1), done=True), "was due 1 January 2020", id="closed is never overdue"
        ),
        pytest.param(
            occurrence(dt.date(2021, 12, 3), done=True), "due 3 December 2021", id="done before its day"
        ),
    ],
)
def test_a_due_date_is_told_in_words(given, words):
    assert due_words(given, TODAY) == words


def test_a_day_is_written_out_and_nothing_stays_nothing():
    assert day(dt.date(2004, 7, 21)) == "21 July 2004"
    assert day(dt.datetime(2004, 7, 21, 23, 59, tzinfo=dt.UTC)) == "21 July 2004"
    assert day(None) == ""


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("3", "paragraph 3"),
        ("3(a)(ii)", "paragraph 3(a)(ii)"),
        ("A.3", "paragraph A.3"),
        ("u2", "unnumbered paragraph 2"),
    ],
)
def test_a_paragraph_without_a_number_is_counted(label, words):
    assert paragraph_words(label) == words
