"""Two languages of one resolution in a file, of which only one states the symbol.

Reads the documents of a file; gives a text without symbol that of the text in another language which has its
paragraphs, and says so.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from resolutions.parsing.document import (
    Document,
    Warning,  # noqa: A004 - the word of the parse output
)
from resolutions.parsing.languages import NAMES


def with_symbols(documents: Sequence[Document]) -> list[Document]:
    """Give the documents, each without a symbol named after the one other text that has its paragraphs."""
    return [document if document.symbol else _named(document, documents) for document in documents]


def _named(document: Document, documents: Sequence[Document]) -> Document:
    same = [other for other in documents if other.symbol and _translates(document, other)]
    if len(same) != 1:
        return document
    [other] = same
    kept = tuple(said for said in document.warnings if said.code != "no_symbol")
    told = Warning(
        "symbol_of_translation",
        f"The text states no symbol; it was read as the translation of {other.symbol}, whose "
        f"{NAMES.get(other.language, other.language)} text in this file has the same paragraphs.",
    )
    return replace(document, symbol=other.symbol, warnings=(*kept, told))


def _translates(document: Document, other: Document) -> bool:
    days = {day for day in (document.adopted_on, other.adopted_on) if day}
    return (
        document.language != other.language
        and document.organ == other.organ
        and len(days) < 2
        and len(document.preamble) == len(other.preamble)
        and [each.label for each in document.operative] == [each.label for each in other.operative]
    )
