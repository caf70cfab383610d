"""A text as words and punctuation with their places; every later stage counts in these."""

import re
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*|[^\w\s]|_")


@dataclass(slots=True)
class Words:
    """A text cut into words and punctuation marks.

    Args:
        text: the text itself.
        printed: the words as they stand in the text.
        low: the same in lower case and with the apostrophe that print uses, as the vocabulary has it
            ("Children's" is "children’s"); "" after the last, so that looking one too far is no error.
    """

    text: str
    printed: tuple[str, ...]
    low: tuple[str, ...]
    _starts: list[int] = field(default_factory=list)

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
        if len(self._starts) < len(self.printed):
            at = 0
            for word in self.printed:  # between two words there is only space
                at = self.text.index(word, at)
                self._starts.append(at)
                at += len(word)
        return self._starts

    def end(self, index: int) -> int:
        """Give the offset after a word."""
        return self.starts[index] + len(self.printed[index])

    def slice(self, first: int, last: int) -> str:
        """Give the text from word `first` up to but without word `last`."""
        return self.text[self.starts[first] : self.end(last - 1)] if first < last else ""


def words_of(text: str) -> Words:
    """Cut a text into words."""
    printed = tuple(WORD.findall(text))
    low = [*map(str.lower, printed), ""]
    if "'" in text:
        low = [word.replace("'", "’") for word in low]
    return Words(text, printed, tuple(low))
