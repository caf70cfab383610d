"""How far a running job is, told while its transaction is not committed yet.

A job writes all or nothing in one transaction, whose rows nobody else sees; its progress is told beside it,
in the cache. It may be lost at any time: then the page says that the job is at work, and no more.
"""

from django.core.cache import cache

KEPT_SECONDS = 300


def tell(job: int, done: int) -> None:
    """Tell how many rows of a bulk job are done."""
    cache.set(f"bulk-done-{job}", done, KEPT_SECONDS)


def told(job: int) -> int | None:
    """Return how many rows of a bulk job are done, None where nothing is known."""
    done: int | None = cache.get(f"bulk-done-{job}")
    return done
