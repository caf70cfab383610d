"""Territories and the States that administer them."""

import pytest

from resolutions.parsing.territories import administering_in, territories_in
from tests.resolutions.parsing.texts import clauses


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the administering Power and the people of Norway", []),
        ("the Government of Norway, as the administering Power, and others", ["Norway"]),
        ("the visits by Norway as administering Power", ["Norway"]),
        ("with the administering Power, Norway, and the ports", ["Norway"]),
    ],
)
def test_a_state_is_called_the_administering_power(text, states):
    assert administering_in(text) == states


def test_a_text_names_territories():
    assert territories_in("Questions of Tokelau and of the Cayman Islands") == ["Tokelau", "Cayman Islands"]


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("administering Power", "New Zealand"),
        ("Territory", "Tokelau"),
        ("territorial Government", "Government of Tokelau"),
    ],
)
def test_short_names_mean_the_territory_of_the_text(short, meant):
    _, found = clauses(
        "1. Notes the work in Tokelau of New Zealand, the administering Power;",
        f"2. Calls upon the {short} to act;",
    )
    assert found.addressees[0].entity == meant
