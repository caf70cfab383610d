"""Real servers in a temporary folder: nothing here is a stand-in."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from localrun.datadir import DataDirectory
from localrun.environment import Environment
from localrun.processes import ROOT
from localrun.servers import servers

RUN = str(ROOT / "run.py")


def eventually(holds: Callable[[], bool], seconds: float = 5) -> bool:
    """Wait until something HOLDS; return whether it came to hold within SECONDS."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def processes_of(folder: Path) -> list[int]:
    """Return the processes that mention FOLDER on their command line or work in it."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            words = (each / "cmdline").read_bytes()
            place = os.readlink(each / "cwd")
        except OSError:
            continue
        if words and (os.fsencode(folder) in words or place.startswith(str(folder))):
            found.append(int(each.name))
    return [number for number in found if number != os.getpid()]


def without_urls() -> dict[str, str]:
    """Return this environment without the addresses of the servers that the tests themselves use."""
    return {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CELERY_BROKER_URL")
    }


class RunningServices:
    """`run.py services` on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, RUN, "--data", str(folder), "services"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=without_urls(),
        )
        assert self.process.stdout is not None
        self.exports = self.process.stdout.readline()

    def signal(self, number: int) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(20)

    def close(self) -> None:
        """Stop it if it runs still."""
        if self.process.poll() is None:
            self.signal(signal.SIGTERM)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def start_services() -> Iterator[Callable[[Path], RunningServices]]:
    started: list[RunningServices] = []

    def start(folder: Path) -> RunningServices:
        started.append(RunningServices(folder))
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.fixture(scope="session")
def fresh_cluster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cluster that PostgreSQL has made; making one takes longer than most tests."""
    data = DataDirectory.at(tmp_path_factory.mktemp("cluster") / "data")
    with servers(data, Environment(), given={}, durable=False):
        pass
    return data.path / "postgres"


@pytest.fixture
def folder(tmp_path: Path, fresh_cluster: Path) -> Path:
    """A data folder with a cluster of its own."""
    shutil.copytree(fresh_cluster, tmp_path / "data" / "postgres")
    return tmp_path / "data"
