"""Resolutions: the list, the reading view, and the file a text came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from resolutions.models import Organ, ParseRun, Resolution, TextVersion
from resolutions.querysets import ResolutionQuerySet
from tracker import imports, permissions, rollup
from tracker.models import ActionItem, Nature, Occurrence
from tracker.querysets import Person
from tracker.reading import read
from tracker.selection import Selection, State
from tracker.statuses import Status
from tracker.views import state
from tracker.views.access import role_required

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the query string of the register's list it is the length of."""

    number: int
    word: str
    query: str


@role_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the resolutions, the newest first, narrowed by words, organ and year."""
    chosen = {name: request.GET.get(name, "").strip() for name in ("q", "organ", "year")}
    page = Paginator(narrowed(chosen).select_related("organ"), PER_PAGE).get_page(request.GET.get("page"))
    resolutions = list(page.object_list)
    counts = obligations_of(resolutions, request.user)
    adopted = Resolution.objects.filter(adopted_on__isnull=False)
    return render(
        request,
        "tracker/resolutions.html",
        {
            "chosen": chosen,
            "page": page,
            "rows": [(resolution, counts.get(resolution.pk)) for resolution in resolutions],
            "organs": Organ.objects.filter(resolutions__isnull=False).distinct(),
            "years": [day.year for day in adopted.dates("adopted_on", "year", order="DESC")],
            "may_import": permissions.may_import(request.user),
        },
    )


def narrowed(chosen: Mapping[str, str]) -> ResolutionQuerySet:
    """Return the resolutions that meet the conditions chosen; a year that is none is met by none."""
    found = Resolution.objects.all()
    if chosen["q"]:
        found = found.search(chosen["q"])
    if chosen["organ"]:
        found = found.filter(organ__code=chosen["organ"])
    if chosen["year"]:
        year = chosen["year"]
        # Postgres knows no year 0 and Python none beyond 9999.
        found = found.filter(adopted_on__year=int(year)) if _is_year(year) else found.none()
    return found


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 1 <= int(text[:5]) <= 9998 and len(text) <= 4


def obligations_of(resolutions: Sequence[Resolution], user: Person) -> dict[int, dict[str, int]]:
    """Return how many obligations the user sees in each resolution, and how many are implemented."""
    items = ActionItem.objects.obligations().visible_to(user, on=timezone.localdate())
    counted = (
        items.filter(clause__paragraph__resolution__in=[r.pk for r in resolutions])
        .order_by()
        .values_list("clause__paragraph__resolution")
        .annotate(all=Count("pk"), implemented=Count("pk", filter=Q(status=Status.IMPLEMENTED)))
    )
    return {pk: {"all": number, "implemented": done} for pk, number, done in counted}


@role_required
@require_safe
def detail(request: HttpRequest, symbol: str) -> HttpResponse:
    """Show a resolution's text with what was read in it, and how each addressee stands."""
    resolution = get_object_or_404(Resolution.objects.select_related("organ", "session"), symbol=symbol)
    if state.is_asked(request):
        items = ActionItem.objects.filter(clause__paragraph__resolution=resolution)
        return state.show(request, items, of=resolution.symbol, back=resolution.get_absolute_url())
    today = timezone.localdate()
    reading = read(resolution, reader=request.user, on=today)
    selection = Selection(request.user, today, {"resolution": symbol})
    return render(
        request,
        "tracker/resolution.html",
        {
            "resolution": resolution,
            "reading": reading,
            "figures": figures(selection),
            "query": selection.query,
            "implemented": share_implemented(selection),
            "stands": stands(selection),
            "versions": history(resolution),
            "may_correct": permissions.may_correct(request.user),
        },
    )


def figures(selection: Selection) -> list[Figure]:
    """Return the numbers of the head line, each with the list it is the length of."""
    return [
        _figure(selection, "clauses"),
        _figure(selection, "obligations", nature=Nature.OBLIGATION),
        _figure(selection, "due within 90 days", state=State.DUE),
        _figure(selection, "overdue", state=State.OVERDUE),
    ]


def _figure(selection: Selection, word: str, **values: str) -> Figure:
    chosen = selection.narrowed(**{name: str(value) for name, value in values.items()})
    return Figure(chosen.items().count(), word, chosen.query)


def share_implemented(selection: Selection) -> Figure:
    """Return how many obligations are implemented."""
    chosen = {"nature": Nature.OBLIGATION, "status": Status.IMPLEMENTED}
    return _figure(selection, "implemented", **{name: str(value) for name, value in chosen.items()})


def stands(selection: Selection) -> Status | None:
    """Return how all that is selected stands together, as far as the reader may see it."""
    seen = Occurrence.objects.visible_to(selection.user, on=selection.on)
    if "entity" in selection.values:
        seen = seen.filter(assignment__entity__key=selection.values["entity"])
    return rollup.status_over(selection.items(), seen)


def history(resolution: Resolution) -> list[TextVersion]:
    """Return the texts of the resolution, the newest first, each with its file and its readings."""
    runs = Prefetch("parse_runs", ParseRun.objects.order_by("-ran_at"))
    versions = resolution.versions.select_related("source").defer("source__content")
    return list(versions.prefetch_related(runs).order_by("-created_at"))


@role_required
@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out a file byte for byte as it came in, always as a download."""
    file = get_object_or_404(imports.sources_read_by(request.user), pk=pk)
    answer = HttpResponse(bytes(file.content), content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    return answer
