"""The directory of entities: the list, and what each of them has open, overdue and done."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from resolutions.directory import standing
from resolutions.models import Entity, EntityMembership, EntityName, NameKind
from tracker import permissions
from tracker.models import FocalPoint, Nature
from tracker.selection import Selection, State
from tracker.statuses import Status
from tracker.views.access import role_required
from tracker.views.resolutions import Figure, stands

PER_PAGE = 50
FIRST_ITEMS = 10


@role_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the directory by name; those to be placed come first for whoever keeps it."""
    words = request.GET.get("q", "").strip()
    keeps = permissions.may_keep_directory(request.user)
    entities = Entity.objects.in_use()
    if words:
        entities = entities.filter(pk__in=entities.search(words).values("pk"))
    acronyms = Prefetch("names", EntityName.objects.filter(kind=NameKind.ACRONYM), to_attr="acronyms")
    ordered = entities.order_by(*(["-provisional"] if keeps else []), "name", "pk")
    page = Paginator(ordered.prefetch_related(acronyms), PER_PAGE).get_page(request.GET.get("page"))
    to_place = Entity.objects.in_use().filter(provisional=True).count() if keeps else 0
    context = {"page": page, "q": words, "to_place": to_place}
    return render(request, "tracker/entities.html", context)


@role_required
@require_safe
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """Show an entity: its names, its groups or members, and its obligations. A merged one leads on."""
    entity = get_object_or_404(Entity.objects.select_related("merged_into"), key=key)
    if entity.merged_into:
        return redirect("entity", standing(entity).key)
    today = timezone.localdate()
    held = Selection(request.user, today, {"entity": entity.key})
    open_ = held.narrowed(state=State.OPEN)
    memberships = EntityMembership.objects.select_related("group", "member")
    context = {
        "entity": entity,
        "names": entity.names.all(),
        "groups": memberships.filter(member=entity).order_by("group__name"),
        "members": memberships.filter(group=entity).order_by("member__name"),
        "speakers": FocalPoint.objects.active(today).filter(entity=entity).select_related("user"),
        "figures": figures(held),
        "stands": stands(held),
        "items": open_.items()
        .select_related("clause__paragraph__resolution")
        .prefetch_related("clause__paragraph__texts")
        .in_reading_order()[:FIRST_ITEMS],
        "open_query": open_.query,
        "keeps": permissions.may_keep_directory(request.user),
    }
    return render(request, "tracker/entity.html", context)


def figures(held: Selection) -> list[Figure]:
    """Return what the entity has, each number with the list it is the length of."""
    chosen = {
        "obligations": {"nature": Nature.OBLIGATION.value},
        "open": {"state": State.OPEN.value},
        "due within 90 days": {"state": State.DUE.value},
        "overdue": {"state": State.OVERDUE.value},
        "implemented": {"entity_status": Status.IMPLEMENTED.value},
    }
    narrowed = {word: held.narrowed(**values) for word, values in chosen.items()}
    counted = [(each.items().count(), word, each.query) for word, each in narrowed.items()]
    one = {"obligations": "obligation"}
    return [Figure(number, one.get(word, word) if number == 1 else word, q) for number, word, q in counted]
