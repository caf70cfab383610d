"""Two probes: is the process alive, and can it do its work?

They are answered before anything else looks at the request: an orchestrator asks in plain HTTP and by the
container's address, neither of which a page would answer.
"""

from collections.abc import Callable

from celery import current_app
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from kombu.exceptions import OperationalError as BrokerError

Answer = Callable[[HttpRequest], HttpResponseBase]


def answer_probes(get_response: Answer) -> Answer:
    """Return the middleware that answers the two probes and passes everything else on; it comes first."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        return PROBES.get(request.path_info, get_response)(request)

    return answer


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process runs; touches neither database nor broker."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, migrations and broker are all there, else 503 naming what is missing."""
    checks = {"database": _database(), "broker": _broker()}
    ready = all(state == "ok" for state in checks.values())
    return JsonResponse({"status": "ok" if ready else "not ready", **checks}, status=200 if ready else 503)


PROBES: dict[str, Answer] = {"/healthz": healthz, "/readyz": readyz}


def _database() -> str:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Exception:  # whatever a driver raises: the probe answers, it does not fail
        return "unreachable"
    return f"{len(waiting)} migrations not applied" if waiting else "ok"


def _broker() -> str:
    try:
        with current_app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except (BrokerError, OSError):
        return "unreachable"
    return "ok"
