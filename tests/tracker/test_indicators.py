"""Indicators: what is measured of an item, by whom it is said, and which values reports may give."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.conftest import TODAY, person, speaks_for
from tests.register import DAY, accepted, drafted, line, occurrence, register, submitted
from tracker import indicators, reports, roles
from tracker.indicator_charts import drawn
from tracker.indicators import Definition
from tracker.measured import measured
from tracker.models import ActionItem, Assignment, Indicator, IndicatorValue
from tracker.refusals import NotAllowed, Refused
from tracker.report_lines import Measure
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FUND = Definition(
    "Voluntary contributions to the Fund",
    "US dollars per year",
    adds_up=True,
    baseline=Decimal(50_000),
    baseline_on=dt.date(2019, 12, 31),
    target=Decimal(200_000),
    target_on=dt.date(2022, 12, 31),
)
END_OF_2020 = dt.date(2020, 12, 31)


@pytest.fixture
def invited(db) -> ActionItem:
    """Give the item that invites Member States to help."""
    register()
    return occurrence("Member States").assignment.item


@pytest.fixture
def fund(invited, manager) -> Indicator:
    return indicators.define(item=invited, by=manager, as_=FUND)


def gave(fund: Indicator, amount: str, on: dt.date = END_OF_2020, to: Status = Status.IN_PROGRESS):
    """Return a line of Member States' obligation with a value."""
    measure = Measure(fund, Decimal(amount), on)
    return line(occurrence("Member States"), to, measures=(measure,))


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "reviewer"])
def test_only_managers_and_data_entry_say_what_is_measured(invited, request, who):
    with pytest.raises(NotAllowed):
        indicators.define(item=invited, by=request.getfixturevalue(who), as_=FUND)
    assert not Indicator.objects.exists()


@pytest.mark.parametrize("who", ["viewer", "secretariat"])
def test_nobody_else_changes_or_retires_it(fund, request, who):
    by = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        indicators.change(indicator=fund, by=by, as_=replace(FUND, target=Decimal(1)))
    with pytest.raises(NotAllowed):
        indicators.retire(indicator=fund, by=by, why="Not needed.")


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        pytest.param({"name": " "}, "name", "Say what is measured", id="no name"),
        pytest.param({"unit": ""}, "unit", "Give the unit", id="no unit"),
        pytest.param({"baseline_on": None}, "baseline", "and its day", id="a baseline of no day"),
        pytest.param({"target": None}, "target", "and its day", id="a day without a target"),
        pytest.param({"target": Decimal("1e16")}, "target", "at most 16 digits", id="too large"),
        pytest.param({"target": Decimal("NaN")}, "target", "Give a number", id="no number"),
        pytest.param({"target": Decimal("0.00001")}, "target", "decimal places", id="too fine"),
    ],
)
def test_an_indicator_that_says_too_little_is_refused(invited, manager, change, field, told):
    with pytest.raises(Refused, match=told) as refusal:
        indicators.define(item=invited, by=manager, as_=replace(FUND, **change))
    assert refusal.value.field == field


def test_it_measures_an_addressee_of_its_own_item_only(invited, manager):
    elsewhere = Assignment.objects.exclude(item=invited).first()
    with pytest.raises(Refused, match="assigned to another item"):
        indicators.define(item=invited, by=manager, as_=replace(FUND, assignment=elsewhere))


def test_the_same_is_not_measured_twice(fund, invited, manager):
    with pytest.raises(Refused, match="already"):
        indicators.define(item=invited, by=manager, as_=FUND)


