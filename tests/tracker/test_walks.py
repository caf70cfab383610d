"""However people walk over the doors of reports and statuses, they reach nothing that the tables forbid."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.conftest import person, speaks_for
from tests.register import drafted, line, occurrence, register, submitted
from tracker import assigning, reports, roles, rollup, schedule, workflow
from tracker.models import (
    ActionItem,
    Assignment,
    DueDateChange,
    FollowUpReport,
    Ground,
    Occurrence,
    ReportLine,
    ReportStep,
    StatusChange,
)
from tracker.refusals import Refused
from tracker.statuses import BY_DECISION, BY_REPORT, REPORT_TRANSITIONS, ReportState, Status
from tracker.verification import faults

CHANGING = (
    Assignment,
    DueDateChange,
    Occurrence,
    ActionItem,
    FollowUpReport,
    ReportLine,
    ReportStep,
    StatusChange,
)
WHO = ("author", "reviewer", "manager", "stranger")


def mostly(name: str) -> st.SearchStrategy[str]:
    """Draw somebody, most often the one whose work it is, so that walks get far."""
    return st.sampled_from((name, name, name, *WHO))


statuses = st.sampled_from(list(Status))


def everything() -> list[object]:
    """Return all that the deeds of a walk may change."""
    return [list(model._base_manager.order_by("pk").values()) for model in CHANGING]


class Walk(RuleBasedStateMachine):
    """Four people do anything they can think of with one occurrence and the reports on it."""

    def __init__(self) -> None:
        super().__init__()
        self.day = transaction.atomic()
        self.day.__enter__()
        register()
        role = {"author": roles.FOCAL_POINT, "reviewer": roles.REVIEWER, "manager": roles.MANAGER}
        self.people: dict[str, User] = {name: person(name, role.get(name, "")) for name in WHO}
        author = speaks_for(self.people["author"], "Secretary-General")
        submitted(author, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
        submitted(author, line(occurrence("Secretary-General")))

    def teardown(self) -> None:
        found = list(faults())
        transaction.set_rollback(True)
        self.day.__exit__(None, None, None)
        assert found == []

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do something; what is refused must leave everything as it was."""
        before = everything()
        try:
            deed()
        except Refused:
            assert everything() == before

    def report(self, number: int) -> FollowUpReport | None:
        """Pick one of the reports, as somebody's browser would."""
        held = list(FollowUpReport.objects.order_by("id"))
        return held[number % len(held)] if held else None

    def step(self, deed: Callable[[FollowUpReport], object], number: int) -> None:
        """Take a step with one of the reports, if there is one."""
        report = self.report(number)
        if report:
            self.attempt(lambda: deed(report))

    @rule(who=mostly("author"), to=statuses)
    def draft(self, who: str, to: Status) -> None:
        self.attempt(lambda: drafted(self.people[who], line(occurrence("Secretary-General"), to)))

    @rule(who=mostly("author"), number=st.integers(0, 3))
    def submit(self, who: str, number: int) -> None:
        self.step(lambda report: reports.submit(report=report, by=self.people[who]), number)

    @rule(who=mostly("reviewer"), number=st.integers(0, 3))
    def accept(self, who: str, number: int) -> None:
        self.step(lambda report: reports.accept(report=report, by=self.people[who]), number)

    @rule(who=mostly("reviewer"), number=st.integers(0, 3), comment=st.sampled_from(["", "Add figures."]))
    def send_back(self, who: str, number: int, comment: str) -> None:
        by = self.people[who]
        self.step(lambda report: reports.send_back(report=report, by=by, comment=comment), number)

    @rule(who=mostly("reviewer"), number=st.integers(0, 3))
    def reopen(self, who: str, number: int) -> None:
        by = self.people[who]
        self.step(lambda report: reports.reopen(report=report, by=by, why="It was wrong."), number)

    @rule(who=mostly("author"), number=st.integers(0, 3))
    def withdraw(self, who: str, number: int) -> None:
        self.step(lambda report: reports.withdraw(report=report, by=self.people[who]), number)

    @rule(who=mostly("manager"), why=st.sampled_from(["", "It is for others."]))
    def withdraw_assignment(self, who: str, why: str) -> None:
        assignment, by = occurrence("Norway").assignment, self.people[who]
        self.attempt(lambda: assigning.withdraw(assignment=assignment, by=by, why=why))

    @rule(who=mostly("manager"))
    def assign_again(self, who: str) -> None:
        held, by = occurrence("Norway").assignment, self.people[who]
        self.attempt(lambda: assigning.assign(item=held.item, entity=held.entity, by=by))

    @rule(who=mostly("manager"), day=st.sampled_from([None, dt.date(2019, 1, 1), dt.date(2021, 12, 31)]))
    def set_due(self, who: str, day: dt.date | None) -> None:
        asked, by = occurrence("Secretary-General"), self.people[who]
        self.attempt(lambda: schedule.set_due(occurrence=asked, due_to=day, by=by, why="Agreed."))

    @rule(who=mostly("manager"), to=statuses, why=st.sampled_from(["", "The office told us."]))
    def decide(self, who: str, to: Status, why: str) -> None:
        asked, by = occurrence("Secretary-General"), self.people[who]
        self.attempt(lambda: workflow.decide_status(occurrence=asked, to=to, by=by, why=why))

    @invariant()
    def every_status_came_by_a_way_of_its_table(self) -> None:
        asked, at = occurrence("Secretary-General"), ""
        changes = list(StatusChange.objects.filter(occurrence=asked, response=None).order_by("id"))
        for change in changes:
            assert change.from_status == at
            at = change.to_status
            if change.ground != Ground.INTAKE:
                table = BY_REPORT if change.ground == Ground.REPORT else BY_DECISION
                assert change.to_status in table[Status(change.from_status)]
        assert (asked.status, asked.version) == (at, len(changes))

    @invariant()
    def every_report_came_by_a_way_of_its_table(self) -> None:
        for report in FollowUpReport.objects.all():
            at = ""
            for step in ReportStep.objects.filter(report=report).order_by("id"):
                assert step.from_state == at
                assert at == "" or step.to_state in REPORT_TRANSITIONS[ReportState(at)]
                at = step.to_state
            assert report.state == at
            assert report.reviewed_by is None or report.reviewed_by != report.author

    @invariant()
    def the_item_is_what_its_assignments_make_of_it(self) -> None:
        item = occurrence("Secretary-General").assignment.item
        assert item.status == rollup.status_of(item)


STEPS_OF_A_WALK = 30


@pytest.mark.django_db
def test_no_walk_leads_where_the_tables_forbid(pytestconfig):
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=max(1, pytestconfig.getoption("--walk-steps") // STEPS_OF_A_WALK),
            stateful_step_count=STEPS_OF_A_WALK,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
