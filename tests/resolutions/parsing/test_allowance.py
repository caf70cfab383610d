"""How much of one file is read for clauses."""

import pytest

from resolutions.parsing import parse
from resolutions.parsing.allowance import MOST_READ, Allowance
from resolutions.readers import read

OPENING = "The Security Council,\n\n"


def test_a_paragraph_counts_as_its_clauses_and_at_least_as_one():
    allowance = Allowance(left=4)
    allowance.spend(0)
    allowance.spend(2)
    assert not allowance.is_spent
    allowance.spend(1)
    assert allowance.is_spent


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (OPENING + "Decides it;\n\n" * (MOST_READ + 9), (1, f"opu{MOST_READ + 1}")),
        (
            f"60/1. Title\n\n{OPENING}1. Decides it and requests it.\n\n" * (MOST_READ // 2 + 1),
            (MOST_READ // 2 + 1, "op1"),
        ),
    ],
    ids=["one resolution", "many resolutions"],
)
def test_clauses_are_read_as_far_as_a_file_may_go_and_the_rest_is_told(text, cut):
    documents = parse(read(text.encode(), "many.txt"))
    told = [
        (nth, said.eid)
        for nth, document in enumerate(documents, start=1)
        for said in document.warnings
        if said.code in ("clauses_not_read", "no_operative_verb")
    ]
    assert told == [cut]
    assert sum(len(each.clauses) for document in documents for each in document.operative) == MOST_READ
