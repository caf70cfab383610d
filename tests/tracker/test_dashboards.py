"""The panels of the overview count what their lists hold."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import asks, paragraph, reading, states, tracked
from tests.conftest import TODAY
from tests.register import accepted, line, occurrence, submitted
from tracker import dashboards
from tracker.charts import BARS_SHOWN, drawn
from tracker.dashboards import CHARTS, Chart, Number, counted, head_numbers, needs
from tracker.models import Occurrence
from tracker.selection import Selection
from tracker.statuses import Status
from tracker.workflow import decide_status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LATE, THIS_MONTH, NEXT_MONTH, FAR = (
    dt.date(2021, 2, 28),
    dt.date(2021, 3, 31),
    dt.date(2021, 4, 1),
    dt.date(2023, 1, 1),
)


@pytest.fixture
def filled(today, secretariat, reviewer):
    """Track work that is overdue, due this month, due next month, far off, undated, and asked of nobody."""
    both = "Requests the Secretary-General and Norway to report"
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(both, of=["Secretary-General", "Norway"], due=LATE)),
            paragraph("2", asks(due=THIS_MONTH)),
            paragraph("3", asks(due=NEXT_MONTH)),
            paragraph("4", asks("Invites the World Bank to lend", verb="invite", of=["World Bank"], due=FAR)),
            paragraph("5", asks(doubts=["unsure"])),
            paragraph("6", asks("Calls for restraint", verb="call for", of=[])),
            paragraph("7", states()),
        )
    )
    first = occurrence_of("1", "Secretary-General")
    accepted(secretariat, reviewer, line(first))


def occurrence_of(label: str, entity: str):
    return Occurrence.objects.get(
        assignment__item__clause__paragraph__label=label, assignment__entity__name=entity
    )


def told(numbers: list[Number]) -> dict[str, int]:
    return {number.word: number.count for number in numbers}


def bars(chart: Chart) -> dict[str, int]:
    return {bar.whole.word: bar.whole.count for bar in chart.bars if bar.whole.count}


@pytest.mark.usefixtures("filled")
def test_the_five_numbers(manager):
    assert told(head_numbers(Selection(manager, TODAY))) == {
        "obligations in force": 6,
        "open": 6,
        "due within 90 days": 2,
        "overdue": 1,
        "implemented": 0,
    }


@pytest.mark.usefixtures("filled")
def test_where_one_addressee_is_in_view_its_own_status_counts(manager, secretariat):
    expected = {
        "obligations in force": 4,
        "open": 3,
        "due within 90 days": 2,
        "overdue": 0,
        "implemented": 1,
    }
    assert told(head_numbers(Selection(manager, TODAY, {"entity": "sg"}))) == expected
    assert told(head_numbers(Selection(secretariat, TODAY))) == expected


@pytest.mark.usefixtures("filled")
def test_a_stranger_counts_nothing(stranger):
    selection = Selection(stranger, TODAY)
    assert set(told(head_numbers(selection)).values()) == {0}
    assert [bars(chart(selection)) for chart in CHARTS.values()] == [{}, {}, {}, {}]


@pytest.mark.usefixtures("filled")
def test_addressees_come_by_what_they_have_open(manager):
    chart = dashboards.by_addressee(Selection(manager, TODAY))
    assert bars(chart) == {"Secretary-General": 4, "Norway": 1, "World Bank": 1}
    assert chart.parts == ("Not started", "Implemented")
    assert told(list(chart.bars[0].parts)) == {"Not started": 3, "Implemented": 1}


@pytest.mark.usefixtures("filled")
def test_a_focal_point_sees_itself_alone_among_the_addressees(secretariat):
    assert bars(dashboards.by_addressee(Selection(secretariat, TODAY))) == {"Secretary-General": 4}


@pytest.mark.usefixtures("filled")
def test_verbs_are_those_of_obligations(manager):
    chart = dashboards.by_verb(Selection(manager, TODAY))
    assert list(bars(chart).items()) == [("request", 4), ("call for", 1), ("invite", 1)]


@pytest.mark.usefixtures("filled")
def test_open_work_is_overdue_in_a_month_later_or_undated(manager):
    assert bars(dashboards.by_due_month(Selection(manager, TODAY))) == {
        "Overdue": 1,
        "March 2021": 1,
        "April 2021": 1,
        "Later": 1,
        "No due date stated": 1,
        "Nobody assigned": 1,
    }


@pytest.mark.usefixtures("filled")
def test_what_was_done_counts_in_the_month_it_took_effect(manager):
    decide_status(
        occurrence=occurrence_of("4", "World Bank"),
        to=Status.IMPLEMENTED,
        by=manager,
        why="It lent.",
        effective_on=dt.date(2020, 7, 21),
    )
    chart = dashboards.by_month_implemented(Selection(manager, TODAY))
    assert bars(chart) == {"July 2020": 1, "February 2021": 1}


@pytest.mark.usefixtures("filled")
def test_what_is_not_implemented_any_more_is_not_counted_as_done(manager):
    again = occurrence_of("1", "Secretary-General")
    decide_status(occurrence=again, to=Status.IN_PROGRESS, by=manager, why="Accepted in error.")
    assert bars(dashboards.by_month_implemented(Selection(manager, TODAY))) == {}


@pytest.mark.usefixtures("filled")
def test_what_needs_a_person_is_named_where_there_is_any(manager, secretariat):
    assert told(needs(Selection(manager, TODAY))) == {
        "Clauses with a doubtful reading": 1,
        "Obligations without an addressee": 1,
        "Open obligations whose addressee has no focal point": 2,
    }
    assert needs(Selection(secretariat, TODAY)) == []


def test_reports_to_review_are_counted(manager, secretariat):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    submitted(secretariat, line(occurrence("Secretary-General")))
    assert dashboards.reports_to_review(Selection(manager, TODAY)) == 1


@pytest.mark.usefixtures("filled")
def test_this_weeks_changes_are_those_recorded_in_seven_days(manager):
    number, changes = dashboards.changes_this_week(Selection(manager, TODAY))
    assert (number.count, len(changes)) == (1, 1)
    number, changes = dashboards.changes_this_week(Selection(manager, TODAY + dt.timedelta(days=6)))
    assert (number.count, len(changes)) == (1, 1)
    number, changes = dashboards.changes_this_week(Selection(manager, TODAY + dt.timedelta(days=7)))
    assert (number.count, changes) == (0, [])


@pytest.mark.usefixtures("filled")
def test_the_steps_of_reports_are_seen_by_those_who_see_the_report(manager, secretariat, norway):
    assert len(dashboards.report_steps_this_week(Selection(manager, TODAY))) == 3
    assert len(dashboards.report_steps_this_week(Selection(secretariat, TODAY))) == 3
    assert dashboards.report_steps_this_week(Selection(norway, TODAY)) == []


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("values", [{}, {"entity": "sg"}, {"verb": "request", "organ": "ECOSOC"}])
@pytest.mark.parametrize("key", CHARTS)
def test_every_bar_and_part_is_the_length_of_its_list(manager, key, values):
    chart = CHARTS[key](Selection(manager, TODAY, values))
    numbers = [number for bar in chart.bars for number in (bar.whole, *bar.parts)]
    assert numbers
    assert [n.count for n in numbers] == [n.selection.items().count() for n in numbers]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("key", CHARTS)
def test_a_panel_is_one_query_and_two_more_for_the_organs_day_and_what_nobody_is_assigned(manager, key):
    manager.has_perm("tracker.see_all_entities")
    with CaptureQueriesContext(connection) as queries:
        CHARTS[key](Selection(manager, TODAY))
    assert len(queries) == (3 if key == "due" else 1)


@pytest.mark.usefixtures("filled")
def test_many_numbers_are_one_query(manager):
    selection = Selection(manager, TODAY)
    manager.has_perm("tracker.see_all_entities")
    with CaptureQueriesContext(connection) as queries:
        counted({"all": selection, "requests": selection.narrowed(verb="request")})
    assert len(queries) == 1


def test_the_longest_bar_fills_the_width_and_its_parts_follow_each_other(manager):
    everything = Selection(manager, TODAY)
    first = dashboards._bar(
        "one",
        everything,
        [
            Number("Not started", 1, everything, Status.NOT_STARTED),
            Number("Implemented", 3, everything, Status.IMPLEMENTED),
        ],
    )
    second = dashboards._bar("two", everything, [Number("Implemented", 1, everything, Status.IMPLEMENTED)])
    chart = Chart("addressees", "", "", "", (first, second), ("Not started", "Implemented"))
    placed = [[(part.start, part.width, part.sign) for part in bar.parts] for bar in drawn(chart).bars]
    assert placed == [[("0.00%", "25.00%", "○"), ("25.00%", "75.00%", "●")], [("0.00%", "25.00%", "●")]]
    assert drawn(chart).bars[1].cells[0] == ("Not started", None)


def test_a_chart_shows_its_first_bars_and_tells_how_many_more_there_are(manager):
    everything = Selection(manager, TODAY)
    one = dashboards._bar("one", everything, [Number("one", 1, everything)])
    drawing = drawn(Chart("verbs", "", "", "", (one,) * (BARS_SHOWN + 3)))
    assert (len(drawing.bars), drawing.hidden) == (BARS_SHOWN, 3)


def test_a_chart_in_time_leaves_out_the_months_without_any(manager):
    everything = Selection(manager, TODAY)
    some, none = (dashboards._bar("m", everything, [Number("m", n, everything)]) for n in (1, 0))
    drawing = drawn(Chart("due", "", "", "", (some, none) * 8, in_time=True))
    assert (len(drawing.bars), drawing.hidden) == (8, 8)
