"""Mandates of special procedures: named in full once, by "the Special Rapporteur" thereafter."""

import pytest

from resolutions.parsing.mandates import mandates_in
from tests.resolutions.parsing.texts import clauses

FOOD = "Special Rapporteur on the right to food"
SUDAN = "Independent Expert on the situation of human rights in the Sudan"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"the report of the {FOOD} to the Human Rights Council", [FOOD]),
        (f"extends the mandate of the {SUDAN} for one year", [SUDAN]),
        (f"the {FOOD}, the {SUDAN} and others", [FOOD, SUDAN]),
        (
            "the Special Rapporteur on the rights of indigenous peoples and others",
            ["Special Rapporteur on the rights of Indigenous Peoples"],
        ),
        ("the Special Rapporteur on the colour of lamps", []),
        ("the Special Rapporteur on the situation of human rights in peacetime", []),
        ("the Special Rapporteurs and other mandate holders", []),
    ],
)
def test_a_mandate_ends_with_its_listed_name_or_with_the_state(text, names):
    assert mandates_in(text) == names


@pytest.mark.parametrize("short", ["Special Rapporteur", "mandate holder"])
def test_a_short_name_means_the_mandate_named_before(short):
    _, found = clauses(f"1. Welcomes the report of the {FOOD};", f"2. Requests the {short} to act;")
    assert (found.addressees[0].entity, found.doubts) == (FOOD, ())


def test_of_several_mandates_the_one_named_most_often_is_meant_and_that_is_a_doubt():
    *_, found = clauses(
        f"1. Recalls the mandate of the {FOOD};",
        f"2. Welcomes the report of the {FOOD};",
        "3. Welcomes the report of the Special Rapporteur on minority issues;",
        "4. Requests the Special Rapporteur to act;",
    )
    assert (found.addressees[0].entity, found.doubts) == (FOOD, ("anaphora_guessed",))


@pytest.mark.parametrize(
    ("short", "entity"), [("Special Rapporteur", "Special Rapporteur"), ("mandate holder", None)]
)
def test_without_a_mandate_before_it_a_holder_stays_what_it_is_called(short, entity):
    (found,) = clauses(f"1. Requests the {short} to act;")
    assert found.addressees[0].entity == entity


def test_an_expert_is_no_rapporteur():
    _, found = clauses(
        f"1. Welcomes the report of the {SUDAN};", "2. Requests the Special Rapporteur to act;"
    )
    assert found.addressees[0].entity == "Special Rapporteur"
