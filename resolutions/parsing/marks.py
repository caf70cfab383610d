"""Marks inside a text for what is no text: where a footnote is called, where italics run.

Reads runs, writes strings in which four private-use characters stand for the ends of a call and of an
italic run. Strings with marks can be cut and joined like any other; `unmark` takes the marks out again
and says where they were.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from resolutions.parsing.document import FootnoteCall
from resolutions.readers.blocks import Run

CALL, CALL_END, ITALIC, ITALIC_END = "\ue000", "\ue001", "\ue002", "\ue003"
MARK_CHARACTERS = f"{CALL}{CALL_END}{ITALIC}{ITALIC_END}"
MARKS = re.compile(f"[{MARK_CHARACTERS}]")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
SUPERSCRIPT_NUMBER = re.compile(f"[{SUPERSCRIPTS}]+")
LABEL = re.compile(r"\d{1,3}|\*{1,3}|†|‡")  # "1", "12", "*"
TOKEN = re.compile(f"{CALL}([^{CALL_END}]*){CALL_END}|[{MARK_CHARACTERS}]")


class Unmarked(NamedTuple):
    """A text without marks, the footnote calls in it, and the stretches that were italic."""

    text: str
    calls: tuple[FootnoteCall, ...]
    italics: tuple[tuple[int, int], ...]


def marked(runs: Iterable[Run]) -> str:
    """Join runs to one string with marks; a superscript number is a footnote call."""
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    text = MARKS.sub("", run.text) if _has_marks(run.text) else run.text
    if run.superscript and LABEL.fullmatch(text.strip()):
        return f"{CALL}{text.strip()}{CALL_END}"
    if not text.isascii() and any(digit in text for digit in SUPERSCRIPTS):
        text = SUPERSCRIPT_NUMBER.sub(lambda found: f"{CALL}{found[0].translate(DIGITS)}{CALL_END}", text)
    return f"{ITALIC}{text}{ITALIC_END}" if run.italic and text.strip() else text


def unmark(text: str) -> Unmarked:
    """Take the marks out of a text, single its spaces and give the places of the marks."""
    if not _has_marks(text):
        return Unmarked(text, (), ())
    pieces: list[str] = []
    calls: list[FootnoteCall] = []
    italics: list[tuple[int, int]] = []
    at, last, opened = 0, 0, -1
    for found in TOKEN.finditer(text):
        pieces.append(text[last : found.start()])
        at += found.start() - last
        last = found.end()
        if found[1] is not None:
            calls.append(FootnoteCall(found[1], at))
        elif found[0] == ITALIC:
            opened = at
        elif found[0] == ITALIC_END and opened >= 0:
            italics.append((opened, at))
            opened = -1
    pieces.append(text[last:])
    return Unmarked("".join(pieces), tuple(calls), tuple(italics))


def without_marks(text: str) -> str:
    """Give only the words of a text with marks."""
    if text.isascii():  # a mark is never ASCII, and this is asked of every line by every stage
        return text
    return TOKEN.sub("", text) if _has_marks(text) else text


def _has_marks(text: str) -> bool:
    """Tell quickly whether there is a mark at all; a mark is never ASCII, and most lines have none."""
    if text.isascii():
        return False
    return CALL in text or ITALIC in text or ITALIC_END in text or CALL_END in text


def called_label(text: str) -> str | None:
    """Give the label if a text opens with a footnote call: the text of a footnote does."""
    found = TOKEN.match(text)
    return found[1] if found else None
