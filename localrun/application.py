"""The application's own processes: what they are told, how they are started, and when they are up."""

import http.client
import os
import signal
import socket
import time
from collections.abc import Mapping
from pathlib import Path

from localrun.datadir import DataDirectory
from localrun.processes import Children
from localrun.servers import Urls
from localrun.terminal import Problem

HOST = "127.0.0.1"


def django_environment(
    data: DataDirectory, urls: Urls, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """Return what manage.py and its like are told: both addresses, and local defaults for what is not set."""
    defaults = {"DEBUG": "1", "SECRET_KEY": data.secret_key(), "ALLOWED_HOSTS": "localhost,127.0.0.1"}
    given = {"DATABASE_URL": urls.database, "CELERY_BROKER_URL": urls.broker, "PYTHONUNBUFFERED": "1"}
    return {**defaults, **environment, **given}


def refuse_busy_port(port: int) -> None:
    """Raise Problem when something listens on PORT already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise Problem(f"Port {port} is kept for the system. Choose one from 1024 with --port.") from error
        except OSError as error:
            raise Problem(
                f"Port {port} is in use by another program. "
                f"Stop it, or choose another: python3 run.py --port {port + 1}"
            ) from error


def start_application(children: Children, python: Path, data: DataDirectory, port: int) -> None:
    """Start the web server, the worker and the scheduler, and wait until the web server is well.

    Raises Problem when one of them ends, or when the health page does not say yes within a minute.
    """
    web = ["gunicorn", "config.wsgi", "--bind", f"{HOST}:{port}", "--workers", "1", "--threads", "4"]
    web += ["--no-control-socket"]  # it would lie in the home folder, shared by all instances
    worker = ["celery", "-A", "config", "worker", "--loglevel", "INFO", "--concurrency", "2"]
    beat = ["celery", "-A", "config", "beat", "--loglevel", "INFO", "--pidfile", ""]
    beat += ["--schedule", str(data.path / "beat-schedule")]
    children.start("web", [str(python), "-m", *web])
    # Orphaned, a worker has no broker left to take leave of, and would try for long. Its tasks run again.
    stops = (signal.SIGTERM, signal.SIGQUIT)
    children.start("worker", [str(python), "-m", *worker], stop_signals=stops, on_orphaned=signal.SIGKILL)
    children.start("beat", [str(python), "-m", *beat])
    await_health(children, port)


def await_health(children: Children, port: int, seconds: float = 60) -> None:
    """Wait until the health page answers 200; raises Problem when a child ends before, or after SECONDS."""
    end = time.monotonic() + seconds
    while (status := health(port)) != http.HTTPStatus.OK:
        children.check()
        if time.monotonic() > end:
            raise Problem(
                f"The health page did not answer well within {seconds:.0f} seconds (last: {status})."
            )
        time.sleep(0.1)
    children.check()


def health(port: int) -> int | None:
    """Return the status of the health page, or None when nothing answers."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
