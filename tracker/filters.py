"""The parameters that narrow the register: one set for the page, the overview, the API and the exports."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import django_filters as filters
from django.core.exceptions import ValidationError
from django.http import QueryDict

from resolutions.models import ClauseType, Entity, Organ, ReviewState, Session, Verb
from tracker.filter_fields import (
    NOT_A_WORD,
    DayFilter,
    DaysFilter,
    FlagFilter,
    MonthFilter,
    NumberFilter,
    Pairs,
    VocabularyFilter,
    WordField,
    WordFilter,
    hint,
    nearest,
)
from tracker.item_querysets import ActionItemQuerySet
from tracker.models import ActionItem, Nature
from tracker.querysets import Person
from tracker.selection import Selection, State
from tracker.statuses import Status
from tracker.strength import Strength
from tracker.validity import Validity


def organs_held() -> Pairs:
    """Return the organs that adopted a resolution we hold."""
    return Organ.objects.filter(resolutions__isnull=False).distinct().values_list("code", "name")


def sessions_held() -> Pairs:
    """Return the labels of sessions that adopted a resolution we hold, the newest first."""
    held = Session.objects.filter(resolutions__isnull=False).order_by("-opens").distinct()
    by_label: dict[str, list[str]] = {}
    for label, organ in held.values_list("label", "organ__code"):
        by_label.setdefault(label, []).append(organ)
    return [(label, f"{label} ({', '.join(organs)})") for label, organs in by_label.items()]


def verbs_used() -> Pairs:
    """Return the verbs of the clauses we hold."""
    used = Verb.objects.filter(clauses__isnull=False).distinct().values_list("lemma", flat=True)
    return [(lemma, lemma) for lemma in used]


def entities_asked() -> Pairs:
    """Return the entities that are assigned something."""
    asked = Entity.objects.filter(assignments__isnull=False, assignments__withdrawn_at=None)
    return asked.distinct().values_list("key", "name")


def organ_code(code: str) -> str | None:
    """Return the organ's code in its own spelling."""
    return Organ.objects.filter(code__iexact=code).values_list("code", flat=True).first()


def session_label(label: str) -> str | None:
    """Return the session's label in its own spelling."""
    return Session.objects.filter(label__iexact=label).values_list("label", flat=True).first()


def verb_lemma(lemma: str) -> str | None:
    """Return the verb's lemma in its own spelling."""
    return Verb.objects.filter(lemma__iexact=lemma).values_list("lemma", flat=True).first()


def entity_key(key: str) -> str | None:
    """Return the key of the entity, or of the one it was merged into."""
    entity = Entity.objects.filter(key=key).first()
    while entity and entity.merged_into:
        entity = entity.merged_into
    return entity.key if entity else None


