"""Statuses, due dates, assignments, readings: changed by deeds with reasons, and by nothing else."""

import datetime as dt

import pytest
from django.urls import reverse

from resolutions.models import Clause, ClauseSuggestion, Entity, ReviewState
from tests.builders import asks, paragraph, reading, stored
from tests.tracker.admin.conftest import enter
from tests.tracker.admin.forms import fill, said
from tracker import assigning, schedule, workflow
from tracker.admin import deeds
from tracker.models import ActionItem, Assignment, Nature, Occurrence, ReportingCycle
from tracker.statuses import Status

pytestmark = pytest.mark.django_db


def url(thing, name: str, *more: object) -> str:
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{name}", args=[thing.pk, *more])


@pytest.mark.parametrize("role", ["administrator", "manager", "clerk"])
@pytest.mark.parametrize("page", ["occurrence", "assignment", "item"])
def test_no_form_sets_a_status(client, request, owed: Occurrence, role: str, page: str):
    enter(client, request.getfixturevalue(role))
    thing = {"occurrence": owed, "assignment": owed.assignment, "item": owed.assignment.item}[page]
    given = {
        "status": "implemented",
        "nature": "none",
        "status_changes-TOTAL_FORMS": 1,
        "status_changes-0-to_status": "implemented",
        "occurrences-0-status": "implemented",
    }
    assert client.post(url(thing, "change"), given).status_code == 403
    owed.refresh_from_db()
    assert owed.status == Status.NOT_STARTED


def test_a_manager_decides_a_status_with_a_reason_that_the_history_tells(client, manager, owed: Occurrence):
    enter(client, manager)
    refused = fill(client, url(owed, "deed", "decide"), to="overtaken", why="")
    assert "This field is required." in said(refused)
    fill(
        client,
        url(owed, "deed", "decide"),
        to="overtaken",
        effective_on="2021-02-01",
        why="The office was closed.",
    )
    owed.refresh_from_db()
    assert owed.status == Status.OVERTAKEN
    for thing in (owed, owed.assignment, owed.assignment.item):
        told = said(client.get(url(thing, "history")))
        assert "Status of Secretary-General: Not started → Overtaken by events" in told
        assert "reason: The office was closed." in told


def test_the_history_tells_who_was_assigned_by_a_person_and_who_by_the_text(
    client, manager, owed: Occurrence, entity
):
    item = owed.assignment.item
    assigning.assign(item=item, entity=entity("Norway"), by=manager)
    told = said(enter(client, manager).get(url(item, "history")))
    assert (told.count("assigned by a person"), told.count("taken in from the text")) == (1, 1)


def test_a_decision_on_a_status_that_changed_meanwhile_is_refused(client, manager, owed: Occurrence):
    enter(client, manager)
    seen = owed.version
    workflow.decide_status(occurrence=owed, to=Status.IN_PROGRESS, by=manager, why="It began.")
    answer = fill(client, url(owed, "deed", "decide"), to="overtaken", why="Closed.", seen_version=seen)
    assert "manager changed this meanwhile" in said(answer)
    assert "the status was “Not started” and is now “In progress”. Reason given: It began." in said(answer)
    owed.refresh_from_db()
    assert owed.status == Status.IN_PROGRESS


def test_only_statuses_that_can_be_reached_are_offered(client, manager, owed: Occurrence):
    workflow.decide_status(occurrence=owed, to=Status.IMPLEMENTED, by=manager, why="It is done.")
    page = enter(client, manager).get(url(owed, "deed", "decide"))
    assert page.context["form"].fields["to"].choices == [("in_progress", "In progress")]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"due_to": "2019-01-01", "why": "A slip."}, "before the adoption of the resolution on 20 July 2020"),
        ({"due_to": "2021-05-01", "due_from": "2021-06-01", "why": "A slip."}, "lies after the last"),
        ({"due_to": "soon", "why": "A slip."}, "Enter a valid date."),
        ({"due_to": "2021-05-01"}, "This field is required."),
    ],
    ids=["before adoption", "turned round", "no date", "no reason"],
)
def test_a_due_date_that_cannot_be_is_refused_beside_its_field(
    client, clerk, owed: Occurrence, given: dict[str, str], words: str
):
    answer = fill(enter(client, clerk), url(owed, "deed", "due"), **given)
    assert words in said(answer)
    owed.refresh_from_db()
    assert owed.due_to is None


