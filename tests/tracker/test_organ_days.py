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

from resolutions.models import Organ
from tests.builders import asks, paragraph, reading, tracked
from tracker import dashboards, organ_days, reminders
from tracker.models import ActionItem, Notice, Occurrence
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