class ActionItemFilter(filters.FilterSet):
    """The parameters by which action items are narrowed, and the checks of their values.

    Conditions on the addressee, its status and its dates hold for one and the same addressee. A value that
    cannot be read narrows nothing; `problems` names it.

    Args:
        data: the query parameters.
        queryset: the items to narrow, all listed ones where not given.
        user: who asks; only what they may see is found.
        on: the day on which due, overdue and in force are asked.
    """

    q = filters.CharFilter(label="Words in the text or symbol")
    resolution = filters.CharFilter(label="Resolution")
    organ = VocabularyFilter(
        label="Organ",
        what="organ",
        offered=organs_held,
        known=organ_code,
        words=lambda: Organ.objects.values_list("code", flat=True),
    )
    session = VocabularyFilter(
        label="Session",
        what="session",
        offered=sessions_held,
        known=session_label,
        words=lambda: Session.objects.values_list("label", flat=True),
    )
    adopted_from = DayFilter(label="Adopted from")
    adopted_to = DayFilter(label="Adopted until")
    verb = VocabularyFilter(
        label="Verb",
        what="verb",
        offered=verbs_used,
        known=verb_lemma,
        words=lambda: Verb.objects.values_list("lemma", flat=True),
    )
    type = WordFilter(label="Type of verb", words=ClauseType.choices)
    strength = WordFilter(label="How strongly it asks", words=Strength.choices)
    nature = WordFilter(label="Nature", words=Nature.choices)
    review = WordFilter(label="Reading", words=ReviewState.choices)
    doubtful = FlagFilter(label="Doubtful reading")
    lost = FlagFilter(label="Open work without words in today’s text")
    reporting = FlagFilter(label="Asks for a report")
    in_force = FlagFilter(label="In force")
    in_force_on = DayFilter(label="In force on")
    validity = WordFilter(label="Validity", words=Validity.choices)
    status = WordFilter(label="Status", words=Status.choices)
    unassigned = FlagFilter(label="Without an addressee")
    entity = VocabularyFilter(
        label="Addressee",
        what="entity with the key",
        offered=entities_asked,
        known=entity_key,
        words=lambda: Entity.objects.values_list("key", flat=True),
    )
    to_be_placed = FlagFilter(label="Addressee to be placed in the directory")
    without_focal_point = FlagFilter(label="Addressee without a focal point")
    entity_status = WordFilter(label="Addressee's status", words=Status.choices)
    state = WordFilter(label="Follow-up", words=State.choices)
    days = DaysFilter(label="Days ahead")
    cycle = NumberFilter(label="Asked about in the reporting cycle with the number")
    due_from = DayFilter(label="Due from")
    due_to = DayFilter(label="Due until")
    due_month = MonthFilter(label="Due in the month")
    implemented_from = DayFilter(label="Implemented from")
    implemented_to = DayFilter(label="Implemented until")
    changed_from = DayFilter(label="Status changed from")
    changed_to = DayFilter(label="Status changed until")

    class Meta:
        model = ActionItem
        fields: list[str] = []

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        queryset: ActionItemQuerySet | None = None,
        *,
        user: Person,
        on: dt.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(data or {}, ActionItem.objects.listed() if queryset is None else queryset, **kwargs)
        self.user, self.on = user, on

    @property
    def selection(self) -> Selection:
        """What the readable parameters select."""
        self.form.is_valid()
        cleaned = self.form.cleaned_data
        values = {name: value for name, value in cleaned.items() if value not in ("", None)}
        return Selection(self.user, self.on, values)

    def filter_queryset(self, queryset: ActionItemQuerySet) -> ActionItemQuerySet:
        """Return the items of the queryset that meet the parameters."""
        return self.selection.items(queryset)


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter that is not understood: its name, what is wrong, and the nearest that would be."""

    parameter: str
    message: str
    nearest: str = ""


def problems(chosen: ActionItemFilter, *, besides: Collection[str] = ()) -> list[Problem]:
    """Return what is wrong with the parameters of a filter: names nobody knows, values that cannot be read.

    Args:
        chosen: the filter with its parameters.
        besides: further names that are fine here, such as those of paging and ordering.
    """
    names = [*chosen.filters, *besides]
    unknown = [
        Problem(name, f"There is no parameter “{name}”.{hint(name, names)}", nearest(name, names))
        for name in chosen.data
        if name not in names
    ]
    repeated = [
        Problem(name, f"“{name}” is given more than once, and only the last counts.")
        for name in chosen.filters
        if isinstance(chosen.data, QueryDict) and len(chosen.data.getlist(name)) > 1
    ]
    faults = chosen.form.errors.as_data().items()
    return unknown + repeated + [Problem(name, _said(chosen, name, errors)) for name, errors in faults]


def _said(chosen: ActionItemFilter, name: str, errors: list[ValidationError]) -> str:
    """Return what a page says of a value that cannot be read."""
    field = chosen.form.fields[name]
    return " ".join(
        field.in_words(error.params["value"])
        if isinstance(field, WordField) and error.code == NOT_A_WORD and error.params
        else " ".join(error.messages)
        for error in errors
    )
