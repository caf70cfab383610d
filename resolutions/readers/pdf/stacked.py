"""Streams of a PDF that are packed several times over: a few kilobytes that unpack to gigabytes.

Programs that make PDFs pack a stream once. The engine would unpack them whole before any limit can tell why
it broke off, so their sizes are counted first, layer by layer and without keeping what comes out.
"""

import re
import zlib
from collections.abc import Iterable, Iterator

from resolutions.readers.blocks import UnreadableSource

# "/Filter [/FlateDecode /FlateDecode]" (ISO 32000-1, 7.3.8.2)
STACKED = re.compile(rb"/Filter\s*\[\s*((?:/(?:FlateDecode|Fl)\s*){2,})")
BEGINS = re.compile(rb"stream\r?\n")
LONGEST_ENTRY = 2000  # bytes between the filters of a stream and its beginning
CHUNK = 64 * 1024
MOST_UNPACKED = 64 * 1024 * 1024


def check_stacked(data: bytes, name: str) -> None:
    """Refuse a PDF whose streams are packed several times over and unpack to more than any page needs.

    Raises:
        UnreadableSource: code "too_large".
    """
    left = MOST_UNPACKED
    for stream, layers in _stacked_streams(data):
        for piece in _unpacked(stream, layers):
            left -= len(piece)
            if left < 0:
                raise UnreadableSource(
                    "too_large",
                    f"{name} holds a page that is packed {layers} times over and unpacks to more than "
                    f"{MOST_UNPACKED // 1024 // 1024} MB. Save it anew in the program it was made with, and "
                    "send it again.",
                )


def _stacked_streams(data: bytes) -> Iterator[tuple[memoryview, int]]:
    """Give each stream that is packed more than once, and how many times."""
    at = 0
    while found := STACKED.search(data, at):
        at = found.end()
        begin = BEGINS.search(data, at, at + LONGEST_ENTRY)
        if begin is None:
            continue
        at = data.find(b"endstream", begin.end())
        at = len(data) if at < 0 else at
        yield memoryview(data)[begin.end() : at], found[1].count(b"/")


def _unpacked(stream: memoryview, layers: int) -> Iterator[bytes]:
    """Unpack a stream piece by piece as far as it goes; the engine says what it thinks of a broken one."""
    pieces: Iterable[bytes] = (bytes(stream[at : at + CHUNK]) for at in range(0, len(stream), CHUNK))
    for _ in range(layers):
        pieces = _inflated(pieces)
    try:
        yield from pieces
    except zlib.error:
        return


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for packed in pieces:
        waiting = packed
        while waiting and not unpacker.eof:
            yield unpacker.decompress(waiting, CHUNK)
            waiting = unpacker.unconsumed_tail
