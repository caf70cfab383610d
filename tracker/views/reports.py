"""Follow-up reports: write one, look at it, take it a step further, read its evidence."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from resolutions.models import Entity
from tracker import permissions, recording, report_lines, reports
from tracker.cycle_progress import asking_now, cycles_seen_by
from tracker.forms.evidence import EvidenceForm
from tracker.forms.reports import CycleForm, LineForm, RecordForms, WordsForm
from tracker.models import Evidence, EvidenceKind, FollowUpReport, Occurrence, ReportingCycle
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import BY_REPORT, ReportState
from tracker.views.access import role_required
from tracker.views.people import person

MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+", re.IGNORECASE)
ROWS_ON_A_PAGE = 50


@role_required
def new(request: HttpRequest) -> HttpResponse:
    """Write a new report on the occurrences named in the address."""
    user, today = person(request), timezone.localdate()
    chosen = [int(number) for number in request.GET.getlist("occurrence") if number.isdecimal()]
    if not chosen:
        return _choose_what(request)
    first = get_object_or_404(Occurrence.objects.visible_to(user, on=today), pk=chosen[0])
    who = recording.reporters(user, first, on=today)
    key = request.GET.get("entity", "")
    entity = who.filter(key=key).first() if key else (who.get() if who.count() == 1 else None)
    if entity is None:
        return _choose_who(request, first, who.exists())
    if not BY_REPORT[report_lines.status_seen_by(entity, first)]:
        messages.info(request, "This obligation is closed. A manager can open it again by a decision.")
        return redirect(first.assignment.item)
    return _write_new(request, entity, chosen)


def _choose_what(request: HttpRequest) -> HttpResponse:
    """Lead back to where obligations are chosen: the cycle that was named, else one's work."""
    number = request.GET.get("cycle", "")
    seen = cycles_seen_by(person(request), on=timezone.localdate())
    named = number.isdecimal() and len(number) < 10
    cycle = seen.filter(pk=int(number), closed_at=None).first() if named else None
    if cycle is None:
        messages.info(request, "Choose the obligation that you report on.")
        return redirect("my-work")
    messages.info(request, "Nothing was ticked. Tick at least one obligation that the report answers.")
    return redirect(cycle)


def _choose_who(request: HttpRequest, occurrence: Occurrence, anybody: bool) -> HttpResponse:
    user = person(request)
    if not anybody:
        raise PermissionDenied(
            "You may not report on this obligation. Its focal points can, and whoever records on behalf."
        )
    who = recording.reporters(user, occurrence, on=timezone.localdate()).order_by("name")
    return render(request, "tracker/reports/who.html", {"occurrence": occurrence, "who": who})


def _write_new(request: HttpRequest, entity: Entity, chosen: Sequence[int]) -> HttpResponse:
    user = person(request)
    last = recording.last_report(entity, chosen)
    forms = _forms(request, entity, chosen, None, last)
    status = HTTPStatus.OK
    if request.method == "POST" and forms.is_valid():
        record = partial(recording.record, entity=entity, cycle=forms.cycle.cleaned_data["cycle"])
        saved = _try(request, forms, record)
        if isinstance(saved, FollowUpReport):
            return redirect(saved)
        status = saved
    on_behalf = not permissions.is_focal_point(user, entity)
    context = {"forms": forms, "entity": entity, "on_behalf": on_behalf, "report": None, "last": last}
    return render(request, "tracker/reports/form.html", context, status=status)


