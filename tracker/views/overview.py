"""The overview: how things stand, each number a link to the list it is the length of."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tracker import dashboards, permissions
from tracker.charts import drawn
from tracker.dashboards import CHARTS, Chart
from tracker.exports import stream_csv
from tracker.filters import ActionItemFilter, Problem, problems
from tracker.querysets import sees_all
from tracker.selection import Selection
from tracker.views.access import role_required

# The conditions that the overview knows; they carry into every list behind a number.
FILTERS = ("organ", "session", "entity", "verb", "adopted_from", "adopted_to")


def asked(request: HttpRequest) -> tuple[ActionItemFilter, list[Problem]]:
    """Read the conditions of the request, and what was not understood of them."""
    known = {name: request.GET[name] for name in FILTERS if name in request.GET}
    chosen = ActionItemFilter(known, user=request.user, on=timezone.localdate())
    strange = [name for name in request.GET if name not in (*FILTERS, "csv")]
    unknown = [Problem(name, f"The overview has no filter “{name}”.") for name in strange]
    return chosen, unknown + problems(chosen)


@role_required
@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Show the overview, or with `?csv=` the numbers of one panel as CSV."""
    chosen, wrong = asked(request)
    if "csv" in request.GET:
        return _csv(request.GET["csv"], chosen.selection, wrong)
    if "" in request.GET.values():
        query = chosen.selection.query
        return redirect(f"{reverse('overview')}{'?' if query else ''}{query}")
    return render(request, "tracker/overview.html", _context(request, chosen, wrong))


def _context(request: HttpRequest, chosen: ActionItemFilter, wrong: list[Problem]) -> dict[str, Any]:
    selection = chosen.selection
    changed, changes = dashboards.changes_this_week(selection)
    reviews = permissions.is_reviewer(request.user)
    return {
        "fields": [chosen.form[name] for name in FILTERS],
        "chosen": selection.values,
        "problems": wrong,
        "query": selection.query,
        "numbers": dashboards.head_numbers(selection),
        "panels": [drawn(chart(selection)) for chart in CHARTS.values()],
        "changed": changed,
        "changes": changes,
        "steps": dashboards.report_steps_this_week(selection),
        "sees_all": sees_all(request.user),
        "needs": dashboards.needs(selection),
        "to_review": dashboards.reports_to_review(selection) if reviews else 0,
    }


def _csv(key: str, selection: Selection, wrong: list[Problem]) -> HttpResponseBase:
    sentences = [problem.message for problem in wrong]
    if key not in CHARTS:
        sentences.append(f"There is no panel “{key}”. It can be {', '.join(CHARTS)}.")
    if sentences:
        return HttpResponse("\n".join(sentences), status=400, content_type="text/plain; charset=utf-8")
    chart = CHARTS[key](selection)
    columns = (chart.head.lower(), *(part.lower() for part in chart.parts), "all", "url")
    return stream_csv(columns, _rows(chart), name=f"overview-{key}")


def _rows(chart: Chart) -> Iterator[Sequence[Any]]:
    for bar in chart.bars:
        parts = {part.word: part.count for part in bar.parts}
        url = f"{settings.SITE_URL}{reverse('register')}?{bar.whole.selection.query}"
        yield (bar.whole.word, *(parts.get(word, 0) for word in chart.parts), bar.whole.count, url)
