"""Collects the text of a page into blocks, in whatever the text stands: the page, a cell, a note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from resolutions.readers.blocks import Block, BlockKind, Run
from resolutions.readers.html.looks import Look
from resolutions.readers.runs import join_runs

SPACE = re.compile(r"[ \t\n\f]+")
IN_BRACKETS = re.compile(r"\[(\d{1,3})\]")  # "[1]", set as a superscript, calls note 1
HOLDS_MARKER = re.compile(r"\(\w{1,5}\)\s|\d{1,3}[.)]\s")  # an item whose text begins with its own number
LONGEST_HEADING = 200  # characters: more is running text in large letters
BREAK = Run("\n")


@dataclass(slots=True)
class Collector:
    """The block being read, and where finished blocks go.

    Args:
        sinks: lists of finished blocks, the one that takes them last.
        marker: the number or bullet of the next block.
        depth: how deep in lists the next block stands.
        heading: how deep a heading the next block is, 0 for none.
        label: of the footnote that the next block is, "" for none.
        line: where in the source it begins.
    """

    sinks: list[list[Block]] = field(default_factory=lambda: [[]])
    marker: str = ""
    depth: int = 0
    heading: int = 0
    label: str = ""
    line: int | None = None
    _runs: list[Run] = field(default_factory=list)

    def write(self, text: str | None, look: Look) -> None:
        """Take text in as a browser shows it."""
        if not text:
            return
        if look.verbatim:
            for nth, line in enumerate(text.split("\n")):
                self._runs += [BREAK] if nth else []
                self._runs.append(Run(line, look.italic, look.bold, look.superscript))
            return
        text = SPACE.sub(" ", text)
        if look.superscript and (bracketed := IN_BRACKETS.fullmatch(text.strip())):
            text = bracketed[1]
        self._runs.append(Run(text, look.italic, look.bold, look.superscript))

    def call(self, label: str) -> None:
        """Take a footnote's call in."""
        self._runs.append(Run(label, superscript=True))

    def line_break(self) -> None:
        """Begin a new line; an empty line ends the block."""
        self._runs.append(BREAK)

    @property
    def is_empty(self) -> bool:
        """Tell whether the block has no words yet."""
        return not any(run.text.strip() for run in self._runs)

    def flush(self) -> None:
        """End the block."""
        for paragraph in _paragraphs(self._runs):
            self.sinks[-1].append(self._block(paragraph))
            self.marker = self.label = ""
        self._runs.clear()

    def _block(self, runs: tuple[Run, ...]) -> Block:
        text = "".join(run.text for run in runs)
        if self.label:
            return Block(runs, BlockKind.FOOTNOTE, self.label, line=self.line)
        marker = "" if HOLDS_MARKER.match(text) else self.marker
        if self.heading and len(text) <= LONGEST_HEADING:
            return Block(runs, BlockKind.HEADING, marker, self.heading, line=self.line)
        kind = BlockKind.LIST_ITEM if marker else BlockKind.TEXT
        return Block(runs, kind, marker, self.depth, line=self.line)


def _paragraphs(runs: list[Run]) -> Iterator[tuple[Run, ...]]:
    """Part runs where a line is empty: pages set paragraphs apart by two breaks."""
    held: list[Run] = []
    line: list[Run] = []
    for run in [*runs, BREAK, BREAK]:
        if run is not BREAK:
            line.append(run)
        elif any(piece.text.strip() for piece in line):
            held += [BREAK, *join_runs(line)] if held else join_runs(line)
            line = []
        elif held:
            yield join_runs(held)
            held, line = [], []
