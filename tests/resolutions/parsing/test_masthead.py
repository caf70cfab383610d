"""The head and the close of a text: who adopted what, when, on whose proposal and by which vote."""

import datetime as dt

import pytest

from tests.resolutions.parsing.texts import document, resolution


def test_the_head_says_who_adopted_what_when_and_on_whose_proposal():
    found = resolution("1. Urges States to act.")
    assert (found.symbol, found.organ, found.title) == ("A/RES/85/123", "GA", "Lighthouses of the world")
    assert found.proponent == "on the report of the Second Committee (A/85/999)"
    assert (found.meeting, found.adopted_on) == ("60th plenary meeting", dt.date(2030, 12, 12))
    assert [recital.text for recital in found.preamble] == [
        "Recalling its resolution 84/1 of 3 October 2029,",
        "Noting with concern the darkness of many coasts,",
    ]


@pytest.mark.parametrize(
    ("text", "symbol", "adopted_on"),
    [
        pytest.param(
            "Resolution 2999 (2030)\nof 3 May 2030\n\nThe Security Council,\n\nRecalling it,\n\n"
            "1. Urges States to act.",
            "S/RES/2999 (2030)",
            dt.date(2030, 5, 3),
            id="number and date in two lines",
        ),
        pytest.param(
            "United Nations S/RES/2999(2030)\nSecurity Council Distr.: General\n3 May 2030\n"
            "30-12345 (E)\n*3012345*\n"
            "Resolution 2999 (2030)\nAdopted by the Security Council at its 9999th meeting, on\n3 May 2030\n"
            "The Security Council,\nRecalling it,\n1. Urges States to act.",
            "S/RES/2999 (2030)",
            dt.date(2030, 5, 3),
            id="cover page in raw lines",
        ),
        pytest.param(
            "Human Rights Council\nNinetieth session\nAgenda item 3\n\n"
            "Resolution adopted by the Human Rights Council on "
            "3 May 2030\n\n61/24. Lamps\n\nThe Human Rights Council,\n\nRecalling it,\n\n"
            "1. Urges States to act.",
            "A/HRC/RES/61/24",
            dt.date(2030, 5, 3),
            id="Human Rights Council",
        ),
        pytest.param(
            "Resolution 299\nof 3 May 2030\n\nThe Security Council,\n\n1. Urges States to act.",
            "S/RES/299 (2030)",
            dt.date(2030, 5, 3),
            id="number without its year",
        ),
        pytest.param(
            "RESOLUTION 2999 (2030)\n\nAdopted by the Security Council at its 9999th meeting,\n\n"
            "on 3 May 2030\n\nThe Security Council,\n\nRecalling it,\n\n1. Urges States to act.",
            "S/RES/2999 (2030)",
            dt.date(2030, 5, 3),
            id="date below the meeting",
        ),
        pytest.param(
            "---\nsymbol: E/RES/2030/9\ndate: 2030-05-03\n---\nThe Economic and Social Council,\n\n"
            "1. *Urges* States to act.",
            "E/RES/2030/9",
            dt.date(2030, 5, 3),
            id="front matter",
        ),
    ],
)
def test_symbol_and_day_are_found_in_every_kind_of_head(text, symbol, adopted_on):
    found = document(text)
    assert (found.symbol, found.adopted_on) == (symbol, adopted_on)
    assert [each.label for each in found.operative] == ["1"]


@pytest.mark.parametrize(
    "number", ["85/9. Lamps of\nthe coasts", "85/9\nLamps of the coasts", "85/9 Lamps of the coasts"]
)
def test_the_title_follows_the_number_in_all_its_forms(number):
    found = document(f"{number}\n\nThe General Assembly,\n\n1. Urges States to act.")
    assert (found.symbol, found.title) == ("A/RES/85/9", "Lamps of the coasts")


def test_session_and_agenda_item_are_read_from_the_cover():
    found = document(
        "Eighty-fifth session\nAgenda item 19 (c)\n\nThe General Assembly,\n\n1. Urges States to act."
    )
    assert (found.session, found.agenda_item) == ("85", "19 (c)")


@pytest.mark.parametrize(
    ("closing", "vote"),
    [
        ("\n\n[Adopted without a vote.]", "Adopted without a vote"),
        ("\n\nAdopted unanimously at the 84th meeting.", "Adopted unanimously"),
        (
            "\n\nAdopted at the 84th meeting by 9 votes to none, with 2 abstentions.",
            "by 9 votes to none, with 2 abstentions",
        ),
        (
            "\n\n[Adopted, by 9 votes to none, with 2 abstentions.]",
            "by 9 votes to none, with 2 abstentions",
        ),
    ],
)
def test_the_vote_is_kept(closing, vote):
    assert resolution("1. Urges States to act.", closing=closing).vote == vote


def test_the_meetings_of_the_security_council_are_past_ten_thousand():
    found = resolution("1. Urges States to act.", closing="\n\n10028th meeting\n12 December 2030\n")
    assert (found.meeting, found.operative[0].text) == ("10028th meeting", "Urges States to act.")


@pytest.mark.parametrize("symbol", ["A/RES/85/183 A", "E/RES/2031/2 B", "S/RES/1325 (2000)"])
def test_the_letter_of_a_part_belongs_to_the_symbol(symbol):
    assert document(f"{symbol}\n\nThe General Assembly,\n\n1. Urges States to act.").symbol == symbol


def test_a_body_named_at_a_line_s_beginning_opens_no_resolution():
    found = document(
        "Resolution 708 (2031)\n\nThe Security Council,\n\nNoting that the day shall be fixed by the\n"
        "Security Council,\n\nDecides that it shall be 5 December 2031."
    )
    assert [recital.text for recital in found.preamble] == [
        "Noting that the day shall be fixed by the Security Council,"
    ]
