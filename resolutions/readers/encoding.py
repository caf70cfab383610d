"""Bytes to characters, without a silent guess."""

import codecs

from resolutions.readers.blocks import ReaderWarning, UnreadableSource

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
REPLACEMENT = "\ufffd"


def decode(data: bytes) -> tuple[str, tuple[ReaderWarning, ...]]:
    """Give the text of some bytes with line ends as "\\n", and what was doubtful about them.

    A byte order mark decides; then UTF-8; then Windows-1252, the usual code page of older files,
    with a warning "encoding_guessed" that names the first line in question.

    Raises:
        UnreadableSource: code "damaged", where a mark promises UTF-16 and the bytes break the promise;
            "binary", where there are null characters.
    """
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        text, warnings = data.decode(encoding), _lost_before(data)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise UnreadableSource(
                "damaged", "The UTF-16 text breaks off in the middle; send it again."
            ) from error
        text, warnings = data.decode("cp1252", errors="replace"), (_guessed(data, error.start),)
    if "\0" in text:  # in UTF-16 the bytes alone do not tell
        raise UnreadableSource(
            "binary", "The text holds null characters; save it as UTF-8 and send it again."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), warnings


def _guessed(data: bytes, at: int) -> ReaderWarning:
    line = data.count(b"\n", 0, at) + 1
    message = (
        f"Line {line} is not valid UTF-8 (byte {data[at]:#04x}); the file was read as Windows-1252. "
        "Check accents and quotation marks, or save the file as UTF-8."
    )
    return ReaderWarning("encoding_guessed", message, line)


def _lost_before(data: bytes) -> tuple[ReaderWarning, ...]:
    """Say that an earlier program already lost characters: the file itself holds replacement marks."""
    at = data.find(REPLACEMENT.encode())
    if at < 0:
        return ()
    line = data.count(b"\n", 0, at) + 1
    message = (
        f"Line {line} holds a character that was lost before the file came here; compare with the original."
    )
    return (ReaderWarning("characters_lost", message, line),)
