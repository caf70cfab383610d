"""What a caller may ask for: a name or a value that means nothing is refused with the nearest that does."""

import datetime as dt
from collections.abc import Iterable
from difflib import get_close_matches

from django.http import QueryDict
from rest_framework.exceptions import ErrorDetail, ValidationError

from tracker.filters import ActionItemFilter, problems
from tracker.querysets import Person


def check_parameters(query: QueryDict, known: Iterable[str], *, repeatable: Iterable[str] = ()) -> None:
    """Refuse parameters that a list does not know, and single ones that are given twice.

    Raises:
        ValidationError: naming each.
    """
    known = sorted(known)
    wrong: dict[str, list[ErrorDetail]] = {}
    for name, values in query.lists():
        if name not in known:
            wrong[name] = [ErrorDetail(f"There is no parameter “{name}”.{nearest(name, known)}", "unknown")]
        elif len(values) > 1 and name not in repeatable:
            wrong[name] = [ErrorDetail(f"“{name}” is given {len(values)} times; give it once.", "repeated")]
    if wrong:
        raise ValidationError(wrong)


def check_conditions(field: str, query: str, *, by: Person, on: dt.date) -> ActionItemFilter:
    """Return what conditions of the register, sent as a query string, choose.

    A condition that means nothing is refused: left out, it would let everything else be done to every row.

    Raises:
        ValidationError: of the field, naming each condition that is not understood.
    """
    chosen = ActionItemFilter(QueryDict(query), user=by, on=on)
    if wrong := problems(chosen):
        raise ValidationError({field: [ErrorDetail(each.message, "unknown") for each in wrong]})
    return chosen


def unknown_value(value: str, known: Iterable[str]) -> ErrorDetail:
    """Return the error of a value that is none of those known."""
    return ErrorDetail(f"“{value}” is not known here.{nearest(value, known)}", "unknown")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence with the nearest known word, or with all where none is near."""
    known = list(known)
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if near:
        return f" Did you mean “{near[0]}”?"
    return f" Known here: {', '.join(known)}."
