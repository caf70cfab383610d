"""Words with what stands in them: verbs, addressees, times, and the footnotes they call."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from resolutions.exporting.akn_names import add, plain
from resolutions.parsing.document import Document, Footnote, FootnoteCall
from resolutions.parsing.stating import note_anchor


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that refers to something: a `<term>`, `<organization>`, `<role>` or `<inline>`."""

    start: int
    end: int
    element: str
    refers_to: str
    italic: bool = False


class Notes:
    """The footnotes of a document, handed out to their calls in order; what nobody calls is left."""

    def __init__(self, document: Document) -> None:
        self._waiting = list(document.footnotes)
        self._numbers = {id(note): n for n, note in enumerate(document.footnotes, 1)}
        self._given: dict[str, Footnote] = {}

    @property
    def left(self) -> list[tuple[int, Footnote]]:
        """The notes that no call took, each with its number in the document."""
        return [(self._numbers[id(note)], note) for note in self._waiting]

    def add_call(self, into: etree._Element, label: str) -> None:
        """Write a call of a label: with the note where it is called first, else with a reference to it."""
        note = next((each for each in self._waiting if each.label == label), None)
        if note is not None:
            self._waiting.remove(note)
            self._given[label] = note
            place = {"marker": label, "placement": "bottom", "eId": note_anchor(self._numbers[id(note)])}
            add(add(into, "authorialNote", **place), "p", note.text)
            return
        given = self._given.get(label)
        target = f"#{note_anchor(self._numbers[id(given)])}" if given else "#notes"
        add(into, "noteRef", marker=label, href=target)


def add_text(
    into: etree._Element,
    text: str,
    calls: Sequence[FootnoteCall],
    notes: Notes,
    *,
    spans: Sequence[Span] = (),
    italic: tuple[int, int] = (0, 0),
) -> None:
    """Write a text with its spans and calls into an element; spans that overlap an earlier one are left out.

    Args:
        into: the empty element that takes the words.
        text: the words; the offsets of calls and spans count in it.
        calls: where footnotes are called.
        notes: the notes of the document.
        spans: what words refer to.
        italic: the stretch set in italics, where no span says so.
    """
    marked = [Span(*italic, "i", "")] if italic[1] > italic[0] else []
    pending = sorted(calls, key=lambda call: call.at)
    at = 0
    for span in _apart([*spans, *marked], len(text)):
        pending = _write(into, text, at, span.start, pending, notes)
        held = _open(into, span)
        pending = _write(held, text, span.start, span.end, pending, notes)
        at = span.end
    _write(into, text, at, len(text), pending, notes, last=True)


def _apart(spans: Sequence[Span], length: int) -> Iterator[Span]:
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if at <= span.start < span.end <= length:
            yield span
            at = span.end


def _open(into: etree._Element, span: Span) -> etree._Element:
    attributes = {"refersTo": span.refers_to} if span.refers_to else {}
    if span.element == "inline":
        attributes["name"] = "deadline"
    element = add(into, span.element, **attributes)
    return add(element, "i") if span.italic else element


def _write(
    into: etree._Element,
    text: str,
    start: int,
    end: int,
    calls: list[FootnoteCall],
    notes: Notes,
    *,
    last: bool = False,
) -> list[FootnoteCall]:
    """Write the text from start to end with the calls in it; give the calls that come later."""
    while calls and (last or calls[0].at < end):
        call = calls.pop(0)
        _append(into, text[start : call.at])
        notes.add_call(into, call.label)
        start = max(start, call.at)
    _append(into, text[start:end])
    return calls


def _append(into: etree._Element, text: str) -> None:
    """Put words behind what an element holds already."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + plain(text)
    else:
        into.text = (into.text or "") + plain(text)
