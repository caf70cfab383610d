"""The data folder of one local installation: its lock, its sockets, its logs and its secret key."""

import contextlib
import fcntl
import hashlib
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from localrun.terminal import Problem, explain

# A socket's path may have 107 bytes on Linux and 103 on macOS; this is the longest file name in the folder.
_LONGEST_SOCKET = 103 - len("/.s.PGSQL.5432")


@dataclass(frozen=True)
class DataDirectory:
    """Where everything that a local installation keeps is found."""

    path: Path

    @classmethod
    def at(cls, path: Path) -> Self:
        """Make the folder if need be; raises Problem when it cannot be made or written in."""
        data = cls(path.absolute())
        try:
            for folder in (data.path, data.logs):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            data._probe()
        except OSError as error:
            raise explain(error, data.path) from error
        return data

    def _probe(self) -> None:
        """Write and remove a file, so that a full or read-only disk is noticed before anything is started."""
        probe = self.path / f".probe-{os.getpid()}"
        try:
            probe.write_bytes(b"\0" * 65536)
        finally:
            with contextlib.suppress(OSError):
                probe.unlink()

    @property
    def logs(self) -> Path:
        """The folder of the children's logs."""
        return self.path / "logs"

    @property
    def sockets(self) -> Path:
        """The folder of the servers' sockets: here, or a short one under /tmp.

        The short one is taken when this path is too long for a socket or would need quoting in a URL.
        """
        here = self.path / "sockets"
        if len(os.fsencode(here)) <= _LONGEST_SOCKET and re.fullmatch(r"[A-Za-z0-9/._-]+", str(here)):
            return here
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:12]
        return Path("/tmp") / f"obligations-{os.getuid()}-{digest}"

    @contextlib.contextmanager
    def open_sockets(self) -> Iterator[None]:
        """Have the sockets' folder for a while, closed to others; raises Problem if it is someone else's."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        found = self.sockets.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise Problem(
                f"{self.sockets} belongs to someone else. Remove it, or choose a shorter path with --data."
            )
        self.sockets.chmod(0o700)
        yield
        with contextlib.suppress(OSError):  # what is still in it belongs to a server that did not end well
            self.sockets.rmdir()

    def secret_key(self) -> str:
        """Return this installation's secret key, made the first time."""
        file = self.path / "secret-key"
        if not file.exists():
            fresh = file.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_urlsafe(50), encoding="ascii")
            fresh.rename(file)
        return file.read_text(encoding="ascii")


class Lock:
    """The right to run the servers of a data folder, for one process at a time.

    The servers inherit the lock's file, so that it lasts until the last of them has ended, even when the
    process that started them was killed: two servers never write in one folder.
    """

    def __init__(self, data: DataDirectory) -> None:
        """Open the lock's file in DATA; it is taken by entering."""
        self._path = data.path / "lock"
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)

    def __enter__(self) -> int:
        """Take the lock and return its file descriptor; raises Problem when another process keeps it."""
        begin = time.monotonic()
        while not self._try():
            waited = time.monotonic() - begin
            if waited > (1 if self._owner_lives() else 20):
                self._close()
                raise Problem(
                    f"Another run.py (process {self._path.read_text() or '?'}) is using {self._path.parent}. "
                    "Stop it, or choose another folder with --data."
                )
            time.sleep(0.05)
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, str(os.getpid()).encode(), 0)
        return self._file

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        os.close(self._file)

    def _try(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _owner_lives(self) -> bool:
        """Tell whether the process that took the lock is there; its servers may outlive it for a moment."""
        try:
            os.kill(int(self._path.read_text()), 0)
        except (ValueError, ProcessLookupError):
            return False
        except PermissionError:
            return True
        return True
