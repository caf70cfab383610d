"""The inside of the sandbox: one file in, what it says out, under limits that the process sets itself.

Started by `resolutions.sandbox`; standard input holds one line of JSON that says what is asked for, then
the file; standard output gets one JSON object. No Django is loaded, no database or key is in reach.
"""

import ctypes
import json
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from resolutions.parsing import Document, parse
from resolutions.readers import ReaderWarning, Source, UnreadableSource, read
from resolutions.readers.effort import hurry
from resolutions.transport import from_plain, to_plain

MOST_FILES = 32  # open at once: Python itself opens some as it loads code pages
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000  # of unshare(2)


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost: CPU time, time on the clock, memory."""

    cpu_seconds: int = 20
    seconds: int = 60
    megabytes: int = 768


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of the process: "parse" or "extract", for a file of a name."""

    what: str
    name: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says.

    Args:
        media_type: what its content turned out to be.
        warnings: of the reader; those about a document stand in it.
        documents: one for each resolution in the file.
    """

    media_type: str
    warnings: tuple[ReaderWarning, ...]
    documents: tuple[Document, ...]


def _parse(data: bytes, name: str) -> Reading:
    source = read(data, name)
    return Reading(source.media_type, source.warnings, parse(source))


TASKS: dict[str, Callable[[bytes, str], Reading | Source]] = {"parse": _parse, "extract": read}


def main() -> None:
    """Do the task on standard input."""
    task = from_plain(Task, json.loads(sys.stdin.buffer.readline()))
    confine(task.limits)
    data = sys.stdin.buffer.read()
    hurry()
    json.dump(answer(task, data), sys.stdout)


def confine(limits: Limits) -> None:
    """Take from this process what reading does not need: endless time and memory, files to write, the net."""
    cut_network()  # before processes are limited: the new namespace counts as one
    memory = limits.megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))


def cut_network() -> bool:
    """Leave this process a network without a way out; False where the system does not let it.

    Needs Linux with user namespaces. Elsewhere the network stays, which no reader uses.
    """
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)


def answer(task: Task, data: bytes) -> dict[str, Any]:
    """Give what was asked for, or why it cannot be had."""
    try:
        return {"given": to_plain(TASKS[task.what](data, task.name))}
    except UnreadableSource as error:
        return {"refused": [error.code, error.message]}
    except MemoryError:
        return {"refused": ["too_much_memory", ""]}
    except RecursionError:
        return {"refused": ["too_deep", ""]}
    except Exception:
        return {"broken": traceback.format_exc()}


if __name__ == "__main__":
    main()
