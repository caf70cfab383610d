"""The doors to saved filters: keep a list of the register under a name, change it, let it go.

A filter keeps the query string, not the rows: whoever follows it sees what it finds for them that day. What
its words no longer mean, because a verb or an entity went, the register names and leaves out.
"""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from tracker.acting import acting
from tracker.filters import ActionItemFilter
from tracker.listing import query_of
from tracker.models import SavedFilter
from tracker.ordering import DEFAULT_ORDER, is_order
from tracker.refusals import NotAllowed, Refused
from tracker.selection import Selection

LONGEST_NAME, LONGEST_QUERY = 80, 2000


@transaction.atomic
def save(*, by: User, name: str, query: str, shared: bool = False, on_my_work: bool = False) -> SavedFilter:
    """Keep a list of the register under a name.

    Args:
        query: its query string; only conditions and order are kept of it.
        shared: whether everybody with a role finds it.
        on_my_work: whether it stands on the person's page of work; the one that stood there goes.

    Raises:
        Refused: no name, one too long or one the person uses already, or too many conditions.
    """
    kept = SavedFilter(owner=by)
    return _keep(kept, by, name, query, shared, on_my_work)


@transaction.atomic
def change(
    *,
    kept: SavedFilter,
    by: User,
    name: str | None = None,
    query: str | None = None,
    shared: bool | None = None,
    on_my_work: bool | None = None,
) -> SavedFilter:
    """Change a person's own filter; what is None stays.

    Raises:
        NotAllowed: another person keeps it.
        Refused: as in `save`.
    """
    _check_own(kept, by)
    return _keep(
        kept,
        by,
        kept.name if name is None else name,
        kept.query if query is None else query,
        kept.shared if shared is None else shared,
        kept.on_my_work if on_my_work is None else on_my_work,
    )


@transaction.atomic
def delete(*, kept: SavedFilter, by: User) -> None:
    """Let a person's own filter go; the row history keeps it.

    Raises:
        NotAllowed: another person keeps it.
    """
    _check_own(kept, by)
    with acting(by):
        kept.delete()


def seen_by(user: User) -> QuerySet[SavedFilter]:
    """Return a person's own filters and those that others share."""
    shared = Q(shared=True, owner__is_active=True)
    return SavedFilter.objects.filter(Q(owner=user) | shared).select_related("owner")


def selection_of(kept: SavedFilter, *, reader: User, on: dt.date) -> Selection:
    """Return what a filter finds for a reader on a day."""
    return ActionItemFilter(QueryDict(kept.query), user=reader, on=on).selection


def _keep(kept: SavedFilter, by: User, name: str, query: str, shared: bool, on_my_work: bool) -> SavedFilter:
    kept.name = _checked_name(kept, by, name)
    kept.query, kept.shared, kept.on_my_work = _canonical(query, by), shared, on_my_work
    with acting(by):
        if on_my_work:
            SavedFilter.objects.filter(owner=by, on_my_work=True).exclude(pk=kept.pk).update(on_my_work=False)
        kept.save()
    return kept


def _checked_name(kept: SavedFilter, by: User, name: str) -> str:
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refused(f"Give it a name of 1 to {LONGEST_NAME} characters.", field="name")
    if SavedFilter.objects.filter(owner=by, name=name).exclude(pk=kept.pk).exists():
        raise Refused(f"You keep a filter called “{name}” already. Choose another name.", field="name")
    return name


def _canonical(query: str, by: User) -> str:
    given = QueryDict(query)
    selection = ActionItemFilter(given, user=by, on=timezone.localdate()).selection
    order = given.get("order", DEFAULT_ORDER)
    canonical = query_of(selection, order if is_order(order) else DEFAULT_ORDER)
    if len(canonical) > LONGEST_QUERY:
        raise Refused("These are too many conditions to keep.", field="query")
    return canonical


def _check_own(kept: SavedFilter, by: User) -> None:
    if kept.owner_id != by.pk:
        raise NotAllowed("Only who keeps a filter may change it or let it go.")
