"""Third stage of cleaning: footnotes leave the flow of the text.

Reads lines; writes the lines of the running text (torn where notes stood) and the footnotes. A note is
known by the format (a Markdown footnote), by the superscript number it opens with, by its words ("12 See
Official Records …"), or by its place under a rule.
"""

import re
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from resolutions.parsing.document import Footnote
from resolutions.parsing.furniture import is_rule
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import CALL, TOKEN, without_marks
from resolutions.readers.blocks import BlockKind

LABELLED = re.compile(r"(?P<label>\d{1,3}|\*{1,3})(?P<slash>/?)\s+(?P<text>\S.*)")
OPENS_LABEL = frozenset("0123456789*")
# How a footnote begins where its number is plain: "12 See …", "3 Ibid., …".
OPENING = re.compile(
    r"(?:See |Ibid|Idem|Official Records|United Nations, Treaty Series|League of Nations, "
    r"|General Assembly resolution|Security Council resolution|Resolution \d|[AES]/[\w.]+/|Documents? [AES]/"
    r"|(?:One|Two|Three) members? |Previously issued|For the (?:text|voting))"
)


class Flow(Struct):
    """The running text and what was lifted out of it."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    slashed: bool = False


def lift_footnotes(lines: Iterable[Line]) -> Flow:
    """Part the footnotes from the running text, in reading order."""
    flow = Flow()
    in_note = under_rule = torn = False
    for line in lines:
        if is_rule(line.text):
            under_rule, in_note, torn = True, False, True
            continue
        note = _note(line, under_rule)
        if note is not None:
            flow.notes.append(note)
            flow.slashed |= _is_slashed(line)
            in_note = torn = True
        elif in_note and _goes_on(line, under_rule):
            _extend_last(flow.notes, line)
        else:
            flow.lines.append(line._replace(torn=True) if torn else line)
            in_note = under_rule = torn = False
    return flow


def in_order(notes: list[Footnote]) -> list[Footnote]:
    """Give footnotes in the order of their numbers, where each is numbered once; "Ibid." counts on it.

    A Word file and a note that only a table calls bring them in another order.
    """
    labels = [note.label for note in notes]
    if len(set(labels)) < len(labels) or not all(label.isdecimal() for label in labels):
        return notes
    return sorted(notes, key=lambda note: int(note.label))


def _note(line: Line, under_rule: bool) -> Footnote | None:
    """Give the footnote that a line opens, None if it opens none."""
    if (line.kind is BlockKind.FOOTNOTE and line.opens) or line.text.startswith(CALL):
        return _from_call(line.text)
    found = LABELLED.fullmatch(line.text) if line.text[0] in OPENS_LABEL else None
    if found is None:
        return None
    if under_rule or found["slash"] or (line.opens and OPENING.match(without_marks(found["text"]))):
        return Footnote(found["label"], without_marks(found["text"]))
    return None


def _from_call(text: str) -> Footnote:
    called = TOKEN.match(text)
    if called and called[1]:
        return Footnote(called[1], without_marks(text[called.end() :]).strip())
    label, _, words = text.partition(" ")
    return Footnote(without_marks(label), without_marks(words).strip())


def _goes_on(line: Line, under_rule: bool) -> bool:
    """Tell whether a line continues the note before it: in its block, or still under the rule."""
    if not line.opens:
        return not (under_rule and line.torn)
    return line.kind is BlockKind.FOOTNOTE


def _extend_last(notes: list[Footnote], line: Line) -> None:
    last = notes[-1]
    notes[-1] = replace(last, text=f"{last.text} {without_marks(line.text)}")


def _is_slashed(line: Line) -> bool:
    found = LABELLED.fullmatch(line.text)
    return bool(found and found["slash"])
