"""The panels of the overview. Every number counts action items, and names the list it is the length of.

Each panel is one query. What obliges nobody is in no panel; what is undated has its own bar.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta
from django.db.models import Case, CharField, Count, F, Func, Q, QuerySet, Value, When

from tracker.models import ActionItem, FollowUpReport, Nature, ReportStep, StatusChange
from tracker.organ_days import past_due
from tracker.querysets import OccurrenceQuerySet, sees_all
from tracker.selection import Selection, State, days_of, implementations, recorded_changes
from tracker.statuses import OPEN, Status

MONTHS = 12
DAYS_OF_NEWS = 7
ROWS_OF_NEWS = 8


@dataclass(frozen=True, slots=True)
class Number:
    """How many action items a selection holds, in words and as the list behind it."""

    word: str
    count: int
    selection: Selection
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: its whole and the parts it is made of."""

    whole: Number
    parts: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A panel of bars: its key in addresses, what it shows in words, and the parts each bar may have.

    `in_time` says that the bars follow each other in time.
    """

    key: str
    title: str
    summary: str
    head: str
    bars: tuple[Bar, ...]
    parts: tuple[str, ...] = ()
    in_time: bool = False


def counted(choices: Mapping[str, Selection]) -> list[Number]:
    """Return the number of action items in each selection, in one query."""
    named = {f"n{place}": selection for place, selection in enumerate(choices.values())}
    counts = ActionItem.objects.aggregate(
        **{
            name: Count("pk", filter=Q(pk__in=selection.items().order_by().values("pk")))
            for name, selection in named.items()
        }
    )
    return [Number(word, counts[f"n{place}"], chosen) for place, (word, chosen) in enumerate(choices.items())]


def head_numbers(selection: Selection) -> list[Number]:
    """Return the five numbers at the top.

    Where one addressee is in view, or the reader sees only their own, its own status counts; otherwise an
    obligation is implemented once all its addressees have done their part.
    """
    one = "entity" in selection.values or not sees_all(selection.user)
    implemented = selection.narrowed(**{"entity_status" if one else "status": Status.IMPLEMENTED})
    return counted(
        {
            "obligations in force": selection.narrowed(in_force=True),
            "open": selection.narrowed(state=State.OPEN),
            "due within 90 days": selection.narrowed(state=State.DUE),
            "overdue": selection.narrowed(state=State.OVERDUE),
            "implemented": implemented,
        }
    )


def needs(selection: Selection) -> list[Number]:
    """Return what waits for a person, where anything does; nothing for those who see only their own."""
    if not sees_all(selection.user):
        return []
    numbers = counted(
        {
            "Clauses with a doubtful reading": selection.narrowed(doubtful=True),
            "Items with open work whose words the text no longer has": selection.narrowed(lost=True),
            "Obligations without an addressee": selection.narrowed(unassigned=True),
            "Obligations whose addressee is to be placed in the directory": selection.narrowed(
                to_be_placed=True
            ),
            "Open obligations whose addressee has no focal point": selection.narrowed(
                state=State.OPEN, without_focal_point=True
            ),
            "Obligations without a due date to look at again": selection.narrowed(state=State.TO_REVIEW),
        }
    )
    return [number for number in numbers if number.count]


def reports_to_review(selection: Selection) -> int:
    """Return how many reports wait for a reviewer, of those the reader may see."""
    reports = FollowUpReport.objects.to_review().visible_to(selection.user, on=selection.on)
    return reports.count()


def by_addressee(selection: Selection) -> Chart:
    """Return who was asked and how far they are; whoever has most open comes first."""
    rows = (
        _occurrences(selection)
        .order_by()
        .values_list("assignment__entity__key", "assignment__entity__name", "status")
        .annotate(count=Count("assignment__item", distinct=True))
    )
    bars: dict[str, list[Number]] = {}
    names: dict[str, str] = {}
    for key, name, status, count in sorted(rows, key=lambda row: Status.values.index(row[2])):
        names[key] = name
        part = selection.narrowed(entity=key, entity_status=Status(status))
        bars.setdefault(key, []).append(Number(Status(status).label, count, part, tone=status))
    whole = [_bar(names[key], selection.narrowed(entity=key), parts) for key, parts in bars.items()]
    whole.sort(key=lambda bar: (-_open(bar), -bar.whole.count, bar.whole.word))
    return Chart(
        "addressees",
        "How far each addressee is",
        "Obligations by addressee, each split by how far that addressee is.",
        "Addressee",
        tuple(whole),
        tuple(label for label in Status.labels if any(p.word == label for b in whole for p in b.parts)),
    )


def _bar(word: str, selection: Selection, parts: list[Number]) -> Bar:
    return Bar(Number(word, sum(part.count for part in parts), selection), tuple(parts))


def _open(bar: Bar) -> int:
    return sum(part.count for part in bar.parts if part.tone in OPEN)


def by_verb(selection: Selection) -> Chart:
    """Return what was asked, by verb, the most frequent first."""
    obligations = selection.narrowed(nature=Nature.OBLIGATION)
    rows = (
        obligations.items()
        .order_by()
        .values_list("clause__verb__lemma")
        .annotate(count=Count("pk"))
        .order_by("-count", "clause__verb__lemma")
    )
    numbers = [Number(lemma, count, obligations.narrowed(verb=lemma)) for lemma, count in rows]
    return _plain("verbs", "What was asked", "Obligations by the verb that makes them.", "Verb", numbers)


def _plain(key: str, title: str, summary: str, head: str, numbers: Iterable[Number]) -> Chart:
    return Chart(key, title, summary, head, tuple(Bar(number, (number,)) for number in numbers))


def _in_time(chart: Chart) -> Chart:
    return replace(chart, in_time=True)


def by_due_month(selection: Selection) -> Chart:
    """Return when open work falls due: overdue, the coming months, later, and without a stated date."""
    on = selection.on
    months = [on.replace(day=1) + relativedelta(months=n) for n in range(MONTHS)]
    last_day = months[-1] + relativedelta(months=1, days=-1)
    # An obligation counts once in each bar, whoever of its addressees has work due then.
    bucket = Case(
        When(due_to=None, then=Value("undated")),
        When(past_due(on), then=Value("overdue")),
        When(due_to__gt=last_day, then=Value("later")),
        # Where the organ has yesterday still, what is due there may lie in the month before.
        When(due_to__lt=months[0], then=Value(f"{months[0]:%Y-%m}")),
        default=_month("due_to"),
    )
    counts = _in_buckets(_occurrences(selection).open(), bucket, "assignment__item")
    numbers = [
        _number("overdue", counts, "Overdue", selection.narrowed(state=State.OVERDUE), "overdue"),
        *(_due_in(month, counts, selection) for month in months),
        _number("later", counts, "Later", _open_from(selection, last_day + dt.timedelta(days=1))),
        _number("undated", counts, "No due date stated", selection.narrowed(state=State.UNDATED), "undated"),
        # Without an assignment there is no due date to count by, whatever the text says of one.
        *counted({"Nobody assigned": selection.narrowed(unassigned=True)}),
    ]
    summary = "Open obligations by the last day on which they are due."
    return _in_time(_plain("due", "When it falls due", summary, "Due", numbers))


def _due_in(month: dt.date, counts: Mapping[str, int], selection: Selection) -> Number:
    key = f"{month:%Y-%m}"
    if month > selection.on:
        chosen = selection.narrowed(state=State.OPEN, due_month=key)
    else:
        chosen = selection.narrowed(state=State.COMING, due_to=days_of(key)[1])
    return _number(key, counts, f"{month:%B %Y}", chosen)


def _open_from(selection: Selection, day: dt.date) -> Selection:
    return selection.narrowed(state=State.OPEN, due_from=day)


def by_month_implemented(selection: Selection) -> Chart:
    """Return what was implemented in each of the last months, by the day it took effect."""
    this_month = selection.on.replace(day=1)
    months = [this_month - relativedelta(months=n) for n in reversed(range(MONTHS))]
    changes = implementations().filter(occurrence__in=_occurrences(selection).values("pk"))
    bucket = Case(When(effective_on__lt=months[0], then=Value("earlier")), default=_month("effective_on"))
    counts = _in_buckets(changes, bucket, "occurrence__assignment__item")
    before = selection.narrowed(implemented_to=months[0] - dt.timedelta(days=1))
    numbers = [_number("earlier", counts, "Earlier", before, Status.IMPLEMENTED)]
    for month in months:
        first, last = days_of(f"{month:%Y-%m}")
        chosen = selection.narrowed(implemented_from=first, implemented_to=last)
        numbers.append(_number(f"{month:%Y-%m}", counts, f"{month:%B %Y}", chosen, Status.IMPLEMENTED))
    summary = "Obligations that an addressee implemented, by the month in which that took effect."
    return _in_time(_plain("implemented", "What was done", summary, "Month", numbers))


def _month(field: str) -> Func:
    return Func(F(field), Value("YYYY-MM"), function="to_char", output_field=CharField())


def _in_buckets(rows: OccurrenceQuerySet | QuerySet[StatusChange], bucket: Case, item: str) -> dict[str, int]:
    found = rows.annotate(bucket=bucket).order_by().values_list("bucket")
    return dict(found.annotate(count=Count(item, distinct=True)))


def _number(key: str, counts: Mapping[str, int], word: str, selection: Selection, tone: str = "") -> Number:
    return Number(word, counts.get(key, 0), selection, tone)


def _occurrences(selection: Selection) -> OccurrenceQuerySet:
    """Return the occurrences that meet the conditions, of items that meet theirs."""
    return selection.occurrences().filter(assignment__item__in=selection.items().order_by().values("pk"))


CHARTS = {
    "addressees": by_addressee,
    "verbs": by_verb,
    "due": by_due_month,
    "implemented": by_month_implemented,
}


def changes_this_week(selection: Selection) -> tuple[Number, list[StatusChange]]:
    """Return the obligations whose status changed in the last days, and the latest of those changes."""
    since = selection.on - dt.timedelta(days=DAYS_OF_NEWS - 1)
    (number,) = counted({"changed": selection.narrowed(changed_from=since)})
    changes = recorded_changes().filter(
        recorded_at__date__gte=since, occurrence__in=_occurrences(selection).values("pk")
    )
    related = (
        "occurrence__assignment__entity",
        "occurrence__assignment__item__clause__paragraph__resolution",
    )
    return number, list(changes.select_related(*related)[:ROWS_OF_NEWS])


def report_steps_this_week(selection: Selection) -> list[ReportStep]:
    """Return the latest steps of reports in the last days, of the reports the reader may see."""
    since = selection.on - dt.timedelta(days=DAYS_OF_NEWS - 1)
    visible = FollowUpReport.objects.visible_to(selection.user, on=selection.on)
    if "entity" in selection.values:
        visible = visible.filter(entity__key=selection.values["entity"])
    steps = ReportStep.objects.filter(report__in=visible.values("pk"), recorded_at__date__gte=since)
    return list(steps.select_related("report__entity")[:ROWS_OF_NEWS])
