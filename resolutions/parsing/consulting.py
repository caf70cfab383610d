"""Those an action is to be done with: "in close consultation with *X*", "working closely with *X*"."""

from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

TOGETHER = word_group("together")
# "to act, *coordinating* as appropriate *with* X", "*working* closely *with* X"
DOING_TOGETHER = word_group("doing_together")
# One of these stands wherever somebody is consulted.
WITH_OTHERS = TOGETHER | DOING_TOGETHER | {"together", "jointly"}
BEFORE_TOGETHER = frozenset(("in", "after", "following", "together", "jointly")) | DOING_TOGETHER
JOINED = frozenset(
    ("work", "works", "working", "act", "acting", "join", "bring", "come", "which", "who", "that")
)
TOGETHER_WITHIN = 5  # "in close and continuous consultation with"


def consulted_after(words: Words, at: int) -> int:
    """Give the place after "in close consultation with"; the same place where that does not begin here.

    "Together with" is one of these, but to work together with somebody is itself what is asked.
    """
    if words.at(at) not in BEFORE_TOGETHER:
        return at
    if words.at(at) in DOING_TOGETHER:
        return _after_doing_together(words, at)
    if words.at(at) in ("together", "jointly"):
        before = words.at(at - 2) if words.at(at - 1) == "," else words.at(at - 1)
        joined = words.at(at + 1) == "with" and words.at(at + 2) not in ("a", "an")
        return at + 2 if joined and before not in JOINED else at
    for end in range(at + 1, at + 1 + TOGETHER_WITHIN):
        if words.at(end) in TOGETHER:
            after = _after_aside(words, end + 1)
            return after + 1 if words.at(after) == "with" else at
        if words.at(end) in ("", "the", ","):
            break
    return at


def _after_doing_together(words: Words, at: int) -> int:
    """Give the place after ", working closely with": a participle that goes with another action."""
    if words.at(at - 1) != ",":
        return at
    ends = (end for end in range(at + 1, at + 5) if words.at(end) == "with")
    end = next(ends, at)
    adverb = words.at(at) != "working" or words.at(at + 1).endswith("ly") or words.at(at + 1) == "together"
    return end + 1 if end > at and adverb else at


def _after_aside(words: Words, at: int) -> int:
    """Pass over a short aside between commas: "in collaboration, as appropriate, with"."""
    if words.at(at) != ",":
        return at
    return next((place + 1 for place in range(at + 1, at + 7) if words.at(place) == ","), at)
