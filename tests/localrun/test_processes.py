import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from localrun.processes import ROOT, Children, Stopped, run_in_foreground
from localrun.terminal import Problem
from tests.localrun.conftest import eventually, processes_of

SLEEP = "import time; time.sleep(60)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); {SLEEP}"


@pytest.fixture
def children(tmp_path: Path) -> Iterator[Children]:
    with Children(tmp_path) as children:
        yield children


def python(code: str, *words: str) -> list[str]:
    return [sys.executable, "-c", code, *words]


def is_running(number: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1][:3]
    except OSError:
        return False


def test_a_failing_command_is_reported_with_its_name_code_and_last_words(children: Children) -> None:
    with pytest.raises(
        Problem, match=r"(?s)^migrate ended with code 3\. The end of .*migrate\.log:\n    no such table$"
    ):
        children.run("migrate", python("import sys; print('no such table'); sys.exit(3)"))
    assert children.running == []


def test_a_child_that_dies_is_named(children: Children) -> None:
    children.start("web", python(SLEEP))
    worker = children.start("worker", python("raise SystemExit('no broker')"))
    worker.process.wait(5)
    with pytest.raises(Problem, match=r"(?s)^worker ended with code 1\..*no broker"):
        children.check()


def test_a_full_disk_is_named_when_a_child_met_it(children: Children) -> None:
    fill = "import os; os.write(os.open('/dev/full', os.O_WRONLY), b'x')"
    with pytest.raises(Problem, match=r"^initdb ended with code 1 \(the disk is full\)"):
        children.run("initdb", python(fill))


def test_a_child_that_never_gets_ready_is_reported(children: Children) -> None:
    child = children.start("postgres", python(SLEEP))
    with pytest.raises(Problem, match=r"^postgres did not answer within 0 seconds"):
        children.wait_until_ready(child, lambda: False, seconds=0.1)


def test_a_command_returns_what_it_wrote_and_reads_what_it_is_given(children: Children) -> None:
    assert children.run("echo", python("print(input()[::-1])"), keyboard=b"reviled\n") == "deliver\n"


def test_a_long_command_says_that_it_still_runs(
    children: Children, capsys: pytest.CaptureFixture[str]
) -> None:
    children.run("install", python("import time; time.sleep(0.5)"), report_every=0.2)
    assert "… install: 0 seconds so far" in capsys.readouterr().err


def test_a_child_that_ignores_its_signal_is_killed_with_what_it_started(children: Children) -> None:
    code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEP!r}, sys.argv[1]]); {DEAF}"
    marker = children.logs / "grandchild"
    child = children.start("worker", python(code, str(marker)))
    assert eventually(lambda: "deaf" in child.log.read_text())
    assert len(processes_of(marker)) == 2
    child.stop(patience=0.1)
    assert eventually(lambda: processes_of(marker) == [])


def test_children_are_stopped_last_first(tmp_path: Path) -> None:
    note = (
        "import signal, sys, time; signal.signal(signal.SIGTERM, "
        "lambda *_: (open(sys.argv[1], 'a').write(sys.argv[2]), sys.exit())); "
        f"print('up', flush=True); {SLEEP}"
    )
    with Children(tmp_path) as children:
        for name in ("first ", "second "):
            child = children.start(name.strip(), python(note, str(tmp_path / "order"), name))
            assert eventually(lambda log=child.log: "up" in log.read_text())  # type: ignore[misc]
    assert (tmp_path / "order").read_text() == "second first "


def test_children_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys, time; from localrun.processes import Children; "
        f"child = Children(pathlib.Path(sys.argv[1])).start('web', [sys.executable, '-c', {SLEEP!r}]); "
        "print(child.process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen(python(code, str(tmp_path)), stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert parent.stdout is not None
    with parent.stdout:
        child = int(parent.stdout.readline())
    assert is_running(child)
    parent.kill()
    parent.wait(5)
    assert eventually(lambda: not is_running(child))


def test_a_launch_whose_parent_is_gone_already_ends_at_once(tmp_path: Path) -> None:
    launch = [sys.executable, str(ROOT / "localrun" / "launch.py"), "1", str(int(signal.SIGTERM)), "-"]
    done = subprocess.run([*launch, "touch", str(tmp_path / "made")], check=False)
    assert done.returncode == 1
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("code", "expected"),
    [("exit(0)", 0), ("exit(5)", 5), ("import os; os.kill(os.getpid(), 9)", 137)],
    ids=["well", "failed", "killed"],
)
def test_a_foreground_command_gives_its_exit_code(code: str, expected: int) -> None:
    assert run_in_foreground(python(code), os.environ) == expected


CTRL_C = "import os, signal, sys; os.kill(os.getppid(), signal.SIGINT); sys.exit(int(sys.argv[1]))"


@pytest.mark.parametrize("code", ["2", "130"], ids=["as pytest says it", "as a shell says it"])
def test_ctrl_c_that_ends_the_command_in_front_ends_what_follows(code: str) -> None:
    with pytest.raises(Stopped):
        run_in_foreground(python(CTRL_C, code), os.environ)


@pytest.mark.parametrize("code", ["0", "7"])
def test_ctrl_c_that_the_command_in_front_takes_for_itself_stops_nothing(code: str) -> None:
    before = signal.getsignal(signal.SIGINT)
    assert run_in_foreground(python(CTRL_C, code), os.environ) == int(code)
    assert signal.getsignal(signal.SIGINT) == before


def test_a_request_to_stop_reaches_the_command_in_front() -> None:
    code = (
        "import os, sys; from localrun.processes import run_in_foreground, stop_on_signals; "
        "stop_on_signals(); run_in_foreground([sys.executable, '-c', sys.argv[1]], os.environ)"
    )
    command = f"import os; print(os.getpid(), flush=True); {SLEEP}"
    parent = subprocess.Popen(
        python(code, command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = int(parent.stdout.readline())
    parent.terminate()
    parent.wait(5)
    assert not is_running(child)
