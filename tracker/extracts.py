"""What a source file holds, block by block, for whoever compares it with its reading."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from resolutions.models import SourceFile
from resolutions.readers import Block, BlockKind, ReaderWarning, Source, UnreadableSource
from resolutions.sandbox import ReadingBroke, extract_apart

logger = logging.getLogger(__name__)

RECENT = 16  # files whose text is kept at hand: whoever checks a reading comes back to it many times


@dataclass(frozen=True, slots=True)
class Extract:
    """A block of a file as text.

    Args:
        text: with its number or bullet in front.
        kind: what the format says it is ("heading", "footnote" …).
        page: its page where one begins with it, else None.
        warnings: what the reader was not sure of here.
    """

    text: str
    kind: str
    page: int | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extracts:
    """The text of a file; `warnings` are those about no place of it."""

    blocks: tuple[Extract, ...] = ()
    warnings: tuple[str, ...] = ()


def extracts(source: SourceFile) -> Extracts:
    """Return the text of a file; nothing where it cannot be shown as text.

    A file is as hostile here as it was on its way in, so it is read apart.
    """
    return _extracts(source.sha256)


@lru_cache(maxsize=RECENT)
def _extracts(sha256: str) -> Extracts:
    """Read by the sum of its bytes, which never means another file."""
    source = SourceFile.objects.get(sha256=sha256)
    try:
        return _arranged(extract_apart(bytes(source.content), source.name))
    except UnreadableSource:
        return Extracts()
    except ReadingBroke:
        logger.exception("The text of %s could not be shown", source)
        return Extracts()


def _arranged(source: Source) -> Extracts:
    shown = [block for block in source.blocks if block.text.strip()]
    by_block, elsewhere = _placed(shown, source.warnings)
    return Extracts(tuple(_shown(shown, by_block)), tuple(elsewhere))


def _placed(
    blocks: list[Block], warnings: Iterable[ReaderWarning]
) -> tuple[defaultdict[int, list[str]], list[str]]:
    """Give each warning to the block in which its line stands: the last that begins no later."""
    by_block: defaultdict[int, list[str]] = defaultdict(list)
    elsewhere: list[str] = []
    for warning in warnings:
        before = [
            at
            for at, block in enumerate(blocks)
            if warning.line is not None and block.line is not None and block.line <= warning.line
        ]
        (by_block[before[-1]] if before else elsewhere).append(warning.message)
    return by_block, elsewhere


def _shown(blocks: list[Block], by_block: defaultdict[int, list[str]]) -> Iterator[Extract]:
    page = None
    for at, block in enumerate(blocks):
        begins = block.page if block.page != page else None
        page = block.page
        marker = block.marker if block.kind is not BlockKind.FOOTNOTE else f"[{block.marker}]"
        text = f"{marker} {block.text}" if block.marker else block.text
        yield Extract(text.strip(), block.kind.value, begins, tuple(by_block[at]))
