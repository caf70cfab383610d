"""Search: resolutions, items and entities that match the words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from resolutions.models import Clause, Entity, Paragraph, ParagraphText, Resolution
from tracker.models import ActionItem
from tracker.querysets import Person
from tracker.selection import Selection
from tracker.views.access import role_required

# Of each kind so many are shown; the lists behind show the rest.
SHOWN = 20
# Signs from the private use area, which no text holds; they become <mark> once the text is escaped.
FROM, TO = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Hit:
    """An item whose paragraph matches, with the matching words marked."""

    item: ActionItem
    headline: SafeString


@role_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what matches; a stable id such as `E/RES/2004/33#op2.2` leads straight to its place."""
    words = request.GET.get("q", "").strip()
    if place := address_of(words, request.user):
        return redirect(place)
    context: dict[str, object] = {"q": words}
    if words:
        selection = Selection(request.user, timezone.localdate(), {"q": words})
        resolutions = Resolution.objects.search(words).select_related("organ")
        entities = Entity.objects.in_use().search(words)
        context |= {
            "resolutions": resolutions[: SHOWN + 1],
            "hits": hits(selection, words),
            "entities": entities.order_by("name")[: SHOWN + 1],
            "shown": SHOWN,
            "query": urlencode({"q": words}),
        }
    return render(request, "tracker/search.html", context)


def address_of(words: str, user: Person) -> str:
    """Return where a stable id leads, empty where the words are none."""
    if "#" not in words:
        return ""
    clause = Clause.objects.by_reference(words).select_related("paragraph__resolution").first()
    if clause:
        item = ActionItem.objects.visible_to(user, on=timezone.localdate()).filter(clause=clause).first()
        page = clause.paragraph.resolution.get_absolute_url()
        return item.get_absolute_url() if item else f"{page}#{clause.paragraph.eid}"
    paragraph = Paragraph.objects.by_reference(words).select_related("resolution").first()
    return f"{paragraph.resolution.get_absolute_url()}#{paragraph.eid}" if paragraph else ""


def hits(selection: Selection, words: str) -> list[Hit]:
    """Return the first items that match, one more than are shown where there are more."""
    items = list(
        selection.items()
        .select_related("clause__paragraph__resolution", "clause__verb")
        .in_reading_order()[: SHOWN + 1]
    )
    texts = ParagraphText.objects.filter(
        version__is_current=True, paragraph__in={item.clause.paragraph_id for item in items}
    )
    query = SearchQuery(words, config="english", search_type="websearch")
    headline = SearchHeadline(
        "text", query, config="english", start_sel=FROM, stop_sel=TO, max_words=40, min_words=20
    )
    found = dict(texts.annotate(headline=headline).values_list("paragraph", "headline"))
    return [Hit(item, marked(found.get(item.clause.paragraph_id, item.clause.action))) for item in items]


def marked(headline: str) -> SafeString:
    """Return a headline as HTML: everything escaped but the marks around matching words."""
    escaped = str(conditional_escape(headline))
    return mark_safe(escaped.replace(FROM, "<mark>").replace(TO, "</mark>"))
