"""Reading in a process of its own: it comes to the same, and what goes wrong there ends there."""

import json
import socket
import subprocess
import sys
from importlib.resources import files

import pytest

from resolutions import sandbox, sandboxed
from resolutions.parsing import parse
from resolutions.readers import UnreadableSource, read
from resolutions.sandbox import Limits, ReadingBroke, extract_apart, read_apart
from resolutions.sandboxed import Task, answer
from tests.resolutions.readers.docx.word import p, r, word

SAMPLE = (files("resolutions") / "samples" / "ecosoc-2004-33.md").read_bytes()
# What a reader could do to its process, as the inside of a sandbox with the limits of the real one.
INSIDE = "import json, sys; from resolutions.sandboxed import *; confine(Limits({cpu}, 9, {memory}))\n{does}"


@pytest.fixture
def inside(monkeypatch):
    """Let the process do something else than read; return what comes of it."""

    def do(does: str, *, cpu: int = 5, seconds: int = 30, memory: int = 768) -> object:
        command = [sys.executable, "-c", INSIDE.format(cpu=cpu, memory=memory, does=does)]
        monkeypatch.setattr(sandbox, "COMMAND", command)
        return read_apart(b"words", "a.txt", Limits(cpu, seconds, memory))

    return do


@pytest.mark.parametrize("data", [SAMPLE, word(p(r("The General Assembly,")) + p(r("1. Requests")))])
def test_a_file_reads_as_it_does_without_a_sandbox(data):
    source = read(data, "a.md")
    reading = read_apart(data, "a.md")
    assert reading.documents == parse(source)
    assert (reading.media_type, reading.warnings) == (source.media_type, source.warnings)
    assert extract_apart(data, "a.md") == source


def test_what_a_reader_refuses_is_refused_in_its_words():
    with pytest.raises(UnreadableSource) as apart:
        read_apart(b"\x89PNG", "Bild – größer\n.png")
    with pytest.raises(UnreadableSource) as here:
        read(b"\x89PNG", "Bild – größer\n.png")
    assert (apart.value.code, apart.value.message) == (here.value.code, here.value.message)


@pytest.mark.parametrize(
    ("does", "code", "says"),
    [
        pytest.param("while True: pass", "too_slow", "took too long", id="no end of computing"),
        pytest.param(
            "hurry()\nwhile True: pass",
            "too_slow",
            "more than 1.6 seconds",
            id="longer than any honest file",
        ),
        pytest.param("import time; time.sleep(60)", "too_slow", "took too long", id="no end of waiting"),
        pytest.param("import os; os.abort()", "damaged", "broke off", id="a crash"),
        pytest.param("import os; os._exit(3)", "damaged", "broke off", id="an end without an answer"),
        pytest.param("print('{')", "damaged", "broke off", id="half an answer"),
        pytest.param(
            "print('{\"x\":' * 9999 + '1' + '}' * 9999)", "damaged", "broke off", id="no end of depth"
        ),
        pytest.param("print('[1]')", "damaged", "broke off", id="another answer"),
        pytest.param("""print('{"given": {"media_type": 1}}')""", "damaged", "broke off", id="a wrong shape"),
        pytest.param("import os; os.kill(os.getpid(), 9)", "too_much_memory", "too much memory", id="killed"),
    ],
)
def test_whatever_happens_inside_comes_out_as_a_refusal(inside, does, code, says):
    with pytest.raises(UnreadableSource) as refusal:
        inside(does, cpu=2 if "hurry" in does else 1, seconds=6)
    assert refusal.value.code == code
    assert says in refusal.value.message


@pytest.mark.parametrize(
    ("does", "error"),
    [
        pytest.param("import tempfile; tempfile.TemporaryFile()", "No usable temporary", id="writing a file"),
        pytest.param("bytearray(2 * 1024 ** 3)", "MemoryError", id="two gigabytes"),
        pytest.param(
            "import os; assert 'DATABASE_URL' in os.environ", "AssertionError", id="the environment"
        ),
        pytest.param("held = [open('/dev/null') for _ in range(99)]", "OSError", id="a hundred files"),
        pytest.param("import django.conf; django.conf.settings.DEBUG", "ImproperlyConfigured", id="settings"),
    ],
)
def test_what_reading_does_not_need_is_not_to_be_had(does, error):
    code = INSIDE.format(cpu=5, memory=768, does=does)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=sandbox.ROOT,
        env=sandbox.environment(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode != 0
    assert error in ran.stderr.decode()


def test_the_process_has_no_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls = f"import socket; socket.create_connection({server.getsockname()!r}, 2)"
        before, after = (run_alone(setup + calls) for setup in ("", "assert cut_network(); "))
    if "AssertionError" in after:
        pytest.skip("this system does not let a process leave its network")
    assert before == ""
    assert "OSError: [Errno 101] Network is unreachable" in after


def run_alone(does: str) -> str:
    """Return the errors of a process that knows the inside of the sandbox and has no limits yet."""
    code = f"from resolutions.sandboxed import *; {does}"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=sandbox.ROOT,
        env=sandbox.environment(),
        capture_output=True,
        check=False,
    )
    return ran.stderr.decode()


def test_want_of_memory_is_a_refusal(monkeypatch):
    def wants_more(data, name):
        raise MemoryError

    monkeypatch.setitem(sandboxed.TASKS, "parse", wants_more)
    told = answer(Task("parse", "a.txt", Limits()), b"")
    assert told == {"refused": ["too_much_memory", ""]}


def test_an_error_of_ours_comes_out_with_its_trace(inside):
    broken = json.dumps({"broken": "Traceback: ZeroDivisionError"})
    with pytest.raises(ReadingBroke, match="ZeroDivisionError"):
        inside(f"print({broken!r})")


def test_nothing_is_started_for_a_file_that_is_too_large(monkeypatch):
    monkeypatch.setattr(sandbox, "COMMAND", ["/no/such/program"])
    with pytest.raises(UnreadableSource, match="at most 20 MB"):
        read_apart(b"x" * (50 * 1024 * 1024), "line.txt")
