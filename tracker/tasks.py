"""Celery's thin skin: each task takes ids or nothing, calls one function, and may run any number of times."""

from celery import shared_task
from django.utils import timezone

from tracker import imports, reminders


@shared_task
def run_import(job_id: int) -> None:
    """Read one file into the register."""
    imports.run_import(job_id)


@shared_task
def sweep_imports() -> None:
    """Give out imports that nobody works on."""
    imports.sweep(enqueue=run_import.delay)


@shared_task
def prepare_digests() -> None:
    """Write today's digests and hand each to a sender."""
    reminders.prepare(on=timezone.localdate())
    send_waiting_digests()


@shared_task
def send_waiting_digests() -> None:
    """Hand every digest that waits to a sender."""
    for digest_id in reminders.waiting():
        send_digest.delay(digest_id)


@shared_task
def send_digest(digest_id: int) -> None:
    """Send one digest."""
    reminders.send(digest_id)
