"""Whether an item is in force on a day, and that of what has ended nothing is due any more."""

import csv
import datetime as dt
import io

import pytest

from resolutions.models import ClauseDeadline
from tests.builders import asks, paragraph, reading, tracked
from tracker.filters import ActionItemFilter
from tracker.models import ActionItem, ItemRelation, Occurrence, Retirement

pytestmark = pytest.mark.django_db

DAY = dt.date(2022, 1, 1)
A_DAY = dt.timedelta(days=1)


def item(symbol: str, *, due: dt.date | None = None, until: dt.date | None = None) -> ActionItem:
    """Track a resolution of one item, due by a day or with a mandate that runs until one."""
    tracked(reading(symbol, paragraph("1", asks(due=due))))
    made = ActionItem.objects.get(clause__paragraph__resolution__symbol=symbol)
    if until:
        ClauseDeadline.objects.create(
            clause=made.clause, position=9, text="until then", kind="date", last_day=until, expiry=True
        )
    return made


@pytest.fixture
def relate(manager):
    """Write a relation as its door would; a test of days needs no work to carry over."""

    def related(kind: str, later: ActionItem, earlier: ActionItem, **more) -> ItemRelation:
        values = {"effective_on": DAY, "recorded_by": manager, **more}
        return ItemRelation.objects.create(later=later, earlier=earlier, kind=kind, **values)

    return related


@pytest.fixture
def retire(manager):
    return lambda of: Retirement.objects.create(
        item=of, effective_on=DAY, why="Done its time.", recorded_by=manager
    )


def stands(of: ActionItem, on: dt.date = DAY) -> str:
    return ActionItem.objects.with_validity(on).get(pk=of.pk).validity


def test_what_nothing_has_happened_to_is_in_force():
    assert stands(item("E/RES/2020/1")) == "in_force"


def test_a_retired_item_has_ended_from_its_day_on(retire):
    it = item("E/RES/2020/1")
    retire(it)
    assert (stands(it, DAY - A_DAY), stands(it)) == ("in_force", "retired")
    assert it not in ActionItem.objects.in_force(DAY)


def test_a_lifted_retirement_counts_no_more(retire, manager):
    it = item("E/RES/2020/1")
    retirement = retire(it)
    retirement.lifted_by, retirement.lifted_at, retirement.lifted_why = manager, retirement.recorded_at, "No."
    retirement.save()
    assert stands(it) == "in_force"


def test_a_mandate_has_expired_the_day_after_its_last():
    it = item("E/RES/2020/1", until=DAY)
    assert (stands(it), stands(it, DAY + A_DAY)) == ("in_force", "expired")


def test_of_several_last_days_the_latest_tells():
    it = item("E/RES/2020/1", until=DAY)
    ClauseDeadline.objects.create(
        clause=it.clause, position=10, text="until later", kind="date", last_day=DAY + A_DAY, expiry=True
    )
    assert stands(it, DAY + A_DAY) == "in_force"


def test_an_extended_mandate_lasts_as_long_as_the_last_text_that_extends_it(relate):
    first = item("E/RES/2020/1", until=dt.date(2021, 12, 31))
    second = item("E/RES/2021/1", until=dt.date(2022, 12, 31))
    third = item("E/RES/2022/1", until=dt.date(2023, 12, 31))
    relate("extends", second, first, effective_on=dt.date(2021, 12, 1))
    assert stands(first, dt.date(2022, 6, 1)) == "extended"
    assert stands(first, dt.date(2023, 6, 1)) == "expired"
    relate("extends", third, second, effective_on=dt.date(2022, 12, 1))
    assert [stands(each, dt.date(2023, 6, 1)) for each in (first, second, third)] == [
        "extended",
        "extended",
        "in_force",
    ]
    assert [stands(each, dt.date(2024, 6, 1)) for each in (first, second, third)] == ["expired"] * 3


def test_a_mandate_extended_without_an_end_does_not_expire(relate):
    first, second = item("E/RES/2020/1", until=DAY), item("E/RES/2021/1")
    relate("extends", second, first)
    assert stands(first, dt.date(2050, 1, 1)) == "extended"


def test_an_undone_relation_counts_no_more(relate, manager):
    first, second = item("E/RES/2020/1"), item("E/RES/2021/1")
    relation = relate("supersedes", second, first)
    assert stands(first) == "superseded"
    relation.undone_by, relation.undone_at, relation.undone_why = manager, relation.recorded_at, "No."
    relation.save()
    assert stands(first) == "in_force"


def test_what_ended_it_is_named(relate):
    first, second, third = (item(f"E/RES/202{n}/1") for n in range(3))
    relate("extends", second, first)
    relate("renews", third, first)
    found = ActionItem.objects.with_validity(DAY).get(pk=first.pk)
    assert (found.validity, found.ended_by) == ("superseded", "E/RES/2022/1#op1.1")
    assert ActionItem.objects.with_validity(DAY).get(pk=third.pk).ended_by is None


@pytest.mark.parametrize("how", ["superseded", "retired", "expired"])
def test_of_what_has_ended_nothing_is_due_or_overdue(how, relate, retire):
    it = item("E/RES/2020/1", due=DAY, until=DAY if how == "expired" else None)
    later = DAY + A_DAY
    assert Occurrence.objects.overdue(later).exists() == (how != "expired")
    if how == "superseded":
        relate("renews", item("E/RES/2021/1"), it)
    elif how == "retired":
        retire(it)
    assert stands(it, later) == how
    assert not Occurrence.objects.overdue(later).exists()
    assert not Occurrence.objects.filter(assignment__item=it).due_within(30, DAY).exists() or how == "expired"


def test_the_register_narrows_by_validity_and_by_a_day_in_force(relate, viewer):
    first, second, third = item("E/RES/2020/1"), item("E/RES/2021/1"), item("E/RES/2022/1", until=DAY)
    relate("renews", second, first)
    for query, expected in (
        ({"validity": "superseded"}, {first}),
        ({"validity": "in_force"}, {second}),
        ({"validity": "expired"}, {third}),
        ({"in_force_on": "2021-12-31"}, {first, second, third}),
        ({"in_force_on": "2022-01-02"}, {second}),
    ):
        chosen = ActionItemFilter(query, user=viewer, on=DAY + A_DAY)
        assert set(chosen.selection.items()) == expected, query


def test_a_row_of_the_register_and_its_csv_say_what_ended_it(client, relate, viewer):
    first = item("E/RES/2020/1", due=DAY)
    relate("renews", item("E/RES/2021/1"), first)
    client.force_login(viewer)
    shown = client.get("/register/?validity=superseded").content.decode()
    assert "Superseded by E/RES/2021/1#op1.1" in shown
    assert "overdue" not in shown.partition("<tbody>")[2]
    (row,) = csv.DictReader(io.StringIO(client.get("/register.csv?validity=superseded").getvalue().decode()))
    assert (row["validity"], row["validity_by"]) == ("superseded", "E/RES/2021/1#op1.1")
    reading_view = client.get("/resolutions/E/RES/2020/1/").content.decode()
    assert "Superseded by E/RES/2021/1#op1.1" in reading_view


def test_of_what_has_ended_nothing_is_looked_at_again(retire):
    it = item("E/RES/2020/1")
    much_later = dt.date(2023, 1, 1)
    assert Occurrence.objects.to_review(much_later).exists()
    retire(it)
    assert not Occurrence.objects.to_review(much_later).exists()
