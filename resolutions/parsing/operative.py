"""The operative part as a tree: paragraphs, sub-paragraphs, what follows a list, headings and parts.

Reads paragraphs with marks one by one; writes drafts of operative paragraphs in reading order, with
labels as printed, lasting eids, parents and tails. Nothing that is handed in gets lost.
"""

import re

from msgspec import field

from resolutions.parsing.drafts import Draft
from resolutions.parsing.formulas import PART, is_part_heading
from resolutions.parsing.leads import opens_operative
from resolutions.parsing.levels import Levels
from resolutions.parsing.marks import without_marks
from resolutions.parsing.numbering import Marker, Style, following, follows
from resolutions.parsing.paragraphs import Paragraph
from resolutions.parsing.slips import capital_of, marker_of
from resolutions.parsing.speaking import is_resolving, opens_speech
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.readers.blocks import BlockKind

LONGEST_HEADING = 160
MOST_HEADINGS = 5  # lines on end; more are the rows of a table or list
LETTER_IN_TEXT = re.compile(r"(?:(?<=[\s;,:])|^)\(([a-z])\) ")
# "the need to ensure that the panel:", whose items are "Is …", "Has …", "Undertakes …"
OPEN_SUBJECT = re.compile(r"\bthat (?:[\w’-]+ ){0,8}[\w’-]+:$")
ENDS_SENTENCE = re.compile(r"[.,;:?!،؛，；：。]$")
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


