"""The report to come as a time: what is to stand in it is due with it."""

import pytest

from resolutions.parsing.times import governing
from tests.resolutions.parsing.times.reading import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "to include in his next quarterly report an assessment of the lamps",
            "in his next quarterly report",
        ),
        ("to report thereon in his next report", "in his next report"),
        (
            "to develop, for inclusion in its forthcoming annual report, a plan",
            "in its forthcoming annual report",
        ),
        ("to address the lamps as part of her next briefing", "as part of her next briefing"),
    ],
)
def test_the_next_report_is_a_time_without_a_day(text, words):
    (found,) = read(text)
    assert (found.text, found.last, found.rule) == (words, None, "next report")


@pytest.mark.parametrize(
    "text",
    [
        "to consider the matter in his report",
        "the proposals made in his next report",
        "to submit the next report",
    ],
)
def test_a_report_that_is_only_named_is_no_time(text):
    assert read(text) == ()


def test_a_day_governs_before_the_next_report_and_so_does_an_earlier_rhythm():
    dated = read("to include it in his next report and to publish it by 1 June 2028")
    rhythm = read("to report every three months, and to develop, for inclusion in his next report, a plan")
    assert governing(dated) == dated[1]
    assert governing(rhythm) == rhythm[0]
