"""What is due, overdue and to be looked at goes by the day of the organ, and every place says the same."""

import csv
import datetime as dt
from collections.abc import Iterator
from io import StringIO

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from msgspec.structs import replace

from resolutions.models import Clause, ClauseDeadline, Organ
from tests.builders import asks, paragraph, reading, tracked
from tracker import dashboards, organ_days, reminders
from tracker import mandates as mandates_door
from tracker.models import ActionItem, ItemRelation, Notice, Occurrence
from tracker.selection import Selection, State
from tracker.state import state_on
from tracker.wording import due_words

pytestmark = pytest.mark.django_db

# 23:30 of the eleventh in New York, 05:30 of the twelfth in Geneva.
MOMENT = dt.datetime(2021, 3, 12, 4, 30, tzinfo=dt.UTC)
ELEVENTH, TWELFTH = dt.date(2021, 3, 11), dt.date(2021, 3, 12)
NEW_YORK, GENEVA = "E/RES/2020/1", "A/HRC/RES/46/1"


@pytest.fixture(params=["UTC", "America/New_York", "Pacific/Kiritimati"])
def register(request, settings, secretariat) -> Iterator[None]:
    """Give an obligation of each of two organs, both due on the eleventh, and one that nobody has dated.

    Wherever the installation is.
    """
    settings.TIME_ZONE = request.param
    Organ.objects.get_or_create(code="HRC", defaults={"name": "Human Rights Council"})
    Organ.objects.filter(code="HRC").update(time_zone="Europe/Zurich")
    with time_machine.travel(MOMENT, tick=False):
        tracked(reading(NEW_YORK, paragraph("1", asks(due=ELEVENTH)), paragraph("2", asks())))
        tracked(replace(reading(GENEVA, paragraph("1", asks(due=ELEVENTH))), organ="HRC"))
        yield


def symbols(occurrences) -> list[str]:
    return sorted(
        occurrences.values_list("assignment__item__clause__paragraph__resolution__symbol", flat=True)
    )


@pytest.mark.usefixtures("register")
def test_overdue_is_what_is_past_its_day_where_its_organ_is():
    today = timezone.localdate()
    current = Occurrence.objects.current()
    assert symbols(current.overdue(today)) == [GENEVA]
    assert symbols(current.due_within(0, today)) == symbols(current.coming(today)) == [NEW_YORK]
    assert [due_words(each) for each in current.seen_on(today).filter(due_to=ELEVENTH).order_by("pk")] == [
        "due today",
        "overdue 1 day",
    ]


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("review_on", "waits"), [(ELEVENTH, True), (TWELFTH, False)])
def test_so_is_what_is_to_be_looked_at_again(review_on, waits):
    Occurrence.objects.filter(due_to=None).update(review_on=review_on)
    assert Occurrence.objects.to_review(timezone.localdate()).exists() is waits


@pytest.mark.usefixtures("register")
def test_any_other_day_is_the_same_day_for_all():
    for day in (timezone.localdate() + dt.timedelta(days=n) for n in (-30, 30)):
        past = day > ELEVENTH
        assert symbols(Occurrence.objects.current().overdue(day)) == ([GENEVA, NEW_YORK] if past else [])


@pytest.mark.usefixtures("register")
def test_reminders_charts_numbers_and_the_state_of_today_agree(viewer, secretariat):
    today = timezone.localdate()
    everything = Selection(viewer, today)
    overdue = everything.narrowed(state=State.OVERDUE)
    assert [item.reference for item in overdue.items()] == [f"{GENEVA}#op1.1"]
    told = {number.word: number.count for number in dashboards.head_numbers(everything)}
    assert (told["overdue"], told["due within 90 days"]) == (1, 1)
    for bar in dashboards.by_due_month(everything).bars:
        for number in (bar.whole, *bar.parts):
            assert number.count == number.selection.items().count(), number.word
    reminders.tell_due(at=timezone.now())
    kinds = Notice.objects.order_by("kind").values_list("kind", "item__clause__paragraph__resolution__symbol")
    assert list(kinds) == [("due_soon", NEW_YORK), ("overdue", GENEVA)]
    then = state_on(ActionItem.objects.all(), day=today, reader=viewer, on=today)
    late = [each.item.reference for each in then if any(stood.overdue for stood in each.stood)]
    assert late == [f"{GENEVA}#op1.1"]


@pytest.mark.usefixtures("register")
def test_pages_the_api_and_the_exports_agree(client: Client, viewer):
    client.force_login(viewer)
    page = client.get("/register/", {"state": "overdue"}).content.decode()
    assert (GENEVA in page, f"{NEW_YORK}#" in page) == (True, False)
    assert "overdue 1 day" in page
    assert "due today" in client.get("/register/", {"state": "due"}).content.decode()
    rows = client.get("/api/v1/action-items/").json()["results"]
    assert [row["reference"] for row in rows if row["overdue"]] == [f"{GENEVA}#op1.1"]
    assigned = client.get("/api/v1/assignments/").json()["results"]
    assert [row["occurrence"]["due_to"] for row in assigned if row["occurrence"]["overdue"]] == ["2021-03-11"]
    exported = client.get("/register.csv", {"state": "overdue"})
    told = list(csv.DictReader(StringIO(b"".join(exported).decode("utf-8-sig"))))
    assert len(told) == 1


