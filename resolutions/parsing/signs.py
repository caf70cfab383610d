"""Words without which no pattern can match, so that most patterns are never tried.

A clause is looked through once: each of its words says which signs it may belong to. A sign of several words
("end of ") is then looked for as it stands; where none of its words is there, nobody asks.
"""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from msgspec import Struct

from resolutions.parsing.words import Words, lowered, mentions

LETTERS = re.compile(r"[^\W_]+")
REMEMBERED = (
    1 << 14
)  # words whose signs are kept; the vocabulary of ten thousand resolutions is about as large


class Sign(NamedTuple):
    """Words of which one stands in whatever a pattern matches.

    Args:
        bit: of the sign in the signs of a word.
        words: in lower case, or parts of words: "nnual" is in "annual" and in "biannually".
        plain: none is more than a part of one word, so that the bit alone tells.
    """

    bit: int
    words: tuple[str, ...]
    plain: bool


class Wording(Struct, frozen=True):
    """The words of a clause, as printed and in lower case, and the signs in them."""

    text: str
    low: str
    signs: int

    def has(self, sign: Sign) -> bool:
        """Tell whether one of the words of a sign stands here."""
        return self.signs & sign.bit != 0 and (sign.plain or mentions(self.low, sign.words))


_parts: list[tuple[int, tuple[str, ...]]] = []


def sign(*words: str) -> Sign:
    """Make a sign; done once for each pattern, as its module is loaded."""
    bit = 1 << len(_parts)
    _parts.append((bit, tuple({max(LETTERS.findall(word), key=len) for word in words})))
    _signs_of.cache_clear()  # what was remembered of words does not know this sign
    return Sign(bit, words, all(LETTERS.fullmatch(word) for word in words))


def any_of(signs: Iterable[Sign]) -> int:
    """Give the bits of several signs, to ask for all of them at once."""
    return reduce(or_, (each.bit for each in signs), 0)


@lru_cache(maxsize=REMEMBERED)
def _signs_of(word: str) -> int:
    return reduce(or_, (bit for bit, parts in _parts if mentions(word, parts)), 0)


def wording(words: Words, first: int = 0, last: int | None = None) -> Wording:
    """Give the words from `first` up to but without `last`, or to the end."""
    last = len(words) if last is None else last
    text = words.slice(first, last)
    return Wording(text, lowered(text), reduce(or_, map(_signs_of, words.low[first:last]), 0))
