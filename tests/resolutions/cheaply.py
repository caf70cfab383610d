"""Reading in the sandbox with an eye on what it costs."""

import resource

from resolutions.readers import UnreadableSource
from resolutions.readers.effort import SECONDS
from resolutions.sandbox import Reading, read_apart

START = 0.8  # seconds of CPU that starting the process may cost by itself, on a slow machine
MOST = SECONDS + 0.2


def cheaply(data: bytes, name: str) -> Reading | UnreadableSource:
    """Read a file and see to it that it costs little; return its refusal instead of raising it."""
    before = _spent()
    try:
        read: Reading | UnreadableSource = read_apart(data, name)
    except UnreadableSource as refusal:
        read = refusal
    assert _spent() - before < MOST + START
    return read


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def operative(read: Reading | UnreadableSource) -> list[str]:
    """Return the texts of the operative paragraphs that were read."""
    assert isinstance(read, Reading), read
    return [paragraph.text for document in read.documents for paragraph in document.operative]
