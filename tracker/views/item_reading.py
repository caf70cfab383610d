"""How an item was read: each value with its words and the rule behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tracker.checking import read_clauses
from tracker.explaining import explain
from tracker.models import ActionItem
from tracker.reading import read_one
from tracker.views.access import role_required


@role_required
@require_safe
def item_reading(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was read in an item's clause, and by which rules."""
    today = timezone.localdate()
    seen = ActionItem.objects.visible_to(request.user, on=today).select_related(
        "clause__paragraph__resolution", "clause__paragraph__parent", "clause__version", "clause__verb"
    )
    item = get_object_or_404(seen, pk=pk)
    context = {
        "item": item,
        "told": explain(read_clauses().get(pk=item.clause_id)),
        "passages": read_one(item, reader=request.user, on=today)[1],
    }
    return render(request, "tracker/item_reading.html", context)
