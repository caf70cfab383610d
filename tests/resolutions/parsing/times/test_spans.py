"""Times counted from an event, and how long something lasts."""

import pytest

from resolutions.parsing.document import DeadlineKind
from tests.resolutions.parsing.times.reading import days, read


@pytest.mark.parametrize(
    "text",
    [
        "children under five years of age",
        "over the past six months",
        "a two-day session",
        "after two years of drought",
        "posts vacant for more than 24 months",
        "as planned in the first 10-year framework",
        "five years after the Assembly takes note of them",
        "ten years after the adoption of the Charter of Lamps",
    ],
)
def test_an_age_or_a_length_is_no_deadline(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("within thirty days", "2025-01-19"),
        ("within a period of 90 days", "2025-03-20"),
        ("within forty-five days of the adoption of the present resolution", "2025-02-03"),
        ("no later than six months after the adoption of this resolution", "2025-06-20"),
        ("in 30 days", "2025-01-19"),
        ("within a year", "2025-12-20"),
        ("over the next two years", "2026-12-20"),
        ("within a year of Atlantis’s accession", ""),
        ("in twelve months or sooner", "2025-12-20"),
        ("one hundred and twenty days following the adoption of the present resolution", "2025-04-19"),
        ("twenty-four hours from the time of the adoption of this resolution", "2024-12-21"),
        ("within two months from 1 March 2025", "2025-05-01"),
        ("within ten days of receiving the notification", ""),
        ("within the period of 180 days from 1 March 2025", "2025-08-28"),
        ("twelve months from the date of this resolution", "2025-12-20"),
        ("after a period of ninety (90) days", "2025-03-20"),
        ("at the end of six months", "2025-06-20"),
        ("ninety days after the entry into force of paragraph 1 above", ""),
        ("at the latest one year after the closing of the list", ""),
        ("within 30 days of the coming into force of the measures imposed by paragraph 4 above", ""),
    ],
)
def test_a_span_counts_from_adoption_unless_the_text_says_otherwise(text, last):
    (found,) = read(text)
    assert (found.text, found.kind, found.last) == (text, DeadlineKind.RELATIVE, days(last))
    assert found.estimated is bool(last)
    assert not found.expiry


@pytest.mark.parametrize(
    ("text", "words", "last"),
    [
        (
            "to extend it for a further period of six months",
            "for a further period of six months",
            "2025-06-20",
        ),
        ("to renew, for one year, the mandate", "for one year", "2025-12-20"),
        ("to extend it for an additional 12-month period", "for an additional 12-month period", "2025-12-20"),
        (
            "for a period of 10 months from 7 May 2025",
            "for a period of 10 months from 7 May 2025",
            "2026-03-07",
        ),
    ],
)
def test_how_long_a_mandate_lasts_is_an_expiry(text, words, last):
    (found,) = read(text)
    assert (found.text, found.last, found.expiry) == (words, days(last), True)


@pytest.mark.parametrize(
    ("text", "last", "expiry"),
    [
        ("to report at the end of this period", "2025-10-31", False),
        ("to submit it before the expiry of its mandate", "2025-10-31", False),
        ("to submit it thirty days before the end of its mandate", "2025-10-01", False),
        ("to submit it no later than 30 days prior to termination of its mandate", "2025-10-01", False),
        ("to report prior to the end of the 180-day period", "2025-10-31", False),
        ("to close it on the expiration of its mandate", "2025-10-31", False),
        ("to replace it upon the termination of the Mission’s mandate", "", False),
        ("to continue until the end of the current mandate", "2025-10-31", True),
        ("to keep the freeze until the Committee decides otherwise", "", True),
    ],
)
def test_the_end_of_the_period_is_the_end_of_the_mandate_read_before(text, last, expiry):
    (found,) = read(text, mandate_ends=days("2025-10-31"))
    assert (found.last, found.expiry) == (days(last), expiry)


def test_what_holds_from_adoption_begins_then_and_what_ceases_ends_then():
    (begins,) = read("to assume the tasks from the date of adoption of this resolution")
    assert (begins.first, begins.last, begins.expiry) == (days("2024-12-20"), None, False)
    (ends,) = read("will cease to have effect from the adoption of the present resolution")
    assert (ends.last, ends.expiry) == (days("2024-12-20"), True)
