"""Words and marks that every page shares: statuses, due dates, days, the main navigation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tracker import notices, permissions
from tracker.indicator_charts import number
from tracker.models import ActionItem, Occurrence
from tracker.querysets import Person
from tracker.said import beside
from tracker.statuses import OPEN, Status
from tracker.validity import Validity, in_words
from tracker.wording import day, due_words, moment, paragraph_words, today_of

register = template.Library()

# The pages of the header, in its order: name of the address, word.
NAVIGATION = (
    ("overview", "Overview"),
    ("register", "Register"),
    ("resolutions", "Resolutions"),
    ("my-work", "My work"),
    ("search", "Search"),
)

# The pages of the menu “More” in the header, each with whom it is for.
ALSO: tuple[tuple[str, str, Callable[[Person], bool]], ...] = (
    ("entities", "Entities", lambda user: True),
    ("following", "What I follow", lambda user: True),
    ("doubts", "Readings to check", permissions.may_correct),
    ("reviews", "Reports to review", permissions.is_reviewer),
    ("proposals", "Later texts", permissions.may_relate),
    ("imports", "Imports", permissions.may_import),
    ("handovers", "Hand work over", permissions.may_appoint),
    ("offline", "Work offline", permissions.may_report_on_behalf),
    ("cycles", "Reporting cycles", permissions.may_open_cycle),
    ("sheets", "Take a spreadsheet over", permissions.may_take_over),
)

# Types of entities whose keys are too short to be read as words.
KINDS_IN_WORDS = {
    "fund_facility": "fund or facility",
    "ifi": "international financial institution",
    "ifi_group": "group of international financial institutions",
    "io_group": "group of international organizations",
    "regional_org_group": "group of regional organizations",
    "research_training": "research or training institution",
    "un_collective": "United Nations entities together",
    "un_coordination": "United Nations coordination body",
    "other_un_entity": "other United Nations entity",
}

register.filter("day", day)
register.filter("moment", moment)
register.filter("paragraph_words", paragraph_words)
register.filter("amount", number)
register.filter("said_beside", beside)


@register.filter
def of(key: object, table: Mapping[object, object]) -> object:
    """Return what a table holds under a key, nothing where it holds nothing: `{{ eid|of:places }}`."""
    return table.get(key, "")


@register.filter
def kind(value: str) -> str:
    """Return the type of an entity in words: `intergovernmental_or_expert_body` without its underscores."""
    return KINDS_IN_WORDS.get(value, value.replace("_", " "))


@register.simple_tag
def status(value: str) -> SafeString:
    """Return a status as shape and word; the tone comes from the stylesheet."""
    told = Status(value)
    return format_html(
        '<span class="status tone-{}"><span aria-hidden="true">{}</span> {}</span>',
        told.value,
        told.shape,
        told.label,
    )


@register.simple_tag
def validity(item: ActionItem) -> SafeString:
    """Return how an item that is not simply in force stands, such as that it expired; else nothing."""
    if item.validity == Validity.IN_FORCE:
        return mark_safe("")
    return format_html('<span class="soft">{}</span>', in_words(item.validity, item.ended_by))


@register.simple_tag
def shape(value: str) -> SafeString:
    """Return a status as its shape alone, its word for whoever cannot see it or rests the pointer on it."""
    told = Status(value)
    return format_html(
        '<span class="status tone-{0}" title="{2}"><span aria-hidden="true">{1}</span>'
        '<span class="unseen">{2}</span></span>',
        told.value,
        told.shape,
        told.label,
    )


@register.simple_tag
def mark_of(value: str) -> SafeString:
    """Return a status as its shape alone, for a place whose words stand beside it."""
    told = Status(value)
    return format_html(
        '<span class="status tone-{}" title="{}">{}</span>', told.value, told.label, told.shape
    )


@register.simple_tag
def bar(number: int, total: int) -> SafeString:
    """Return a small bar that shows how many of all; the words beside it tell the same."""
    width = round(60 * number / total) if total else 0
    return format_html(
        '<svg class="bar" width="60" height="8" aria-hidden="true"><rect class="all" width="60" height="8"/>'
        '<rect class="part" width="{}" height="8"/></svg>',
        width,
    )


@register.simple_tag
def due(occurrence: Occurrence) -> SafeString:
    """Return when an occurrence is due, or by how much it is overdue today, in words."""
    waits = occurrence.status in OPEN and not occurrence.ended
    late = waits and occurrence.due_to is not None and occurrence.due_to < today_of(occurrence)
    return format_html('<span class="{}">{}</span>', "due overdue" if late else "due", due_words(occurrence))


@register.simple_tag(takes_context=True)
def unread_notices(context: template.Context) -> int:
    """Return how many notices the reader has not read."""
    return notices.unread_by(context["user"], on=timezone.localdate()).count()


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the main navigation."""

    url: str
    word: str
    here: bool


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> list[Link]:
    """Return the pages of the header, with the one we are on marked."""
    return _links(context, NAVIGATION)


@register.simple_tag(takes_context=True)
def also(context: template.Context) -> list[Link]:
    """Return the pages of the menu “More” that are for this reader."""
    user = context["user"]
    return _links(context, [(name, word) for name, word, is_for in ALSO if is_for(user)])


def _links(context: template.Context, pages: Sequence[tuple[str, str]]) -> list[Link]:
    request: HttpRequest | None = context.get("request")
    path = request.path if request else ""
    links = []
    for name, word in pages:
        url = reverse(name)
        links.append(Link(url, word, path == url or (url != "/" and path.startswith(url))))
    return links
