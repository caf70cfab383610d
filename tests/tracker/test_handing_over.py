"""A focal point's work goes over to another person in one act, and the history says so."""

import datetime as dt

import pytest
from django.contrib.auth.models import User

from resolutions.models import Entity
from tests.conftest import TODAY, person, speaks_for
from tests.register import drafted, line, occurrence, register, submitted
from tracker import permissions, reports, roles
from tracker.handing_over import hand_over, who_can_answer
from tracker.models import FocalPoint, FollowUpReport, Handover, Watch
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def successor(db):
    register()
    return person("successor", roles.FOCAL_POINT)


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "clerk", "reviewer"])
def test_only_who_appoints_hands_work_over(request, secretariat, successor, who):
    with pytest.raises(NotAllowed):
        hand_over(from_user=secretariat, to_user=successor, by=request.getfixturevalue(who), why="On leave.")
    assert not Handover.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"why": " "}, "why", id="no reason"),
        pytest.param({"to_user": "secretariat"}, "to_user", id="to oneself"),
        pytest.param({"to_user": "stranger"}, "to_user", id="to somebody without a role"),
        pytest.param({"to_user": "viewer"}, "to_user", id="to somebody who only looks"),
        pytest.param({"from_user": "viewer"}, "from_user", id="of somebody who speaks for nobody"),
    ],
)
def test_what_cannot_be_handed_over_is_refused(request, secretariat, successor, manager, change, field):
    people = {k: request.getfixturevalue(v) for k, v in change.items() if k != "why"}
    given = {"from_user": secretariat, "to_user": successor, "why": "On leave."} | change | people
    with pytest.raises(Refused) as refusal:
        hand_over(by=manager, **given)
    assert refusal.value.field == field
    assert permissions.is_focal_point(secretariat, Entity.objects.get(name="Secretary-General"))


def test_only_those_who_could_answer_are_offered(successor, secretariat, viewer, stranger, administrator):
    User.objects.filter(pk=administrator.pk).update(is_active=False)
    assert list(who_can_answer()) == [secretariat, successor]


def test_appointment_drafts_and_watches_go_over_and_the_row_says_who_and_why(secretariat, successor, manager):
    draft = drafted(secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
    item = occurrence("Secretary-General").assignment.item
    entity = draft.entity
    Watch.objects.create(user=secretariat, entity=entity)
    Watch.objects.create(user=secretariat, item=item)
    Watch.objects.create(user=successor, item=item)
    (row,) = hand_over(from_user=secretariat, to_user=successor, by=manager, why="Moved to Nairobi.")
    assert (row.entity, row.by, row.why, row.moved) == (
        entity, manager, "Moved to Nairobi.", {"drafts": 1, "watches": 1}
    )  # fmt: skip
    draft.refresh_from_db()
    assert draft.author == successor
    assert permissions.may_edit_report(successor, draft)
    assert not permissions.may_edit_report(secretariat, draft)
    assert list(Watch.objects.values_list("user", flat=True)) == [successor.pk] * 2
    assert FocalPoint.objects.get(user=secretariat).valid_until == TODAY - dt.timedelta(days=1)


def test_the_history_of_a_report_names_who_handed_it_over(secretariat, successor, manager):
    draft = drafted(secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
    hand_over(from_user=secretariat, to_user=successor, by=manager, why="Retired.")
    last = draft.events.order_by("-pgh_id").first()  # type: ignore[attr-defined]
    assert (last.author_id, last.pgh_context.metadata) == (
        successor.pk,
        {"user": manager.pk, "why": "Retired."},
    )


def test_of_several_entities_the_chosen_ones_go_over(secretariat, successor, manager, entity):
    speaks_for(secretariat, "Norway")
    hand_over(
        from_user=secretariat, to_user=successor, by=manager, why="Shared out.", entities=[entity("Norway")]
    )
    assert permissions.is_focal_point(secretariat, entity("Secretary-General"))
    assert not permissions.is_focal_point(secretariat, entity("Norway"))
    assert permissions.is_focal_point(successor, entity("Norway"))


def test_an_appointment_that_began_today_is_taken_back(successor, manager, norway, entity):
    norway.focal_points.update(valid_from=TODAY)
    hand_over(from_user=norway, to_user=successor, by=manager, why="A mistake.")
    assert not norway.focal_points.exists()
    assert permissions.is_focal_point(successor, entity("Norway"))


def test_what_was_handed_in_keeps_its_author_and_comes_back_to_the_successor(
    secretariat, successor, manager, reviewer
):
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    hand_over(from_user=secretariat, to_user=successor, by=manager, why="Retired.")
    report.refresh_from_db()
    assert report.author == secretariat
    reports.send_back(report=report, by=reviewer, comment="Which countries?")
    assert permissions.may_edit_report(successor, report)


def test_a_draft_that_was_sent_back_by_the_successor_keeps_its_author(secretariat, manager, reviewer):
    register()
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    reports.send_back(report=report, by=reviewer, comment="Which countries?")
    hand_over(from_user=secretariat, to_user=reviewer, by=manager, why="Short of people.")
    report.refresh_from_db()
    assert report.author == secretariat
    assert permissions.may_edit_report(reviewer, report)


# --- Nobody reviews what they had a part in -----------------------------------------------------------


def test_who_wrote_a_draft_cannot_review_it_after_handing_it_over(reviewer, successor, manager):
    speaks_for(reviewer, "Secretary-General")
    report = drafted(reviewer, line(occurrence("Secretary-General")))
    hand_over(from_user=reviewer, to_user=successor, by=manager, why="Back to reviewing.")
    report = FollowUpReport.objects.get(pk=report.pk)
    reports.submit(report=report, by=successor)
    with pytest.raises(NotAllowed, match="another person has to review it"):
        reports.accept(report=report, by=reviewer)
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED


def test_who_speaks_for_an_entity_reviews_no_report_of_it(secretariat, successor, reviewer):
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    speaks_for(reviewer, "Secretary-General")
    with pytest.raises(NotAllowed, match="You speak for Secretary-General"):
        reports.accept(report=report, by=reviewer)
