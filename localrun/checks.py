"""Every check of the project, one after the other, on servers and data of their own."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from localrun.application import django_environment
from localrun.datadir import DataDirectory
from localrun.environment import Environment
from localrun.processes import ROOT, run_in_foreground
from localrun.servers import servers
from localrun.terminal import say

# A developer's settings must not decide whether tests pass, nor may tests reach a developer's servers.
# The checks judge the code, not the shell they are started from: these are settings, and stay outside.
_NOT_PASSED_ON = (
    "ALLOWED_HOSTS",
    "BEHIND_TLS_PROXY",
    "CACHE_URL",
    "CELERY_BROKER_URL",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_URL",
    "LOG_LEVEL",
    "SECRET_KEY",
    "SECURE_HSTS_SECONDS",
    "SECURE_SSL_REDIRECT",
    "SITE_URL",
    "TIME_ZONE",
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Result:
    """How one check ended."""

    name: str
    passed: bool
    seconds: float

    def __str__(self) -> str:
        return f"{'pass' if self.passed else 'FAIL'}  {self.name:<24} {self.seconds:7.1f} s"


def steps(python: Path, arguments: list[str]) -> dict[str, list[str]]:
    """Return each check's command by its name, in order; pytest gets ARGUMENTS, if there are any."""
    commands = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["mypy", "."],
        "migrations are complete": [str(ROOT / "manage.py"), "makemigrations", "--check", "--dry-run"],
        "system check": [str(ROOT / "manage.py"), "check"],
        "tests": ["pytest", *(arguments or ["-n", "2"])],
    }
    return {
        name: [str(python), *([] if first.endswith("manage.py") else ["-m"]), first, *rest]
        for name, (first, *rest) in commands.items()
    }


def run_checks(environment: Environment, arguments: list[str]) -> int:
    """Run all checks, print how each ended, and return 1 when one failed, else 0."""
    provide_browser(os.environ)
    outside = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    with _temporary_data() as data, servers(data, environment, given={}, durable=False) as (_, urls):
        told = django_environment(data, urls, outside)
        results = run_steps(steps(environment.python, arguments), told)
    print("\n" + "\n".join(map(str, results)), flush=True)
    return 0 if all(result.passed for result in results) else 1


def run_steps(commands: Mapping[str, list[str]], environment: Mapping[str, str]) -> list[Result]:
    """Run each command, whether or not the ones before it passed."""
    return [_run(name, command, environment) for name, command in commands.items()]


@contextlib.contextmanager
def _temporary_data() -> Iterator[DataDirectory]:
    with tempfile.TemporaryDirectory(prefix="obligations-test-", ignore_cleanup_errors=True) as folder:
        yield DataDirectory.at(Path(folder))


def _run(name: str, command: list[str], environment: Mapping[str, str]) -> Result:
    print(f"\n── {name} ──", flush=True)
    begin = time.monotonic()
    code = run_in_foreground(command, environment)
    result = Result(name, code == 0, time.monotonic() - begin)
    print(result, flush=True)
    return result


def provide_browser(environment: Mapping[str, str]) -> None:
    """Install Chromium for the browser tests where that is ours to do: in CI, as root, with apt.

    Elsewhere, and when it fails, the browser tests skip and say why.
    """
    wanted = environment.get("CI") == "true" and os.getuid() == 0 and shutil.which("apt-get")
    if not wanted or any(shutil.which(name) for name in _BROWSERS):
        return
    say("Installing Chromium for the browser tests")
    quiet = {**environment, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        command = ["apt-get", "-qq", *words]
        done = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    say(
        "Installed"
        if done.returncode == 0
        else "Chromium could not be installed: the browser tests will skip"
    )
