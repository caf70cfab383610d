"""Marks over a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.marking import Call, Mark, cut

TEXT = "Invites States and funds to act"


def told(pieces):
    return [(piece.text, piece.style) for piece in pieces]


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        pytest.param([], [(TEXT, "")], id="no mark, one piece"),
        pytest.param(
            [Mark(0, 7, "verb")],
            [("Invites", "verb"), (" States and funds to act", "")],
            id="one at the start",
        ),
        pytest.param(
            [Mark(8, 24, "addressee"), Mark(19, 24, "including")],
            [
                ("Invites ", ""),
                ("States and ", "addressee"),
                ("funds", "addressee including"),
                (" to act", ""),
            ],
            id="one within another",
        ),
        pytest.param(
            [Mark(8, 18, "addressee"), Mark(15, 24, "deadline")],
            [
                ("Invites ", ""),
                ("States ", "addressee"),
                ("and", "addressee deadline"),
                (" funds", "deadline"),
                (" to act", ""),
            ],
            id="two that overlap",
        ),
        pytest.param([Mark(28, 99, "verb")], [(TEXT, "")], id="one that reaches beyond the text is left out"),
        pytest.param([Mark(7, 7, "verb")], [(TEXT, "")], id="one without words is left out"),
    ],
)
def test_the_text_is_cut_where_a_mark_begins_or_ends(marks, pieces):
    assert told(cut(TEXT, marks)) == pieces


def test_offsets_count_code_points_not_bytes():
    assert told(cut("“Úrges” 𝒜 States", [Mark(10, 16, "addressee")]))[-1] == ("States", "addressee")


def test_a_footnote_call_stands_between_the_pieces_even_within_a_mark():
    pieces = cut(TEXT, [Mark(8, 24, "addressee")], [Call(14, "1", 1), Call(99, "2")])
    assert [p.call.label if p.call else p.text for p in pieces] == [
        "Invites ",
        "States",
        "1",
        " and funds",
        " to act",
        "2",
    ]


def test_the_shorter_of_two_links_is_meant_and_an_anchor_stands_once():
    long, short = Mark(0, 24, href="/long", anchor="op1.1"), Mark(8, 14, href="/short")
    pieces = cut(TEXT, [long, short])
    assert [(p.text, p.href, p.anchor) for p in pieces] == [
        ("Invites ", "/long", "op1.1"),
        ("States", "/short", ""),
        (" and funds", "/long", ""),
        (" to act", "", ""),
    ]


@given(
    st.text(max_size=40),
    st.lists(
        st.builds(Mark, st.integers(-3, 45), st.integers(-3, 45), st.sampled_from(["a", "b"])), max_size=8
    ),
    st.lists(st.builds(Call, st.integers(-3, 45), st.just("1")), max_size=4),
)
def test_no_word_is_lost_or_doubled_and_every_call_is_kept(text, marks, calls):
    pieces = cut(text, marks, calls)
    assert "".join(piece.text for piece in pieces) == text
    assert len([piece for piece in pieces if piece.call]) == len(calls)
