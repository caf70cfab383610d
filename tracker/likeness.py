"""How much two texts have in common, word by word. Pure: strings in, numbers and pieces out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word with what is glued to it, and the space after it.
WORD = re.compile(r"\S+\s*")
EDGES = re.compile(r"^\W+|\W+$")


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: without case and without signs at their edges.

    >>> words_of("Requests the Secretary-General, (a) to report;")
    ['requests', 'the', 'secretary-general', 'a', 'to', 'report']
    """
    return [word for raw in text.casefold().split() if (word := EDGES.sub("", raw))]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words that two texts have in common in the same order, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one of two texts: in both of them, or only in this one."""

    text: str
    only_here: bool


def side_by_side(earlier: str, later: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts in pieces that tell what is only in the one and only in the other.

    >>> side_by_side("to report", "to report again")[1]
    [Piece('to report ', False), Piece('again', True)]
    """
    ours, theirs = WORD.findall(earlier), WORD.findall(later)
    matcher = SequenceMatcher(
        None, [_compared(w) for w in ours], [_compared(w) for w in theirs], autojunk=False
    )
    codes = matcher.get_opcodes()
    left = [(tag, ours[i1:i2]) for tag, i1, i2, _, _ in codes]
    right = [(tag, theirs[j1:j2]) for tag, _, _, j1, j2 in codes]
    return list(_pieces(left)), list(_pieces(right))


def _compared(word: str) -> str:
    return EDGES.sub("", word.strip().casefold()) or word.strip()


def _pieces(parts: Sequence[tuple[str, list[str]]]) -> Iterator[Piece]:
    for tag, words in parts:
        if words:
            yield Piece("".join(words), tag != "equal")
