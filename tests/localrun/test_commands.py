import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from localrun.checks import Result, provide_browser, run_steps, steps
from localrun.commands import COMMANDS, parse
from localrun.processes import ROOT
from tests.localrun.conftest import RUN, without_urls


@pytest.mark.parametrize(
    "words",
    [["fly"], ["--port", "many"], ["--port", "65536"], ["services", "extra"]],
    ids=["command", "port", "port out of range", "too many words"],
)
def test_what_is_not_understood_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        parse(words)
    assert refusal.value.code == 2


@pytest.mark.parametrize(
    ("words", "command", "port", "arguments"),
    [
        ([], "start", 8000, []),
        (["--port", "9000"], "start", 9000, []),
        (["services", "--port", "1"], "services", 1, []),
        (["test"], "test", 8000, []),
        (["test", "-k", "verbs", "--port"], "test", 8000, ["-k", "verbs", "--port"]),
        (["bench", "parsing", "folder", "--only", "x"], "bench", 8000, ["parsing", "folder", "--only", "x"]),
        (["--port", "1", "manage", "migrate", "--noinput"], "manage", 1, ["migrate", "--noinput"]),
    ],
    ids=[
        "nothing",
        "port",
        "option after the command",
        "all tests",
        "pytest's own options",
        "what to measure",
        "manage.py's own options",
    ],
)
def test_a_command_line_is_read(words: list[str], command: str, port: int, arguments: list[str]) -> None:
    options = parse(words)
    assert (options.command, options.port, options.arguments) == (command, port, arguments)


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    told = capsys.readouterr().out
    assert all(name in told for name in COMMANDS)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, RUN, *words],
        capture_output=True,
        text=True,
        check=False,
        env=without_urls(),
        timeout=20,
    )


def test_a_busy_port_ends_the_start_with_a_sentence_and_1(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("--data", str(tmp_path / "data"), "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "is in use by another program" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_an_unusable_data_folder_ends_the_start_with_a_sentence_and_1(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    done = run("--data", str(tmp_path / "data"), "services")
    assert done.returncode == 1
    sentence = "cannot be a folder, because a file is in the way. Choose another folder with --data."
    assert done.stderr == f"\n{tmp_path / 'data'} {sentence}\n"


def test_manage_gives_the_exit_code_of_its_command(folder: Path) -> None:
    code = (
        "from django.db import connection; cursor = connection.cursor(); "
        "cursor.execute('SELECT 7'); raise SystemExit(cursor.fetchone()[0])"
    )
    assert run("--data", str(folder), "manage", "shell", "--no-imports", "-c", code).returncode == 7


def test_an_older_python_can_read_run_py_and_is_told_what_is_needed() -> None:
    source = (ROOT / "run.py").read_text(encoding="ascii")
    ast.parse(source, feature_version=(3, 4))
    old = source.replace("sys.version_info < (3, 11)", "sys.version_info < (99,)")
    done = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 1
    assert done.stderr.startswith("The obligations tracker needs Python 3.11 or newer; this is Python 3.")


def test_every_check_runs_though_one_before_it_failed(capfd: pytest.CaptureFixture[str]) -> None:
    commands = {"first": [sys.executable, "-c", "exit(1)"], "second": [sys.executable, "-c", "print('ran')"]}
    results = run_steps(commands, {})
    assert [(result.name, result.passed) for result in results] == [("first", False), ("second", True)]
    assert "ran" in capfd.readouterr().out


def test_a_result_is_a_line_of_the_table() -> None:
    assert str(Result("lint", False, 1.25)) == "FAIL  lint                         1.2 s"


def test_the_tests_come_last_and_get_the_arguments() -> None:
    assert [*steps(Path("python"), [])][-1] == "tests"
    assert steps(Path("python"), [])["tests"] == ["python", "-m", "pytest", "-n", "2"]
    assert steps(Path("python"), ["-k", "x"])["tests"] == ["python", "-m", "pytest", "-k", "x"]
    assert steps(Path("python"), [])["system check"] == ["python", str(ROOT / "manage.py"), "check"]


@pytest.mark.parametrize("environment", [{}, {"CI": "false"}], ids=["not CI", "CI is off"])
def test_nothing_is_installed_on_a_developers_machine(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    provide_browser(environment)
    assert capsys.readouterr().err == ""
