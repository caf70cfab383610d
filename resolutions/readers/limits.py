"""How large a file and its text may be, and characters that hide what a text says."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Source, UnreadableSource

LARGEST_FILE = 20 * 1024 * 1024
# The longest resolutions, with all their annexes, stay under a million characters.
LONGEST_TEXT = 2_000_000
MOST_LINES = 30_000  # a document of 500 pages, its lines wrapped as they are printed, has 25,000
# The longest resolution with its annexes has some 1,600, a volume of 500 pages 7,000.
MOST_PARAGRAPHS = 8_000
# What turns the direction of writing: a person sees other words than the file holds (Unicode, UAX #9).
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # the same; one after the other is quicker
SPLIT = "Split it into its resolutions."
MOST_TOLD = 20  # places that a warning is given for


def check_size(data: bytes, name: str) -> None:
    """Refuse files that nobody should read at once.

    Raises:
        UnreadableSource: code "too_large", or "empty" where there is no byte.
    """
    if len(data) > LARGEST_FILE:
        size, most = len(data) / 1024 / 1024, LARGEST_FILE // 1024 // 1024
        raise UnreadableSource(
            "too_large",
            f"{name} has {size:.1f} MB; at most {most} MB can be read. Split it into its resolutions.",
        )
    if not data:
        raise _empty(name)


def check_length(text: str, name: str) -> None:
    """Refuse a text that is longer than any resolution.

    Raises:
        UnreadableSource: code "too_large".
    """
    check_count(len(text), LONGEST_TEXT, "characters", name)
    ends = text.count("\n") - text.count("\n\n") + text.count("\f")  # blank lines cost nothing
    check_count(ends, MOST_LINES, "lines", name)


def check_count(count: int, most: int, of_what: str, name: str, advice: str = SPLIT) -> None:
    """Refuse a text that has more of something than any resolution, and say what to do.

    Raises:
        UnreadableSource: code "too_large".
    """
    if count > most:
        raise UnreadableSource(
            "too_large",
            f"The text of {name} has {count:,} {of_what}; at most {most:,} are read. {advice}",
        )


def check_text(source: Source, name: str) -> Source:
    """Give the source back where it has a text of a sensible length, with a warning for turned words.

    Raises:
        UnreadableSource: code "empty" or "too_large".
    """
    text = "\n".join(block.text for block in source.blocks)
    check_count(len(source.blocks), MOST_PARAGRAPHS, "paragraphs", name)
    check_length(text, name)
    if not text.strip():
        raise _empty(name)
    if text.isascii() or not any(map(text.__contains__, TURNS)):
        return source
    return replace(source, warnings=source.warnings + tuple(_turned(source.blocks)))


def _empty(name: str) -> UnreadableSource:
    return UnreadableSource("empty", f"{name} has no text in it. Check that the right file was given.")


def _turned(blocks: tuple[Block, ...]) -> Iterator[ReaderWarning]:
    """Name the first places where characters turn the direction of writing."""
    found = [b for b in blocks if b.kind is not BlockKind.FURNITURE and TURNING.search(b.text)]
    for block in found[:MOST_TOLD]:
        words = " ".join(TURNING.sub("", block.text).split())[:60]
        yield ReaderWarning(
            "turned_text",
            f"Characters that turn the direction of writing were taken out of “{words}”; the words are read "
            "in the order in which the file holds them. Compare with the original.",
            block.line,
        )
