"""Whom a pronoun stands for in the paragraph before it."""

import pytest

from tests.resolutions.parsing.texts import clauses


@pytest.mark.parametrize(
    ("said", "pronoun", "meant"),
    [
        pytest.param("the work of donors in Norway", "them", "donors", id="several, not the State"),
        pytest.param("the work of the World Bank for donors", "it", "World Bank", id="one, not the group"),
        pytest.param("the work of the World Bank in Norway", "it", "World Bank", id="one, not the place"),
        pytest.param("the plans of Norway", "it", "Norway", id="nobody but the State"),
        pytest.param(
            "the steps of the Government of Norway", "it", "Government of Norway", id="its Government"
        ),
        pytest.param(
            "the lamps lit by Norwegian authorities", "them", "Norwegian authorities", id="its authorities"
        ),
        pytest.param("the work of States with the United Nations", "them", "States", id="a plural name"),
    ],
)
def test_a_pronoun_takes_the_last_name_of_its_number(said, pronoun, meant):
    *_, found = clauses(f"1. Welcomes {said}, and requests {pronoun} to act;")
    assert found.addressees[0].entity == meant
