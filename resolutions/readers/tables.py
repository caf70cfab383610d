"""Tables to blocks: a table of data gives its rows, a table that only sets text side by side its text.

Word and web pages put mastheads, and numbers beside their paragraphs, into tables without lines.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from resolutions.readers.blocks import Block, BlockKind, Run

Row = Sequence[Sequence[Block]]  # cells, each with its blocks
LONGEST_CELL = 300  # characters: more is running text
MARKER = re.compile(r"(?:\d{1,3}[.)]|\([a-z]{1,5}\)|[•–—-])")  # a cell that holds only a paragraph's number


def table_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Give the text of a table: one block for a row of data, else the blocks of its cells in turn."""
    if _is_data(rows):
        for row in rows:
            yield _row(row)
    else:
        for row in rows:
            yield from _flow(row)


def _is_data(rows: Sequence[Row]) -> bool:
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    if any(len(row) > 1 and _marker(row[0]) for row in rows):
        return False
    return all(len(cell) < 2 and all(len(block.text) <= LONGEST_CELL for block in cell) for cell in cells)


def _row(row: Row) -> Block:
    runs: list[Run] = []
    for nth, cell in enumerate(row):
        if nth:
            runs.append(Run("\t"))
        for block in cell:
            runs += [Run(f"{block.marker} ")] if block.marker else []
            runs += block.runs
    return Block(tuple(runs), BlockKind.TABLE_ROW, line=next((b.line for cell in row for b in cell), None))


def _flow(row: Row) -> Iterator[Block]:
    """Give the blocks of the cells; a number in a cell of its own belongs to the text beside it."""
    marker = ""
    for cell in row:
        if found := _marker(cell):
            marker = found
            continue
        for block in cell:
            yield replace(block, marker=marker, kind=BlockKind.LIST_ITEM) if marker else block
            marker = ""
    if marker:
        yield Block((Run(marker),))


def _marker(cell: Sequence[Block]) -> str:
    text = cell[0].text.strip() if len(cell) == 1 and not cell[0].marker else ""
    return text if MARKER.fullmatch(text) else ""
