"""The database and the broker of this installation: its own, or those that the environment names."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from localrun.datadir import DataDirectory, Lock
from localrun.environment import Environment
from localrun.postgres import DATABASE, USER, Postgres, postgres_programs
from localrun.processes import Children
from localrun.terminal import say
from localrun.valkey import Valkey, valkey_program


@dataclass(frozen=True)
class Urls:
    """Where the database and the broker are."""

    database: str
    broker: str


def local_urls(data: DataDirectory) -> Urls:
    """Return the addresses of DATA's own servers, running or not."""
    return Urls(
        database=f"postgresql://{USER}@/{DATABASE}?host={data.sockets}",
        broker=f"redis+socket://{data.sockets}/valkey.sock",
    )


def chosen_urls(data: DataDirectory, given: Mapping[str, str]) -> Urls:
    """Return the addresses that GIVEN names, and DATA's own for what it does not."""
    own = local_urls(data)
    return Urls(given.get("DATABASE_URL") or own.database, given.get("CELERY_BROKER_URL") or own.broker)


@contextlib.contextmanager
def servers(
    data: DataDirectory,
    environment: Environment,
    *,
    given: Mapping[str, str] = os.environ,
    durable: bool = True,
) -> Iterator[tuple[Children, Urls]]:
    """Run the servers of DATA that GIVEN does not name, and stop them on leaving.

    Yields the children, to which others may be added, and both addresses. Data that need not outlive a crash
    (not DURABLE) are written faster. Raises Problem when a server cannot run.
    """
    own, urls = local_urls(data), chosen_urls(data, given)
    with Lock(data) as lock, data.open_sockets(), Children(data.logs) as children:
        if urls.database == own.database:
            Postgres(data, postgres_programs(environment), durable).start(children, lock)
        else:
            say("Using the database that DATABASE_URL names")
        if urls.broker == own.broker:
            Valkey(data, valkey_program(environment)).start(children, lock)
        else:
            say("Using the broker that CELERY_BROKER_URL names")
        yield children, urls


def answering(
    data: DataDirectory, environment: Environment, given: Mapping[str, str] = os.environ
) -> Urls | None:
    """Return both addresses when nothing has to be started: what GIVEN does not name of DATA answers."""
    own, urls = local_urls(data), chosen_urls(data, given)
    if urls.database == own.database and not Postgres(data, postgres_programs(environment)).answers():
        return None
    if urls.broker == own.broker and not Valkey(data, valkey_program(environment)).answers():
        return None
    return urls
