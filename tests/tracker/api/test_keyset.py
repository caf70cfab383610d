"""Pages by position: whatever happens between two pages, what was there all along comes exactly once."""

import datetime as dt
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolutions.models import Organ, Resolution
from tracker.api.keyset import Key, read_page

pytestmark = pytest.mark.django_db

ORDERS = {
    "newest first, undated last": (Key("adopted_on", descending=True), Key("pk", descending=True)),
    "oldest first, undated last": (Key("adopted_on"), Key("pk")),
    "two keys in opposite directions": (Key("adopted_on", descending=True), Key("title"), Key("pk")),
    "over a relation that may be missing": (Key("organ__code"), Key("adopted_on"), Key("pk")),
}
ORGANS: list[int] = []
DAYS = [None, dt.date(2020, 1, 1), dt.date(2020, 1, 2), dt.date(2021, 1, 1)]


def added(dice: random.Random, count: int) -> list[Resolution]:
    return Resolution.objects.bulk_create(
        Resolution(
            symbol=f"E/RES/{dice.random()}",
            title=dice.choice("abc"),
            adopted_on=dice.choice(DAYS),
            organ_id=dice.choice([None, *ORGANS]),
        )
        for _ in range(count)
    )


@pytest.fixture(autouse=True)
def organs(db: None) -> None:
    ORGANS[:] = Organ.objects.values_list("pk", flat=True)[:2]


def walk(
    keys: tuple[Key, ...],
    size: int,
    *,
    backwards: bool = False,
    start: list[object] | None = None,
    between: Callable[[], None] = lambda: None,
) -> list[int]:
    """Return the primary keys of all pages from a position on, letting something happen between them."""
    seen: list[int] = []
    position = start
    while True:
        page = read_page(Resolution.objects.all(), keys, size=size, position=position, backwards=backwards)
        rows = [row.pk for row in page.rows]
        seen = [*rows, *seen] if backwards else [*seen, *rows]
        position = page.before if backwards else page.after
        if position is None:
            return seen
        between()


@pytest.mark.parametrize("keys", ORDERS.values(), ids=ORDERS.keys())
@given(seed=st.integers(0, 10**6), count=st.integers(0, 25), size=st.integers(1, 7))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_stays_comes_exactly_once_while_rows_are_added_changed_and_deleted(keys, seed, count, size):
    Resolution.objects.all().delete()
    dice = random.Random(seed)
    rows = added(dice, count)
    staying = {row.pk for row in rows[: count // 2 + 1]}

    def something_happens() -> None:
        added(dice, dice.randrange(3))
        Resolution.objects.filter(pk__in=[row.pk for row in rows]).update(vote=str(dice.random()))
        passing = Resolution.objects.exclude(pk__in=staying).order_by("?").first()
        if passing:
            passing.delete()
        if dice.random() < 0.3:
            Resolution.objects.exclude(pk__in=staying).update(adopted_on=dice.choice(DAYS))

    seen = walk(keys, size, between=something_happens)
    assert sorted(pk for pk in seen if pk in staying) == sorted(staying)


@pytest.mark.parametrize("keys", ORDERS.values(), ids=ORDERS.keys())
def test_the_way_back_shows_the_same_rows_in_the_same_order(keys):
    added(random.Random(1), 23)
    there = walk(keys, 4)
    whole = read_page(Resolution.objects.all(), keys, size=100)
    assert there == [row.pk for row in whole.rows]
    last = whole.rows[-1]
    end = [getattr(last, f"key_{at}") for at in range(len(keys))]
    assert walk(keys, 4, backwards=True, start=end) == there[:-1]


def test_any_number_of_rows_may_share_a_key():
    moment = dt.datetime(2021, 1, 1, tzinfo=dt.UTC)
    added(random.Random(1), 300)
    Resolution.objects.update(updated_at=moment)
    seen = walk((Key("updated_at"), Key("pk")), 7)
    assert (len(seen), len(set(seen))) == (300, 300)


def test_an_empty_list_has_one_empty_page():
    page = read_page(Resolution.objects.none(), (Key("pk"),), size=5)
    assert (page.rows, page.after, page.before) == ([], None, None)
