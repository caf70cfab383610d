"""Last stage of cleaning: lines become paragraphs, torn sentences whole again.

Reads the lines of the running text; writes paragraphs with marks. A line break inside a block ends a
paragraph only where the text says so; a block's end does, unless footnotes or a page's end tore a sentence.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from resolutions.parsing.formulas import is_meeting_line, names_in_sentence, opens_adoption, stands_alone
from resolutions.parsing.leads import opens_operative, opens_preambular
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import ITALIC, ITALIC_END, without_marks
from resolutions.parsing.numbering import Style, is_loose_number
from resolutions.parsing.slips import marker_of, opens_with_word
from resolutions.readers.blocks import BlockKind

ENDS = re.compile(r"(?:[,;:.?!]|[.,;]?[”\"’)\]])(?: ?\d{1,3}/?)?$")
STOPS = re.compile(r"[,;:.][”\"’)\]]*(?: ?\d{1,3}/?)?$")  # a footnote's number can stand after the stop
END = 12  # characters: more than any stop with what can follow it
HYPHENATED = re.compile(r"(?<=[a-z])-$")  # a word parted at the line's end
KEEPS_HYPHEN = re.compile(
    r"\b(?:self|non|co|counter|inter|multi|anti|post|pre|re|well|so|follow|long|short|high|low|Secretary)-$",
    re.I,
)
ITEM = (Style.LETTER, Style.PARENTHESISED)
# "paragraph 3 / (b) of resolution …": the letter belongs to the sentence before.
# No sentence ends with these; what follows goes on with it even with a capital: "of the / Council".
HANGING = re.compile(
    r"(?<![\w-])(?:a|an|the|of|to|and|or|for|by|in|on|at|with|from|that|than|as|its|their|resolution|Article)$"
)
BEFORE_ITEM = re.compile(r"(?P<stop>[,;]|[a-z]) (?:and|or)$")
POINTS_BACK = re.compile(r"(?:of|above|below|and|or|to)\b")


class Paragraph(Struct):
    """A paragraph of the running text, marks inside.

    Args:
        number: its line in the source file where known.
        leads: it is known to open with its lead, though in small letters: "instructs the Secretary-General".
    """

    text: str
    kind: BlockKind = BlockKind.TEXT
    number: int | None = None
    leads: bool = False


class _Open(Struct):
    """A paragraph that may go on: its pieces, and how the last line taken in ends."""

    line: Line
    pieces: list[str]
    end: str
    alone: bool

    def whole(self) -> Paragraph:
        return Paragraph("".join(self.pieces), self.line.kind, self.line.number)


def paragraphs_of(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines to paragraphs; how long a paragraph is already does not matter to the cost of a line."""
    found: list[_Open] = []
    before: _Open | None = None
    for line in lines:
        text = without_marks(line.text)
        alone = stands_alone(text) and not (before and _runs_into(before, line, text))
        if before and not (alone or before.alone) and _belongs(before, line, text):
            _join(before.pieces, line.text)
            before.end = text[-END:]
        else:
            before = _Open(line, [line.text], text[-END:], alone)
            found.append(before)
    return [paragraph.whole() for paragraph in found]


def _runs_into(before: _Open, line: Line, text: str) -> bool:
    """Tell whether a date, a meeting or a body's name only begins a line: "no later than / 30 June 1972"."""
    if before.alone or BlockKind.HEADING in (before.line.kind, line.kind):
        return False
    if text[:1].isalpha():
        return names_in_sentence(before.end, text) and not line.opens
    return text[:1].isdigit() and (HANGING.search(before.end) is not None or _is_midway(before, line))


def _is_midway(before: _Open, line: Line) -> bool:
    """Tell whether a line stands in a block whose sentence has not ended."""
    return not (line.opens or line.torn or ENDS.search(before.end) or is_meeting_line(before.end))


def _belongs(before: _Open, line: Line, text: str) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    earlier = before.end
    if line.kind is BlockKind.HEADING or before.line.kind is BlockKind.HEADING:
        return False
    if earlier[-1:].isalpha() and not (line.opens or line.torn) and opens_with_word(text):
        return True  # as most lines do
    if is_loose_number(earlier):
        return False
    if _opens_by_number(text, earlier) or _is_next_item(earlier, line, text):
        return False
    if not (line.opens or line.torn):
        return earlier[-1:].isalpha() or _goes_on_in_block(before, text)
    if opens_adoption(text):
        return False
    if HANGING.search(earlier):
        return True
    ended = ENDS.search(earlier) is not None
    return not ended or text[:1].islower() if line.torn else not ended and text[:1].islower()


def _is_next_item(earlier: str, line: Line, text: str) -> bool:
    """Tell whether a block is the item after one that ends without a stop: "(a) lamps, or / (b) oil,"."""
    before = BEFORE_ITEM.search(earlier) if line.opens and not line.torn else None
    marker, rest = marker_of(text) if before else (None, text)
    if before is None or marker is None:
        return False
    if marker.style is Style.BULLET or before["stop"] == ";":
        return True  # "(b) to be necessary; or / (c) to be the subject of a judgment"
    return marker.style in ITEM and POINTS_BACK.match(rest) is None


def _goes_on_in_block(before: _Open, text: str) -> bool:
    """Tell whether a line goes on after one that does not end in the middle of a sentence for sure."""
    if opens_adoption(text) and ENDS.search(before.end):
        return False
    stop = STOPS.search(before.end)
    if stop is None:
        return True
    if stop[0][0] == ":":  # "the Vienna Declaration on Crime and Justice: / Meeting the Challenges …"
        return not opens_operative(text)
    if stop[0][0] == ";" and not (text[:1].islower() and before.pieces[0][:1].isupper()):
        return False  # only a recital goes on; after an item "provided that …" belongs to the whole list
    return not _opens_by_lead(text)


def _opens_by_number(text: str, earlier: str) -> bool:
    """Tell whether a line opens with a paragraph's number and not with the end of a reference."""
    marker, rest = marker_of(text)
    if marker is None:
        return is_loose_number(text) and STOPS.search(earlier) is not None
    if STOPS.search(earlier):
        return True
    if marker.style is Style.POINTED:
        return False  # "an amount of / 2.5 Million"
    return not (marker.style in ITEM and POINTS_BACK.match(rest)) and not rest[:1].islower()


def _opens_by_lead(text: str) -> bool:
    text = text.lstrip("“\"‘' ")
    return text[:1].isupper() and (opens_preambular(text) or opens_operative(text))


def _join(pieces: list[str], after: str) -> None:
    """Put a line to those before it; a hyphen at a line's end parts a word or belongs to it."""
    before = pieces[-1]
    if before.endswith(ITALIC_END) and after.startswith(ITALIC):
        before, after = before[:-1], after[1:]
    if before.endswith("-") and HYPHENATED.search(before) and after[:1].islower():
        pieces[-1] = before if KEEPS_HYPHEN.search(before) else before[:-1]
    elif before.endswith("-") and after[:1].isupper():
        pieces[-1] = before
    else:
        pieces[-1] = f"{before} "
    pieces.append(after)
