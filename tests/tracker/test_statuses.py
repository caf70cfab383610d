"""The tables of the state machines hang together."""

import pytest

from tracker.statuses import (
    BY_DECISION,
    BY_REPORT,
    CLOSED,
    EDITABLE,
    OPEN,
    REPORT_TRANSITIONS,
    SHAPES,
    ReportState,
    Status,
)


@pytest.mark.parametrize(
    ("table", "states"),
    [(BY_REPORT, Status), (BY_DECISION, Status), (REPORT_TRANSITIONS, ReportState), (SHAPES, Status)],
    ids=["by report", "by decision", "report", "shapes"],
)
def test_every_state_has_its_line(table, states):
    assert set(table) == set(states)


@pytest.mark.parametrize("table", [BY_REPORT, BY_DECISION, REPORT_TRANSITIONS])
def test_nothing_becomes_what_it_is_and_no_way_is_named_twice(table):
    for from_, tos in table.items():
        assert from_ not in tos
        assert len(set(tos)) == len(tos)


def test_every_status_is_open_or_closed_or_asks_for_nothing():
    assert sorted([*OPEN, *CLOSED, Status.NO_ACTION]) == sorted(Status)


def test_whatever_a_report_may_do_a_decision_may_too():
    for from_, tos in BY_REPORT.items():
        assert set(tos) <= set(BY_DECISION[from_])


def test_a_report_opens_nothing_that_is_closed_and_never_finds_that_nothing_was_asked():
    assert all(BY_REPORT[status] == () for status in (*CLOSED, Status.NO_ACTION))
    assert all(Status.NO_ACTION not in tos for tos in BY_REPORT.values())


def test_a_decision_can_open_whatever_is_closed():
    assert all(set(BY_DECISION[status]) & set(OPEN) for status in (*CLOSED, Status.NO_ACTION))


@pytest.mark.parametrize("start", Status)
def test_every_status_can_be_left_and_reached(start):
    assert BY_DECISION[start]
    assert any(start in tos for tos in BY_DECISION.values())


def test_only_what_can_be_submitted_can_be_edited():
    assert {state for state, tos in REPORT_TRANSITIONS.items() if ReportState.SUBMITTED in tos} == set(
        EDITABLE
    )


def test_no_two_statuses_look_alike():
    assert len(set(SHAPES.values())) == len(Status)
    assert Status.IMPLEMENTED.shape == "●"
