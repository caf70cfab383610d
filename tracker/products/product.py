"""What a product is made of, whatever file it is written to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

MOST_COLUMNS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 is the first below the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a resolution, verbatim."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of ours: who it is about, what is told, and the footnotes that belong to it."""

    text: str
    who: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, heads and cells. A line break in a cell begins a new line there."""

    name: str
    caption: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    empty: str = "None."

    @property
    def fits_a_page(self) -> bool:
        """Whether it is no wider than a screen can show with some scrolling; a workbook holds any."""
        return len(self.head) <= MOST_COLUMNS_SHOWN

    @property
    def labelled(self) -> Iterator[list[tuple[str, str]]]:
        """Its rows, each cell with its head, for a narrow page on which a row is a list."""
        return (list(zip(self.head, row, strict=True)) for row in self.rows)


Block = Heading | Quote | Text | Table


class Part(NamedTuple):
    """A block on a page: what it is, the block itself, and its footnotes with their numbers."""

    kind: str
    block: Block
    notes: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Product:
    """A whole product: title, what it is of, and its parts in order."""

    title: str
    lead: str
    blocks: tuple[Block, ...]

    @property
    def notes(self) -> list[str]:
        """Its footnotes, in the order in which they are called."""
        return [note for block in self.blocks if isinstance(block, Text) for note in block.notes]

    @property
    def parts(self) -> Iterator[Part]:
        """Its blocks for a page, each with its kind and its footnotes' numbers."""
        numbers = count(1)
        for block in self.blocks:
            called = block.notes if isinstance(block, Text) else ()
            yield Part(type(block).__name__.lower(), block, [(next(numbers), note) for note in called])

    @property
    def tables(self) -> list[Table]:
        """Its tables, for a workbook."""
        return [block for block in self.blocks if isinstance(block, Table)]