def test_an_undated_obligation_gets_another_review_day(client, clerk, owed: Occurrence):
    fill(enter(client, clerk), url(owed, "deed", "review-day"), review_on="2021-09-01")
    owed.refresh_from_db()
    assert owed.review_on == dt.date(2021, 9, 1)
    schedule.set_due(occurrence=owed, due_to=dt.date(2021, 10, 1), by=clerk, why="Stated orally.")
    assert client.get(url(owed, "deed", "review-day")).status_code == 403


def test_readings_are_confirmed_one_by_one_and_in_bulk(client, reviewer, owed: Occurrence):
    clause = owed.assignment.item.clause
    enter(client, reviewer).post(url(clause, "deed", "confirm"))
    clause.refresh_from_db()
    assert (clause.review_state, clause.reviewed_by, clause.doubts) == (ReviewState.CONFIRMED, reviewer, [])
    everything = list(ActionItem.objects.values_list("pk", flat=True))
    answer = client.post(
        reverse("admin:tracker_actionitem_changelist"),
        {"action": "confirm", "_selected_action": everything},
        follow=True,
    )
    assert "The reading is confirmed. (4 of 4)" in said(answer)
    assert not Clause.objects.filter(review_state=ReviewState.SUGGESTED).exists()


def test_an_entity_is_assigned_to_many_items_and_what_asks_for_nothing_is_told(client, manager, owed):
    unicef = Entity.objects.get(name="World Health Organization")
    items = list(ActionItem.objects.order_by("pk"))
    answer = enter(client, manager).post(
        reverse("admin:tracker_actionitem_changelist"),
        {
            "action": "assign",
            "do": "1",
            "_selected_action": [item.pk for item in items],
            "entity": unicef.pk,
            "role": "lead",
        },
        follow=True,
    )
    assert "E/RES/2020/17#op3.1: This paragraph asks for nothing" in said(answer)
    assert "The entity is assigned. (3 of 4)" in said(answer)
    assert Assignment.objects.filter(entity=unicef).count() == 3


def test_more_than_can_be_done_in_one_request_is_not_begun(client, manager, owed, monkeypatch):
    monkeypatch.setattr(deeds, "MOST_AT_ONCE", 3)
    everything = {"action": "assign", "select_across": "1", "index": "0", "_selected_action": ["1"]}
    answer = enter(client, manager).post(
        reverse("admin:tracker_actionitem_changelist"), everything, follow=True
    )
    assert "More than 3 are chosen. Narrow the list with its filters first." in said(answer)


def test_an_assignment_is_withdrawn_with_a_reason(client, manager, owed: Occurrence):
    fill(enter(client, manager), url(owed.assignment, "deed", "withdraw"), why="Another office does it.")
    owed.assignment.refresh_from_db()
    assert owed.assignment.withdrawn_why == "Another office does it."


def test_a_person_says_whether_a_clause_obliges_anybody(client, clerk, owed: Occurrence):
    item = owed.assignment.item
    fill(enter(client, clerk), url(item, "deed", "nature"), nature="none")
    item.refresh_from_db()
    assert (item.nature, item.status, item.nature_set_by) == (Nature.NONE, Status.NO_ACTION, clerk)


@pytest.mark.parametrize(("name", "verb"), [("take", "urge"), ("dismiss", "request")])
def test_another_reading_of_a_settled_clause_is_taken_or_dismissed(client, reviewer, owed, name, verb):
    clause = owed.assignment.item.clause
    enter(client, reviewer).post(url(clause, "deed", "confirm"))
    again = asks("Requests the Secretary-General to report", verb="urge")
    stored(reading("E/RES/2020/17", paragraph("1", again)), replaces=True)
    suggestion = ClauseSuggestion.objects.get()
    client.post(url(suggestion, "deed", name))
    clause.refresh_from_db()
    suggestion.refresh_from_db()
    assert (clause.verb.lemma, suggestion.taken) == (verb, name == "take")
    assert client.post(url(suggestion, "deed", name)).status_code == 403


def test_a_cycle_is_opened_and_closed_and_a_taken_name_is_refused(client, manager, db):
    given = {
        "name": "Reports for 2020",
        "period_from": "2020-01-01",
        "period_to": "2020-12-31",
        "due_on": "2021-03-31",
        "entities": [Entity.objects.get(name="World Bank").pk],
    }
    enter(client, manager)
    assert fill(client, reverse("admin:tracker_reportingcycle_add"), **given).status_code == 302
    again = fill(client, reverse("admin:tracker_reportingcycle_add"), **given)
    assert "already" in said(again)
    cycle = ReportingCycle.objects.get()
    client.post(url(cycle, "deed", "close"))
    cycle.refresh_from_db()
    assert cycle.closed_at is not None
    assert cycle.opened_by == manager
