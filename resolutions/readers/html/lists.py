"""Lists of a web page: the markers that a browser prints and the page does not hold.

A browser prints "a." where the UN prints "(a)", because HTML has no lists with brackets; the UN's form is
given, so that all formats come to the same labels.
"""

import re
from dataclasses import dataclass

from lxml import etree

from resolutions.readers.counting import alphabetic, roman
from resolutions.readers.html.looks import Style

TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
BULLET = "•"
WHOLE = re.compile(r"-?\d{1,6}")
# Word's bullets are letters of its symbol fonts; only dashes are what they look like.
DASHES = ("-", "–", "—")
PRINTED = re.compile(r"\(?[\w.]{1,6}[.)]")  # "3.", "(iv)", "2.1." as Word prints them


@dataclass(slots=True)
class List:
    """A list that is open: how it counts and the number of its next item."""

    kind: str
    following: int = 1
    inner: bool = False

    def next_marker(self, item: etree._Element) -> str:
        """Count on and give the marker of an item."""
        if WHOLE.fullmatch(item.get("value", "")):
            self.following = int(item.get("value", ""))
        count, self.following = self.following, self.following + 1
        return _printed(self.kind, count, self.inner)


def open_list(element: etree._Element, style: Style, *, inner: bool) -> List:
    """Give the list that an `ol` or `ul` begins; `inner` tells that it stands in an item of another."""
    kind = style.get("list-style-type") or style.get("list-style", "").split(" ")[0]
    if element.tag != "ol":
        return List("none" if kind == "none" else "bullet")
    start = element.get("start", "")
    given = TYPES.get(element.get("type", ""), "decimal")
    return List(kind or given, int(start) if WHOLE.fullmatch(start) else 1, inner)


def _printed(kind: str, count: int, inner: bool) -> str:
    if kind == "bullet":
        return BULLET
    if kind == "none":
        return ""
    if kind in ("lower-alpha", "lower-latin"):
        return f"({alphabetic(count)})"
    if kind == "lower-roman":
        return f"({roman(count)})"
    if kind in ("upper-alpha", "upper-latin"):
        return f"{alphabetic(count).upper()}."
    if kind == "upper-roman":
        return f"{roman(count).upper()}."
    return f"({count})" if inner else f"{count}."


def word_marker(text: str) -> str:
    """Give the marker that Word printed into a page: numbers as they are, its symbol letters as bullets."""
    text = " ".join(text.split())
    return text if not text or text in DASHES or PRINTED.fullmatch(text) else BULLET
