"""The parts of one resolution: recitals, operative paragraphs, adoption line, annexes.

Reads the paragraphs after the opening formula; writes an `Outline`. The drafting rules are those of the
Editorial Manual: recitals, then operative paragraphs, then meeting and date, then annexes.
"""

import datetime as dt
import re
from enum import Enum, auto

from msgspec import Struct, field

from resolutions.parsing.days import read_date
from resolutions.parsing.drafts import Draft
from resolutions.parsing.formulas import (
    MEETING,
    is_annex_heading,
    is_formula,
    is_part_heading,
    opens_adoption,
)
from resolutions.parsing.leads import opens_in_first_person, opens_operative, opens_preambular
from resolutions.parsing.marks import without_marks
from resolutions.parsing.numbering import Marker, Style, following
from resolutions.parsing.operative import OperativePart
from resolutions.parsing.paragraphs import Paragraph
from resolutions.parsing.slips import marker_of
from resolutions.parsing.speaking import is_resolving, run_on_verb
from resolutions.parsing.words import words_of
from resolutions.readers.blocks import BlockKind

# "[Adopted without a vote.]", "Adopted unanimously …", "… by 9 votes to none, with 2 abstentions (…)"
VOTE = re.compile(
    r"Adopted without a vote|(?:Adopted|Approved) unanimously"
    r"|(?:adopted )?by (?:a recorded vote of )?\d+ (?:votes )?to (?:\d+|none)[^\]]*",
    re.IGNORECASE,
)
VOTE_END = re.compile(r"[ .]*(?:\d{1,3})?[ .]*$")  # the stop, and the call of a footnote after it
FIRST_ARTICLE = re.compile(r"Article (?:1|I)\.?", re.IGNORECASE)  # of an agreement that a resolution approves
SHORT = 160
STOPS = re.compile(r"[.,;:،؛，；：。]$")


class State(Enum):
    """Where in a resolution the reading is."""

    PREAMBLE = auto()
    OPERATIVE = auto()
    CLOSING = auto()
    ANNEX = auto()


class AnnexDraft(Struct):
    """An annex on its way."""

    title: str
    paragraphs: list[str] = field(default_factory=list)

    def take_title(self, plain: str) -> bool:
        """Take a short line right below "Annex I" for its title; False where it is none."""
        if self.paragraphs or ":" in self.title or not is_annex_heading(self.title):
            return False
        if len(plain) >= SHORT or STOPS.search(plain) or marker_of(plain)[0] is not None:
            return False
        self.title = f"{self.title}: {plain}"
        return True


