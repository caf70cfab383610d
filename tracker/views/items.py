"""The page of one item: its words, whom it asks, how each stands, what can be done, what happened."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from resolutions.models import Entity
from tracker import permissions, series
from tracker.asked import Asked, ClauseRead
from tracker.doubts import in_words
from tracker.forms.indicator_deeds import INDICATOR_DEEDS, deeds_on_indicator, define_on
from tracker.forms.item_deeds import DEEDS, Deed, deeds_on, deeds_on_item
from tracker.forms.mandates import MANDATE_DEEDS
from tracker.history import history_of
from tracker.indicator_charts import IndicatorChart, drawn
from tracker.measured import Measured, measured
from tracker.models import (
    ActionItem,
    DueDateChange,
    Evidence,
    FollowUpReport,
    MemberResponse,
    Occurrence,
    StatusChange,
)
from tracker.querysets import Person, answers_seen_by, changes_seen_by
from tracker.reading import read_one
from tracker.refusals import Conflict, Refused
from tracker.response_rates import answers
from tracker.statuses import Status
from tracker.views import state
from tracker.views.access import role_required
from tracker.views.item_mandate import mandate_of


@dataclass(frozen=True, slots=True)
class Row:
    """One addressee on the page: how it stands, which members answered, what may be done about it.

    `earlier` are the times of a series that the running one has followed.
    """

    asked: Asked
    responses: Sequence[MemberResponse]
    deeds: Sequence[Deed]
    earlier: Sequence[Occurrence] = ()
    silent: Sequence[Entity] = ()


@dataclass(frozen=True, slots=True)
class Indicated:
    """One indicator on the page: its values, its chart where any stand, what may be done about it."""

    measured: Measured
    chart: IndicatorChart | None
    deeds: Sequence[Deed]


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an item; take a deed that was sent to it, and come back with what the door says."""
    today = timezone.localdate()
    seen = ActionItem.objects.visible_to(request.user, on=today).select_related(
        "clause__paragraph__resolution", "clause__paragraph__parent", "clause__version", "clause__verb"
    )
    found = get_object_or_404(seen, pk=pk)
    if state.is_asked(request):
        this = ActionItem.objects.filter(pk=found.pk)
        return state.show(request, this, of=found.reference, back=found.get_absolute_url())
    sent = request.POST if request.method == "POST" else None
    read, passages = read_one(found, reader=request.user, on=today)
    responses = _responses(read, request.user, today)
    seen_times = Occurrence.objects.filter(assignment__item=found).visible_to(request.user, on=today)
    earlier = list(series.earlier_times(seen_times))
    rows = [
        Row(
            asked,
            responses[asked.assignment.pk],
            list(deeds_on(asked, found, request.user, sent)),
            [time for time in earlier if time.assignment_id == asked.assignment.pk],
            _silent(asked, request.user, today),
        )
        for asked in read.asked
    ]
    deeds = {deed.name: deed for deed in deeds_on_item(found, request.user, sent)}
    indicated = _indicated(found, request.user, today, sent)
    define = define_on(found, request.user, sent)
    mandate = mandate_of(found, reader=request.user, on=today, sent=sent)
    status = HTTPStatus.OK
    if sent is not None:
        below = [deed for row in rows for deed in row.deeds]
        below += [deed for each in indicated for deed in each.deeds]
        below += mandate.all_deeds
        status = take(request, sent, [*deeds.values(), *below, *([define] if define else [])])
        if status == HTTPStatus.FOUND:
            return redirect(found)
    context = {
        "item": found,
        "resolution": found.clause.paragraph.resolution,
        "read": read,
        "passages": passages,
        "rows": rows,
        "indicated": indicated,
        "mandate": mandate,
        "define": define,
        "assign": deeds.get("assign"),
        "confirm": deeds.get("confirm"),
        "doubts": [in_words(doubt) for doubt in found.clause.doubts],
        "may_correct": permissions.may_correct(request.user),
        **_past(found, request.user, today),
    }
    return render(request, "tracker/item.html", context, status=status)


def take(request: HttpRequest, sent: QueryDict, deeds: Sequence[Deed]) -> HTTPStatus:
    """Do the deed that was sent.

    Returns:
        FOUND where it is done; else what kept it, and the form says why.

    Raises:
        PermissionDenied: the person may not do such a deed.
        Http404: there is no such deed, or what it is about is not on the page.
    """
    kind = (DEEDS | INDICATOR_DEEDS | MANDATE_DEEDS).get(sent.get("deed", ""))
    if kind is None or not isinstance(request.user, User):
        raise Http404("There is no such deed.")
    if not kind.allowed(request.user):
        raise PermissionDenied("You may not do this. Ask an administrator for a role that may.")
    meant = next((deed for deed in deeds if deed.is_bound), None)
    if meant is None:
        raise Http404("What this is about is no longer on the page.")
    if not meant.is_valid():
        return HTTPStatus.BAD_REQUEST
    try:
        messages.success(request, meant.do(request.user))
    except Refused as refused:
        meant.refuse(refused)
        return HTTPStatus.CONFLICT if isinstance(refused, Conflict) else HTTPStatus.BAD_REQUEST
    return HTTPStatus.FOUND


def _silent(asked: Asked, user: Person, today: dt.date) -> list[Entity]:
    """Return the members of the group that have not answered yet, as far as the reader may see it."""
    if not asked.members or asked.occurrence is None:
        return []
    told = answers(asked.occurrence, reader=user, on=today)
    return [member.entity for member in told if not member.answered]


def _indicated(found: ActionItem, user: Person, today: dt.date, sent: QueryDict | None) -> list[Indicated]:
    return [
        Indicated(each, drawn(each), list(deeds_on_indicator(each.indicator, found, user, sent)))
        for each in measured(found, reader=user, on=today)
    ]


def _responses(read: ClauseRead, user: Person, today: dt.date) -> dict[int, list[MemberResponse]]:
    """Return, by assignment, the members that are named or have answered and whose answer may be seen."""
    told = MemberResponse.objects.filter(
        answers_seen_by(user, on=today),
        Q(named=True) | ~Q(status=Status.NOT_STARTED),
        occurrence__in=[asked.occurrence for asked in read.asked if asked.occurrence],
    )
    by_assignment: dict[int, list[MemberResponse]] = defaultdict(list)
    for response in told.select_related("entity", "occurrence").order_by("-named", "entity__name"):
        by_assignment[response.occurrence.assignment_id].append(response)
    return by_assignment


def _past(found: ActionItem, user: Person, today: dt.date) -> dict[str, object]:
    """Return what happened so far, as far as the reader may see it."""
    occurrences = Occurrence.objects.filter(assignment__item=found).visible_to(user, on=today)
    about = FollowUpReport.objects.filter(lines__occurrence__assignment__item=found).distinct()
    # What a newer file replaced is left out, and no file is read only to name it.
    evidence = Prefetch("evidence", Evidence.objects.filter(revised_by=None).defer("content"))
    reports = list(about.visible_to(user, on=today).select_related("entity").prefetch_related(evidence))
    withdrawn = found.assignments.filter(withdrawn_at__isnull=False).visible_to(user, on=today)
    return {
        "reports": reports,
        "withdrawn": withdrawn.select_related("entity"),
        "history": history_of(
            found,
            changes=StatusChange.objects.filter(changes_seen_by(user, on=today), occurrence__in=occurrences),
            due_dates=DueDateChange.objects.filter(occurrence__in=occurrences),
            reports=reports,
        ),
    }
