import socket
from pathlib import Path

import pytest

from localrun.application import django_environment, health, refuse_busy_port
from localrun.datadir import DataDirectory
from localrun.environment import Environment
from localrun.postgres import postgres_programs
from localrun.servers import Urls, answering, local_urls, servers
from localrun.terminal import Problem
from localrun.valkey import valkey_program

DATABASE = "postgresql://tracker@db.example.org/tracker"
BROKER = "redis://broker.example.org:6379/0"


def test_no_program_anywhere_is_refused_with_what_to_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Problem, match="Set VALKEY_BIN to its program, or CELERY_BROKER_URL"):
        valkey_program(Environment(tmp_path), given={})


def test_named_programs_come_first() -> None:
    given = {"PGBIN": "/opt/pg/bin", "VALKEY_BIN": "/opt/valkey-server"}
    assert postgres_programs(Environment(), given) == Path("/opt/pg/bin")
    assert valkey_program(Environment(), given) == Path("/opt/valkey-server")


@pytest.mark.parametrize(
    ("given", "started", "database", "broker"),
    [
        ({}, ["postgres", "valkey"], None, None),
        ({"DATABASE_URL": DATABASE}, ["valkey"], DATABASE, None),
        ({"CELERY_BROKER_URL": BROKER}, ["postgres"], None, BROKER),
        ({"DATABASE_URL": DATABASE, "CELERY_BROKER_URL": BROKER}, [], DATABASE, BROKER),
    ],
    ids=["none given", "database given", "broker given", "both given"],
)
def test_a_server_that_the_environment_names_is_used_and_not_started(
    folder: Path, given: dict[str, str], started: list[str], database: str | None, broker: str | None
) -> None:
    data = DataDirectory.at(folder)
    own = local_urls(data)
    with servers(data, Environment(), given=given) as (children, urls):
        assert [child.name for child in children.running] == started
        assert urls == Urls(database or own.database, broker or own.broker)
        assert answering(data, Environment(), given) == urls
    assert (answering(data, Environment(), given) is None) is bool(started)


def test_a_busy_port_is_refused_with_another_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Problem, match=rf"^Port {port} is in use .* python3 run\.py --port {port + 1}$"):
            refuse_busy_port(port)
        assert health(0) is None
    refuse_busy_port(port)


def test_own_settings_win_over_the_local_defaults_and_the_addresses_over_all(tmp_path: Path) -> None:
    data = DataDirectory.at(tmp_path)
    told = django_environment(
        data, Urls("a", "b"), {"DEBUG": "0", "DATABASE_URL": "other", "HOME": "/home/ada"}
    )
    assert told["DEBUG"] == "0"
    assert told["DATABASE_URL"] == "a"
    assert told["CELERY_BROKER_URL"] == "b"
    assert told["HOME"] == "/home/ada"
    assert told["SECRET_KEY"] == data.secret_key()
