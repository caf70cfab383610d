"""Days from which something holds, and on which the action itself happens."""

import pytest

from tests.resolutions.parsing.times.reading import days, read


@pytest.mark.parametrize(
    "text",
    [
        "the conference held in Rome on 3 May 2025",
        "to take part in the forum, which will be held in Nairobi in 2026",
        "the termination of its mandate on 15 June 2025",
        "to hold the meeting on 3 May 2019",
        "the talks held in Rome on 3 and 4 May 2025",
        "to convene on 31 and 2 May 2030",
        "free elections in 2026",
        "to prepare for the conduct of free elections in February 2026",
        "the Fifth Conference, to be held in Lima from 3 to 6 May 2026",
        "the observance of the Day on 29 November",
        "to prepare for the elections due to take place on 23 December 2026",
    ],
)
def test_the_days_of_another_event_are_no_deadline(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (
            "the Committee shall meet from 18 to 26 February 2026",
            "from 18 to 26 February 2026",
            "2026-02-18",
            "2026-02-26",
        ),
        (
            "shall convene from 30 June to 3 July 2026",
            "from 30 June to 3 July 2026",
            "2026-06-30",
            "2026-07-03",
        ),
        ("all States shall, on 15 April 2026, close them", "on 15 April 2026", "2026-04-15", "2026-04-15"),
        (
            "the forum will be held from Tuesday, 16 April, to Thursday, 18 April 2030",
            "from Tuesday, 16 April, to Thursday, 18 April 2030",
            "2030-04-16",
            "2030-04-18",
        ),
        (
            "the segment will be held on Wednesday, 31 January, and Thursday, 1 February 2030",
            "on Wednesday, 31 January, and Thursday, 1 February 2030",
            "2030-01-31",
            "2030-02-01",
        ),
        ("to convene on 3 and 4 June 2030", "on 3 and 4 June 2030", "2030-06-03", "2030-06-04"),
        ("shall be held on Thursday, 23 July 2026", "on Thursday, 23 July 2026", "2026-07-23", "2026-07-23"),
        ("to hold a high-level conference in 2027", "in 2027", "2027-01-01", "2027-12-31"),
        ("to convene it in early 2026", "in early 2026", "2026-01-01", "2026-01-01"),
        ("to convene it in September 2026", "in September 2026", "2026-09-01", "2026-09-30"),
        ("to report to the Council in May 2026", "in May 2026", "2026-05-01", "2026-05-31"),
        ("to complete its work in 2026", "in 2026", "2026-01-01", "2026-12-31"),
        ("to begin in the first half of 2026", "in the first half of 2026", "2026-01-01", "2026-06-30"),
        ("to begin the transfer from 1 November 2025", "from 1 November 2025", "2025-11-01", ""),
        ("effective 1 January 2026", "effective 1 January 2026", "2026-01-01", ""),
    ],
)
def test_an_occasion_to_come_is_a_time(text, words, first, last):
    (found,) = read(text)
    assert (found.text, found.first, found.last) == (words, days(first), days(last))
    assert not found.expiry


def test_from_one_day_until_another_is_one_time_that_ends():
    (found,) = read("to deploy a reserve from 1 July 2025 until 12 August 2025")
    assert (found.first, found.last, found.expiry) == (days("2025-07-01"), days("2025-08-12"), True)