class OperativePart(Levels):
    """Collects the paragraphs of the operative part."""

    heading: str | None = None
    fresh_heading: bool = False
    pending_headings: list[str] = field(default_factory=list)
    speaks: bool = False

    def add(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph of the operative part."""
        plain = without_marks(paragraph.text)
        marker, rest = self._marker_of(paragraph.text)
        printed = without_marks(paragraph.text.removesuffix(rest)) if marker else ""
        if paragraph.leads:
            self.open_unnumbered(paragraph.text)
        elif marker is None and is_part_heading(plain):
            self._begin_part(plain)
        elif self._is_heading(paragraph, plain, marker):
            self._set_heading(plain)
        elif marker is not None and self._goes_on_inline(marker):
            self.open_levels[-1].pieces.append(paragraph.text)
        elif marker is not None and self.place(marker, rest, printed.strip()):
            self.fresh_heading = False
            if marker.style is Style.NUMBER:
                self.drafts[-1].printed = printed
            self.part_first_item(rest)
        elif self._opens_unnumbered(plain):
            self.open_unnumbered(paragraph.text)
        elif self._awaits_item():
            self.open_item(Marker(Style.BULLET, "•"), paragraph.text)
        else:
            self.go_on(paragraph.text)

    def _marker_of(self, text: str) -> tuple[Marker | None, str]:
        """Part the marker from a paragraph; past 999 only the number that comes next is one, and no year.

        Letters for numbers, "A. A Commission is established.", count where a colon announces the first, and
        where one comes next (Security Council resolution 39 (1948)).
        """
        marker, rest = marker_of(text)
        last = self.last_number.value if self.last_number else ""
        if marker is None and (letter := capital_of(text)):
            announced = letter == "A" and self.awaits_text() and not self.open_levels[0].value
            if announced or (last.isupper() and letter == following(last)):
                return Marker(Style.NUMBER, letter), text[len("A. ") :]
        if marker is None and len(last) >= len("999") and last.isdigit():
            number = following(last)
            if text.startswith(f"{number}. "):
                return Marker(Style.NUMBER, number), text[len(number) + 2 :]
        return marker, rest

    def _opens_unnumbered(self, plain: str) -> bool:
        """Tell whether an operative paragraph begins here, though no number says so."""
        if (self.speaks and opens_speech(plain)) or is_resolving(plain):
            return True
        if " " not in plain.rstrip(" :"):
            return plain.endswith(":") and opens_operative(plain)  # "Reviews" alone is a heading
        return plain[:1].isupper() and opens_operative(plain) and not self._is_predicate(plain)

    def _awaits_item(self) -> bool:
        """Tell whether words without a number are the next item of a list whose bullets were lost."""
        if not self.open_levels:
            return False
        last = self.open_levels[-1]
        if last.style is Style.BULLET and last.depth:
            return last.pieces[-1].endswith((";", "; and", "; or", ";and")) or not _ends(last.pieces[-1])
        return last.pieces[-1].endswith(":")

    def _goes_on_inline(self, marker: Marker) -> bool:
        """Tell whether an item that begins a line goes on with a list in the sentence: "(a) …; / (b) …"."""
        if marker.style is not Style.LETTER or not self.open_levels or marker.value in ("a", "i"):
            return False
        if any(draft.style is Style.LETTER and draft.depth for draft in self.open_levels):
            return False
        pieces = self.open_levels[-1].pieces
        if len(pieces) == 1 and pieces[0].startswith("("):
            return False  # "6. (a) Decides …" begins a list of items
        before = LETTER_IN_TEXT.findall(without_marks(pieces[-1]))
        return bool(before) and follows(before[-1], marker.value)

    def _is_predicate(self, plain: str) -> bool:
        """Tell whether a verb only goes on with "that the panel:": "Is open to all; / Undertakes work; …"."""
        if not self._awaits_item() or not OPEN_SUBJECT.search(without_marks(self.open_levels[0].pieces[-1])):
            return False
        return plain.split(" ", 1)[0].rstrip(",").lower() in word_group("task_verbs")

    def _is_heading(self, paragraph: Paragraph, plain: str, marker: Marker | None) -> bool:
        if paragraph.kind is BlockKind.HEADING:
            return True
        if marker is not None or len(plain) > LONGEST_HEADING or _ends(plain):
            return False
        if self.drafts and not _ends(without_marks((self.drafts[-1].after or self.drafts[-1].pieces)[-1])):
            return False
        return plain[:1].isupper() and (" " not in plain or not opens_operative(plain))

    def _begin_part(self, plain: str) -> None:
        found = PART.fullmatch(plain.strip("= "))
        self.pending_part = found["name"].upper() if found else plain
        self._set_heading(plain)

    def _set_heading(self, plain: str) -> None:
        self.heading = f"{self.heading} {plain}" if self.fresh_heading and self.heading else plain
        self.fresh_heading = True
        self.pending_headings.append(plain)

    def _open(self, draft: Draft) -> None:
        if draft.depth == 0:
            if len(self.pending_headings) > MOST_HEADINGS:
                self._keep_pending_headings()
            self.fresh_heading = False
        draft.heading = self.heading
        self.pending_headings.clear()
        super()._open(draft)

    def go_on(self, text: str) -> None:
        """Add words without a number: after a list they are its paragraph's tail."""
        if not self.drafts:
            self.open_unnumbered(text)
            return
        top = self.open_levels[0]
        (top.after if top.children else top.pieces).append(text)

    def is_closed(self) -> bool:
        """Tell whether the last paragraph has come to its end."""
        return bool(self.drafts) and without_marks(self.drafts[-1].pieces[-1]).endswith((".", ";"))

    def awaits_text(self) -> bool:
        """Tell whether the last paragraph announces another text: "… the following draft resolution:"."""
        return bool(self.drafts) and without_marks(self.drafts[-1].pieces[-1]).endswith(":")

    def take_headings(self) -> list[str]:
        """Give up the headings that no paragraph has followed yet."""
        taken, self.pending_headings = self.pending_headings, []
        return taken

    def take_recitals(self) -> list[str]:
        """Give up what stands before paragraph 1 and ends as recitals do: "Recalls it," for "Recalling"."""
        first = next((at for at, draft in enumerate(self.drafts) if draft.value), 0)
        early = self.drafts[:first]
        texts = [piece for draft in early for piece in draft.pieces]
        if not early or any(draft.depth or draft.children for draft in early):
            return []
        if self.drafts[first].value != "1" or not all(without_marks(text).endswith(",") for text in texts):
            return []
        del self.drafts[:first]
        return texts

    def _keep_pending_headings(self) -> None:
        """Short lines that no paragraph follows were no headings: "the following list: / Mr. A / Mr. B"."""
        pending, self.pending_headings = self.pending_headings, []
        if not self.drafts or not pending:
            return
        self.heading = self.drafts[-1].heading
        for plain in pending:
            if self._awaits_item():
                self.open_item(Marker(Style.BULLET, "•"), plain)
            else:
                self.open_levels[0].after.append(plain)

    def finish(self) -> list[Draft]:
        """Give the drafts with parts and eids; a part counts only where the numbering restarts."""
        self._keep_pending_headings()
        seen: dict[str, int] = {}
        for draft in self.drafts:
            if self.section:
                draft.part = self.part_names.get(draft.section) or ROMANS[min(draft.section, len(ROMANS) - 1)]
            eid = f"{draft.part}_op{draft.path}" if draft.part else f"op{draft.path}"
            seen[eid] = seen.get(eid, 0) + 1
            draft.eid = eid if seen[eid] == 1 else f"{eid}_{seen[eid]}"
        return self.drafts


def _ends(text: str) -> bool:
    """Tell whether a text ends as a sentence or an item does."""
    return ENDS_SENTENCE.search(text[-1:]) is not None
