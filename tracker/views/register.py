"""The register: every action item one may see, narrowed by filters, as a page and as CSV."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from tracker import saved_filters
from tracker.exports import action_item_csv
from tracker.filters import ActionItemFilter, Problem, problems
from tracker.listing import chips_of, columns_of, page_of, query_of, rows_of
from tracker.ordering import DEFAULT_ORDER, ORDERS, is_order, ordered
from tracker.views.access import role_required
from tracker.views.people import person

# The fields that stand at the top, and those behind "More filters"; the rest is reached by links.
FIRST = ("q", "organ", "session", "entity", "verb", "status", "state")
MORE = (
    "nature",
    "type",
    "strength",
    "review",
    "doubtful",
    "lost",
    "reporting",
    "entity_status",
    "unassigned",
    "validity",
    "in_force_on",
    "adopted_from",
    "adopted_to",
    "due_from",
    "due_to",
)
# Filters kept under a name that stand above the list; the rest is on the page of what one follows.
MOST_SAVED = 12
OF_THE_PAGE = ("page", "order")
OF_THE_EXPORT = ("order", "bom")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a list: its filter, its order, and what was not understood of it."""

    chosen: ActionItemFilter
    order: str
    problems: list[Problem]


def asked(request: HttpRequest, besides: tuple[str, ...]) -> Asked:
    """Read what list the request asks for."""
    chosen = ActionItemFilter(request.GET, user=request.user, on=timezone.localdate())
    found = problems(chosen, besides=besides)
    order = request.GET.get("order") or DEFAULT_ORDER
    if not is_order(order):
        found.append(Problem("order", f"The list has no order “{order}”. It can be {', '.join(ORDERS)}."))
        order = DEFAULT_ORDER
    return Asked(chosen, order, found)


@role_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the register; for htmx only the list, so that the form keeps its focus."""
    if "saved" in request.GET:
        return _saved(request)
    if not _is_part(request) and "" in request.GET.values():
        return redirect(f"{reverse('register')}?{_filled(request)}")
    wanted = asked(request, OF_THE_PAGE)
    template = "tracker/parts/register_list.html" if _is_part(request) else "tracker/register.html"
    response = render(request, template, _context(request, wanted))
    if _is_part(request):
        response["HX-Push-Url"] = f"{reverse('register')}?{query_of(wanted.chosen.selection, wanted.order)}"
    patch_vary_headers(response, ["HX-Request"])
    return response


def _saved(request: HttpRequest) -> HttpResponse:
    """Lead to the list that a saved filter keeps, so that its conditions can be seen and changed."""
    number = request.GET["saved"]
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise Http404("There is no such filter.")
    kept = get_object_or_404(saved_filters.seen_by(person(request)), pk=int(number))
    return redirect(f"{reverse('register')}?{kept.query}")


def _is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for the list alone; when it restores a page it left, it needs the whole."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers


def _filled(request: HttpRequest) -> str:
    """Return the query string without the fields left empty, so that the address says only what counts."""
    query = request.GET.copy()
    for name in [name for name, value in request.GET.items() if value == ""]:
        del query[name]
    return query.urlencode()


def _context(request: HttpRequest, wanted: Asked) -> dict[str, Any]:
    selection = wanted.chosen.selection
    page = page_of(selection, wanted.order, request.GET.get("page"))
    query = query_of(selection, wanted.order)
    in_form = {*FIRST, *MORE}
    return {
        "first": _fields(wanted.chosen, FIRST),
        "more": _fields(wanted.chosen, MORE),
        "more_chosen": [name for name in MORE if name in selection.values],
        "carried": [(f.name, f.value()) for f in wanted.chosen.form if _is_carried(f, in_form)],
        "order": "" if wanted.order == DEFAULT_ORDER else wanted.order,
        "problems": wanted.problems,
        "chips": chips_of(wanted.chosen, wanted.order),
        "columns": columns_of(selection, wanted.order),
        "page": page,
        "rows": rows_of(list(page.object_list), selection),
        "query": query,
        "saved": saved_filters.seen_by(person(request))[:MOST_SAVED],
    }


def _fields(chosen: ActionItemFilter, names: tuple[str, ...]) -> list[BoundField]:
    return [chosen.form[name] for name in names]


def _is_carried(bound: BoundField, in_form: set[str]) -> bool:
    return bound.name not in in_form and bool(bound.value()) and not bound.errors


@role_required
@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """Give the same list as CSV, whole. A wrong parameter is refused: a file cannot carry a notice."""
    wanted = asked(request, OF_THE_EXPORT)
    if wanted.problems:
        sentences = "\n".join(problem.message for problem in wanted.problems)
        return HttpResponse(sentences, status=400, content_type="text/plain; charset=utf-8")
    selection = wanted.chosen.selection
    items = ordered(selection.items(), wanted.order, selection.occurrences())
    return action_item_csv(selection, items, bom=request.GET.get("bom") == "1")
