"""Styles of a Word file: what a paragraph or run takes over from the style it names.

Italic, bold and hidden are switches: set by a paragraph's and a character's style at once they go off
(ECMA-376, part 1, 17.7.3); set on the run itself they hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from resolutions.readers.docx.names import W, child, number, switch, value

# Word's own heading styles, and those of the UN's templates ("_ H _Ch_G", "_ H_1_G").
HEADING = re.compile(r"heading (?P<depth>[1-9])\b|(?:sub)?title$|_ ?H ?_", re.IGNORECASE)
BODY_LEVEL = 9  # an outline level that means: no heading


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; None where nothing is said."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    superscript: bool | None = None

    def over(self, base: "Look") -> "Look":
        """Give this look with what it leaves open taken from another."""
        return Look(
            base.italic if self.italic is None else self.italic,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.superscript if self.superscript is None else self.superscript,
        )

    def within(self, paragraph: "Look") -> "Look":
        """Give the look of a character style inside a paragraph style."""
        return Look(
            bool(self.italic) != bool(paragraph.italic),
            bool(self.bold) != bool(paragraph.bold),
            bool(self.hidden) != bool(paragraph.hidden),
            paragraph.superscript if self.superscript is None else self.superscript,
        )


PLAIN = Look()


def look_of(properties: etree._Element | None) -> Look:
    """Give what run properties say themselves."""
    if properties is None:
        return PLAIN
    raised = value(properties, "vertAlign")
    return Look(
        switch(properties, "i"),
        switch(properties, "b"),
        switch(properties, "vanish"),
        None if raised is None else raised == "superscript",
    )


class Styles:
    """The styles part; a style that is not there says nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._looks: dict[str, Look] = {"": PLAIN}
        defaults = [s for s in found if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"]
        self.default = defaults[0].get(f"{W}styleId", "") if defaults else ""

    def look(self, style: str) -> Look:
        """Give the look of a style with all it is based on."""
        if style not in self._looks:
            look = PLAIN
            for one in self._chain(style):
                look = look.over(look_of(child(one, "rPr")))
            self._looks[style] = look
        return self._looks[style]

    def numbering(self, style: str) -> tuple[str, str | None] | None:
        """Give the list and level that a style numbers its paragraphs by; the level can be left open."""
        level: str | None = None
        for one in self._chain(style):
            numbered = child(one, "pPr", "numPr")
            level = value(numbered, "ilvl") if level is None else level
            if (num_id := value(numbered, "numId")) is not None:
                return num_id, level
        return None

    def heading_depth(self, style: str) -> int:
        """Give how deep a heading of a style stands, from 1; 0 where the style is none of headings."""
        for one in self._chain(style):
            level = number(value(one, "pPr", "outlineLvl"), BODY_LEVEL)
            if level < BODY_LEVEL:
                return level + 1
            if named := HEADING.match(value(one, "name") or ""):
                return int(named["depth"] or 1)
        return 0

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """Give a style and what it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn") or ""
