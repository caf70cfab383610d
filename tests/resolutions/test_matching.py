"""Matching two readings by the words they share."""

import pytest

from resolutions.matching import anchor, overlap, pair


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("requests him to report", "requests him to report", 1.0),
        ("Requests him to report", "requests HIM to report", 1.0),
        ("requests him to report", "urges all States", 0.0),
        ("a b c d", "a b", 2 / 3),
        ("a a", "a", 2 / 3),
        ("", "anything", 0.0),
        ("", "", 1.0),
    ],
    ids=["same", "case", "nothing in common", "half", "repeated words count", "one empty", "both empty"],
)
def test_overlap_is_the_share_of_common_words(one, other, share):
    assert overlap(one, other) == pytest.approx(share)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a b c", "d e f"], ["a b c", "d e f"], {0: 0, 1: 1}),
        (["a b c", "d e f"], ["d e f", "a b c"], {0: 1, 1: 0}),
        (["a b c"], ["x y z"], {}),
        (["a b c"], ["x y z", "a b c d"], {1: 0}),
        (["a b c", "d e f"], ["d e f"], {0: 1}),
        (["a b", "a b"], ["a b", "a b"], {0: 0, 1: 1}),
        (["a b c d", "a b c x"], ["a b c x"], {0: 1}),
        ([], ["a"], {}),
        (["a"], [], {}),
    ],
    ids=[
        "unchanged",
        "moved",
        "replaced",
        "one put before it",
        "one taken away",
        "twins keep their order",
        "the likelier wins",
        "nothing old",
        "nothing new",
    ],
)
def test_clauses_are_paired_with_the_likeliest_each_once(old, new, pairs):
    assert pair(old, new) == pairs


@pytest.mark.parametrize(
    ("words", "within", "place"),
    [
        ("States", None, (8, 14)),
        ("States", (15, 32), (26, 32)),
        ("Invites", (15, 32), (0, 7)),
        ("Norway", None, None),
        ("", None, None),
    ],
    ids=["first", "inside the clause", "before the clause", "not there", "no words"],
)
def test_words_are_anchored_inside_their_clause_if_they_stand_there(words, within, place):
    assert anchor(words, "Invites States, and urges States", within=within) == place
