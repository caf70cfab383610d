"""Two texts word by word: how much they share, and what is only in one of them."""

import pytest

from tracker.likeness import Piece, likeness, side_by_side, words_of


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Requests a report", "requests a report;", 1.0),
        ("Requests a report", "Invites a report", 2 / 3),
        ("a b c d", "d c b a", 0.25),
        ("Requests", "", 0.0),
    ],
)
def test_the_share_of_words_in_common_and_in_order(one, other, share):
    assert likeness(words_of(one), words_of(other)) == pytest.approx(share)


def test_each_side_is_whole_and_marks_what_is_only_there():
    earlier, later = "Requests a first report;", "Requests, again, a report."
    left, right = side_by_side(earlier, later)
    assert ("".join(p.text for p in left), "".join(p.text for p in right)) == (earlier, later)
    assert [p for p in left if p.only_here] == [Piece("first ", True)]
    assert [p for p in right if p.only_here] == [Piece("again, ", True)]
