"""Committees of the Security Council by the resolution that set them up."""

import pytest

from resolutions.parsing.committees import committees_in
from tests.resolutions.parsing.texts import document

PLAIN = "Security Council Committee established pursuant to resolution"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Committee on Lamps and Wicks", []),
        ("the Committee established by resolution 9999 (2031)", [f"{PLAIN} 9999 (2031)"]),
        (
            "the Committee established pursuant to paragraph 9 of resolution 9999 (2031)",
            [f"{PLAIN} 9999 (2031)"],
        ),
        (
            "the Security Council Committee established pursuant to resolution 1970 (2011)",
            [f"{PLAIN} 1970 (2011) concerning Libya"],
        ),
    ],
)
def test_a_committee_is_named_by_its_resolution(text, names):
    assert committees_in(text) == names


def test_the_committee_is_the_one_set_up_by_the_resolution_named_before():
    found = document(
        "The Security Council,\n\nRecalling the Committee established by resolution 9999 (2031),\n\n"
        "1. Requests the Committee to act."
    )
    assert found.operative[0].clauses[0].addressees[0].entity == f"{PLAIN} 9999 (2031)"
