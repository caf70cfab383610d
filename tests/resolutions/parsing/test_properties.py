"""What holds for every text: it is parsed, nothing is lost or invented, time grows with length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.evaluation.completeness import account
from resolutions.parsing import parse
from resolutions.readers import UnreadableSource, read
from tests.resolutions.parsing.texts import CLOSING, HEAD

OPENINGS = [
    *(
        "1. Requests",
        "2. Decides",
        "3.",
        "(a) To light",
        "(b)",
        "(i) To trim",
        "(ii) That",
        "• wicks",
        "– oil",
    ),
    *("Recalling", "Deeply concerned", "Decides", "Also urges", "lamps", "The Council", "21 July 2030", "II"),
    *(
        "Annex",
        "47th plenary meeting",
        "12 See A/85/1",
        "l. Calls upon",
        "2, Invites",
        "(2) Requests",
        "a. Provide",
    ),
    *("The General Assembly,", "A/RES/85/1", "Page 2", "________", "Lamps of the coast", "Adopted at the"),
]
WORDS = [
    "lamps",
    "the",
    "of",
    "States",
    "burning",
    "Secretary-General",
    "and",
    "coast:",
    "wicks;",
    "oil,",
    "it.",
]
LINES = st.builds(
    lambda opening, words, gap: " ".join([opening, *words]) + gap,
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from(WORDS), max_size=6),
    st.sampled_from(["\n", "\n\n", "\n\f"]),
)


@given(st.lists(LINES, max_size=20))
@settings(max_examples=200, deadline=None)
def test_every_word_ends_in_one_place_and_none_is_invented(lines):
    told_apart = "".join(line.replace("lamps", f"lamp{'s' * nth}") for nth, line in enumerate(lines, start=1))
    found = account(read((HEAD + told_apart + CLOSING).encode(), "made.txt"))
    assert (found.lost, found.invented) == ({}, {})


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_parsed(text):
    try:
        source = read(f"The General Assembly,\n\n{text}".encode(), "made.txt")
    except UnreadableSource:
        return
    for document in parse(source):
        eids = [paragraph.eid for paragraph in document.operative]
        assert len(set(eids)) == len(eids)


def seconds(paragraphs):
    text = HEAD + "".join(
        f"{number % 500 + 1}. Requests the Office to report on lamp {number} to the Council by May 2031;\n\n"
        for number in range(paragraphs)
    )
    source = read(text.encode(), "made.txt")
    best = []
    for _ in range(2):
        start = time.process_time()
        (document,) = parse(source)
        best.append(time.process_time() - start)
    assert len(document.operative) == paragraphs
    return min(best)


@pytest.mark.parametrize(("paragraphs", "most"), [(1000, 3), (500, 6)])  # twice and four times, generously
def test_the_time_grows_no_faster_than_the_text(paragraphs, most):
    seconds(50)  # the tables are read once
    assert seconds(2000) < most * seconds(paragraphs)
