"""Reading files that anybody may have made, in a process of its own that can do no harm.

A file that takes too long, wants too much memory or breaks its reader ends that process and nothing else,
and comes out as an `UnreadableSource` that says what happened.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, TypeVar

from resolutions.readers import Source, UnreadableSource
from resolutions.readers.effort import SECONDS
from resolutions.readers.limits import check_size
from resolutions.sandboxed import Limits, Reading, Task
from resolutions.transport import NotPlain, from_plain, to_plain

__all__ = ["LIMITS", "Limits", "Reading", "ReadingBroke", "extract_apart", "read_apart"]

T = TypeVar("T")
LIMITS = Limits()
ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "resolutions.sandboxed"]
LONGEST_ANSWER = 128 * 1024 * 1024
SAVE_ANEW = "Save it anew in the program it was made with, or as plain text, and send it again."


class ReadingBroke(Exception):
    """An error of this program while it read a file; the message is for the log."""


def read_apart(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """Read and parse a file.

    Raises:
        UnreadableSource: as `readers.read` says, and "too_slow", "too_much_memory", "too_deep", "damaged".
        ReadingBroke: this program has an error.
    """
    return _ask("parse", Reading, data, name, limits)


def extract_apart(data: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Give the blocks of a file, as `read_apart` reads them.

    Raises:
        UnreadableSource, ReadingBroke: as there.
    """
    return _ask("extract", Source, data, name, limits)


def _ask(what: str, kind: type[T], data: bytes, name: str, limits: Limits) -> T:
    check_size(data, name)
    answer = _run(Task(what, name, limits), data)
    if refused := answer.get("refused"):
        code, message = from_plain(tuple[str, str], refused)
        raise UnreadableSource(code, message) if message else _refusal(code, name, limits)
    if "broken" in answer:
        raise ReadingBroke(str(answer["broken"]))
    try:
        return from_plain(kind, answer.get("given"))
    except (NotPlain, RecursionError) as error:
        raise _refusal("damaged", name, limits) from error


def _run(task: Task, data: bytes) -> dict[str, Any]:
    """Let a process do the task and give its answer.

    Raises:
        UnreadableSource: the process was ended, or answered nothing sensible.
    """
    with tempfile.TemporaryFile() as given:
        given.write(json.dumps(to_plain(task)).encode() + b"\n" + data)
        given.seek(0)
        with subprocess.Popen(
            COMMAND,
            cwd=ROOT,
            env=environment(),
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            written, overdue = _listen(process, task.limits.seconds)
    if process.returncode == 0 and len(written) <= LONGEST_ANSWER:
        try:
            answer: dict[str, Any] = json.loads(written)
        except (ValueError, RecursionError):
            answer = {}
        if isinstance(answer, dict) and answer:
            return answer
    raise _refusal(_ended(process.returncode, overdue), task.name, task.limits)


def environment() -> dict[str, str]:
    """Give the environment of the process: where the code is, and no address or key."""
    code = [str(ROOT), *filter(None, sys.path)]
    return {"PYTHONPATH": os.pathsep.join(code), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def _listen(process: subprocess.Popen[bytes], seconds: int) -> tuple[bytes, bool]:
    """Give what a process writes, and whether it had to be ended because its time was over."""
    overdue = threading.Event()

    def end() -> None:
        overdue.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        written = process.stdout.read(LONGEST_ANSWER + 1) if process.stdout else b""
    finally:
        timer.cancel()
        if sys.exc_info()[0] or len(written) > LONGEST_ANSWER:
            process.kill()
    return written, overdue.is_set()


def _ended(status: int, overdue: bool) -> str:
    """Tell why a process ended, by the signal that ended it."""
    if overdue or status in (-signal.SIGXCPU, -signal.SIGPROF):
        return "too_slow"
    # Only the system ends a process so: for want of memory, or of CPU time that it hid.
    return "too_much_memory" if status == -signal.SIGKILL else "damaged"


def _refusal(code: str, name: str, limits: Limits) -> UnreadableSource:
    said = {
        "too_slow": f"Reading {name} took too long and was stopped: more than {SECONDS:g} seconds of "
        "computing, of which a long resolution takes a tenth. Split it into its resolutions, or save it as "
        "plain text, and send it again.",
        "too_much_memory": f"Reading {name} needs too much memory (more than {limits.megabytes} MB). "
        "Split it into its resolutions.",
        "too_deep": f"The parts of {name} stand in each other deeper than can be read. {SAVE_ANEW}",
        "damaged": f"Reading {name} broke off: the file is damaged or made to do harm. {SAVE_ANEW}",
    }
    return UnreadableSource(code, said.get(code, said["damaged"]))
