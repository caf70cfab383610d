"""When a series falls due next."""

import datetime as dt
from itertools import islice

import pytest

from tests.series import asked_every, day
from tracker.models import Occurrence
from tracker.recurrence import Days, NoRule, next_days, rule_from

YEARLY = "FREQ=YEARLY"


@pytest.mark.parametrize(
    "words", ["", "annually", "FREQ=HOURLY", "FREQ=DAILY", "FREQ=DAILY;INTERVAL=6", "FREQ=EVER", "INTERVAL=2"]
)
def test_what_makes_no_series_of_due_dates_is_refused(words):
    with pytest.raises(NoRule):
        rule_from(words, dt.date(2021, 1, 1))


@pytest.mark.parametrize(
    ("rule", "start", "then"),
    [
        (YEARLY, "2020-07-20", ["2021-07-20", "2022-07-20"]),
        ("FREQ=YEARLY;INTERVAL=2", "2020-07-20", ["2022-07-20", "2024-07-20"]),
        ("FREQ=MONTHLY;INTERVAL=3", "2020-11-30", ["2021-02-28", "2021-05-30"]),
        ("FREQ=MONTHLY", "2021-01-31", ["2021-02-28", "2021-03-31", "2021-04-30"]),
        (YEARLY, "2020-02-29", ["2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"]),
        ("FREQ=DAILY;INTERVAL=60", "2021-01-01", ["2021-03-02"]),
        ("FREQ=WEEKLY", "2021-01-01", ["2021-01-08"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "2021-01-15", ["2021-02-15"]),
    ],
)
def test_a_series_goes_on_by_its_rule_and_a_short_month_has_its_last_day(rule, start, then):
    days = rule_from(rule, day(start)).xafter(dt.datetime.combine(day(start), dt.time()))
    assert [str(one.date()) for one in islice(days, len(then))] == then


@pytest.mark.django_db
def test_the_next_time_keeps_the_length_of_the_interval():
    asked = asked_every(YEARLY, first=day("2021-01-01"), last=day("2021-03-31"))
    assert next_days(asked) == Days(day("2022-01-01"), day("2022-03-31"))


@pytest.mark.django_db
def test_a_short_february_does_not_shift_what_follows():
    asked = asked_every("FREQ=MONTHLY", last=day("2021-01-31"))
    february = Occurrence(
        assignment=asked.assignment, sequence=2, recurrence="FREQ=MONTHLY", due_to=day("2021-02-28")
    )
    assert next_days(february) == Days(day("2021-03-31"), day("2021-03-31"))
    february.due_to = day("2021-02-20")  # a person moved it: the series goes on from there
    assert next_days(february) == Days(day("2021-03-20"), day("2021-03-20"))


@pytest.mark.django_db
@pytest.mark.parametrize("rule", ["", "annually", "FREQ=YEARLY;COUNT=1", "FREQ=YEARLY;UNTIL=20210630T000000"])
def test_a_series_that_has_ended_or_cannot_be_read_has_no_next_time(rule):
    assert next_days(asked_every(rule, last=day("2021-01-31"))) is None


@pytest.mark.django_db
def test_what_is_due_at_a_session_is_due_next_at_the_session_a_year_later():
    following = next_days(asked_every(YEARLY, at_session="58", organ="GA"))
    assert following is not None
    assert (following.first, following.last.year) == (day("2004-09-14"), 2005)


@pytest.mark.django_db
def test_how_often_without_from_when_is_due_a_step_after_the_adoption_as_an_estimate():
    asked = asked_every(YEARLY)
    assert (asked.due_to, asked.due_estimated, asked.due_source) == (day("2021-07-20"), True, "text")
    assert asked.review_on is None
