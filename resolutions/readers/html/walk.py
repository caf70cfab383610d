"""One pass over a page's elements; lists, tables and notes open and close around the text.

Nothing here recurses, so that no depth of a page can exhaust the stack.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from resolutions.readers.blocks import Block, BlockKind, Run
from resolutions.readers.html.collector import Collector
from resolutions.readers.html.lists import List, open_list, word_marker
from resolutions.readers.html.looks import Look, Looks, is_hidden
from resolutions.readers.html.notes import find_notes
from resolutions.readers.runs import join_runs
from resolutions.readers.tables import table_blocks

WORD_LEVEL = re.compile(r"level([1-9])")  # "mso-list:l0 level2 lfo1"
WORD_NOTES = ("footnote", "endnote")
HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
BLOCKS = {
    *(
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "caption",
        "tr",
        "td",
        "th",
    ),
    *("section", "article", "main", "header", "footer", "address", "center", "figure", "figcaption", "hr"),
    *("form", "fieldset", "body", "details", "summary", *HEADINGS),
}
# What is no text of the page: its machinery, its navigation, what an editor deleted.
DROPPED = {
    *("head", "script", "style", "noscript", "template", "nav", "aside", "button", "select", "textarea"),
    *("iframe", "object", "embed", "svg", "canvas", "audio", "video", "del", "dialog", "datalist"),
}
FRAME = {"header", "footer"}  # of the page; those of an article belong to it
FRAME_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary"}


@dataclass(slots=True)
class Note:
    """A footnote that is being read: the element it ends with, its label, the blocks of its text."""

    element: etree._Element
    label: str
    blocks: list[Block] = field(default_factory=list)

    def whole(self) -> Block | None:
        """Give the note as one block, its paragraphs as lines."""
        runs: list[Run] = []
        for block in self.blocks:
            runs += [Run("\n"), *block.runs] if runs else block.runs
        label = self.label or next((b.marker for b in self.blocks if b.kind is BlockKind.FOOTNOTE), "")
        if not runs:
            return None
        return Block(join_runs(runs), BlockKind.FOOTNOTE, label, line=self.blocks[0].line)


class Walk:
    """Turns the elements of a page into blocks.

    Args:
        root: of the page.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._looks = Looks("\n".join(sheet.text or "" for sheet in root.iter("style")))
        self._links = find_notes(root)
        self._text = Collector()
        self._around = [Look()]
        self._lists: list[List] = []
        self._tables: list[list[list[list[Block]]]] = []  # open tables: rows of cells of blocks
        self._notes: list[Note] = []
        self._articles = 0
        self._openers: dict[str, Callable[[etree._Element], None]] = {
            **dict.fromkeys(("ul", "ol"), self._open_list),
            "li": self._open_item,
            "table": lambda element: self._tables.append([]),
            "tr": self._open_row,
            **dict.fromkeys(("td", "th"), self._open_cell),
            **dict.fromkeys(("article", "main"), self._open_article),
        }
        self._closers: dict[str, Callable[[], None]] = {
            **dict.fromkeys(("ul", "ol"), self._close_list),
            "li": self._close_item,
            "table": self._close_table,
            **dict.fromkeys(("td", "th"), self._close_cell),
            **dict.fromkeys(("article", "main"), self._close_article),
        }

    def blocks(self) -> list[Block]:
        """Give the blocks of the page in reading order."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        left_out: etree._Element | None = None
        for event, element in walk:
            if event == "end":
                if element is not left_out:
                    self._end(element)
                self._text.write(element.tail, self._around[-1])
            elif self._is_left_out(element):
                walk.skip_subtree()
                left_out = element
            else:
                self._start(element)
        self._text.flush()
        return self._text.sinks[0]

    def _is_left_out(self, element: etree._Element) -> bool:
        """Tell whether the inside of an element is passed over, and take in what it stands for."""
        if label := self._links.calls.get(element):
            self._text.call(label)
            return True
        if element in self._links.back:
            self._begin_note_here(element)
            return True
        style = self._looks.style(element)
        if style.get("mso-list") == "ignore":
            self._text.marker = word_marker(str(element.xpath("string()")))
            return True
        return (
            element.tag in DROPPED
            or (element.tag in FRAME and not self._articles)
            or element.get("role") in FRAME_ROLES
            or is_hidden(element, style)
        )

    def _start(self, element: etree._Element) -> None:
        if element.tag in BLOCKS:
            self._start_block(element)
        elif element.tag == "br":
            self._text.line_break()
        else:
            self._begin_note_here(element)
        self._around.append(self._looks.inside(element, self._around[-1]))
        self._text.write(element.text, self._around[-1])

    def _start_block(self, element: etree._Element) -> None:
        self._text.flush()
        self._text.line = element.sourceline  # type: ignore[assignment] # the stubs say "..."
        self._text.heading = HEADINGS.get(element.tag, self._text.heading)
        style = self._looks.style(element)
        if level := WORD_LEVEL.search(style.get("mso-list", "")):
            self._text.depth = int(level[1])
        label = self._links.label_of(element)
        if label or style.get("mso-element") in WORD_NOTES:
            self._notes.append(Note(element, label))
            self._text.sinks.append(self._notes[-1].blocks)
        if opener := self._openers.get(element.tag):
            opener(element)

    def _end(self, element: etree._Element) -> None:
        self._around.pop()
        if element.tag not in BLOCKS:
            return
        self._text.flush()
        if closer := self._closers.get(element.tag):
            closer()
        if element.tag in HEADINGS:
            self._text.heading = 0
        self._text.depth = len(self._lists)
        if self._notes and self._notes[-1].element is element:
            self._close_note()

    def _begin_note_here(self, element: etree._Element) -> None:
        """Take the block for a footnote where a link or anchor that a call leads to opens it."""
        label = self._links.label_of(element)
        if label and self._text.is_empty:
            self._text.label = label

    def _close_note(self) -> None:
        self._text.sinks.pop()
        if whole := self._notes.pop().whole():
            self._text.sinks[-1].append(whole)

    def _open_article(self, element: etree._Element) -> None:
        self._articles += 1

    def _close_article(self) -> None:
        self._articles -= 1

    def _open_list(self, element: etree._Element) -> None:
        self._lists.append(open_list(element, self._looks.style(element), inner=bool(self._lists)))
        self._text.depth = len(self._lists)

    def _close_list(self) -> None:
        self._lists.pop()

    def _open_item(self, element: etree._Element) -> None:
        self._text.marker = self._lists[-1].next_marker(element) if self._lists else "•"

    def _close_item(self) -> None:
        self._text.marker = ""

    def _open_row(self, element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].append([])

    def _open_cell(self, element: etree._Element) -> None:
        if self._tables:
            rows = self._tables[-1]
            if not rows:
                rows.append([])
            rows[-1].append([])
            self._text.sinks.append(rows[-1][-1])

    def _close_cell(self) -> None:
        if self._tables:
            self._text.sinks.pop()

    def _close_table(self) -> None:
        self._text.sinks[-1].extend(table_blocks(self._tables.pop()))
