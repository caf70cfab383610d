"""Which code page a web page is written in: its mark, its own word, or a guess that is told."""

import codecs
import re

from resolutions.readers.blocks import ReaderWarning
from resolutions.readers.encoding import decode

HEAD = 4096  # bytes in which a page names its code page (the HTML standard looks at 1,024)
NAMED = re.compile(
    rb"""(?:<\?xml[^>]*?encoding|<meta[^>]*?charset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Pages that say Latin-1 or ASCII mean Windows-1252 (the Encoding Standard of the web).
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8"}
WRITTEN = re.compile(
    r"(?:windows|cp|iso|latin|us-?ascii|ascii|utf|koi8|gb|big5|shift|sjis|euc|mac)[\w.:-]*", re.I
)


def decode_page(data: bytes) -> tuple[str, tuple[ReaderWarning, ...]]:
    """Give the text of a page with line ends as "\\n", and what was doubtful about it.

    Raises:
        UnreadableSource: code "damaged", as `encoding.decode` says.
    """
    named = None if data.startswith(MARKS) else _named(data)
    if named:
        try:
            text = data.decode(named)
        except UnicodeDecodeError:
            return decode(data)
        return text.replace("\r\n", "\n").replace("\r", "\n"), ()
    return decode(data)


def _named(data: bytes) -> str | None:
    """Give the code page that a page names, None where it names none that pages are written in."""
    found = NAMED.search(data[:HEAD])
    name = found[1].decode("ascii", errors="replace") if found else ""
    if not WRITTEN.fullmatch(name):
        return None
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return MEANT.get(known, known)
