"""A text as words and punctuation with their places; every later stage counts in these."""

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words and punctuation marks.

    Args:
        text: the text itself.
        printed: the words as they stand in the text.
        low: the same in lower case.
        starts, ends: their offsets.
    """

    text: str
    printed: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.printed)

    def at(self, index: int) -> str:
        """Give a word in lower case, "" beyond the end."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def slice(self, first: int, last: int) -> str:
        """Give the text from word `first` up to but without word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def words_of(text: str) -> Words:
    """Cut a text into words."""
    found = [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]
    printed = tuple(word for word, _, _ in found)
    return Words(
        text,
        printed,
        tuple(word.lower() for word in printed),
        tuple(start for _, start, _ in found),
        tuple(end for _, _, end in found),
    )
