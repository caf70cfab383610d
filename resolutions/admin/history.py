"""The history that the database keeps of every row, told in words: when, who, what."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils.text import Truncator, capfirst

# Said of every change; they tell a person nothing.
NOT_TOLD = {"id", "created_at", "updated_at", "search"}
LONGEST_VALUE = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history."""

    at: dt.datetime
    who: str
    what: str
    details: tuple[str, ...] = ()


def row_history(model: type[models.Model], **rows: object) -> Iterator[Entry]:
    """Yield the history of some rows of a tracked model, oldest first.

    Args:
        model: a model with `@pghistory.track()`; one without has no history.
        rows: conditions on its events, for instance `pgh_obj_id=3` or `clause_id=7`.
    """
    event_model = getattr(model, "pgh_event_model", None)
    if event_model is None:
        return
    events = list(event_model.objects.filter(**rows).select_related("pgh_context").order_by("pgh_id"))
    names = _Names(events)
    before: dict[int, Any] = {}
    for event in events:
        details = names.of_change(before.get(event.pgh_obj_id), event)
        if details or event.pgh_obj_id not in before:
            yield Entry(event.pgh_created_at, names.who(event), _what(model, event, before), tuple(details))
        before[event.pgh_obj_id] = event


def _what(model: type[models.Model], event: Any, before: dict[int, Any]) -> str:
    name = capfirst(str(model._meta.verbose_name))
    return f"{name} changed" if event.pgh_obj_id in before else f"{name} added"


class _Names:
    """Names for the ids in some events, fetched with one query for each model they point to."""

    def __init__(self, events: list[Any]) -> None:
        self._fields = _told_fields(events[0]) if events else []
        self._names: dict[tuple[type[models.Model], Any], str] = {}
        for model, ids in self._ids(events).items():
            for row in model._base_manager.filter(pk__in=ids):
                self._names[model, row.pk] = str(row)
        users = {self._user_id(event) for event in events}
        self._people: dict[int | None, str] = {
            user.pk: user.get_username() for user in User.objects.filter(pk__in=users - {None})
        }

    def _ids(self, events: Iterable[Any]) -> dict[type[models.Model], set[Any]]:
        ids: dict[type[models.Model], set[Any]] = defaultdict(set)
        for event in events:
            for field in self._fields:
                if field.is_relation and getattr(event, field.attname) is not None:
                    ids[field.related_model].add(getattr(event, field.attname))
        return ids

    @staticmethod
    def _user_id(event: Any) -> Any:
        context = event.pgh_context
        return context.metadata.get("user") if context else None

    def who(self, event: Any) -> str:
        """Return the person's name; what no request wrote, the program wrote by itself."""
        return self._people.get(self._user_id(event), "the program")

    def of_change(self, old: Any | None, new: Any) -> list[str]:
        """Return "field: old → new" for each field that differs; of a new row, what it was given."""
        return [
            f"{field.verbose_name}: {self._arrow(field, old, new)}"
            for field in self._fields
            if self._raw(field, old) != self._raw(field, new)
        ]

    def _arrow(self, field: Any, old: Any | None, new: Any) -> str:
        after = self._value(field, new)
        return after if old is None else f"{self._value(field, old)} → {after}"

    @staticmethod
    def _raw(field: Any, event: Any | None) -> Any:
        value = getattr(event, field.attname) if event else None
        return None if value in ("", [], {}, None) else value

    def _value(self, field: Any, event: Any) -> str:
        value = self._raw(field, event)
        if value is None:
            return "empty"
        if field.is_relation:
            return self._names.get((field.related_model, value), "something no longer held")
        words = dict(field.flatchoices).get(value, value) if field.choices else value
        return Truncator(_plain(words)).chars(LONGEST_VALUE)


def _told_fields(event: Any) -> list[Any]:
    return [
        field
        for field in event._meta.concrete_fields
        if not field.name.startswith("pgh_") and field.name not in NOT_TOLD
    ]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return f"{value:%-d %B %Y, %H:%M}"
    if isinstance(value, dt.date):
        return f"{value:%-d %B %Y}"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return str(value)
