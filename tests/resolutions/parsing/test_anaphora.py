"""Whom a short name means: the nearest full one before it, or the body that speaks."""

import pytest

from resolutions.parsing.anaphora import resolve
from resolutions.parsing.context import Context
from tests.resolutions.parsing.texts import clause, clauses, document

UNODC = "United Nations Office on Drugs and Crime"


def test_a_short_name_takes_the_nearest_full_name_before_it():
    first, second = clauses(f"1. Commends the {UNODC} for its work;", "2. Requests the Office to act;")
    assert first.addressees[0].entity == second.addressees[0].entity == UNODC
    assert second.doubts == ()


def test_a_short_name_of_a_short_name_is_followed_to_the_full_one():
    full = "United Nations Scientific Committee on the Effects of Atomic Radiation"
    *_, found = clauses(
        f"1. Commends the {full} for its work;",
        "2. Notes the report of the Scientific Committee;",
        "3. Requests the Committee to act;",
    )
    assert found.addressees[0].entity == full


def test_a_pronoun_takes_the_one_addressed_before_it_and_says_that_it_guessed():
    _, second = clauses("1. Commends the World Bank for its work, and requests it to act;")
    assert (second.addressees[0].text, second.addressees[0].entity) == ("it", "World Bank")
    assert second.doubts == ("anaphora_guessed",)


def test_an_office_is_that_of_the_body_named_before():
    *_, found = clauses(
        "1. Notes the work of the Special Committee on Lamps and Wicks;",
        "2. Requests the Chair of the Committee and the members of the Committee to act;",
    )
    assert [each.entity for each in found.addressees] == [
        "Chair of the Special Committee on Lamps and Wicks",
        "members of the Special Committee on Lamps and Wicks",
    ]


@pytest.mark.parametrize(
    ("organ", "title", "entity"),
    [
        ("WHA", "Director-General", "Director-General of the World Health Organization"),
        ("UNEA", "Executive Director", "Executive Director of the United Nations Environment Programme"),
        ("ExCom", "High Commissioner", "United Nations High Commissioner for Refugees"),
        ("HRC", "High Commissioner", "United Nations High Commissioner for Human Rights"),
        ("GA", "Director-General", None),
    ],
)
def test_a_bare_title_is_the_own_officer_of_the_body_that_adopts(organ, title, entity):
    assert resolve(title, Context(organ)).entity == entity


def test_a_short_name_that_nothing_explains_is_a_doubt():
    found = clause("Requests the Committee to act;")
    assert (found.addressees[0].entity, found.doubts) == (None, ("anaphora_guessed",))


def test_a_noun_means_the_body_told_by_its_acronym():
    *_, found = clauses("1. Notes the work of MINUSTAH;", "2. Requests the Mission to act;")
    assert found.addressees[0].entity == "United Nations Stabilization Mission in Haiti"
    assert found.doubts == ("anaphora_guessed",)


def test_an_acronym_may_be_spelled_out_in_its_own_paragraph():
    *_, found = clauses("1. Notes the Board of Lamps and Wicks (BLW), and requests BLW to act;")
    assert found.addressees[0].entity == "Board of Lamps and Wicks"


def test_a_short_name_finds_a_listed_name_with_a_comma():
    unesco = "United Nations Educational, Scientific and Cultural Organization"
    *_, found = clauses(f"1. Commends the {unesco};", "2. Requests the Organization to act;")
    assert found.addressees[0].entity == unesco


def test_two_candidates_make_the_guess_a_doubt():
    *_, found = clauses(
        "1. Notes the work of the Office for Outer Space Affairs;",
        f"2. Commends the {UNODC} for its work;",
        "3. Requests the Office to act;",
    )
    assert (found.addressees[0].entity, found.doubts) == (UNODC, ("anaphora_guessed",))


@pytest.mark.parametrize(
    ("formula", "entity"),
    [
        ("Economic and Social Council", "Economic and Social Council"),
        ("Security Council", "Security Council"),
    ],
)
def test_the_council_is_the_body_that_speaks(formula, entity):
    found = document(f"The {formula},\n\nRecalling it,\n\n1. Urges the Council to act.")
    assert found.operative[0].clauses[0].addressees[0].entity == entity
