"""Plain text to blocks: what stands between blank lines is a block, its line breaks kept.

Whether a line break inside a block ends a paragraph or only a line depends on what the text is about,
so the parser decides that. Form feeds are page ends.
"""

from collections.abc import Iterator, Sequence

from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run, Source
from resolutions.readers.woven import columns_of

FORM_FEED = "\f"


def read(text: str, warnings: tuple[ReaderWarning, ...] = ()) -> Source:
    """Read a plain text; pages are counted only where the text has form feeds."""
    paged = FORM_FEED in text
    blocks: list[Block] = []
    line = 1
    for number, page in enumerate(text.split(FORM_FEED), start=1):
        if number > 1:
            blocks.append(Block(runs=(), kind=BlockKind.PAGE_BREAK, page=number, line=line))
        lines = page.split("\n")
        columns = columns_of(lines)
        for column in columns or (lines,):
            blocks.extend(_blocks(column, line, number if paged else None))
        warnings += (_woven(line, len(lines)),) if columns else ()
        line += page.count("\n")
    return Source(tuple(blocks), "text/plain", warnings)


def _woven(first: int, count: int) -> ReaderWarning:
    return ReaderWarning(
        "two_columns",
        f"Lines {first} to {first + count - 1} hold two columns side by side; the left one was read first, "
        "then the right. Compare the order with the original.",
        first,
    )


def _blocks(lines: Sequence[str], first_line: int, number: int | None) -> Iterator[Block]:
    held: list[str] = []
    start = first_line
    for at, line in enumerate([*lines, ""], start=first_line):
        if kept := line.rstrip():
            start = start if held else at
            held.append(kept)
        elif held:
            yield Block(runs=(Run("\n".join(held)),), page=number, line=start)
            held = []
