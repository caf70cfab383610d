"""A file in two languages, column beside column or page after page: each language is a text of its own.

Reads the lines of a file; writes for each language its lines, in order. Old volumes of the Security Council's
resolutions print English and French side by side, and what is taken out of them gives a page of the one, then
the same page of the other.
"""

from collections.abc import Iterable, Iterator

from resolutions.parsing.formulas import is_resolution_heading, read_formula, stands_alone
from resolutions.parsing.languages import common_words
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import without_marks

CLEAR = 2  # times as many common words of the one language as of the other
LEAST = 2  # common words by which a line inside a block is of another language than the block


def apart(lines: list[Line], languages: Iterable[str]) -> list[list[Line]]:
    """Give the lines of each language, in the order of the languages given.

    A block goes to the language whose common words it has; one that has too few, a number or a name, goes
    with the block before it, the number and title of a resolution with the one after it. Where blocks of the
    other language stood between, the next line may go on with the last.
    """
    found: dict[str, list[Line]] = {language: [] for language in languages}
    last = next(iter(found))
    blocks = list(_blocks(lines, found))
    told = [_language(block, found) for block in blocks]
    for at, block in enumerate(blocks):
        following = told[at + 1] if at + 1 < len(told) and _is_heading(block) else None
        language = told[at] or following or last
        held = found[language]
        held += [block[0]._replace(torn=True), *block[1:]] if language != last and held else block
        last = language
    return list(found.values())


def _blocks(lines: list[Line], languages: Iterable[str]) -> Iterator[list[Line]]:
    """Part the lines into blocks; where columns ran into each other, one of the source can be several."""
    block: list[Line] = []
    for line in lines:
        if block and (line.opens or _stands_apart(block, line, languages)):
            yield block
            block = []
            line = line._replace(opens=True)
        block.append(line)
    if block:
        yield block


def _is_heading(block: list[Line]) -> bool:
    return is_resolution_heading(without_marks(block[0].text))


def _stands_apart(block: list[Line], line: Line, languages: Iterable[str]) -> bool:
    text = without_marks(line.text)
    if stands_alone(text) or is_resolution_heading(text) or stands_alone(without_marks(block[-1].text)):
        return True
    language = _language([line], languages)
    return (
        language is not None
        and common_words(text).get(language, 0) >= LEAST
        and _language(block, languages) not in (None, language)
    )


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
