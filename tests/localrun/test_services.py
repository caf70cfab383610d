import contextlib
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
import redis

from localrun.datadir import DataDirectory
from tests.localrun.conftest import RUN, RunningServices, eventually, processes_of, without_urls

Start = Callable[[Path], RunningServices]


def exported(services: RunningServices) -> dict[str, str]:
    assert services.exports.startswith("export ")
    return dict(word.split("=", 1) for word in shlex.split(services.exports.removeprefix("export ")))


def query(services: RunningServices, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(exported(services)["DATABASE_URL"], autocommit=True) as connection:
        cursor = connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []


def valkey(services: RunningServices) -> "redis.Redis":
    return redis.Redis(
        unix_socket_path=exported(services)["CELERY_BROKER_URL"].removeprefix("redis+socket://")
    )


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, RUN, "--data", str(folder), *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=without_urls(), timeout=30
    )


def test_a_second_instance_on_the_same_data_is_refused_in_one_sentence(
    folder: Path, start_services: Start
) -> None:
    first = start_services(folder)
    second = run(folder, "services")
    assert second.returncode == 1
    assert f"Another run.py (process {first.process.pid}) is using {folder}." in second.stderr
    assert "Traceback" not in second.stderr
    assert query(first, "SELECT 1") == [(1,)]


def test_the_servers_answer_at_the_addresses_it_prints(tmp_path: Path, start_services: Start) -> None:
    services = start_services(tmp_path / "data")
    assert query(services, "SELECT lower('ÉTAT'), current_database()") == [("état", "tracker")]
    with valkey(services) as broker:
        assert broker.ping()


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name
)
def test_each_way_of_stopping_leaves_no_process(folder: Path, start_services: Start, number: int) -> None:
    services = start_services(folder)
    assert len(processes_of(folder)) > 2
    assert services.signal(number) == 0
    assert processes_of(folder) == []


def test_killing_it_ends_the_servers_and_the_next_start_finds_the_data(
    folder: Path, start_services: Start
) -> None:
    first = start_services(folder)
    query(first, "CREATE TABLE kept AS SELECT 33 AS number")
    with valkey(first) as broker:
        broker.set("kept", "yes")
    first.signal(signal.SIGKILL)
    second = start_services(folder)
    assert query(second, "SELECT number FROM kept") == [(33,)]
    with valkey(second) as broker:
        assert broker.get("kept") == b"yes"


def test_killing_everything_at_once_loses_nothing_committed(folder: Path, start_services: Start) -> None:
    first = start_services(folder)
    query(first, "CREATE TABLE kept AS SELECT 33 AS number")
    for number in processes_of(folder):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    first.process.wait(10)
    second = start_services(folder)
    assert query(second, "SELECT number FROM kept") == [(33,)]


def test_the_servers_of_a_killed_instance_go_without_a_new_start(folder: Path, start_services: Start) -> None:
    start_services(folder).signal(signal.SIGKILL)
    assert eventually(lambda: processes_of(folder) == [])


@pytest.mark.parametrize(
    "name", ["n" * 120, "État's 100% & more"], ids=["too long for a socket", "quoting in a URL"]
)
def test_any_folder_will_do(folder: Path, start_services: Start, name: str) -> None:
    place = folder.rename(folder.with_name(name))
    services = start_services(place)
    sockets = DataDirectory(place).sockets
    assert query(services, "SELECT 1") == [(1,)]
    assert sockets.parent == Path("/tmp")
    assert sockets.stat().st_mode & 0o077 == 0
    services.signal(signal.SIGTERM)
    assert not sockets.exists()


@pytest.mark.skipif(os.getuid() != 0, reason="only root has to stop being root")
def test_root_without_user_namespaces_runs_postgres_as_nobody(
    folder: Path, start_services: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAUNCH_WITHOUT_NAMESPACE", "1")
    services = start_services(folder)
    assert query(services, "SELECT 1") == [(1,)]
    assert (folder / "postgres").owner() == "nobody"
    services.close()
    monkeypatch.delenv("LAUNCH_WITHOUT_NAMESPACE")
    assert query(start_services(folder), "SELECT 1") == [(1,)]
