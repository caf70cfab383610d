"""The levels of the operative part: where a number, letter or bullet belongs, and what label it gets.

Reads markers with the words behind them, one by one; opens a draft for each at its place in the tree.
"""

from msgspec import Struct, field

from resolutions.parsing.drafts import Draft
from resolutions.parsing.leads import opens_operative
from resolutions.parsing.marks import without_marks
from resolutions.parsing.numbering import Marker, Style, follows, is_roman
from resolutions.parsing.pointed import label_below, level_of
from resolutions.parsing.slips import first_item

LOOKALIKES = {"2": "a", "6": "b", "8": "h", "9": "g"}  # what scans make of letters in parentheses


class Levels(Struct):
    """The drafts so far, and which of them are open: the last paragraph, its last item, the last of that."""

    drafts: list[Draft] = field(default_factory=list)
    open_levels: list[Draft] = field(default_factory=list)
    section: int = 0
    part_names: dict[int, str] = field(default_factory=dict)
    pending_part: str = ""
    last_number: Draft | None = None
    unnumbered: int = 0

    def place(self, marker: Marker, rest: str, printed: str = "") -> bool:
        """Put a marked paragraph into the tree; False where nothing is open that it could belong to."""
        if self._is_nested_number(marker, rest, printed):
            marker = Marker(Style.PARENTHESISED, marker.value)
        if marker.style is Style.NUMBER:
            self._open_number(marker, rest)
            return True
        if marker.style is Style.POINTED:
            return self._open_pointed(marker, rest)
        if not self.open_levels:
            return False
        marker = self._settle_roman(self._settle_lookalike(marker))
        if marker.style is Style.PARENTHESISED and marker.value != "1":
            self._close_letters()
        self.open_item(marker, rest)
        return True

    def part_first_item(self, rest: str) -> None:
        """Part "6. (a) Decides …" in paragraph 6, which says nothing itself, and its first item."""
        inner, words = first_item(rest)
        if inner is None:
            return
        self.drafts[-1].pieces = [""]
        if self.place(inner, words):
            self.part_first_item(words)

    def _is_nested_number(self, marker: Marker, rest: str, printed: str) -> bool:
        """Tell whether a number counts a list in a numbered paragraph: "to: / 1. protect …; / 2. help …"."""
        if marker.style is not Style.NUMBER or not self.open_levels or not self.open_levels[0].value:
            return False
        top = self.open_levels[0]
        other_stop = printed.endswith(")") and top.printed.strip().endswith(".")  # "2. Asks: / 1) To light"
        if not other_stop and not without_marks(rest)[:1].islower():
            return False
        levels = (draft for draft in reversed(self.open_levels) if draft.style is not Style.POINTED)
        deepest = next(levels, top)
        if marker.value == "1":
            return deepest.pieces[-1].endswith(":")
        return deepest.style is Style.PARENTHESISED and marker.value == str(int(deepest.value) + 1)

    def _open_number(self, marker: Marker, rest: str) -> None:
        last = self.last_number
        if last is not None and marker.value == "1" and last.section == self.section:
            self.section += 1
        if self.pending_part:
            self.part_names[self.section] = self.pending_part
            self.pending_part = ""
        self.last_number = Draft(
            Style.NUMBER, marker.value, marker.value, marker.value, [rest], 0, self.section
        )
        self._open(self.last_number)

    def _open_pointed(self, marker: Marker, rest: str) -> bool:
        """Open "2.1" below "2"; False where nothing open is called so and no verb makes a paragraph of it."""
        at = level_of(marker.value, self.open_levels)
        if at is None:
            if not opens_operative(without_marks(rest)):
                return False
            path = marker.value.replace(".", "_")
            self._open(Draft(Style.POINTED, marker.value, marker.value, path, [rest], 0, self.section))
            return True
        parent = self.open_levels[at]
        del self.open_levels[at + 1 :]
        self._open_below(
            parent, marker, label_below(parent, marker.value), marker.value.rpartition(".")[2], rest
        )
        return True

    def open_unnumbered(self, text: str) -> None:
        """Open a paragraph that bears no number: the first is "u1"."""
        self.unnumbered += 1
        label = f"u{self.unnumbered}"
        self._open(Draft(Style.NUMBER, "", label, label, [text], 0, self.section))

    def _settle_lookalike(self, marker: Marker) -> Marker:
        """Take a digit for the letter it was scanned from: "(6)" after "(a)" is "(b)"."""
        if marker.style is not Style.PARENTHESISED or marker.value not in LOOKALIKES:
            return marker
        last = next((one for one in reversed(self.open_levels) if one.style is not Style.POINTED), None)
        letter = LOOKALIKES[marker.value]
        if last is None:
            return marker
        if last.style is Style.PARENTHESISED or marker.value == "1":
            return marker
        expected = follows(last.value, letter) if last.style is Style.LETTER else letter == "a"
        return Marker(Style.LETTER, letter) if expected else marker

    def _settle_roman(self, marker: Marker) -> Marker:
        """Tell "(i)" the ninth letter from "(i)" the first roman numeral."""
        if marker.style is not Style.LETTER or not is_roman(marker.value):
            return marker
        letters = [draft for draft in self.open_levels if draft.style is Style.LETTER]
        romans = [draft for draft in self.open_levels if draft.style is Style.ROMAN]
        if letters and follows(letters[-1].value, marker.value):
            ninth = marker.value == "i" if romans else not letters[-1].pieces[-1].endswith(":")
            if ninth:
                return marker
        if romans or marker.value == "i":
            return Marker(Style.ROMAN, marker.value)
        return marker

    def _close_letters(self) -> None:
        """Let "(2)" after "(c)" stand beside it: a list of its own would begin with "(1)"."""
        if not any(draft.style is Style.PARENTHESISED for draft in self.open_levels):
            del self.open_levels[1:]

    def open_item(self, marker: Marker, rest: str) -> None:
        """Open an item below the deepest level that does not count in its style; bullets are counted."""
        while len(self.open_levels) > 1 and self._closes(marker):
            self.open_levels.pop()
        parent = self.open_levels[-1]
        bullet = marker.style is Style.BULLET
        value = f"•{parent.children + 1}" if bullet else marker.value
        step = f"b{parent.children + 1}" if bullet else marker.value
        self._open_below(parent, marker, f"{parent.label}({value})", step, rest)

    def _open_below(self, parent: Draft, marker: Marker, label: str, step: str, rest: str) -> None:
        parent.children += 1
        path, depth = f"{parent.path}_{step}", parent.depth + 1
        draft = Draft(marker.style, marker.value, label, path, [rest], depth, self.section, parent=parent)
        self._open(draft)

    def _closes(self, marker: Marker) -> bool:
        """Tell whether an item ends the deepest open level: its own style is open there or above."""
        return any(draft.depth > 0 and draft.style is marker.style for draft in self.open_levels)

    def _open(self, draft: Draft) -> None:
        if draft.depth == 0:
            self.open_levels.clear()
        self.open_levels.append(draft)
        self.drafts.append(draft)
