"""What the admin keeps from a focal point: how others asked by the same words stand, by whatever page."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import person, speaks_for
from tests.tracker.admin.conftest import enter
from tracker import assigning, cycles, imports, reports, roles, schedule, workflow
from tracker.models import ActionItem, Occurrence, StatusChange
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = (dt.date(2020, 8, 1), dt.date(2020, 12, 31))


@pytest.fixture
def shared(manager: User) -> ActionItem:
    """Give an item that asks two; the World Bank is late, and has been told why."""
    words = "Requests the Secretary-General and the World Bank to report"
    tracked(reading("E/RES/2020/1", paragraph("1", asks(words, of=["Secretary-General", "World Bank"]))))
    item = ActionItem.objects.get()
    bank = Occurrence.objects.get(assignment__entity__name="World Bank")
    schedule.set_due(occurrence=bank, due_to=dt.date(2020, 12, 31), by=manager, why="The bank asked for time")
    workflow.decide_status(occurrence=bank, to=Status.IN_PROGRESS, by=manager, why="The bank wrote to us")
    return item


@pytest.fixture
def answered(reviewer: User, entity) -> Occurrence:
    """Give what asks all Member States, and has been answered by Sweden alone."""
    tracked(
        reading("E/RES/2020/2", paragraph("1", asks("Invites Member States to pay", of=["Member States"])))
    )
    sweden = speaks_for(person("sweden", roles.FOCAL_POINT), "Sweden")
    asked = Occurrence.objects.get()
    line = reports.Line(asked, Status.IMPLEMENTED, dt.date(2020, 12, 1))
    report = reports.draft(
        entity=entity("Sweden"), by=sweden, words=reports.Words(*YEAR, "We paid."), lines=[line]
    )
    reports.submit(report=report, by=sweden)
    reports.accept(report=report, by=reviewer)
    return asked


def page(client: Client, user: User, name: str, *args: object, **query: str) -> str:
    answer = enter(client, user).get(reverse(f"admin:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(client: Client, user: User, name: str, **query: str) -> int:
    answer = enter(client, user).get(reverse(f"admin:{name}_changelist"), query)
    return len(answer.context["cl"].result_list)


def test_the_history_of_an_item_tells_a_focal_point_nothing_of_the_others_asked(
    client, secretariat, viewer, shared: ActionItem
):
    history = "tracker_actionitem_history"
    assert "The bank wrote to us" in page(client, viewer, history, shared.pk)
    told = page(client, secretariat, history, shared.pk)
    assert "Status of Secretary-General" in told
    assert "World Bank" not in told
    assert "The bank" not in told


def test_whom_a_manager_added_is_not_told_to_the_others_asked(
    client, secretariat, manager, shared: ActionItem, entity
):
    assigning.assign(item=shared, entity=entity("United Nations Development Programme"), by=manager)
    told = page(client, secretariat, "tracker_actionitem_history", shared.pk)
    assert "United Nations Development Programme" not in told


@pytest.mark.parametrize("query", [{"due": "overdue"}, {"asked": "World Bank"}], ids=["due", "asked"])
def test_no_filter_tells_a_focal_point_how_the_others_stand(
    client, secretariat, viewer, shared: ActionItem, query: dict[str, str]
):
    assert rows(client, viewer, "tracker_actionitem", **query) == 1
    assert rows(client, secretariat, "tracker_actionitem", **query) == 0


def test_a_number_of_days_that_is_not_offered_narrows_nothing(client, viewer, shared: ActionItem):
    assert rows(client, viewer, "tracker_actionitem", due="99999999999") == 1


@pytest.mark.parametrize("name", ["change", "history"])
def test_a_member_sees_nothing_of_another_members_answer(
    client, norway, viewer, answered: Occurrence, name: str
):
    assert "Sweden" in page(client, viewer, f"tracker_occurrence_{name}", answered.pk)
    assert "Sweden" not in page(client, norway, f"tracker_occurrence_{name}", answered.pk)


@pytest.mark.parametrize("name", ["norway", "viewer"])
def test_the_page_of_an_occurrence_lists_the_changes_of_what_is_seen(
    client, request, answered: Occurrence, name: str
):
    shown = page(client, request.getfixturevalue(name), "tracker_occurrence_change", answered.pk)
    assert ("Accepted report" in shown) == (name == "viewer")


def test_a_members_change_of_status_is_not_listed_for_another(client, norway, viewer, answered: Occurrence):
    assert StatusChange.objects.count() == 2
    assert rows(client, viewer, "tracker_statuschange") == 2
    assert rows(client, norway, "tracker_statuschange") == 1


def test_a_focal_point_sees_the_cycles_that_ask_its_entity_alone(client, norway, viewer, manager, entity):
    for asked in ("Norway", "Sweden"):
        cycles.open_cycle(
            name=f"Reports of {asked}",
            period_from=YEAR[0],
            period_to=YEAR[1],
            due_on=YEAR[1],
            entities=Entity.objects.filter(name=asked),
            by=manager,
        )
    assert rows(client, viewer, "tracker_reportingcycle") == 2
    assert rows(client, norway, "tracker_reportingcycle") == 1


def test_a_focal_point_sees_no_import_that_somebody_else_asked_for(client, norway, viewer, clerk):
    imports.request_import(data=b"1. Requests.", name="a.md", by=clerk, enqueue=lambda job: None)
    assert rows(client, viewer, "tracker_importjob") == 1
    assert rows(client, norway, "tracker_importjob") == 0


def test_an_items_status_in_the_admin_is_that_of_whom_one_may_see(client, secretariat, viewer, shared):
    for user, told, untold in (
        (secretariat, "Not started", "In progress"),
        (viewer, "In progress", "Not started"),
    ):
        shown = page(client, user, "tracker_actionitem_change", shared.pk)
        assert f">{told}<" in shown
        assert f">{untold}<" not in shown
    by_status = {
        status: rows(client, secretariat, "tracker_actionitem", status=status)
        for status in ("not_started", "in_progress")
    }
    assert by_status == {"not_started": 1, "in_progress": 0}
    past = page(client, secretariat, "tracker_actionitem_history", shared.pk)
    assert "Action item added" in past
    assert "In progress" not in past
