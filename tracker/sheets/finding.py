"""Finding what a row of a spreadsheet is about: the item, and the entity. Each place is asked for once."""

import difflib
import re
from collections import defaultdict
from collections.abc import Sequence

from django.db.models.functions import Length

from resolutions.models import Entity, Resolution
from resolutions.parsing.symbols import canonical
from tracker.models import ActionItem, Nature
from tracker.sheets.columns import Field, Mapped
from tracker.sheets.tables import Row

# "op2", "2", "para. 2 (a)", "OP 3(a)(i)", "paragraph 12"
_LABEL = re.compile(
    r"(?:op|pp|paras?|paragraphs?)?[ .]*(u?\d+(?:[ ]*\([a-z0-9•]+\))*(?:\.\d+)?)$", re.IGNORECASE
)
_AFTER_SYMBOL = re.compile(r"[#,;]\s*|\s+(?=(?:op|para)\b)", re.IGNORECASE)


class NotFound(Exception):
    """A row names something that the register does not have, or several things at once."""


class Finder:
    """Looks things up for the rows of one sheet and remembers them; it lives no longer than a check."""

    def __init__(self) -> None:
        self._items: dict[str, dict[str, list[ActionItem]]] = {}
        self._entities: dict[str, Entity] = {}
        self._symbols: list[str] | None = None

    def item(self, mapped: Mapped, row: Row) -> ActionItem:
        """Find the obligation a row is about.

        Raises:
            NotFound: it names none, or a paragraph that holds several.
        """
        symbol, place = _place(mapped, row)
        by_place = self._of_resolution(symbol)
        found = by_place.get(_key(place), [])
        if not found:
            raise NotFound(f"{symbol} has no paragraph “{place}” that says something.")
        asking = [item for item in found if item.nature == Nature.OBLIGATION]
        if not asking:
            raise NotFound(f"{symbol}, paragraph {place}, asks for nothing ({found[0].clause.phrase}).")
        return self._the_one(asking, mapped.told(row, Field.ENTITY), symbol, place)

    def _the_one(self, items: Sequence[ActionItem], who: str, symbol: str, place: str) -> ActionItem:
        if len(items) > 1 and who:
            entity = self.entity(who)
            asked = [item for item in items if entity.pk in {a.entity_id for a in item.assignments.all()}]
            items = asked or items
        if len(items) > 1:
            told = ", ".join(f"{item.reference} ({item.clause.phrase})" for item in items)
            raise NotFound(f"{symbol}, paragraph {place}, asks for several things: write which of {told}.")
        return items[0]

    def _of_resolution(self, symbol: str) -> dict[str, list[ActionItem]]:
        if symbol not in self._items:
            self._items[symbol] = _by_place(symbol)
        if not self._items[symbol]:
            near = difflib.get_close_matches(symbol, self._known_symbols(), n=1, cutoff=0.7)
            hint = f" Is {near[0]} meant?" if near else " Add it first."
            raise NotFound(f"The register has no resolution {symbol or 'without a symbol'}.{hint}")
        return self._items[symbol]

    def _known_symbols(self) -> list[str]:
        if self._symbols is None:
            self._symbols = list(Resolution.objects.values_list("symbol", flat=True))
        return self._symbols

    def entity(self, name: str) -> Entity:
        """Find the entity of a name.

        Raises:
            NotFound: the directory has none, or several, of that name.
        """
        key = name.casefold()
        if key not in self._entities:
            self._entities[key] = _entity(name)
        return self._entities[key]


def _place(mapped: Mapped, row: Row) -> tuple[str, str]:
    """Return the symbol and the place in the resolution that a row names."""
    whole = mapped.told(row, Field.REFERENCE)
    symbol, place = mapped.told(row, Field.SYMBOL), mapped.told(row, Field.PARAGRAPH)
    if whole:
        parts = _AFTER_SYMBOL.split(whole, maxsplit=1)
        symbol, place = parts[0], parts[1] if len(parts) > 1 else place
    if not symbol or not place:
        raise NotFound("It names no paragraph: give the resolution and the number of the paragraph.")
    return canonical(symbol.strip()), place.strip()


def _key(place: str) -> str:
    """Return a place as items are filed: `op3_a.2` stays, "para. 3 (a)" becomes `3(a)`."""
    label = _LABEL.match(place)
    return label.group(1).replace(" ", "").casefold() if label else place.casefold()


def _by_place(symbol: str) -> dict[str, list[ActionItem]]:
    """File the items of a resolution by label, by eid, and by clause."""
    items = (
        ActionItem.objects.listed()
        .filter(clause__paragraph__resolution__symbol__iexact=symbol)
        .select_related("clause__paragraph__resolution")
        .prefetch_related("assignments__entity", "assignments__occurrences", "clause__deadlines")
        .in_reading_order()
    )
    filed: dict[str, list[ActionItem]] = defaultdict(list)
    for item in items:
        paragraph = item.clause.paragraph
        number = item.clause.number
        for name in {paragraph.label.casefold(), paragraph.eid.casefold()}:
            filed[name].append(item)
            filed[f"{name}.{number}"].append(item)
    return filed


def _entity(name: str) -> Entity:
    found = list(Entity.objects.in_use().named(name)[:2]) or list(
        Entity.objects.in_use().filter(key=name)[:2]
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"Several entities are called “{name}”. Write the full name.")
    near = _like(name) if len(name) > 2 else None
    hint = f" Is {near} meant?" if near else " Place it in the directory first."
    raise NotFound(f"The directory has no entity called “{name}”.{hint}")


def _like(name: str) -> Entity | None:
    """Return the entity whose name begins so, else the one with the shortest name that contains the words."""
    near = Entity.objects.in_use().order_by(Length("name"), "name")
    return near.filter(name__istartswith=name).first() or near.search(name).first()
