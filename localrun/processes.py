"""Child processes: started so that they never outlive this one, watched, and stopped in order."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from localrun.terminal import Problem, say, tail

ROOT = Path(__file__).resolve().parent.parent
_LAUNCH = Path(__file__).with_name("launch.py")
# By the signal itself, as pytest and mypy say it, and as shells do.
_ENDED_BY_CTRL_C = (-signal.SIGINT, 2, 128 + signal.SIGINT)
_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(KeyboardInterrupt):
    """Someone asked this process to stop; `number` is the signal that said so."""

    def __init__(self, number: int) -> None:
        """Keep the signal's NUMBER."""
        super().__init__(number)
        self.number = number


def stop_on_signals() -> None:
    """Make Ctrl-C, SIGTERM and a closed terminal raise Stopped, once: the stopping is not interrupted."""

    def stop(number: int, _frame: object) -> None:
        for each in _STOPPING:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number)

    for each in _STOPPING:
        signal.signal(each, stop)


def launched(
    command: Sequence[str], *, on_orphaned: int = signal.SIGTERM, unprivileged: Path | None = None
) -> list[str]:
    """Return COMMAND wrapped so that it gets the signal ON_ORPHANED when this process dies.

    UNPRIVILEGED names the folder that it owns when it must not be root.
    """
    return [
        *(sys.executable, "-I", "-S", str(_LAUNCH)),
        *(str(os.getpid()), str(int(on_orphaned)), str(unprivileged or "-")),
        *command,
    ]


@dataclass
class Child:
    """One running child with its log, and the signals that stop it, gentlest first."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signals: tuple[int, ...] = (signal.SIGTERM,)

    def stop(self, patience: float = 10) -> None:
        """Stop it and what it started, waiting PATIENCE seconds after each signal; SIGKILL is the last."""
        for number in self.stop_signals:
            if self.process.poll() is None:
                self.process.send_signal(number)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(patience)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def failure(self) -> Problem:
        """Say that it has ended, with what it last wrote."""
        words = tail(self.log)
        full = " (the disk is full)" if "No space left on device" in words else ""
        return Problem(
            f"{self.name} ended with code {self.process.returncode}{full}. The end of {self.log}:\n{words}"
        )


@dataclass
class Children:
    """The children of this process, in the order they were started. Use it in a `with`: leaving stops all."""

    logs: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    running: list[Child] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self.running:
            self.running.pop().stop()

    def start(
        self,
        name: str,
        command: Sequence[str],
        *,
        stop_signals: tuple[int, ...] = (signal.SIGTERM,),
        on_orphaned: int = signal.SIGTERM,
        unprivileged: Path | None = None,
        environment: Mapping[str, str] | None = None,
        folder: Path = ROOT,
        keep_open: tuple[int, ...] = (),
        keyboard: bytes = b"",
    ) -> Child:
        """Start COMMAND in FOLDER, writing to its own log, in a process group of its own.

        The group keeps the terminal's Ctrl-C away: it is stopped in its turn, by STOP_SIGNALS. ON_ORPHANED is
        what it gets when this process dies. KEEP_OPEN are files that it inherits, KEYBOARD is what it reads.
        """
        log = self.logs / f"{name}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                launched(command, on_orphaned=on_orphaned, unprivileged=unprivileged),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self.environment if environment is None else environment,
                cwd=folder,
                pass_fds=keep_open,
                process_group=0,
            )
        child = Child(name, process, log, stop_signals)
        self.running.append(child)
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError), process.stdin as pipe:
            pipe.write(keyboard)
        return child

    def stop(self, child: Child) -> None:
        """Stop one CHILD before the others."""
        self.running.remove(child)
        child.stop()

    def run(
        self,
        name: str,
        command: Sequence[str],
        *,
        unprivileged: Path | None = None,
        environment: Mapping[str, str] | None = None,
        keyboard: bytes = b"",
        report_every: float = 10,
    ) -> str:
        """Run COMMAND to its end and return what it wrote, saying now and then that it still runs.

        Raises Problem with the end of its output when it fails.
        """
        child = self.start(
            name, command, unprivileged=unprivileged, environment=environment, keyboard=keyboard
        )
        begin = time.monotonic()
        while True:
            try:
                child.process.wait(report_every)
                break
            except subprocess.TimeoutExpired:
                say(f"… {name}: {time.monotonic() - begin:.0f} seconds so far")
        self.stop(child)
        if child.process.returncode:
            raise child.failure()
        return child.log.read_text(encoding="utf-8", errors="replace")

    @staticmethod
    def wait_until_ready(child: Child, ready: Callable[[], bool], seconds: float) -> None:
        """Wait until READY; raises Problem when CHILD ends before or SECONDS pass."""
        end = time.monotonic() + seconds
        while not ready():
            if child.process.poll() is not None:
                raise child.failure()
            if time.monotonic() > end:
                raise Problem(f"{child.name} did not answer within {seconds:.0f} seconds; see {child.log}.")
            time.sleep(0.02)

    def check(self) -> None:
        """Raise Problem when one of the children has ended."""
        for child in self.running:
            if child.process.poll() is not None:
                raise child.failure()


def run_in_foreground(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run COMMAND at this terminal, sharing its keyboard, and return its exit code (from 128: a signal's).

    Ctrl-C is for COMMAND, which the terminal sends it to: a shell goes on after it. When COMMAND ends by it,
    this stops too (Stopped); and when this is asked to stop in another way, so is COMMAND.
    """
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    process = subprocess.Popen(launched(command), env=environment, cwd=ROOT)
    try:
        code = process.wait()
    except Stopped:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        raise
    finally:
        process.kill()
        process.wait()
        if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # as it is while this stops
            signal.signal(signal.SIGINT, before)
    if pressed and code in _ENDED_BY_CTRL_C:
        raise Stopped(signal.SIGINT)
    return code if code >= 0 else 128 - code
