"""Look for relations of a resolution's items after each reading: a row first, then the work in any worker.

The row is written with the reading. A worker claims it by a conditional update; the claim of one that died
grows old, and the row is given out again. Run any number of times, a search proposes nothing twice.
"""

import datetime as dt

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from resolutions.models import Resolution
from tracker.models import RelationSearch
from tracker.proposing import propose

STALE_AFTER = dt.timedelta(minutes=5)
MOST_ATTEMPTS = 5


def request(resolution: Resolution) -> None:
    """Ask for a search among the items of a resolution, again where there was one before."""
    RelationSearch.objects.update_or_create(
        resolution=resolution,
        defaults={"requested_at": timezone.now(), "claimed_at": None, "finished_at": None, "attempt": 0},
    )


def _free() -> Q:
    stale = timezone.now() - STALE_AFTER
    return Q(claimed_at=None) | Q(claimed_at__lt=stale)


def waiting() -> list[int]:
    """Return the ids of searches that nobody does; one that stopped its worker too often is given up."""
    left = RelationSearch.objects.filter(_free(), finished_at=None, attempt__lt=MOST_ATTEMPTS)
    return list(left.order_by("requested_at").values_list("pk", flat=True))


def run(search_id: int) -> None:
    """Do a search that nobody else does; one that is done or held by another is left alone."""
    free = RelationSearch.objects.filter(_free(), pk=search_id, finished_at=None)
    if free.update(claimed_at=timezone.now(), attempt=F("attempt") + 1) != 1:
        return
    search = RelationSearch.objects.select_related("resolution").get(pk=search_id)
    with transaction.atomic():
        found = propose(search.resolution)
        # A reading that came meanwhile has asked anew and is searched again.
        held = RelationSearch.objects.filter(pk=search_id, requested_at=search.requested_at)
        held.update(finished_at=timezone.now(), found=found)
