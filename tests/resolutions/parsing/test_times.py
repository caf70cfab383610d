"""Time expressions as intervals of days."""

import datetime as dt

import pytest

from resolutions.parsing.document import DeadlineKind
from resolutions.parsing.times import deadlines_in, governing

ADOPTED = dt.date(2024, 12, 20)


def read(text, organ="GA"):
    return deadlines_in(text, 0, organ, ADOPTED)


@pytest.mark.parametrize(
    "text",
    [
        "achieve the Goals by 2030",
        "as soon as possible",
        "the report on its forty-second session",
        "adopted on 20 January 1994",
        "by 31 June 2025",
        "at its session",
    ],
)
def test_words_that_fix_no_day_are_no_deadline(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "estimated"),
    [
        (
            "to report at its seventy-ninth session",
            "at its seventy-ninth session",
            (2024, 9, 10),
            (2025, 9, 8),
            False,
        ),
        (
            "the provisional agenda of its eighty-first session",
            "its eighty-first session",
            (2026, 9, 8),
            None,
            True,
        ),
        ("at the fifty-eighth session of the Human Rights Council", None, (2025, 2, 24), (2025, 4, 4), False),
        ("to report by 31 December 2026", "by 31 December 2026", (2026, 12, 31), (2026, 12, 31), False),
        ("no later than June 2025", "no later than June 2025", (2025, 6, 1), (2025, 6, 30), False),
        ("by the end of 2025", "by the end of 2025", (2025, 12, 31), (2025, 12, 31), False),
        ("within thirty days", "within thirty days", (2024, 12, 20), (2025, 1, 19), True),
        ("within a period of 90 days", "within a period of 90 days", (2024, 12, 20), (2025, 3, 20), True),
    ],
)
def test_a_due_time_is_an_interval(text, words, first, last, estimated):
    (found,) = read(text)
    assert found.text == (words or text)
    assert text[found.start : found.end] == found.text
    assert found.first == dt.date(*first)
    assert last is None or found.last == dt.date(*last)
    assert found.estimated is estimated
    assert not found.expiry


def test_a_start_has_no_last_day_and_a_budget_period_is_no_start():
    (found,) = read("the transfer shall begin from 1 November 2025")
    assert (found.first, found.last) == (dt.date(2025, 11, 1), None)
    assert read("for the period from 1 July 2025 to 30 June 2026") == ()


def test_its_session_is_that_of_the_body_that_speaks():
    (found,) = read("at its 2021 session", organ="ECOSOC")
    assert (found.first, found.last) == (dt.date(2020, 7, 25), dt.date(2021, 7, 24))
    (unknown,) = read("at its ninety-ninth session", organ="SC")
    assert (unknown.kind, unknown.first, unknown.last) == (DeadlineKind.SESSION, None, None)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("to report annually", "FREQ=YEARLY"),
        ("on a biennial basis", "FREQ=YEARLY;INTERVAL=2"),
        ("every two years", "FREQ=YEARLY;INTERVAL=2"),
        ("every 60 days", "FREQ=DAILY;INTERVAL=60"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("every month", "FREQ=MONTHLY"),
        ("every one hundred and twenty days", "FREQ=DAILY;INTERVAL=120"),
    ],
)
def test_what_recurs_has_a_rule(text, rule):
    (found,) = read(text)
    assert (found.kind, found.recurrence) == (DeadlineKind.RECURRING, rule)


@pytest.mark.parametrize("text", ["until 31 July 2025", "for a further period of six months"])
def test_the_end_of_a_mandate_is_an_expiry(text):
    (found,) = read(text)
    assert found.expiry


def test_the_first_specific_time_governs():
    several = read("annually, and by 31 May 2025 and within 30 days")
    assert governing(several) == several[1]
    assert several[1].text == "by 31 May 2025"
    (alone,) = read("annually")
    assert governing((alone,)) == alone
    assert governing(()) is None


def test_a_due_day_governs_before_a_session_whose_days_nobody_knows():
    several = read("to review them at its ninety-ninth session, and to report thereon by 1 June 2028")
    assert [deadline.last for deadline in several] == [None, dt.date(2028, 6, 1)]
    assert governing(several) == several[1]


def test_the_end_of_a_mandate_does_not_take_the_place_of_a_session():
    several = read("to report at its ninety-ninth session on the mandate until 31 July 2028")
    assert [deadline.expiry for deadline in several] == [False, True]
    assert governing(several) == several[0]
