"""The inventory chart, the matrix and a report's section in draft, of what the register is narrowed to."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from resolutions.readers.docx import MEDIA_TYPE as WORD_TYPE
from tracker.filters import ActionItemFilter, problems
from tracker.listing import chips_of, cycle_of
from tracker.ordering import DEFAULT_ORDER
from tracker.products.product import Product
from tracker.products.provisions import MOST_PROVISIONS, count, provisions
from tracker.products.word import to_word
from tracker.products.workbook import MEDIA_TYPE as WORKBOOK_TYPE
from tracker.products.workbook import to_workbook
from tracker.products.writing import PRODUCTS, Asked
from tracker.views.access import role_required

FILES: Mapping[str, tuple[str, Callable[[Product], bytes]]] = {
    "docx": (WORD_TYPE, to_word),
    "xlsx": (WORKBOOK_TYPE, to_workbook),
}
BESIDES = ("as", "order", "page")


@role_required
@require_safe
def product(request: HttpRequest, kind: str) -> HttpResponse:
    """Show a product of the selection in the address, or hand it out as a file (`as=docx`, `as=xlsx`)."""
    form = request.GET.get("as", "")
    if kind not in PRODUCTS or (form and form not in FILES):
        raise Http404("There is no such product, or not in this form.")
    chosen = ActionItemFilter(request.GET, user=request.user, on=timezone.localdate())
    faults = [fault.message for fault in problems(chosen, besides=BESIDES)]
    number = 0 if faults else count(chosen.selection)
    if number > MOST_PROVISIONS:
        faults = [f"{number:,} obligations are too many for one document; {MOST_PROVISIONS:,} are the most."]
    if faults:
        context = {"faults": faults, "query": _without_form(request.GET)}
        return render(request, "tracker/products/refused.html", context, status=HTTPStatus.BAD_REQUEST)
    cycle = cycle_of(chosen.selection)
    asked = Asked(
        provisions(chosen.selection), _named(chosen), chosen.selection.on, cycle.name if cycle else ""
    )
    made = PRODUCTS[kind](asked)
    if form:
        return _file(made, form, kind, request.GET.get("resolution", ""))
    query = _without_form(request.GET)
    shown: dict[str, object] = {"product": made, "kind": kind, "query": query, "files": _forms(made)}
    return render(request, "tracker/products/product.html", shown)


def _named(chosen: ActionItemFilter) -> str:
    """Return what the product is of, in the words of the chosen filters."""
    told = [f"{chip.label.lower()} {chip.value}" for chip in chips_of(chosen, DEFAULT_ORDER)]
    words = "; ".join(told) or "everything in the register"
    return words[:1].upper() + words[1:]


def _without_form(sent: QueryDict) -> str:
    kept = sent.copy()
    kept.pop("as", None)
    return kept.urlencode()


def _forms(made: Product) -> list[str]:
    return [form for form in FILES if form != "xlsx" or made.tables]


def _file(made: Product, form: str, kind: str, symbol: str) -> HttpResponse:
    if form not in _forms(made):
        raise Http404("This product has no table, so it is no workbook.")
    media_type, write = FILES[form]
    stem = re.sub(r"[^A-Za-z0-9]+", "-", f"{kind}-{symbol}").strip("-")
    answer = HttpResponse(write(made), content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, f"{stem}.{form}") or "attachment"
    return answer
