"""Several resolutions in one file, as pages of a printed volume hold them.

Reads the documents of a file in order; gives each the footnotes it calls, which a page prints below the last
of them, and leaves out a last one that breaks off before its first operative paragraph.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from resolutions.parsing.document import (
    Document,
    Warning,  # noqa: A004 - the word of the parse output
)
from resolutions.parsing.languages import ANALYSED

ON_A_PAGE = 20  # resolutions that can share the footnotes of a page


def settled(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Give the whole documents of a file, with a warning where a last one was cut off."""
    found = list(_with_their_notes(documents))
    while len(found) > 1 and _is_cut_off(found[-1]):
        cut = found.pop()
        name = cut.symbol or "Another resolution"
        message = (
            f"{name} begins at the end of the file and breaks off; import it from a file that has it whole."
        )
        found[-1] = replace(found[-1], warnings=(*found[-1].warnings, Warning("cut_off", message)))
    return tuple(found)


def _is_cut_off(document: Document) -> bool:
    read = document.language == ANALYSED  # of a text in another language only numbers tell what is operative
    return read and not document.operative and document.adopted_on is None


def _with_their_notes(documents: Sequence[Document]) -> Iterator[Document]:
    """Move each footnote to the first document that calls it, if the one it stands in does not."""
    called = [_called(document) for document in documents]
    left = [list(document.footnotes) for document in documents]
    for at, document in enumerate(documents):
        known = {note.label for note in left[at]}
        for later in range(at + 1, min(len(documents), at + 1 + ON_A_PAGE)):
            taken = [
                note
                for note in left[later]
                if note.label in called[at] - known and note.label not in called[later]
            ]
            left[at] += taken
            left[later] = [note for note in left[later] if note not in taken]
        yield replace(document, footnotes=tuple(left[at]))


def _called(document: Document) -> set[str]:
    """Give the labels that a document calls."""
    calls = [call for recital in document.preamble for call in recital.calls]
    calls += [call for paragraph in document.operative for call in paragraph.calls]
    return {call.label for call in calls}
