"""What the person at the terminal reads: progress with the seconds since the start, and problems."""

import errno
import sys
import time
from pathlib import Path

_START = time.monotonic()


class Problem(Exception):
    """Something the person at the terminal has to know or do; its text is the whole message."""


def say(text: str) -> None:
    """Print TEXT after the seconds since the start, on standard error: standard output is for results."""
    print(f"[{time.monotonic() - _START:6.1f} s] {text}", file=sys.stderr, flush=True)


def explain(error: OSError, path: Path, otherwise: str = "Choose another folder with --data.") -> Problem:
    """Turn an ERROR of the operating system about PATH into a sentence that says what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(
            f"The disk that holds {path} is full. Free some space (a first start needs 0.5 GB) and try again."
        )
    reasons = {
        errno.EROFS: "is on a read-only disk",
        errno.EACCES: "is closed to you for writing",
        errno.EPERM: "is closed to you for writing",
        errno.ENOTDIR: "cannot be a folder, because a file is in the way",
        errno.EEXIST: "cannot be a folder, because a file is in the way",
    }
    reason = reasons.get(error.errno or 0, f"cannot be used ({error.strerror or error})")
    return Problem(f"{path} {reason}. {otherwise}")


def tail(log: Path, lines: int = 15) -> str:
    """Return the last LINES lines of LOG, indented; empty when there is no such file."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(f"    {line}" for line in text.rstrip().splitlines()[-lines:])
