"""Events before or at which something is due, without a day."""

import pytest

from resolutions.parsing.document import DeadlineKind
from tests.resolutions.parsing.times.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "to bring them before the courts",
        "the paper issued ahead of the summit",
        "to take part in the upcoming conference",
        "the recommendations adopted by the conference",
        "prior to the deployment of the lamps",
    ],
)
def test_a_place_or_the_time_of_something_named_is_no_deadline(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "ahead of the 2026 lighting segment",
        "in advance of the comprehensive policy review negotiations",
        "prior to the presidential elections",
        "at the next review conference",
        "during the upcoming Sixth Committee debate",
    ],
)
def test_what_is_due_before_or_at_an_event_has_its_words_and_no_day(text):
    (found,) = read(f"to report {text} on the lamps")
    assert (found.text, found.kind, found.first, found.last) == (text, DeadlineKind.RELATIVE, None, None)
