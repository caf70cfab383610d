"""A text as words and punctuation with their places; every later stage counts in these."""

import re
from itertools import accumulate

from msgspec import Struct, field

# Possessive, since no word is ever tried shorter.
WORD = re.compile(r"([^\W_]++(?:[’'./-][^\W_]++)*+|[^\w\s]|_)")
ASCII_WORD = re.compile(r"([A-Za-z0-9]++(?:['./-][A-Za-z0-9]++)*+|[^\w\s]|_)")  # the same, a third quicker


class Words(Struct):
    """A text cut into words and punctuation marks.

    Args:
        text: the text itself.
        printed: the words as they stand in the text.
        low: the same in lower case and with the apostrophe that print uses, as the vocabulary has it
            ("Children's" is "children’s"); "" after the last, so that looking one too far is no error.
        pieces: the words and the space before each, in turn, and the space after the last.
    """

    text: str
    printed: tuple[str, ...]
    low: tuple[str, ...]
    pieces: list[str]
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.printed)

    def at(self, index: int) -> str:
        """Give a word in lower case, "" just before the first and anywhere beyond the last."""
        try:
            return self.low[index]
        except IndexError:
            return ""

    @property
    def starts(self) -> list[int]:
        """The words' offsets; counted when first asked for, since most texts are only looked at."""
        if not self._starts:
            bounds = list(accumulate(map(len, self.pieces)))
            self._starts, self._ends = bounds[0:-1:2], bounds[1::2]
        return self._starts

    def end(self, index: int) -> int:
        """Give the offset after a word."""
        return self._ends[index] if self._starts else self.starts[index] + len(self.printed[index])

    def slice(self, first: int, last: int) -> str:
        """Give the text from word `first` up to but without word `last`."""
        return self.text[self.starts[first] : self._ends[last - 1]] if first < last else ""


def lowered(text: str) -> str:
    """Give a text in lower case letter for letter, so that offsets in it are offsets in the text."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def mentions(low: str, words: tuple[str, ...]) -> bool:
    """Tell quickly whether a text in lower case holds one of the words without which no pattern can match."""
    for word in words:  # noqa: SIM110 - a generator costs twice as much, and this is asked of every clause
        if word in low:
            return True
    return False


def words_of(text: str) -> Words:
    """Cut a text into words."""
    pieces = (ASCII_WORD if text.isascii() else WORD).split(text)
    printed = tuple(pieces[1::2])
    low = [*map(str.lower, printed), ""]
    if "'" in text:
        low = [word.replace("'", "’") for word in low]
    return Words(text, printed, tuple(low), pieces)
