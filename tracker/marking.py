"""Cut a paragraph into pieces that bear the marks over them. Pure: offsets in, pieces out.

Marks may nest and overlap; the text is cut wherever one begins or ends, and a footnote call falls between
pieces. Offsets count code points, as those of a reading do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that were read as something.

    Args:
        start, end: their offsets.
        style: class names of the stylesheet: "verb directive", "addressee" …
        href: where a reader gets from here, empty for nowhere.
        anchor: the id that the place bears, empty for none.
    """

    start: int
    end: int
    style: str = ""
    href: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote call just before offset `at`; `note` is the footnote's number, None where none fits."""

    at: int
    label: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks, or a footnote call between two runs."""

    text: str = ""
    style: str = ""
    href: str = ""
    anchor: str = ""
    call: Call | None = None


def cut(text: str, marks: Iterable[Mark], calls: Iterable[Call] = ()) -> tuple[Piece, ...]:
    """Return the text in pieces, in order; their texts joined are the text again.

    Args:
        text: the paragraph.
        marks: what was read in it; one that reaches beyond the text is left out.
        calls: its footnote calls; one beyond the end stands at the end.

    >>> [(p.text, p.style) for p in cut("Invites States", [Mark(0, 7, "verb"), Mark(8, 14, "addressee")])]
    [('Invites', 'verb'), (' ', ''), ('States', 'addressee')]
    """
    held = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    placed = sorted((Call(min(max(c.at, 0), len(text)), c.label, c.note) for c in calls), key=lambda c: c.at)
    edges = sorted({0, len(text), *(e for m in held for e in (m.start, m.end)), *(c.at for c in placed)})
    pieces: list[Piece] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        pieces += [Piece(call=call) for call in placed if call.at == start]
        if start < end:
            pieces.append(_piece(text[start:end], start, held))
    return tuple(pieces)


def _piece(words: str, start: int, marks: Sequence[Mark]) -> Piece:
    over = [m for m in marks if m.start <= start < m.end]
    # Where a link lies in another, the shorter one is meant.
    linked = sorted((m for m in over if m.href), key=lambda m: m.end - m.start)
    return Piece(
        words,
        style=" ".join(dict.fromkeys(m.style for m in over if m.style)),
        href=linked[0].href if linked else "",
        anchor=next((m.anchor for m in over if m.anchor and m.start == start), ""),
    )
