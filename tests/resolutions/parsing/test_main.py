"""The command line: one JSON object a line, no Django, errors on their own line."""

import hashlib
import json
import subprocess
import sys

import pytest

from tests.resolutions.parsing.test_sample import SAMPLE
from tests.resolutions.parsing.texts import CLOSING, HEAD

TEXT = HEAD + "1. Urges States to act." + CLOSING
PROBE = (
    "import runpy, sys; sys.argv[1:] = {argv!r}\n"
    "try: runpy.run_module('resolutions.parsing', run_name='__main__')\n"
    "except SystemExit: pass\n"
    "print([name for name in sys.modules if name.partition('.')[0] in ('django', 'psycopg')])"
)


def run(*names):
    done = subprocess.run(
        [sys.executable, "-m", "resolutions.parsing", *map(str, names)], capture_output=True, check=False
    )
    return (
        done.returncode,
        [json.loads(line) for line in done.stdout.decode().splitlines()],
        done.stderr.decode(),
    )


def test_a_file_that_cannot_be_read_has_its_error_and_the_others_still_come(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 \x00")
    (tmp_path / "good.txt").write_text(TEXT)
    names = [tmp_path / name for name in ("empty.txt", "missing.txt", "scan.pdf", "good.txt")]
    status, found, _ = run(*names)
    assert status == 1
    assert [each.get("error", {}).get("code") for each in found] == ["empty", "unreadable", "damaged", None]
    assert [each["file"] for each in found] == [str(name) for name in names]
    assert found[3]["symbol"] == "A/RES/85/123"


def test_a_call_without_files_says_how_to_call(tmp_path):
    status, found, said = run()
    assert (status, found) == (2, [])
    assert said.startswith("usage:")


def explained(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "resolutions.parsing", *map(str, arguments)], capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode()


def test_a_paragraph_that_the_file_lacks_is_refused_with_those_it_has(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    for place in ("op7", "op1.9"):
        status, told = explained("--explain", place, tmp_path / "good.txt")
        assert status == 1
        error = json.loads(told)["error"]
        assert error["code"] == "no_such_place"
        assert f"no {place}. The operative paragraphs are: op1." in error["message"]


def test_a_paragraph_is_explained_with_each_value_its_words_and_its_rule():
    status, told = explained("--explain", "op2", SAMPLE)
    assert status == 0
    head, text, *lines = told.splitlines()
    assert head == "E/RES/2004/33#op2"
    assert [line for line in lines if line.startswith("op2.")][1] == "op2.2: asks for something"
    start = text.index("encourages")
    verb = next(line for line in lines if line.startswith("  verb: encourage (directive)"))
    assert f"“encourages” at op2 {start}–{start + len('encourages')} [" in verb


def test_one_clause_is_explained_alone():
    status, told = explained("--explain", "op2.2", SAMPLE)
    assert status == 0
    assert "op2.2:" in told
    assert "op2.1:" not in told


def test_a_readable_file_gives_the_object_of_the_contract():
    status, (found,), _ = run(SAMPLE)
    assert status == 0
    assert found["sha256"] == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert "part_of_file" not in found
    clause = found["operative"][1]["clauses"][1]
    assert (clause["id"], clause["phrase"], clause["verb"], clause["type"]) == (
        "op2.2",
        "encourages",
        "encourage",
        "directive",
    )
    assert clause["force"] == {"secretariat": 3, "states": 3}
    assert found["citations"][0] == {
        "symbol": "A/RES/55/2",
        "text": "General Assembly resolution 55/2",
        "pinpoint": "para. 9",
        "relation": "recalls",
        "in": "pp1",
        "note": "1",
        "start": 0,
        "end": 32,
        "rule": "named in prose",
    }


def test_a_file_of_two_resolutions_gives_two_numbered_lines(tmp_path):
    (tmp_path / "two.txt").write_text(TEXT + TEXT.replace("85/123", "85/124"))
    status, found, _ = run(tmp_path / "two.txt")
    assert status == 0
    assert [(each["part_of_file"], each["symbol"]) for each in found] == [
        (1, "A/RES/85/123"),
        (2, "A/RES/85/124"),
    ]


@pytest.mark.parametrize("argv", [[str(SAMPLE)], []])
def test_no_django_is_loaded(argv):
    done = subprocess.run([sys.executable, "-c", PROBE.format(argv=argv)], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"
