"""Follow-up reports on the pages: written, mended, reviewed; who sees what of them."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, person, speaks_for
from tracker import evidence, reports, roles, workflow
from tracker.models import Evidence, FollowUpReport, MemberResponse, Occurrence
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = (dt.date(2021, 1, 1), dt.date(2021, 2, 28))
NEW = "/reports/new/"


@pytest.fixture
def asked(db: None) -> Occurrence:
    """Give an obligation of the Secretary-General; a second one stands beside it."""
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks()),
            paragraph("2", asks("Requests the Secretary-General to inform the Council")),
            paragraph("3", asks("Invites Member States to help", of=["Member States"])),
        )
    )
    return occurrence("op1")


def occurrence(eid: str) -> Occurrence:
    return Occurrence.objects.get(assignment__item__clause__paragraph__eid=eid)


@pytest.fixture
def draft(asked: Occurrence, secretariat) -> FollowUpReport:
    return reports.draft(
        entity=Entity.objects.get(name="Secretary-General"),
        by=secretariat,
        words=reports.Words(*YEAR, "A first round of consultations was held.", challenges="Few answers."),
        lines=[reports.Line(asked, Status.IN_PROGRESS, TODAY, percentage=20)],
    )


@pytest.fixture
def submitted(draft: FollowUpReport, secretariat) -> FollowUpReport:
    reports.submit(report=draft, by=secretariat)
    return draft


def filled(*occurrences: Occurrence, deed: str = "save", **more: object) -> dict[str, object]:
    """Return what the form sends when it answers the occurrences."""
    data: dict[str, object] = {
        "period_from": "2021-01-01",
        "period_to": "2021-02-28",
        "action_taken": "Experts met twice.",
        "deed": deed,
    }
    for o in occurrences:
        line = {"answers": "on", "proposed_status": "in_progress", "effective_on": "2021-02-01"}
        data |= {f"line-{o.pk}-{name}": value for name, value in line.items()}
    return data | more


def new(o: Occurrence, **query: str) -> str:
    return NEW + "?" + "&".join([f"occurrence={o.pk}", *(f"{k}={v}" for k, v in query.items())])


# --- Who may not -------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["new", "report", "edit", "evidence", "/reviews/"])
def test_an_account_without_a_role_is_turned_away_everywhere(client: Client, stranger, draft, address):
    client.force_login(stranger)
    places = {
        "new": new(occurrence("op1")),
        "report": f"/reports/{draft.pk}/",
        "edit": f"/reports/{draft.pk}/edit/",
    }
    assert (
        client.get(places.get(address, address if address[0] == "/" else "/evidence/1/")).status_code == 403
    )


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


# --- Writing one -------------------------------------------------------------------------------------


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
        pytest.param({"action_taken": " "}, "This field is required.", id="nothing was done"),
        pytest.param({"period_to": "2020-12-31"}, "The period ends before it begins.", id="period backwards"),
        pytest.param({"period_from": "soon"}, "Enter a valid date.", id="no day"),
        pytest.param(
            {"LINE-effective_on": "2021-03-02"}, "lies in the future", id="status holds from tomorrow"
        ),
        pytest.param(
            {"LINE-effective_on": "2020-07-19"}, "before the adoption on 20 July 2020", id="too early"
        ),
        pytest.param(
            {"LINE-effective_on": ""}, "Give the day from which the status holds.", id="no day of effect"
        ),
        pytest.param({"LINE-percentage": "101"}, "less than or equal to 100", id="more than all"),
        pytest.param(
            {"LINE-proposed_status": "no_action"}, "not one of the available choices", id="status jump"
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
    words = client.get(new(asked)).context["forms"].words
    assert words["action_taken"].value() == "A first round of consultations was held."
    assert words["challenges"].value() == "Few answers."
    assert words["period_from"].value() == YEAR[1]


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


# --- Its way -----------------------------------------------------------------------------------------


def test_a_draft_can_be_changed_and_handed_in(client: Client, draft, asked, secretariat):
    client.force_login(secretariat)
    address = f"/reports/{draft.pk}/edit/"
    shown = client.get(address).context["forms"]
    assert shown.words["action_taken"].value() == "A first round of consultations was held."
    assert [form["percentage"].value() for form in shown.lines if form.chosen] == [20]
    client.post(address, filled(occurrence("op2"), deed="submit"))
    draft.refresh_from_db()
    assert (draft.state, draft.action_taken) == (ReportState.SUBMITTED, "Experts met twice.")
    assert [line.occurrence for line in draft.lines.all()] == [occurrence("op2")]


def test_a_report_under_review_cannot_be_changed(client: Client, submitted, secretariat):
    client.force_login(secretariat)
    assert client.get(f"/reports/{submitted.pk}/edit/").status_code == 403


def test_a_report_goes_back_with_a_comment_is_mended_and_accepted(
    client: Client, submitted, asked, secretariat, reviewer
):
    here = f"/reports/{submitted.pk}/"
    client.force_login(reviewer)
    answer = client.post(f"{here}send-back/", {"comment": ""}, follow=True)
    assert "Say what is to be mended" in answer.content.decode()
    client.post(f"{here}send-back/", {"comment": "Name the document."})
    client.force_login(secretariat)
    assert "“Name the document.”" in client.get(here).content.decode()
    client.post(f"{here}edit/", filled(asked, deed="submit"))
    client.force_login(reviewer)
    assert "is accepted" in client.post(f"{here}accept/", {"comment": "Good."}, follow=True).content.decode()
    asked.refresh_from_db()
    assert asked.status == Status.IN_PROGRESS
    assert [step.to_state for step in submitted.steps.all()] == [
        "accepted", "submitted", "sent_back", "submitted", "draft"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("deed", "who", "sent"),
    [
        ("submit", "secretariat", {}),
        ("accept", "reviewer", {}),
        ("send-back", "reviewer", {"comment": "More."}),
    ],
)
def test_a_second_click_does_no_harm_and_complains_of_nothing(
    client: Client, request, draft, deed, who, sent
):
    if deed != "submit":
        reports.submit(report=draft, by=draft.author)
    client.force_login(request.getfixturevalue(who))
    client.post(f"/reports/{draft.pk}/{deed}/", sent)
    steps = draft.steps.count()
    answer = client.post(f"/reports/{draft.pk}/{deed}/", sent)
    assert answer.status_code == 302
    assert draft.steps.count() == steps
    assert 'class="notice error"' not in client.get(answer["Location"]).content.decode()


def test_a_reviewer_cannot_accept_words_that_changed_under_their_eyes(
    client: Client, submitted, asked, secretariat, reviewer
):
    client.force_login(reviewer)
    seen = submitted.updated_at.isoformat()
    assert f'value="{seen}"' in client.get(f"/reports/{submitted.pk}/").content.decode()
    FollowUpReport.objects.filter(pk=submitted.pk).update(
        updated_at=dt.datetime(2021, 3, 1, 13, tzinfo=dt.UTC)
    )
    answer = client.post(f"/reports/{submitted.pk}/accept/", {"seen": seen}, follow=True)
    assert "Somebody changed this report since you opened it." in answer.content.decode()
    submitted.refresh_from_db()
    assert submitted.state == ReportState.SUBMITTED


def test_an_accepted_report_is_opened_again_with_a_reason(client: Client, submitted, reviewer):
    reports.accept(report=submitted, by=reviewer)
    client.force_login(reviewer)
    here = f"/reports/{submitted.pk}/"
    assert "Say why" in client.post(f"{here}reopen/", {"comment": ""}, follow=True).content.decode()
    client.post(f"{here}reopen/", {"comment": "The document was withdrawn."})
    submitted.refresh_from_db()
    assert submitted.state == ReportState.SENT_BACK


def test_a_report_is_withdrawn_by_its_author(client: Client, submitted, secretariat):
    client.force_login(secretariat)
    client.post(f"/reports/{submitted.pk}/withdraw/", {"comment": "Sent too early."})
    submitted.refresh_from_db()
    assert submitted.state == ReportState.WITHDRAWN


# --- Evidence ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param({}, "Say what the evidence is.", id="nothing"),
        pytest.param({"title": "A"}, "Give the day it speaks for.", id="no day"),
        pytest.param(
            {"title": "A", "speaks_for": "2021-02-01"}, "Give one of the three", id="none of the three"
        ),
        pytest.param(
            {"title": "A", "speaks_for": "2021-02-01", "symbol": "E/1", "url": "https://example.org"},
            "Give one of the three",
            id="two of the three",
        ),
        pytest.param(
            {"title": "A", "speaks_for": "2021-03-02", "symbol": "E/1"}, "lies in the future", id="tomorrow"
        ),
    ],
)
def test_evidence_that_is_not_whole_is_refused(client: Client, draft, secretariat, sent, told):
    client.force_login(secretariat)
    data = {f"evidence-{name}": value for name, value in sent.items()}
    answer = client.post(f"/reports/{draft.pk}/evidence/", data)
    assert told in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_document_and_a_link_are_added_to_a_draft(client: Client, draft, secretariat):
    client.force_login(secretariat)
    for name, value in (("symbol", "E/2021/15"), ("url", "https://example.org/report")):
        data = {"evidence-title": name, "evidence-speaks_for": "2021-02-01", f"evidence-{name}": value}
        client.post(f"/reports/{draft.pk}/evidence/", data)
    assert [(e.symbol, e.url) for e in Evidence.objects.all()] == [
        ("E/2021/15", ""),
        ("", "https://example.org/report"),
    ]


def test_evidence_cannot_be_slipped_in_during_review(client: Client, submitted, secretariat):
    client.force_login(secretariat)
    data = {"evidence-title": "A", "evidence-speaks_for": "2021-02-01", "evidence-symbol": "E/2021/15"}
    assert client.post(f"/reports/{submitted.pk}/evidence/", data).status_code == 403


@pytest.fixture
def file(draft: FollowUpReport, secretariat) -> Evidence:
    return evidence.add_file(
        report=draft,
        by=secretariat,
        title="A page",
        speaks_for=TODAY,
        name="rapport “été”.html",
        data=b"<script>alert(1)</script>",
        media_type="text/html",
    )


def test_a_file_is_handed_out_to_be_saved_and_can_run_nothing(client: Client, file, secretariat):
    client.force_login(secretariat)
    answer = client.get(f"/evidence/{file.pk}/")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''rapport")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_media_type_that_is_none_becomes_plain_bytes(client: Client, file, secretariat):
    Evidence.objects.update(media_type="text/html\r\nX-Evil: yes")
    client.force_login(secretariat)
    assert client.get(f"/evidence/{file.pk}/")["Content-Type"] == "application/octet-stream"


def test_evidence_of_a_report_one_cannot_see_does_not_exist(client: Client, file, norway, reviewer):
    for user in (norway, reviewer):
        client.force_login(user)
        assert client.get(f"/evidence/{file.pk}/").status_code == 404


def test_another_focal_point_of_the_entity_sees_and_mends_the_draft(client: Client, draft, asked):
    colleague = speaks_for(person("colleague", roles.FOCAL_POINT), "Secretary-General")
    client.force_login(colleague)
    client.post(f"/reports/{draft.pk}/edit/", filled(asked))
    draft.refresh_from_db()
    assert draft.action_taken == "Experts met twice."


def test_the_number_of_queries_of_a_report_does_not_grow_with_its_lines(
    client: Client, secretariat, django_assert_max_num_queries
):
    tracked(reading("E/RES/2020/2", *(paragraph(str(n), asks()) for n in range(1, 13))))
    report = reports.draft(
        entity=Entity.objects.get(name="Secretary-General"),
        by=secretariat,
        words=reports.Words(*YEAR, "Much."),
        lines=[reports.Line(o, Status.IN_PROGRESS, TODAY) for o in Occurrence.objects.all()],
    )
    client.force_login(secretariat)
    with django_assert_max_num_queries(22):
        client.get(f"/reports/{report.pk}/")
