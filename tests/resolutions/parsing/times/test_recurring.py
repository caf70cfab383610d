"""What recurs, as RFC 5545 rules."""

import pytest

from resolutions.parsing.document import DeadlineKind
from resolutions.parsing.times import governing
from tests.resolutions.parsing.times.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "to publish regularly updated lists",
        "that the lamps are regularly inspected",
        "a thousand dollars per year",
        "at a monthly rate of 500,000 dollars",
        "to include it in his next annual report",
        "takes note of an annual report",
        "to disseminate the annual reports of the Committee",
    ],
)
def test_what_has_no_rhythm_does_not_recur(text):
    assert not [each for each in read(text) if each.kind is DeadlineKind.RECURRING]


@pytest.mark.parametrize(
    "text",
    [
        "to report on a regular basis",
        "to review it periodically",
        "to keep the Council regularly informed",
        "to report regularly",
        "to review it on a periodic basis",
    ],
)
def test_what_recurs_without_a_rhythm_has_no_rule_and_governs_last(text):
    (found,) = read(text)
    assert (found.kind, found.recurrence) == (DeadlineKind.RECURRING, None)
    several = read(f"{text}, and to report every two years")
    assert governing(several) == several[1]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("to report annually", "FREQ=YEARLY"),
        ("on a biennial basis", "FREQ=YEARLY;INTERVAL=2"),
        ("every two years", "FREQ=YEARLY;INTERVAL=2"),
        ("every other year", "FREQ=YEARLY;INTERVAL=2"),
        ("every third year", "FREQ=YEARLY;INTERVAL=3"),
        ("every 60 days", "FREQ=DAILY;INTERVAL=60"),
        ("every one hundred and twenty days or sooner", "FREQ=DAILY;INTERVAL=120"),
        ("to report quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("to meet at least twice a year", "FREQ=MONTHLY;INTERVAL=6"),
        ("twice yearly", "FREQ=MONTHLY;INTERVAL=6"),
        ("three times annually", "FREQ=MONTHLY;INTERVAL=4"),
        ("bi-annually", "FREQ=MONTHLY;INTERVAL=6"),
        ("on a six-monthly basis", "FREQ=MONTHLY;INTERVAL=6"),
        ("at six-month intervals", "FREQ=MONTHLY;INTERVAL=6"),
        ("at intervals of two years", "FREQ=YEARLY;INTERVAL=2"),
        ("at monthly intervals", "FREQ=MONTHLY"),
        ("each quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("to make two country visits per year", "FREQ=MONTHLY;INTERVAL=6"),
        ("to hold one meeting per quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("once a year", "FREQ=YEARLY"),
        ("every month", "FREQ=MONTHLY"),
        ("to submit an annual report", "FREQ=YEARLY"),
        ("to provide quarterly briefings", "FREQ=MONTHLY;INTERVAL=3"),
        ("to organize an annual exhibit", "FREQ=YEARLY"),
        ("to observe it annually, on the first Saturday of July", "FREQ=YEARLY;BYMONTH=7;BYDAY=1SA"),
        ("to observe on 21 June each year the Day", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21"),
        ("to report annually until 31 December 2030", "FREQ=YEARLY;UNTIL=20301231"),
    ],
)
def test_what_recurs_has_a_rule(text, rule):
    found = read(text)[0]
    assert (found.kind, found.recurrence) == (DeadlineKind.RECURRING, rule)
    assert text[found.start : found.end] == found.text


def test_a_rhythm_may_end_with_a_session():
    rhythm, end = read("to report annually until its eighty-fifth session")
    assert rhythm.recurrence == f"FREQ=YEARLY;UNTIL={end.last:%Y%m%d}"
    assert end.expiry