class Outline(Struct):
    """What stands after the opening formula, sorted."""

    preamble: list[str] = field(default_factory=list)
    over_recitals: list[tuple[int, str]] = field(default_factory=list)  # headings, with how many came before
    part: OperativePart = field(default_factory=OperativePart)
    annexes: list[AnnexDraft] = field(default_factory=list)
    meeting: str | None = None
    adopted_on: dt.date | None = None
    vote: str | None = None
    state: State = State.PREAMBLE
    items: list[str] = field(default_factory=list)
    embedded: bool = False

    def operative(self) -> list[Draft]:
        """Give the operative paragraphs in reading order."""
        return self.part.finish()

    def words(self) -> str:
        """Give the first words of what was read: enough to tell the language by."""
        first = [*self.preamble[:5], *(draft.text for draft in self.part.drafts[:5])]
        return without_marks(" ".join(first))

    def add(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph."""
        plain = without_marks(paragraph.text).strip()
        if is_annex_heading(plain) and (
            paragraph.kind is BlockKind.HEADING or self.state is not State.PREAMBLE
        ):
            self.annexes.append(AnnexDraft(plain))
            self.state = State.ANNEX
        elif self.state is State.ANNEX and not (self.embedded and opens_adoption(plain)):
            self._annex(paragraph.text, plain)
        elif opens_adoption(plain):
            self.close(plain)
        elif self.state is State.CLOSING:
            self._after_closing(paragraph, plain)
        elif self._opens_embedded(plain):
            headings = self.part.take_headings()
            title = " ".join(headings) or (plain if FIRST_ARTICLE.fullmatch(plain) else "")
            self.annexes.append(AnnexDraft(title, [] if title == plain else [plain]))
            self.state, self.embedded = State.ANNEX, True
        elif is_formula(plain):
            self.state = State.PREAMBLE
        elif self.state is State.PREAMBLE and not self._begins_operative(paragraph, plain):
            self._recital(paragraph, plain)
        elif self._is_late_recital(paragraph, plain):
            self.preamble.append(paragraph.text)
        else:
            self.state = State.OPERATIVE
            self.part.add(paragraph)

    def _is_late_recital(self, paragraph: Paragraph, plain: str) -> bool:
        """Tell whether a recital stands before a further part: "Acting under Chapter VII of the Charter,"."""
        if self.state is not State.OPERATIVE or self.part.speaks or not plain.endswith(","):
            return False
        return plain[:1].isupper() and opens_preambular(plain) and self.part.is_closed()

    def _opens_embedded(self, plain: str) -> bool:
        """Tell whether a text of its own begins: "the following draft resolution:", "these terms:"."""
        if self.state is not State.OPERATIVE:
            return False
        begins = FIRST_ARTICLE.fullmatch(plain) or is_formula(plain.lstrip("“\"‘' "))
        return bool(begins) and self.part.awaits_text()

    def _begins_operative(self, paragraph: Paragraph, plain: str) -> bool:
        if paragraph.leads:
            return opens_operative(plain)
        marker, rest = marker_of(paragraph.text)
        if marker is not None and marker.style in (Style.NUMBER, Style.POINTED):
            words = without_marks(rest)
            if marker.value == str(len(self.preamble) + 1) and opens_preambular(words):
                return False  # "1. Recalling …, 2. Requests …", as UNESCO numbers recitals too
            return _is_first(marker) or opens_operative(words)
        if marker is None and not self.preamble and plain[:1].islower():
            return run_on_verb(words_of(plain)) is not None  # "The Council, recalling it, decides to …"
        opens = plain[:1].isupper() and opens_operative(plain) and not opens_preambular(plain)
        return marker is None and (opens or is_resolving(plain))

    def _recital(self, paragraph: Paragraph, plain: str) -> None:
        """A recital, the item of a list in one, or a heading before the first operative paragraph."""
        marker, rest = marker_of(paragraph.text)
        listed = bool(self.items) or bool(self.preamble and self.preamble[-1].endswith(":"))
        if marker is not None and not listed and opens_preambular(without_marks(rest)):
            self.settle()
            self.preamble.append(rest)  # "a. Recalling …"
        elif paragraph.kind is BlockKind.HEADING or is_part_heading(plain):
            self.part.add(Paragraph(plain, BlockKind.HEADING) if not is_part_heading(plain) else paragraph)
        elif marker is not None and self.preamble:
            self.items.append(paragraph.text)
        elif len(plain) < SHORT and not STOPS.search(plain) and not opens_preambular(plain):
            self.part.add(Paragraph(plain, BlockKind.HEADING))
        else:
            self.settle()
            self.preamble.append(paragraph.text)

    def finish(self) -> None:
        """Give the preamble what turned out to be its own once all paragraphs are known."""
        self.settle()
        self.preamble += self.part.take_recitals()
        if not self.part.drafts:  # nothing operative came: the short lines headed nothing and are text
            self.preamble += self.part.pending_headings

    def settle(self) -> None:
        """Put the items of a list in the last recital to it."""
        if self.items:
            self.preamble[-1] = " ".join([self.preamble[-1], *self.items])
            self.items.clear()

    def close(self, plain: str) -> None:
        """Take in a line that says when or how the resolution was adopted."""
        self.state = State.CLOSING
        if found := MEETING.search(plain):
            self.meeting = self.meeting or " ".join(found[0].split())
        self.adopted_on = self.adopted_on or read_date(plain)
        if vote := VOTE.search(plain):
            self.vote = self.vote or VOTE_END.sub("", vote[0])

    def _after_closing(self, paragraph: Paragraph, plain: str) -> None:
        """Words after the adoption line: an annex without its word, unless the line was none."""
        marker, rest = marker_of(paragraph.text)
        last = self.part.last_number
        if marker and last and marker.value == following(last.value) and _speaks(without_marks(rest)):
            self.state = State.OPERATIVE
            self.part.add(paragraph)
            return
        self.annexes.append(AnnexDraft(plain if len(plain) < SHORT else ""))
        self.state = State.ANNEX
        if len(plain) >= SHORT:
            self.annexes[-1].paragraphs.append(plain)

    def _annex(self, text: str, plain: str) -> None:
        if not self.annexes[-1].take_title(plain):
            self.annexes[-1].paragraphs.append(without_marks(text))


def _is_first(marker: Marker) -> bool:
    return marker.value == "1"


def _speaks(text: str) -> bool:
    return opens_operative(text) or opens_in_first_person(text)


def read_outline(paragraphs: list[Paragraph], *, speaks: bool = False) -> Outline:
    """Sort the paragraphs after the opening formula.

    Args:
        paragraphs: in reading order.
        speaks: there is no formula, since the paragraphs name the body themselves.
    """
    outline = Outline(state=State.OPERATIVE if speaks else State.PREAMBLE)
    outline.part.speaks = speaks
    for paragraph in paragraphs:
        outline.add(paragraph)
    outline.finish()
    return outline
