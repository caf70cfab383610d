"""What the deeds of the matrix are tried on, made by people who are not among those who try."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count

from resolutions.models import Clause, Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import person, speaks_for
from tests.register import WORDS, line
from tests.tracker.matrix.people import OTHER, OWN
from tracker import cycles, reports, roles
from tracker.models import (
    Assignment,
    DueDateChange,
    Evidence,
    FollowUpReport,
    ImportJob,
    Occurrence,
    ReportingCycle,
    ReportLine,
    ReportStep,
    StatusChange,
)
from tracker.statuses import ReportState, Status

SYMBOL = "E/RES/2020/1"
NEW_NAME = "regional funding bodies"


@dataclass(frozen=True, slots=True)
class Things:
    """One of everything: an obligation of the entity, a report of it in each state, a cycle, a new name."""

    asked: Occurrence
    reports: dict[ReportState, FollowUpReport]
    cycle: ReportingCycle
    new_name: Entity


def things() -> Things:
    """Make them, with people who do nothing else here."""
    tracked(
        reading(
            SYMBOL,
            paragraph("1", asks(f"Requests the {OWN} to report", of=[OWN], doubts=["addressee_unknown"])),
            paragraph("2", asks(f"Invites the {OTHER} to help", verb="invite", of=[OTHER])),
            paragraph("3", asks(f"Invites {NEW_NAME} to help", verb="invite", of=[NEW_NAME])),
        )
    )
    author = speaks_for(person("the author", roles.FOCAL_POINT), OWN)
    asked = Occurrence.objects.get(assignment__entity__name=OWN)
    return Things(
        asked=asked,
        reports={state: _report(author, asked, state) for state in ReportState},
        cycle=cycles.open_cycle(
            name="The cycle",
            period_from=dt.date(2021, 1, 1),
            period_to=dt.date(2021, 12, 31),
            due_on=dt.date(2022, 1, 31),
            entities=[Entity.objects.get(name=OWN)],
            by=person("the manager", roles.MANAGER),
        ),
        new_name=Entity.objects.get(name=NEW_NAME),
    )


def _report(author: User, asked: Occurrence, state: ReportState) -> FollowUpReport:
    report = reports.draft(
        entity=asked.assignment.entity, by=author, words=WORDS, lines=[line(asked, Status.IN_PROGRESS)]
    )
    if state == ReportState.WITHDRAWN:
        reports.withdraw(report=report, by=author)
    elif state != ReportState.DRAFT:
        reports.submit(report=report, by=author)
    reviewer = User.objects.filter(username="the reviewer").first() or person("the reviewer", roles.REVIEWER)
    if state == ReportState.ACCEPTED:
        reports.accept(report=report, by=reviewer)
    elif state == ReportState.SENT_BACK:
        reports.send_back(report=report, by=reviewer, comment="Add figures.")
    return FollowUpReport.objects.get(pk=report.pk)


def trace() -> dict[str, object]:
    """Return what any deed of the matrix changes; it is the same before and after a deed that was refused."""
    written = (StatusChange, DueDateChange, ReportStep, FollowUpReport, Evidence, ImportJob)
    return {
        **{model.__name__: model._base_manager.count() for model in written},
        "words": list(ReportLine.objects.order_by("id").values_list("note", "report__action_taken")),
        "assigned": list(
            Assignment.objects.order_by("id").values_list("entity", "withdrawn_at", "item__nature_set_by")
        ),
        "review days": list(Occurrence.objects.order_by("id").values_list("review_on")),
        "readings": list(Clause.objects.order_by("id").values_list("review_state", "verb")),
        "cycles": list(ReportingCycle.objects.order_by("id").values_list("name", "closed_at")),
        "directory": list(
            Entity.objects.values_list("provisional", "merged_into").annotate(n=Count("id")).order_by()
        ),
    }