@role_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft or a report that was sent back."""
    report, user = _report_or_404(request, pk), person(request)
    if not permissions.may_edit_report(user, report):
        raise PermissionDenied(
            f"This report is {report.get_state_display().lower()}; only its author and its entity's focal "
            "points may change it, and only as a draft or when it was sent back."
        )
    held = list(report.lines.values_list("occurrence", flat=True))
    forms = _forms(request, report.entity, held, report)
    status = HTTPStatus.OK
    if request.method == "POST" and forms.is_valid():

        def change(**said: object) -> FollowUpReport:
            recording.change(report=report, **said)  # type: ignore[arg-type]
            return report

        saved = _try(request, forms, change)
        if isinstance(saved, FollowUpReport):
            return redirect(saved)
        status = saved
    context = {"forms": forms, "entity": report.entity, "on_behalf": report.on_behalf, "report": report}
    return render(request, "tracker/reports/form.html", context, status=status)


def _try(
    request: HttpRequest, forms: RecordForms, save: Callable[..., FollowUpReport]
) -> FollowUpReport | HTTPStatus:
    """Save through a door, or show in the forms why not and return with which status; they are valid."""
    submit = request.POST.get("deed") == "submit"
    add_evidence = partial(forms.evidence.add_to, by=person(request)) if forms.evidence.given else None
    try:
        report = save(
            by=person(request),
            words=forms.words.words(),
            lines=forms.chosen_lines(),
            add_evidence=add_evidence,
            submit=submit,
        )
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Refused as refusal:
        forms.tell(refusal)
        return HTTPStatus.CONFLICT if isinstance(refusal, Conflict) else HTTPStatus.OK
    messages.success(request, "The report is handed in for review." if submit else "The draft is saved.")
    return report


def _cycle_of(request: HttpRequest, entity: Entity, chosen: Sequence[int]) -> ReportingCycle | None:
    """Return the cycle that the address names, else the one that asks about these now."""
    number = request.GET.get("cycle", "")
    if number.isdecimal() and len(number) < 10:
        named = ReportingCycle.objects.filter(pk=int(number), entities=entity, closed_at=None).first()
        if named:
            return named
    return asking_now(entity, chosen)


def _forms(
    request: HttpRequest,
    entity: Entity,
    chosen: Sequence[int],
    report: FollowUpReport | None,
    last: FollowUpReport | None = None,
) -> RecordForms:
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    held = {line.occurrence_id: line for line in report.lines.prefetch_related("measures")} if report else {}
    before = {line.occurrence_id: line for line in last.lines.all()} if last else {}
    occurrences = recording.answerable(entity, chosen, on=timezone.localdate())
    cycle = None if report else _cycle_of(request, entity, chosen)
    return RecordForms(
        words=WordsForm(data, initial=_begin_with(report or last, report, cycle)),
        cycle=CycleForm(data, entity=entity, initial={"cycle": cycle}),
        lines=[
            LineForm(
                data,
                occurrence=occurrence,
                entity=entity,
                held=held.get(occurrence.pk),
                before=before.get(occurrence.pk),
                initial={"answers": True} if occurrence.pk in chosen else {},
            )
            for occurrence in occurrences
        ],
        evidence=EvidenceForm(data, files, must=False, report=report),
    )


def _begin_with(
    last: FollowUpReport | None, report: FollowUpReport | None, cycle: ReportingCycle | None
) -> dict[str, object]:
    """Return what a form begins with: the report's own words and period, or the last one's words.

    The period of a new report is that of the cycle it answers, else it follows on the last one's.
    """
    today = timezone.localdate()
    begun: dict[str, object] = {"period_from": today.replace(month=1, day=1), "period_to": today}
    if last:
        names = ("action_taken", "results", "challenges", "next_steps")
        begun |= {name: getattr(last, name) for name in names}
        begun |= {"period_from": min(last.period_to + dt.timedelta(days=1), today)}
    told = report or cycle
    if told:
        begun |= {"period_from": told.period_from, "period_to": told.period_to}
    return begun


def _report_or_404(request: HttpRequest, pk: int) -> FollowUpReport:
    seen = FollowUpReport.objects.visible_to(person(request), on=timezone.localdate())
    return get_object_or_404(seen.select_related("entity", "author", "reviewed_by", "cycle"), pk=pk)


@role_required
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report with its lines, evidence and steps, and the steps that can be taken now."""
    report = _report_or_404(request, pk)
    return _show(request, report, EvidenceForm(report=report))


