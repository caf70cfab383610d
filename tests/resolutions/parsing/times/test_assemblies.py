"""Sessions of the World Health Assembly, which are called Assemblies with a number."""

import pytest

from tests.resolutions.parsing.times.reading import days, read


@pytest.mark.parametrize(
    "text",
    [
        "the strategy endorsed by the Sixty-fifth World Health Assembly",
        "the report submitted to the Eightieth World Health Assembly",
        "to act on the report made to the Seventieth World Health Assembly",
        "to report to the World Health Assembly",
    ],
)
def test_an_assembly_of_the_past_and_one_without_a_number_are_no_times(text):
    assert read(text, "WHA") == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (
            "to report, through the Executive Board, to the Seventy-ninth World Health Assembly on lamps",
            "to the Seventy-ninth World Health Assembly",
            "2026-05-15",
            "2026-06-02",
        ),
        (
            "to hold a meeting prior to the Eightieth World Health Assembly in May 2027",
            "prior to the Eightieth World Health Assembly in May 2027",
            "",
            "2027-05-14",
        ),
        (
            "to take it up at the Eightieth Health Assembly",
            "at the Eightieth Health Assembly",
            "2027-05-15",
            "2027-06-02",
        ),
    ],
)
def test_an_assembly_to_come_has_the_days_of_its_session(text, words, first, last):
    (found,) = read(text, "WHA")
    assert (found.text, found.first, found.last, found.rule) == (
        words,
        days(first),
        days(last),
        "numbered assembly",
    )
    assert found.estimated
