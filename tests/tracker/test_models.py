"""What must never be in the tables of obligations and reports, the database itself refuses."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from resolutions.models import Clause, Entity, Resolution
from tests.conftest import person, speaks_for
from tests.constraints import Refusals, assert_database_refuses, constraints_of
from tests.register import DAY, accepted, line, occurrence, register
from tracker import cycles, evidence, reports, roles, schedule
from tracker.imports import import_file
from tracker.models import (
    ActionItem,
    Assignment,
    BulkJob,
    BulkRefusal,
    CarriedOver,
    Comment,
    CycleRequest,
    Digest,
    DueDateChange,
    Evidence,
    Feed,
    FocalPoint,
    FollowUpReport,
    Handover,
    ImportJob,
    Indicator,
    IndicatorValue,
    ItemRelation,
    MemberResponse,
    Notice,
    NoticePreference,
    Occurrence,
    RelationProposal,
    ReportingCycle,
    ReportLine,
    ReportStep,
    Retirement,
    ReviewPolicy,
    SavedFilter,
    SheetRow,
    StatusChange,
    TakenReading,
    TrackingSheet,
    Watch,
)

pytestmark = pytest.mark.django_db

EARLY, LATE = dt.date(2020, 1, 1), dt.date(2020, 12, 31)
NOW = dt.datetime(2021, 3, 1, tzinfo=dt.UTC)
PERIOD_BACKWARDS = {"period_from": LATE, "period_to": EARLY}

REFUSED: Refusals = {
    "item_nature_known": (ActionItem, {"nature": "wish", "status": "no_action"}),
    "item_status_known": (ActionItem, {"status": "forgotten"}),
    "item_without_obligation_needs_no_action": (ActionItem, {"nature": "none", "status": "implemented"}),
    "relation_once": (ItemRelation, {}),
    "relation_not_to_itself": (ItemRelation, {"later_id": lambda row: row.earlier_id}),
    "relation_kind_known": (ItemRelation, {"kind": "likes"}),
    "relation_undone_says_who_when_why": (ItemRelation, {"undone_at": NOW}),
    "carried_once_per_relation": (CarriedOver, {"closed": lambda row: StatusChange.objects.latest("id")}),
    "retired_once": (Retirement, {}),
    "retirement_says_why": (Retirement, {"why": ""}),
    "retirement_lifted_says_who_when_why": (Retirement, {"lifted_at": NOW}),
    "proposal_once_per_pair": (RelationProposal, {}),
    "proposal_not_to_itself": (RelationProposal, {"later_id": lambda row: row.earlier_id}),
    "proposal_kind_known": (RelationProposal, {"kind": "likes"}),
    "proposal_score_up_to_100": (RelationProposal, {"score": 101}),
    "proposal_settled_says_who_and_when": (RelationProposal, {"state": "dismissed"}),
    "assignment_once_per_entity": (Assignment, {}),
    "assignment_role_known": (Assignment, {"role": "bystander"}),
    "assignment_source_known": (Assignment, {"source": "rumour"}),
    "assignment_withdrawn_says_why": (Assignment, {"withdrawn_at": NOW}),
    "occurrence_sequence_once": (Occurrence, {"is_current": False}),
    "occurrence_one_current": (Occurrence, {"sequence": 9}),
    "occurrence_due_days_in_order": (
        Occurrence,
        {"due_source": "person", "due_from": LATE, "due_to": EARLY},
    ),
    "occurrence_without_stated_date_has_none": (Occurrence, {"due_source": "not_stated", "due_from": None}),
    "occurrence_due_source_known": (Occurrence, {"due_source": "rumour"}),
    "occurrence_status_known": (Occurrence, {"status": "forgotten"}),
    "occurrence_percentage_up_to_100": (Occurrence, {"percentage": 101}),
    "response_once_per_member": (MemberResponse, {}),
    "response_status_known": (MemberResponse, {"status": "forgotten"}),
    "response_percentage_up_to_100": (MemberResponse, {"percentage": 101}),
    "status_change_has_its_ground": (StatusChange, {"ground": "report"}),
    "status_change_between_known": (StatusChange, {"to_status": "forgotten"}),
    "status_change_changes_something": (StatusChange, {"from_status": lambda row: row.to_status}),
    "due_date_change_says_why": (DueDateChange, {"why": ""}),
    "focal_point_once_while_open": (FocalPoint, {}),
    "focal_point_ends_after_it_begins": (FocalPoint, {"valid_from": LATE, "valid_until": EARLY}),
    "cycle_period_in_order": (ReportingCycle, {"name": "Other", **PERIOD_BACKWARDS}),
    "cycle_due_after_it_begins": (ReportingCycle, {"name": "Other", "due_on": EARLY}),
    "report_period_in_order": (FollowUpReport, PERIOD_BACKWARDS),
    "report_state_known": (FollowUpReport, {"state": "lost"}),
    "report_reviewer_is_not_its_author": (FollowUpReport, {"reviewed_by": lambda row: row.author}),
    "report_review_says_who_and_when": (FollowUpReport, {"reviewed_at": None}),
    "report_accepted_was_submitted_and_reviewed": (FollowUpReport, {"submitted_at": None}),
    "report_sent_back_says_why": (FollowUpReport, {"state": "sent_back", "review_comment": ""}),
    "line_once_per_occurrence": (ReportLine, {}),
    "line_percentage_up_to_100": (ReportLine, {"percentage": 101}),
    "line_proposed_status_known": (ReportLine, {"proposed_status": "forgotten"}),
    "line_offsets_in_order": (ReportLine, {"end": lambda row: row.start}),
    "evidence_is_one_of_file_symbol_link": (Evidence, {"url": "https://example.org"}),
    "indicator_name_once_per_item": (Indicator, {}),
    "indicator_has_name_and_unit": (Indicator, {"name": "Other", "unit": ""}),
    "indicator_baseline_says_when": (Indicator, {"name": "Other", "baseline_on": None}),
    "indicator_target_says_when": (Indicator, {"name": "Other", "target": 5}),
    "indicator_value_once_per_line_and_day": (IndicatorValue, {}),
    "handover_says_why": (Handover, {"why": ""}),
    "handover_to_another": (Handover, {"to_user": lambda row: row.from_user}),
    "import_progress_up_to_100": (ImportJob, {"progress": 101}),
    "import_failed_says_why": (ImportJob, {"error": ""}),
    "import_finished_says_when": (ImportJob, {"finished_at": None}),
    "digest_once_per_person_and_period": (Digest, {}),
    "notice_once_per_person": (Notice, {}),
    "notice_kind_known": (Notice, {"kind": "gossip"}),
    "notice_leads_somewhere": (Notice, {"item": None}),
    "notice_of_a_due_date_says_which": (Notice, {"due_to": None}),
    "notice_frequency_known": (NoticePreference, {"frequency": "hourly"}),
    "notice_weekday_known": (NoticePreference, {"weekday": 7}),
    "comment_is_on_one_thing": (Comment, {"item": None}),
    "comment_says_something": (Comment, {"text": ""}),
    "watch_is_of_one_thing": (Watch, {"item": None}),
    "watch_item_once": (Watch, {}),
    "watch_resolution_once": (Watch, {"item": None, "resolution": lambda row: Resolution.objects.first()}),
    "watch_entity_once": (Watch, {"item": None, "entity": lambda row: Entity.objects.get(key="sg")}),
    "saved_filter_name_once_per_owner": (SavedFilter, {"on_my_work": False}),
    "saved_filter_one_on_my_work": (SavedFilter, {"name": "Another"}),
    "saved_filter_has_a_name": (SavedFilter, {"name": "", "on_my_work": False}),
    "feed_scope_known": (Feed, {"scope": "all", "token_hash": "b" * 64}),
    "feed_of_an_entity_names_it": (Feed, {"scope": "entity", "token_hash": "b" * 64}),
    "feed_keeps_only_a_hash": (Feed, {"token_hash": "in clear"}),
    "feed_once_while_open": (Feed, {"token_hash": "b" * 64}),
    "feed_once_an_entity_while_open": (
        Feed,
        {"scope": "entity", "entity": lambda row: Entity.objects.get(key="sg"), "token_hash": "b" * 64},
    ),
    "cycle_asks_once_about_an_occurrence": (CycleRequest, {}),
    "policy_once_per_organ_type_and_force": (ReviewPolicy, {}),
    "policy_months_at_least_one": (ReviewPolicy, {"force_from": 9, "then_months": 0}),
    "policy_force_up_to_ten": (ReviewPolicy, {"force_from": 11}),
    "policy_type_known": (ReviewPolicy, {"type": "shouting"}),
    "bulk_kind_known": (BulkJob, {"kind": "wish"}),
    "bulk_done_up_to_total": (BulkJob, {"done": 3, "total": 2}),
    "bulk_undone_says_why": (BulkJob, {"error": ""}),
    "bulk_finished_says_when": (BulkJob, {"finished_at": None}),
    "sheet_applied_was_checked_and_says_by_whom": (TrackingSheet, {"applied_at": NOW}),
    "sheet_row_once": (SheetRow, {}),
    "sheet_row_fate_known": (SheetRow, {"number": 3, "fate": "lost"}),
    "sheet_row_says_what_becomes_of_it": (SheetRow, {"number": 3, "words": ""}),
    "taken_for_a_while": (TakenReading, {"until": NOW, "clause": lambda row: Clause.objects.last()}),
    "refusal_once_per_row": (BulkRefusal, {}),
    "refusal_says_why": (BulkRefusal, {"why": "", "assignment": lambda row: Assignment.objects.last()}),
}


# Shown by a test of its own below: whatever breaks it breaks another one first.
APART = {"import_state_known", "bulk_state_known"}


@pytest.fixture
def full(today, secretariat, reviewer, manager):
    """Fill every table of obligations and reports."""
    register()
    asked = occurrence("Secretary-General")
    _between_resolutions(asked, manager)
    report = _reported(asked, secretariat, reviewer, manager)
    _asked_and_handed_over(asked, report, secretariat, reviewer, manager)
    _followed(asked, report, secretariat)
    _worked_in_bulk(asked, reviewer, manager)
    import_file(data=b"A letter about nothing in particular.", name="letter.md")


def _between_resolutions(asked, manager):
    earlier, later = ActionItem.objects.order_by("id")
    relation = ItemRelation.objects.create(
        later=later, earlier=earlier, kind="extends", effective_on=DAY, recorded_by=manager
    )
    CarriedOver.objects.create(
        relation=relation, from_occurrence=asked, closed=StatusChange.objects.earliest("id")
    )
    Retirement.objects.create(item=later, effective_on=DAY, why="Nobody needs it.", recorded_by=manager)
    RelationProposal.objects.create(later=later, earlier=earlier, kind="extends", basis="likeness", score=80)


def _reported(asked, secretariat, reviewer, manager):
    schedule.set_due(occurrence=asked, due_to=dt.date(2021, 12, 31), by=manager, why="Agreed.")
    report = accepted(secretariat, reviewer, line(asked))
    reports.reopen(report=report, by=reviewer, why="A file is missing.")
    evidence.add_document(report=report, by=secretariat, title="Report", speaks_for=DAY, symbol="E/2005/97")
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer)
    indicator = Indicator.objects.create(
        item=asked.assignment.item,
        name="Advisers",
        unit="posts",
        baseline=0,
        baseline_on=DAY,
        defined_by=manager,
    )
    IndicatorValue.objects.create(line=report.lines.get(), indicator=indicator, value="2.5", measured_on=DAY)
    return report


def _asked_and_handed_over(asked, report, secretariat, reviewer, manager):
    Handover.objects.create(
        entity=report.entity,
        from_user=secretariat,
        to_user=reviewer,
        effective_on=DAY,
        by=manager,
        why="Retired.",
    )
    cycle = cycles.open_cycle(
        name="2020",
        period_from=dt.date(2020, 2, 1),
        period_to=LATE,
        due_on=DAY,
        entities=[report.entity],
        by=manager,
    )
    CycleRequest.objects.create(cycle=cycle, entity=report.entity, occurrence=asked)
    ReviewPolicy.objects.create(force_from=8, first_months=12, then_months=12)


def _followed(asked, report, secretariat):
    item = asked.assignment.item
    digest = Digest.objects.create(user=secretariat, day=DAY, period="2021-02-01")
    told = {"user": secretariat, "item": item, "occurrence": asked, "due_to": DAY}
    Notice.objects.create(digest=digest, kind="overdue", key="overdue:1", **told)
    NoticePreference.objects.create(user=secretariat)
    Comment.objects.create(author=secretariat, item=item, text="Who drafts this?")
    for watched in (
        {"item": item},
        {"resolution": item.clause.paragraph.resolution},
        {"entity": report.entity},
    ):
        Watch.objects.create(user=secretariat, **watched)
    SavedFilter.objects.create(owner=secretariat, name="Mine", query="state=open", on_my_work=True)
    Feed.objects.create(owner=secretariat, scope="own", token_hash="a" * 64)
    Feed.objects.create(owner=secretariat, scope="entity", entity=report.entity, token_hash="c" * 64)


def _worked_in_bulk(asked, reviewer, manager):
    job = BulkJob.objects.create(
        kind="reassign",
        summary="Hand over",
        requested_by=manager,
        state="refused",
        error="One cannot.",
        finished_at=NOW,
    )
    BulkRefusal.objects.create(job=job, assignment=asked.assignment, why="It is closed.")
    sheet = TrackingSheet.objects.create(
        name="Tracker", sha256="a" * 64, content=b"a,b", headings=["a", "b"], uploaded_by=manager
    )
    SheetRow.objects.create(sheet=sheet, number=2, said={}, fate="nothing", words="Stands so already.")
    earlier = ActionItem.objects.earliest("id")
    until = NOW + dt.timedelta(days=1)
    TakenReading.objects.create(clause=earlier.clause, by=reviewer, taken_at=NOW, until=until)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("constraint", REFUSED)
def test_the_database_refuses(constraint):
    assert_database_refuses(constraint, *REFUSED[constraint])


def test_no_constraint_is_without_its_test():
    assert constraints_of("tracker") == set(REFUSED) | APART


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(("job", "named"), [(ImportJob, "import_"), (BulkJob, "bulk_")])
def test_a_job_has_no_state_that_nobody_knows(job, named):
    with pytest.raises(IntegrityError, match=named), transaction.atomic():
        job.objects.update(state="lost")


# --- Decisions are never changed ----------------------------------------------------------------------


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("model", [StatusChange, DueDateChange, ReportStep, Handover])
@pytest.mark.parametrize("operation", ["update", "delete", "raw update", "raw delete"])
def test_a_decision_is_never_changed_nor_deleted(model, operation):
    table, moment = model._meta.db_table, "recorded_at"
    deeds = {
        "update": lambda: model.objects.update(recorded_at=timezone.now()),
        "delete": lambda: model.objects.first().delete(),
        "raw update": lambda: connection.cursor().execute(f"UPDATE {table} SET {moment} = now()"),
        "raw delete": lambda: connection.cursor().execute(f"DELETE FROM {table}"),
    }
    before = list(model.objects.values())
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        deeds[operation]()
    assert list(model.objects.values()) == before


def test_every_table_keeps_its_history_or_never_changes():
    changing = {
        model.__name__
        for app in ("resolutions", "tracker")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Event") and not hasattr(model, "pgh_event_models")
    }
    never_changed = {"SourceFile", "StatusChange", "DueDateChange", "ReportStep", "Handover", "CycleRequest"}
    outbox = {"Digest", "Notice", "NewsMark", "RelationSearch"}
    assert changing == never_changed | outbox | {"BulkRefusal", "SheetRow"}


# --- A status is always explained ---------------------------------------------------------------------


@pytest.mark.usefixtures("committed_db")
def test_a_status_without_a_change_that_explains_it_is_refused():
    register()
    assignment = Assignment.objects.earliest("id")
    for write in (
        lambda: Occurrence.objects.update(status="implemented"),
        lambda: connection.cursor().execute("UPDATE tracker_occurrence SET status = 'implemented'"),
        lambda: Occurrence.objects.create(assignment=assignment, sequence=2, is_current=False),
    ):
        with pytest.raises(IntegrityError, match="no status change that explains it"), transaction.atomic():
            write()


@pytest.mark.usefixtures("committed_db")
def test_every_door_explains_the_status_it_writes():
    register()
    secretariat = speaks_for(person("secretariat", roles.FOCAL_POINT), "Secretary-General")
    reviewer = person("reviewer", roles.REVIEWER)
    report = accepted(secretariat, reviewer, line(occurrence("Secretary-General")))
    reports.reopen(report=report, by=reviewer, why="A file is missing.")
    assert occurrence("Secretary-General").status == "in_progress"