@pytest.mark.parametrize(
    "moment", [dt.datetime(2021, 4, 1, 3, tzinfo=dt.UTC), dt.datetime(2021, 3, 31, 23, tzinfo=dt.UTC)]
)
def test_at_the_turn_of_a_month_each_bar_is_still_the_length_of_its_list(moment, viewer, secretariat):
    Organ.objects.get_or_create(code="HRC", defaults={"name": "Human Rights Council"})
    Organ.objects.filter(code="HRC").update(time_zone="Asia/Bangkok")
    last, first = dt.date(2021, 3, 31), dt.date(2021, 4, 1)
    with time_machine.travel(moment, tick=False):
        for number, day in enumerate((last, first), 1):
            tracked(reading(f"E/RES/2020/{number}", paragraph("1", asks(due=day))))
            tracked(replace(reading(f"A/HRC/RES/46/{number}", paragraph("1", asks(due=day))), organ="HRC"))
        bars = dashboards.by_due_month(Selection(viewer, timezone.localdate())).bars
        numbers = [number for bar in bars for number in (bar.whole,)]
        assert [n.count for n in numbers] == [n.selection.items().count() for n in numbers]
        assert sum(n.count for n in numbers) == 4


def test_at_most_three_days_are_told_apart(secretariat):
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Zurich"):
        Organ.objects.create(code=zone, name=zone, time_zone=zone)
    days = organ_days.days_of_organs(dt.datetime(2021, 3, 12, 10, 30, tzinfo=dt.UTC))
    assert sorted(days) == [ELEVENTH, TWELFTH, dt.date(2021, 3, 13)]


@pytest.fixture
def mandates(register) -> None:
    """Let both mandates run until the eleventh."""
    for clause in Clause.objects.filter(paragraph__eid="op1"):
        ClauseDeadline.objects.create(
            clause=clause, position=9, text="until then", kind="date", last_day=ELEVENTH, expiry=True
        )


@pytest.mark.usefixtures("mandates")
def test_a_mandate_has_expired_where_its_last_day_is_over_where_its_organ_is(viewer):
    today = timezone.localdate()
    stood = {i.reference: i.validity for i in ActionItem.objects.with_validity(today)}
    assert (stood[f"{NEW_YORK}#op1.1"], stood[f"{GENEVA}#op1.1"]) == ("in_force", "expired")
    assert set(ActionItem.objects.of_validity("expired", today)) == set(
        ActionItem.objects.filter(clause__paragraph__resolution__symbol=GENEVA)
    )
    in_force = Selection(viewer, today).narrowed(in_force=True)
    assert [item.clause.paragraph.resolution.symbol for item in in_force.items()] == [NEW_YORK, NEW_YORK]
    told = {number.word: number for number in dashboards.head_numbers(Selection(viewer, today))}
    assert told["obligations in force"].count == in_force.items().count()
    assert symbols(Occurrence.objects.in_force(today)) == [NEW_YORK, NEW_YORK]
    assert symbols(Occurrence.objects.overdue(today)) == []
    assert {o.ended for o in Occurrence.objects.seen_on(today).filter(due_to=ELEVENTH)} == {True, False}


@pytest.mark.usefixtures("mandates")
@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(GENEVA, NEW_YORK, id="goes on while the later one does in New York"),
        pytest.param("E/RES/2019/1", GENEVA, id="is over once the later one is in Geneva"),
    ],
)
def test_what_is_extended_goes_on_until_the_day_of_the_later_organ(manager, earlier, later):
    if earlier == "E/RES/2019/1":
        tracked(reading(earlier, paragraph("1", asks())))
        clause = Clause.objects.get(paragraph__resolution__symbol=earlier)
        ClauseDeadline.objects.create(
            clause=clause,
            position=9,
            text="until 2020",
            kind="date",
            last_day=dt.date(2020, 1, 1),
            expiry=True,
        )
    items = ActionItem.objects.filter(clause__paragraph__eid="op1")
    ItemRelation.objects.create(
        kind="extends",
        earlier=items.get(clause__paragraph__resolution__symbol=earlier),
        later=items.get(clause__paragraph__resolution__symbol=later),
        effective_on=dt.date(2021, 1, 1),
        recorded_by=manager,
    )
    stood = items.with_validity(timezone.localdate()).get(clause__paragraph__resolution__symbol=earlier)
    assert stood.validity == ("extended" if later == NEW_YORK else "expired")


@pytest.mark.usefixtures("mandates")
def test_in_force_on_any_other_day_goes_by_the_same_day_for_all():
    for day in (timezone.localdate() + dt.timedelta(days=n) for n in (-30, 30)):
        still = [GENEVA, NEW_YORK, NEW_YORK] if day <= ELEVENTH else [NEW_YORK]
        assert symbols(Occurrence.objects.in_force(day)) == still


@pytest.mark.usefixtures("mandates")
def test_what_a_person_ends_today_has_ended_at_once_wherever_the_organ_is(manager):
    item = ActionItem.objects.get(
        clause__paragraph__eid="op1", clause__paragraph__resolution__symbol=NEW_YORK
    )
    mandates_door.retire(item=item, by=manager, why="The Council asked for no more.")
    assert ActionItem.objects.with_validity(timezone.localdate()).get(pk=item.pk).validity == "retired"
