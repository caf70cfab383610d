"""Whether every word of a text ends in exactly one place of its reading, and none is invented.

Counts the words below the opening formula, without page furniture and the adoption line, and the words of
what the parser made of them: recitals, operative paragraphs, headings, footnotes, annexes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from resolutions.parsing import parse
from resolutions.parsing.document import Document
from resolutions.parsing.formulas import is_formula, opens_adoption
from resolutions.parsing.furniture import is_furniture, is_rule
from resolutions.parsing.lines import Line, lines_of
from resolutions.parsing.marks import without_marks
from resolutions.parsing.splitting import split
from resolutions.readers.blocks import Source

HYPHEN = re.compile(r"-\s*")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Account:
    """The words of a text against those of its reading.

    Args:
        words: how many words the text has.
        lost: words of the text that the reading lacks.
        invented: words of the reading that the text lacks, or has less often.
    """

    words: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    @property
    def kept(self) -> float:
        """The share of the words that were kept, in per cent."""
        return 100 - 100 * self.lost.total() / self.words if self.words else 100.0


def account(source: Source) -> Account:
    """Compare the words of a source with those of the resolutions read from it."""
    printed = Counter(words_in(_body(source)))
    kept = Counter(words_in(text for document in parse(source) for text in _texts(document)))
    return Account(printed.total(), printed - kept, kept - printed)


def words_in(texts: Iterable[str]) -> Iterator[str]:
    """Give the words of texts; hyphens do not count, short figures (numbers, calls) and letters neither."""
    for text in texts:
        for word in WORD.findall(HYPHEN.sub("", text).casefold()):
            if len(word) > 1 and not (word.isdigit() and len(word) < 4):
                yield word


def _body(source: Source) -> Iterator[str]:
    """Give the running text of a source as one string a resolution, so that hyphens at line ends go."""
    for piece in split(lines_of(source.blocks)):
        yield "\n".join(without_marks(line.text) for line in piece.body if _is_text(line))


def _is_text(line: Line) -> bool:
    text = without_marks(line.text)
    return not (is_furniture(text) or is_rule(text) or is_formula(text) or opens_adoption(text))


def _texts(document: Document) -> Iterator[str]:
    for recital in document.preamble:
        yield recital.text
    heading: str | None = None
    for paragraph in document.operative:
        yield paragraph.text
        yield paragraph.tail or ""
        if paragraph.heading != heading:
            heading = paragraph.heading
            yield heading or ""
    for note in document.footnotes:
        yield note.text
    for annex in document.annexes:
        yield annex.title
        yield annex.text