def test_the_unit_of_reported_values_stays(fund, manager, norway):
    drafted(norway, gave(fund, "10"), entity="Norway")
    with pytest.raises(Refused, match="Retire this indicator"):
        indicators.change(indicator=fund, by=manager, as_=replace(FUND, unit="euros per year"))


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        pytest.param([("10", TODAY + dt.timedelta(days=1))], "lies in the future", id="a day to come"),
        pytest.param([("1", DAY), ("2", DAY)], "twice for the same day", id="twice for a day"),
        pytest.param([("1e17", DAY)], "at most 16 digits", id="too large"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_is_written(fund, norway, measures, told):
    said = tuple(Measure(fund, Decimal(value), day) for value, day in measures)
    with pytest.raises(Refused, match=told):
        drafted(norway, line(occurrence("Member States"), measures=said), entity="Norway")
    assert not IndicatorValue.objects.exists()


def test_a_value_of_another_items_indicator_is_refused(fund, secretariat):
    with pytest.raises(Refused, match="does not measure what"):
        drafted(
            secretariat, line(occurrence("Secretary-General"), measures=(Measure(fund, Decimal(1), DAY),))
        )


def test_a_retired_indicator_takes_no_new_value_and_keeps_the_old(fund, manager, norway):
    report = drafted(norway, gave(fund, "10"), entity="Norway")
    indicators.retire(indicator=fund, by=manager, why="The Fund was closed.")
    words = reports.Words(report.period_from, report.period_to, "More.")
    reports.edit(report=report, by=norway, words=words, lines=[gave(fund, "11")])
    assert IndicatorValue.objects.get().value == 11
    with pytest.raises(Refused, match="no longer measured"):
        reports.edit(report=report, by=norway, words=words, lines=[gave(fund, "12", on=DAY)])


def test_a_line_that_says_nothing_of_values_leaves_them(fund, norway):
    report = drafted(norway, gave(fund, "10"), entity="Norway")
    words = reports.Words(report.period_from, report.period_to, "More.")
    reports.edit(
        report=report, by=norway, words=words, lines=[line(occurrence("Member States"), Status.IN_PROGRESS)]
    )
    assert IndicatorValue.objects.get().value == 10
    without = line(occurrence("Member States"), Status.IN_PROGRESS, measures=())
    reports.edit(report=report, by=norway, words=words, lines=[without])
    assert not IndicatorValue.objects.exists()


def test_a_value_counts_once_its_report_is_accepted_and_no_longer_when_it_is_opened_again(
    fund, invited, norway, reviewer, viewer
):
    def standing() -> list[Decimal]:
        (told,) = measured(invited, reader=viewer, on=TODAY)
        return [point.value for point in told.points]

    report = submitted(norway, gave(fund, "10"), entity="Norway")
    assert standing() == []
    reports.accept(report=report, by=reviewer)
    assert standing() == [10]
    reports.reopen(report=report, by=reviewer, why="A wrong sum.")
    assert standing() == []


def test_contributions_add_up_and_the_later_report_on_a_day_counts(fund, invited, norway, reviewer, viewer):
    sweden = speaks_for(person("sweden", roles.FOCAL_POINT), "Sweden")
    accepted(norway, reviewer, gave(fund, "10"), entity="Norway")
    accepted(norway, reviewer, gave(fund, "12", to=Status.PARTIALLY_IMPLEMENTED), entity="Norway")
    accepted(sweden, reviewer, gave(fund, "30"), entity="Sweden")
    (told,) = measured(invited, reader=viewer, on=TODAY)
    assert [(point.day, point.value) for point in told.points] == [(END_OF_2020, Decimal(42))]


def test_a_member_sees_its_own_values_alone(fund, invited, norway, reviewer):
    sweden = speaks_for(person("sweden", roles.FOCAL_POINT), "Sweden")
    accepted(norway, reviewer, gave(fund, "10"), entity="Norway")
    accepted(sweden, reviewer, gave(fund, "30"), entity="Sweden")
    (told,) = measured(invited, reader=norway, on=TODAY)
    assert [row.value for row in told.rows] == [10]


def test_whoever_may_not_see_the_item_sees_no_indicator_of_it(fund, invited, secretariat):
    assert measured(invited, reader=secretariat, on=TODAY) == []


def test_the_chart_spans_from_the_baseline_to_the_target(fund, invited, norway, reviewer, viewer):
    accepted(norway, reviewer, gave(fund, "100000"), entity="Norway")
    chart = drawn(measured(invited, reader=viewer, on=TODAY)[0])
    assert chart is not None
    assert (chart.first_day, chart.last_day) == (FUND.baseline_on, FUND.target_on)
    assert [level.word for level in chart.levels] == ["baseline 50,000", "target 200,000"]
    (dot,) = chart.dots
    ys = [float(y) for y in (chart.levels[0].y, dot.y, chart.levels[1].y)]
    assert ys == sorted(ys, reverse=True)
    assert dot.words == "31 December 2020: 100,000"


def test_a_chart_of_nothing_is_none(fund, invited, viewer):
    assert drawn(measured(invited, reader=viewer, on=TODAY)[0]) is None
