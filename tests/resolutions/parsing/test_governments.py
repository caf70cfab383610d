"""Governments by their name, and the State whose they are."""

import pytest

from resolutions.parsing.governments import government_of, governments_in, state_of
from tests.resolutions.parsing.texts import clauses


@pytest.mark.parametrize(
    ("said", "name", "state"),
    [
        pytest.param("national authorities", None, None, id="of no State"),
        pytest.param("Government", None, None, id="alone"),
        pytest.param("Government of Liberia and the Front", None, None, id="and somebody else"),
        pytest.param("Governments of Norway", None, None, id="several"),
        pytest.param("Government of the Sudan", "Government of the Sudan", "Sudan", id="of"),
        pytest.param("new Government of Liberia", "Government of Liberia", "Liberia", id="loose word"),
        pytest.param(
            "Transitional Government of Mali", "Transitional Government of Mali", "Mali", id="its kind"
        ),
        pytest.param("Libyan Government", "Government of Libya", "Libya", id="by adjective"),
        pytest.param("Haitian authorities", "Haitian authorities", "Haiti", id="authorities"),
        pytest.param(
            "Government of the DRC",
            "Government of the Democratic Republic of the Congo",
            "Democratic Republic of the Congo",
            id="acronym",
        ),
    ],
)
def test_a_government_has_a_name_and_a_state(said, name, state):
    assert (government_of(said), state_of(said)) == (name, state)


def test_a_text_names_governments_in_their_order():
    text = "between the Haitian Government, the Government of Chad and the Malian transitional authorities"
    assert governments_in(text) == [
        "Government of Haiti",
        "Government of Chad",
        "Malian transitional authorities",
    ]


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("Government", "Government of Chad"),
        ("transitional authorities", "Malian transitional authorities"),
    ],
)
def test_the_government_is_the_one_named_last(short, meant):
    *_, found = clauses(
        "1. Welcomes the report of the Malian transitional authorities;",
        "2. Commends the Government of Chad for its lamps;",
        f"3. Requests the {short} to act;",
    )
    assert found.addressees[0].entity == meant
