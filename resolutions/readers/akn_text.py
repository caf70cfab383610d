"""The words inside an Akoma Ntoso text: runs with their styles, and the footnotes called in them.

Reads an element with mixed content; writes its runs, with a superscript call where a note stands, and the
notes.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from resolutions.readers.blocks import Run

Note: TypeAlias = etree._Element

SPACE = re.compile(r"\s+")
BREAKS = {"eol", "br"}
ITALIC = {"i", "em"}
BOLD = {"b", "strong"}
NOTES = {"authorialNote", "note"}
# "( )" round the calls of Arabic files, set small and above the line like the calls themselves.
BRACKET = re.compile(r"\s*[()\[\]]*\s*")
OPENS_NOTE = re.compile(r"[\s()]+")


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace; an entity or comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def line_of(element: etree._Element) -> int | None:
    """Give the line of the file on which an element begins."""
    line: int | None = element.sourceline  # type: ignore[assignment] # the stubs say "..."
    return line


def read_runs(element: etree._Element) -> tuple[tuple[Run, ...], list[Note]]:
    """Give the text of an element as runs, and the notes that are called in it."""
    notes: list[Note] = []
    return tuple(_runs(element, Run(""), notes)), notes


def as_note(note: Note) -> tuple[str, tuple[Run, ...]]:
    """Give a note's label and its words."""
    runs = [run for run in _runs(note, Run(""), []) if run.text]
    while runs and OPENS_NOTE.fullmatch(runs[0].text):
        runs.pop(0)
    if runs and (opening := OPENS_NOTE.match(runs[0].text)):
        runs[0] = Run(runs[0].text[opening.end() :], runs[0].italic, runs[0].bold)
    return note.get("marker", "*").strip() or "*", tuple(runs)


def _runs(element: etree._Element, style: Run, notes: list[Note]) -> Iterator[Run]:
    """Walk through mixed content; `style` is an empty run in the style that surrounds it."""
    style = _styled(element, style)
    if element.text:
        yield from _run(element.text, style)
    for child in element:
        name = local(child)
        if name in NOTES:
            notes.append(child)
            yield Run(child.get("marker", "*").strip() or "*", superscript=True)
        elif name == "noteRef":
            yield Run(child.get("marker", "*").strip() or "*", superscript=True)
        elif name in BREAKS:
            yield Run("\n")
        elif name and name != "img":
            if name in ("p", "td", "th") and child.getprevious() is not None:
                yield Run("\t" if name != "p" else " ")
            yield from _runs(child, style, notes)
        if child.tail:
            yield from _run(child.tail, style)


def _styled(element: etree._Element, style: Run) -> Run:
    name, classes = local(element), element.get("class", "").split()
    return Run(
        "",
        italic=style.italic or name in ITALIC or "italic" in classes,
        bold=style.bold or name in BOLD or "bold" in classes,
        superscript=style.superscript or name == "sup",
    )


def _run(text: str, style: Run) -> Iterator[Run]:
    """Give a stretch of text with single spaces; brackets round a footnote call are no text.

    Spaces at its ends have no style: an italic space in front would belong to the first word.
    """
    text = SPACE.sub(" ", text)
    if style.superscript and BRACKET.fullmatch(text):
        return
    words = text.strip()
    if text[0] == " ":
        yield Run(" ")
    if words:
        yield Run(words, style.italic, style.bold, style.superscript)
        if text[-1] == " ":
            yield Run(" ")
