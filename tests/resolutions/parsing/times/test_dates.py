"""Days, months and years: what is due, what ends, and what is only aimed at."""

import pytest

from tests.resolutions.parsing.times.reading import days, read


@pytest.mark.parametrize(
    "text",
    [
        "adopted on 20 January 1994",
        "by 31 June 2025",
        "to restore the lines that were held before 4 May 1999",
        "those States that have not submitted their reports by 31 March 2025",
        "any licence granted prior to 1 March 2025",
        "to consider further steps unless by 1 March 2025 the lamps have been relit",
        "for the period from 1 July 2025 to 30 June 2026",
        "the plan of action 2021-2030",
        "the budget for the period 2025–2028",
    ],
)
def test_a_date_of_something_else_is_no_deadline(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("by 31 December 2026", "2026-12-31", "2026-12-31"),
        ("no later than June 2025", "2025-06-01", "2025-06-30"),
        ("by the end of 2025", "2025-12-31", "2025-12-31"),
        ("by the end of February 2028", "2028-02-29", "2028-02-29"),
        ("before the end of May", "2025-05-31", "2025-05-31"),
        ("by 1 March", "2025-03-01", "2025-03-01"),
        ("by July 15, 2025", "2025-07-15", "2025-07-15"),
        ("by the first quarter of 2026", "2026-01-01", "2026-03-31"),
        ("by mid-2026", "2026-01-01", "2026-07-02"),
        ("before January 2026", "2025-12-31", "2025-12-31"),
        ("by the end of the biennium 2026–2027", "2027-12-31", "2027-12-31"),
        ("before the end of this year", "2024-12-31", "2024-12-31"),
        ("no later than the end of next year", "2025-12-31", "2025-12-31"),
    ],
)
def test_a_due_date_is_an_interval(text, first, last):
    (found,) = read(text)
    assert (found.text, found.first, found.last) == (text, days(first), days(last))
    assert (found.expiry, found.target, found.estimated) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "words", "last"),
    [
        ("to extend the mandate until 31 July 2025", "until 31 July 2025", "2025-07-31"),
        ("for a further period ending on 15 June 2025", "ending on 15 June 2025", "2025-06-15"),
        ("the measures shall expire on 31 May 2026", "expire on 31 May 2026", "2026-05-31"),
        ("to establish for the period 2025–2028 a group", "for the period 2025–2028", "2028-12-31"),
        ("the Mission through 15 July 2025", "through 15 July 2025", "2025-07-15"),
        (
            "until the end of the current mandate on 31 May 2025",
            "until the end of the current mandate on 31 May 2025",
            "2025-05-31",
        ),
    ],
)
def test_the_end_of_a_mandate_is_an_expiry(text, words, last):
    (found,) = read(text)
    assert (found.text, found.last, found.expiry) == (words, days(last), True)


@pytest.mark.parametrize(
    "text",
    [
        "to end hunger by 2030",
        "to improve resource efficiency through 2030",
        "with a view to doubling access by the end of 2027",
        "to meet the target of universal coverage by 31 December 2028",
    ],
)
def test_the_year_of_an_aim_is_a_target_and_nothing_is_due(text):
    (found,) = read(text)
    assert (found.target, found.expiry) == (True, False)


def test_a_day_of_every_year_recurs():
    (found,) = read("to report by 30 April each year")
    assert (found.recurrence, found.first) == ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30", days("2025-04-30"))
