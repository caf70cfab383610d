"""A file in two languages, column beside column or page after page: each language is a text of its own.

Reads the lines of a file; writes for each language its lines, in order. Old volumes of the Security Council's
resolutions print English and French side by side, and what is taken out of them gives a page of the one, then
the same page of the other.
"""

from collections.abc import Iterable, Iterator

from resolutions.parsing.formulas import read_formula
from resolutions.parsing.languages import common_words
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import without_marks

CLEAR = 2  # times as many common words of the one language as of the other


def apart(lines: list[Line], languages: Iterable[str]) -> list[list[Line]]:
    """Give the lines of each language, in the order of the languages given.

    A block goes to the language whose common words it has; one that has too few, a number or a name, goes
    with the block before it. Where blocks of the other language stood between, the next line may go on with
    the last.
    """
    found: dict[str, list[Line]] = {language: [] for language in languages}
    last = next(iter(found))
    for block in _blocks(lines):
        language = _language(block, found) or last
        held = found[language]
        held += [block[0]._replace(torn=True), *block[1:]] if language != last and held else block
        last = language
    return list(found.values())


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.opens and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _language(block: list[Line], languages: Iterable[str]) -> str | None:
    """Give the language of a block by its formula or its words, None where they do not tell."""
    texts = [without_marks(line.text) for line in block]
    for text in texts:
        if (formula := read_formula(text)) and formula.language in languages:
            return formula.language
    counts = common_words(" ".join(texts))
    ordered = sorted(languages, key=lambda language: -counts.get(language, 0))
    first, second = (counts.get(language, 0) for language in ordered[:2])
    return ordered[0] if first > second * CLEAR else None
