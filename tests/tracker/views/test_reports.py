"""Follow-up reports on the pages: who sees them, and how one is written."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from resolutions.models import Entity
from tests.conftest import speaks_for
from tests.tracker.views.conftest import YEAR
from tests.tracker.views.report_pages import NEW, filled, new, occurrence
from tracker import reports, workflow
from tracker.cycles import close_cycle, open_cycle
from tracker.models import Evidence, FollowUpReport, MemberResponse
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.mark.parametrize(
    "address", [NEW, "/reports/{}/", "/reports/{}/edit/", "/reports/{}/submit/", "/evidence/{}/", "/reviews/"]
)
def test_an_account_without_a_role_is_turned_away_everywhere(client: Client, stranger, draft, address):
    client.force_login(stranger)
    assert client.get(address.format(draft.pk)).status_code == 403


def test_whoever_is_not_logged_in_is_sent_to_log_in(client: Client, draft):
    answer = client.get(f"/reports/{draft.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/login/?next=/reports/{draft.pk}/")


@pytest.mark.parametrize("who", ["norway", "viewer", "reviewer", "manager"])
def test_a_draft_does_not_exist_for_others(client: Client, request, draft, who):
    client.force_login(request.getfixturevalue(who))
    for address in (f"/reports/{draft.pk}/", f"/reports/{draft.pk}/edit/"):
        assert client.get(address).status_code == 404
    assert client.post(f"/reports/{draft.pk}/submit/").status_code == 404


def test_a_draft_that_was_withdrawn_stays_unseen(client: Client, draft, secretariat, viewer):
    reports.withdraw(report=draft, by=secretariat)
    client.force_login(viewer)
    assert client.get(f"/reports/{draft.pk}/").status_code == 404


def test_a_submitted_report_is_seen_by_whoever_sees_all_and_not_by_another_entity(
    client: Client, submitted, viewer, norway
):
    client.force_login(viewer)
    assert client.get(f"/reports/{submitted.pk}/").status_code == 200
    client.force_login(norway)
    assert client.get(f"/reports/{submitted.pk}/").status_code == 404


def test_an_obligation_of_another_entity_cannot_be_reported_on(client: Client, asked, norway, viewer):
    client.force_login(norway)
    assert client.get(new(asked)).status_code == 404
    client.force_login(viewer)
    answer = client.get(new(asked))
    assert answer.status_code == 403
    assert "You may not report on this obligation" in answer.content.decode()


def test_a_line_smuggled_in_for_another_entity_is_not_written(client: Client, asked, norway):
    client.force_login(norway)
    answer = client.post(new(occurrence("op3")), filled(asked))
    assert answer.status_code == 200
    assert "Name at least one obligation" in answer.content.decode()
    assert not FollowUpReport.objects.exists()


@pytest.mark.parametrize("deed", ["accept", "send-back", "reopen"])
def test_reviewing_is_refused_to_whoever_may_not(client: Client, submitted, viewer, secretariat, deed):
    for user in (viewer, secretariat):
        client.force_login(user)
        answer = client.post(f"/reports/{submitted.pk}/{deed}/", {"comment": "Fine."}, follow=True)
        submitted.refresh_from_db()
        assert submitted.state == ReportState.SUBMITTED
        assert answer.status_code == (403 if deed != "reopen" else 200)


def test_the_author_cannot_review_their_own_report(client: Client, asked, reviewer):
    speaks_for(reviewer, "Secretary-General")
    client.force_login(reviewer)
    client.post(new(asked), filled(asked, deed="submit"))
    report = FollowUpReport.objects.get()
    assert "another person has to review it" in client.get(f"/reports/{report.pk}/").content.decode()
    assert client.post(f"/reports/{report.pk}/accept/").status_code == 403


def test_only_a_reviewer_sees_the_list_of_reports_to_review(client: Client, submitted, viewer, reviewer):
    client.force_login(viewer)
    assert client.get("/reviews/").status_code == 403
    client.force_login(reviewer)
    assert f"/reports/{submitted.pk}/" in client.get("/reviews/").content.decode()


def test_a_step_is_no_link(client: Client, draft, secretariat):
    client.force_login(secretariat)
    assert client.get(f"/reports/{draft.pk}/submit/").status_code == 405


def test_a_step_that_does_not_exist_is_not_found(client: Client, draft, secretariat):
    client.force_login(secretariat)
    assert client.post(f"/reports/{draft.pk}/burn/").status_code == 404


def test_the_address_without_an_obligation_leads_to_my_work(client: Client, secretariat):
    client.force_login(secretariat)
    assert client.get(NEW)["Location"] == "/my-work/"


def test_the_form_shows_the_words_and_offers_only_statuses_that_can_be_reached(
    client: Client, asked, secretariat, manager
):
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="Begun.")
    client.force_login(secretariat)
    answer = client.get(new(asked))
    assert "<mark>Requests the Secretary-General to report</mark>" in answer.content.decode()
    first = answer.context["forms"].lines[0]
    assert [value for value, _ in first.fields["proposed_status"].choices] == [
        "in_progress", "partially_implemented", "implemented", "overtaken", "not_implemented"
    ]  # fmt: skip
    assert [form.chosen for form in answer.context["forms"].lines] == [True, False]


def test_a_closed_obligation_is_not_reported_on(client: Client, asked, secretariat, manager):
    workflow.decide_status(occurrence=asked, to=Status.IMPLEMENTED, by=manager, why="Done.")
    client.force_login(secretariat)
    answer = client.get(new(asked))
    assert answer["Location"] == asked.assignment.item.get_absolute_url()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"action_taken": " "}, "Fill this in; it cannot stay empty.", id="nothing was done"),
        pytest.param({"period_to": "2020-12-31"}, "The period ends before it begins.", id="period backwards"),
        pytest.param({"period_from": "soon"}, "This is no day.", id="no day"),
        pytest.param(
            {"LINE-effective_on": "2021-03-02"}, "lies in the future", id="status holds from tomorrow"
        ),
        pytest.param(
            {"LINE-effective_on": "2020-07-19"}, "before the adoption on 20 July 2020", id="too early"
        ),
        pytest.param(
            {"LINE-effective_on": ""}, "Give the day from which the status holds.", id="no day of effect"
        ),
        pytest.param({"LINE-percentage": "101"}, "Write a whole number from 0 to 100.", id="more than all"),
        pytest.param(
            {"LINE-proposed_status": "no_action"}, "not among what is offered here", id="status jump"
        ),
        pytest.param({"LINE-answers": ""}, "Name at least one obligation", id="answers nothing"),
        pytest.param(
            {"evidence-title": "A note"}, "Give the day it speaks for.", id="half a piece of evidence"
        ),
        pytest.param(
            {
                "evidence-title": "A page",
                "evidence-speaks_for": "2021-02-01",
                "evidence-url": "javascript:alert(1)",
            },
            "This is no web address.",
            id="a link that is none",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(client: Client, asked, secretariat, change, told):
    client.force_login(secretariat)
    data = filled(asked, deed="submit")
    data |= {key.replace("LINE", f"line-{asked.pk}"): value for key, value in change.items()}
    answer = client.post(new(asked), {key: value for key, value in data.items() if value != ""})
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not FollowUpReport.objects.exists()
    assert not Evidence.objects.exists()


def test_all_that_is_wrong_is_said_at_once_each_at_its_field(client: Client, asked, secretariat):
    client.force_login(secretariat)
    second = occurrence("op2")
    wrong = {
        "period_to": "2020-12-31",
        f"line-{asked.pk}-effective_on": "2021-03-02",
        f"line-{second.pk}-effective_on": "2020-07-19",
        f"line-{second.pk}-percentage": "140",
        "evidence-url": "https://example.org",
        "evidence-speaks_for": "2021-03-02",
    }
    sent = {**filled(asked, second), **wrong}
    del sent["action_taken"]
    forms = client.post(new(asked), sent).context["forms"]
    lines = {line.occurrence: set(line.errors) for line in forms.lines if line.chosen}
    assert set(forms.words.errors) == {"period_to", "action_taken"}
    assert lines == {asked: {"effective_on"}, second: {"effective_on", "percentage"}}
    assert set(forms.evidence.errors) == {"title", "speaks_for"}
    assert not FollowUpReport.objects.exists()


def test_the_day_of_an_obligation_that_is_not_chosen_hinders_nothing(client: Client, asked, secretariat):
    client.force_login(secretariat)
    unticked = {f"line-{occurrence('op2').pk}-effective_on": "2021-03-02"}
    client.post(new(asked), filled(asked, **unticked))
    assert FollowUpReport.objects.get().lines.count() == 1


def test_a_draft_is_saved_with_its_lines_and_its_evidence(client: Client, asked, secretariat):
    client.force_login(secretariat)
    proof: dict[str, Any] = {
        "evidence-title": "Summary of the meeting",
        "evidence-speaks_for": "2021-02-10",
        "evidence-file": SimpleUploadedFile("summary.txt", b"They met.", "text/plain"),
    }
    answer = client.post(new(asked), filled(asked, occurrence("op2"), **proof))
    report = FollowUpReport.objects.get()
    assert answer["Location"] == f"/reports/{report.pk}/"
    assert (report.state, report.author, report.on_behalf) == ("draft", secretariat, False)
    assert report.lines.count() == 2
    piece = Evidence.objects.get()
    assert (piece.speaks_for, bytes(piece.content or b"")) == (dt.date(2021, 2, 10), b"They met.")


def test_handing_in_at_once_makes_one_report_however_often_it_is_clicked(client: Client, asked, secretariat):
    client.force_login(secretariat)
    first = client.post(new(asked), filled(asked, deed="submit"))
    second = client.post(new(asked), filled(asked, deed="submit"))
    report = FollowUpReport.objects.get()
    assert report.state == ReportState.SUBMITTED
    assert first["Location"] == second["Location"] == f"/reports/{report.pk}/"


def test_the_next_report_begins_with_the_words_of_the_last(client: Client, submitted, asked, secretariat):
    client.force_login(secretariat)
    answer = client.get(new(asked))
    words = answer.context["forms"].words
    assert words["action_taken"].value() == "A first round of consultations was held."
    assert words["challenges"].value() == "Few answers."
    assert words["period_from"].value() == YEAR[1] + dt.timedelta(days=1)
    told = (
        f'Taken over from the <a href="/reports/{submitted.pk}/">report of 1 January 2021 to 28 February 2021'
    )
    assert told in answer.content.decode()
    assert "Taken over" not in client.get(new(occurrence("op2"))).content.decode()


def test_the_words_of_another_entity_never_fill_the_form(client: Client, submitted, clerk):
    client.force_login(clerk)
    key = Entity.objects.get(name="Norway").key
    words = client.get(new(occurrence("op3"), entity=key)).context["forms"].words
    assert words["action_taken"].value() is None


def test_whoever_enters_data_chooses_the_entity_and_the_report_says_on_behalf(client: Client, asked, clerk):
    client.force_login(clerk)
    states = occurrence("op3")
    shown = client.get(new(states)).content.decode()
    assert "Who reports on E/RES/2020/1#op3.1?" in shown
    key = Entity.objects.get(name="Norway").key
    assert f'<option value="{key}">Norway</option>' in shown
    assert "on behalf of Norway" in client.get(new(states, entity=key)).content.decode()
    client.post(new(states, entity=key), filled(states))
    report = FollowUpReport.objects.get()
    assert (report.entity.name, report.on_behalf) == ("Norway", True)


def test_a_member_of_a_group_answers_for_itself(client: Client, asked, norway, reviewer):
    client.force_login(norway)
    states = occurrence("op3")
    client.post(new(states), filled(states, deed="submit"))
    client.force_login(reviewer)
    client.post(f"/reports/{FollowUpReport.objects.get().pk}/accept/")
    response = MemberResponse.objects.get()
    assert (response.entity.name, response.status) == ("Norway", Status.IN_PROGRESS)
    states.refresh_from_db()
    assert states.status == Status.NOT_STARTED


def test_the_next_line_begins_with_what_the_last_report_said(client: Client, submitted, asked, secretariat):
    client.force_login(secretariat)
    first, second = client.get(new(asked)).context["forms"].lines
    assert (first["proposed_status"].value(), first["percentage"].value()) == ("in_progress", 20)
    assert (second["proposed_status"].value(), second["percentage"].value()) == ("not_started", None)


def test_the_item_says_which_report_was_recorded_on_behalf_and_who_is_silent(
    client: Client, asked, clerk, reviewer, viewer
):
    states = occurrence("op3")
    key = Entity.objects.get(name="Norway").key
    client.force_login(clerk)
    client.post(new(states, entity=key), filled(states, deed="submit"))
    reports.accept(report=FollowUpReport.objects.get(), by=reviewer)
    client.force_login(viewer)
    answer = client.get(states.assignment.item.get_absolute_url())
    shown = answer.content.decode()
    assert "recorded on its behalf" in shown
    assert "Report of Norway: submitted on its behalf" in shown
    (row,) = answer.context["rows"]
    assert "Norway" not in {entity.name for entity in row.silent}
    assert row.asked.answered + len(row.silent) == row.asked.members
    assert "have not answered" in shown


def _cycle(asked, manager, name: str, due_on: str, **more):
    days: dict[str, Any] = {"period_from": dt.date(2020, 9, 1), "period_to": dt.date(2021, 1, 31)}
    due = dt.date.fromisoformat(due_on)
    return open_cycle(name=name, due_on=due, entities=[asked.assignment.entity], by=manager, **days, **more)


def test_the_form_begins_with_the_cycle_that_asks_about_it_now(client: Client, asked, secretariat, manager):
    later = _cycle(asked, manager, "Later", "2021-06-30")
    first = _cycle(asked, manager, "First", "2021-04-30")
    closed = _cycle(asked, manager, "Closed", "2021-03-31")
    close_cycle(cycle=closed, by=manager)
    client.force_login(secretariat)
    chosen = '<option value="{0.pk}" selected>{0.name}</option>'
    shown = client.get(new(asked)).content.decode()
    assert chosen.format(first) in shown
    assert all(f'value="{day}"' in shown for day in ("2020-09-01", "2021-01-31"))
    assert chosen.format(later) in client.get(new(asked, cycle=str(later.pk))).content.decode()
    client.post(new(asked), filled(asked, deed="submit", cycle=first.pk))
    assert FollowUpReport.objects.get(state="submitted").cycle == first
    assert chosen.format(later) in client.get(new(occurrence("op2"))).content.decode()
