"""Celery's thin skin: each task takes ids or nothing, calls one function, and may run any number of times."""

from celery import shared_task
from django.utils import timezone

from tracker import bulk, digests, imports, relation_search, reminders, series, telling


@shared_task
def run_import(job_id: int) -> None:
    """Read one file into the register."""
    imports.run_import(job_id)


@shared_task
def look_for_relations() -> None:
    """Hand every search for relations that waits to a worker."""
    for search_id in relation_search.waiting():
        look_for_relations_of.delay(search_id)


@shared_task
def look_for_relations_of(search_id: int) -> None:
    """Propose relations of one resolution's items."""
    relation_search.run(search_id)


@shared_task
def sweep_imports() -> None:
    """Give out imports that nobody works on."""
    imports.sweep(enqueue=run_import.delay)


@shared_task
def tell_due() -> None:
    """Tell what newly falls due or is newly overdue, by the day of each organ."""
    reminders.tell_due(at=timezone.now())


@shared_task
def tell_news() -> None:
    """Tell what others did, then mail what is to be mailed by now."""
    telling.tell_news(at=timezone.now())
    write_digests()


@shared_task
def write_digests() -> None:
    """Write the mails whose time has come, and hand each that waits to a sender."""
    digests.write(at=timezone.now())
    for digest_id in digests.waiting():
        send_digest.delay(digest_id)


@shared_task
def send_digest(digest_id: int) -> None:
    """Send one digest."""
    digests.send(digest_id)


@shared_task
def open_next_times() -> None:
    """Open the next time of every series whose running time has passed."""
    series.lapse(on=timezone.localdate())


@shared_task
def run_bulk(job_id: int) -> None:
    """Do one job over many rows."""
    bulk.run(job_id)


@shared_task
def sweep_bulk() -> None:
    """Give out jobs over many rows that nobody works on."""
    bulk.sweep(enqueue=run_bulk.delay)