def _show(request: HttpRequest, report: FollowUpReport, evidence_form: EvidenceForm) -> HttpResponse:
    user = person(request)
    lines = report.lines.select_related(
        "version",
        "occurrence__assignment__entity",
        "occurrence__assignment__item__clause__paragraph__resolution",
    ).prefetch_related(
        "occurrence__assignment__item__clause__paragraph__texts",
        "status_changes",
        "measures__indicator",
    )
    for line in lines:
        line.now = report_lines.status_seen_by(report.entity, line.occurrence)  # type: ignore[attr-defined]
    reviewing = permissions.may_review(user, report)
    context = {
        "report": report,
        "lines": lines,
        "evidence": report.evidence.defer("content", "revises__content").select_related(
            "revises", "revised_by"
        ),
        "steps": report.steps.select_related("by"),
        "evidence_form": evidence_form,
        "may_edit": permissions.may_edit_report(user, report),
        "may_withdraw": permissions.may_withdraw_report(user, report),
        "may_review": reviewing and report.state == ReportState.SUBMITTED,
        "may_reopen": reviewing and report.state == ReportState.ACCEPTED,
        "own": user.pk == report.author_id and permissions.is_reviewer(user),
    }
    return render(request, "tracker/reports/report.html", context)


# Each step: the door, what it makes of the report, what the page says then.
DEEDS: dict[str, tuple[Callable[..., None], ReportState, str]] = {
    "submit": (reports.submit, ReportState.SUBMITTED, "The report is handed in for review."),
    "accept": (reports.accept, ReportState.ACCEPTED, "The report is accepted; its statuses hold now."),
    "send-back": (reports.send_back, ReportState.SENT_BACK, "The report is sent back with your comment."),
    "withdraw": (reports.withdraw, ReportState.WITHDRAWN, "The report is withdrawn."),
    "reopen": (reports.reopen, ReportState.SENT_BACK, "The report is open again."),
}
COMMENT_NAMED = {"accept": "comment", "send-back": "comment", "withdraw": "comment", "reopen": "why"}


@role_required
@require_POST
def deed(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """Take a step with a report, or add evidence to it."""
    report = _report_or_404(request, pk)
    if deed == "evidence":
        return _add_evidence(request, report)
    if deed not in DEEDS:
        raise Http404
    door, becomes, done = DEEDS[deed]
    if _taken_already(request, report, becomes):
        return redirect(report)
    said = request.POST.get("comment", "").replace("\0", "")
    comment = {COMMENT_NAMED[deed]: said} if deed in COMMENT_NAMED else {}
    try:
        door(report=report, by=person(request), seen=_seen(request), **comment)
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return redirect(report)


def _seen(request: HttpRequest) -> dt.datetime | None:
    """Return when the report the person had before them was last changed, where the page said so."""
    try:
        return parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        return None


def _taken_already(request: HttpRequest, report: FollowUpReport, becomes: ReportState) -> bool:
    """Whether the same person took this very step before: a second click, which does no harm."""
    last = report.steps.first()
    return report.state == becomes and last is not None and last.by_id == person(request).pk


def _add_evidence(request: HttpRequest, report: FollowUpReport) -> HttpResponse:
    form = EvidenceForm(request.POST, request.FILES, report=report)
    if form.is_valid():
        try:
            form.add_to(report, person(request))
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.message) from refusal
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, "The evidence is added.")
            return redirect(report)
    return _show(request, report, form)


@role_required
@require_GET
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out a file of evidence, to be saved and never shown inside the site."""
    readable = FollowUpReport.objects.visible_to(person(request), on=timezone.localdate())
    file = get_object_or_404(Evidence, pk=pk, report__in=readable, kind=EvidenceKind.FILE)
    known = MEDIA_TYPE.fullmatch(file.media_type)
    return HttpResponse(
        bytes(file.content or b""),
        content_type=file.media_type if known else "application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(True, file.name) or "attachment",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )


@role_required
@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """List the reports that wait for a reviewer, the oldest first."""
    user = person(request)
    if not permissions.is_reviewer(user):
        raise PermissionDenied("You may not review reports.")
    waiting = FollowUpReport.objects.visible_to(user, on=timezone.localdate()).to_review()
    rows = waiting.select_related("entity", "author", "cycle").prefetch_related(
        "lines__occurrence__assignment__item__clause__paragraph__resolution"
    )
    page = Paginator(rows.order_by("submitted_at", "pk"), ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "tracker/reports/reviews.html", {"page": page})
