"""Follow-up reports in the admin: each step by whoever may take it, and nothing past the doors."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from resolutions.models import Entity, Resolution
from tests.register import drafted, line, submitted
from tests.tracker.admin.conftest import enter
from tests.tracker.admin.forms import fill, said
from tracker import reports
from tracker.models import Evidence, FollowUpReport, Occurrence, ReportLine
from tracker.statuses import Status

pytestmark = pytest.mark.django_db


def change(report: FollowUpReport) -> str:
    return reverse("admin:tracker_followupreport_change", args=[report.pk])


def deed(report: FollowUpReport, name: str) -> str:
    return reverse("admin:tracker_followupreport_deed", args=[report.pk, name])


def add(entity: str) -> str:
    return f"{reverse('admin:tracker_followupreport_add')}?entity={Entity.objects.get(name=entity).pk}"


def filled(of: Occurrence, to: str = "implemented", **more: object) -> dict[str, object]:
    return {
        "period_from": "2020-08-01",
        "period_to": "2021-01-31",
        "action_taken": "A report was written.",
        "lines-0-occurrence": of.pk,
        "lines-0-proposed_status": to,
        "lines-0-effective_on": "2021-01-15",
        **more,
    }


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"action_taken": "  "}, "This field is required."),
        ({"period_to": "2020-01-01"}, "The rule is: report period in order."),
        ({"lines-0-occurrence": ""}, "This field is required."),
        ({"lines-0-effective_on": "2019-01-01"}, "before the adoption on 20 July 2020"),
        ({"lines-0-effective_on": "2999-01-01"}, "lies in the future"),
        ({"lines-0-percentage": "140"}, "up to 100"),
        ({"lines-0-proposed_status": "no_action"}, "Select a valid choice."),
    ],
    ids=["no words", "period turned round", "no obligation", "too early", "too late", "percentage", "status"],
)
def test_a_report_with_a_mistake_is_refused_in_words_and_nothing_is_stored(
    client, clerk, owed: Occurrence, given: dict[str, object], words: str
):
    answer = fill(enter(client, clerk), add("Secretary-General"), **{**filled(owed), **given})
    assert answer.status_code == 200
    assert words in said(answer)
    assert not FollowUpReport.objects.exists()


def test_what_is_asked_of_others_cannot_be_reported_on(client, clerk, owed: Occurrence):
    answer = fill(enter(client, clerk), add("World Bank"), **filled(owed))
    assert "This asks nothing of World Bank." in said(answer)
    assert not FollowUpReport.objects.exists()


def test_a_focal_point_reports_for_its_own_entity_and_for_no_other(client, secretariat, owed: Occurrence):
    enter(client, secretariat)
    assert client.get(add("World Bank")).status_code == 403
    start = client.get(reverse("admin:tracker_followupreport_add"))
    assert start.headers["Location"] == add("Secretary-General")
    assert fill(client, add("Secretary-General"), **filled(owed)).status_code == 302
    assert FollowUpReport.objects.get().on_behalf is False


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"symbol": "E/2021/97"}, "document"),
        ({"link": "https://example.org/report"}, "link"),
        ({"file": SimpleUploadedFile("report.txt", b"words", "text/plain")}, "file"),
    ],
    ids=["symbol", "link", "file"],
)
def test_evidence_is_added_with_the_report(
    client, clerk, owed: Occurrence, given: dict[str, object], kind: str
):
    row = {"title": "The report", "speaks_for": "2021-01-15", **given}
    answer = fill(
        enter(client, clerk),
        add("Secretary-General"),
        **filled(owed),
        **{"evidence-TOTAL_FORMS": 1, **{f"evidence-0-{name}": value for name, value in row.items()}},
    )
    assert answer.status_code == 302, said(answer)
    assert Evidence.objects.get().kind == kind
    assert client.get(change(FollowUpReport.objects.get())).status_code == 200


def test_evidence_for_the_future_undoes_the_whole_report(client, clerk, owed: Occurrence):
    row = {"title": "The report", "speaks_for": "2999-01-01", "symbol": "E/2021/97"}
    answer = fill(
        enter(client, clerk),
        add("Secretary-General"),
        **filled(owed),
        **{"evidence-TOTAL_FORMS": 1, **{f"evidence-0-{name}": value for name, value in row.items()}},
    )
    assert "The day the evidence speaks for lies in the future." in said(answer)
    assert not FollowUpReport.objects.exists()


def test_a_draft_is_changed_until_it_is_submitted(client, secretariat, owed: Occurrence):
    report = drafted(secretariat, line(owed))
    enter(client, secretariat)
    answer = fill(client, change(report), results="Two countries answered.", **{"lines-0-note": "Done."})
    assert answer.status_code == 302, said(answer)
    report.refresh_from_db()
    assert report.results == "Two countries answered."
    assert ReportLine.objects.get().note == "Done."
    reports.submit(report=report, by=secretariat)
    assert client.post(change(report), {"results": "Three."}).status_code == 403


def test_a_reviewer_whose_page_is_old_is_told_and_accepts_what_they_see(
    client, secretariat, reviewer, owed: Occurrence
):
    report = submitted(secretariat, line(owed))
    accept = reverse("admin:tracker_followupreport_deed", args=[report.pk, "accept"])
    answer = fill(enter(client, reviewer), accept, seen="2021-01-01T00:00:00+00:00")
    assert "Somebody changed this report since you opened it." in said(answer)
    report.refresh_from_db()
    assert report.state == "submitted"
    assert fill(client, accept).status_code == 302
    report.refresh_from_db()
    assert report.state == "accepted"


def test_a_status_sent_along_with_a_form_is_ignored(client, secretariat, owed: Occurrence):
    report = drafted(secretariat, line(owed))
    enter(client, secretariat)
    fill(client, change(report), state="accepted", status="implemented", reviewed_by=secretariat.pk)
    report.refresh_from_db()
    owed.refresh_from_db()
    assert (report.state, report.reviewed_by, owed.status) == ("draft", None, Status.NOT_STARTED)


def test_an_accepted_report_changes_the_status_and_an_opened_one_changes_it_back(
    client, secretariat, reviewer, owed: Occurrence
):
    report = submitted(secretariat, line(owed))
    enter(client, reviewer)
    answer = fill(client, deed(report, "accept"), comment="Clear.")
    assert answer.headers["Location"] == change(report)
    owed.refresh_from_db()
    assert owed.status == Status.IMPLEMENTED
    fill(client, deed(report, "reopen"), why="The annex was missing.")
    owed.refresh_from_db()
    report.refresh_from_db()
    assert (owed.status, report.state) == (Status.IN_PROGRESS, "sent_back")
    told = said(client.get(reverse("admin:tracker_followupreport_history", args=[report.pk])))
    assert "Accepted" in told
    assert "The annex was missing." in told


def test_a_report_is_sent_back_only_with_a_comment(client, secretariat, reviewer, owed: Occurrence):
    report = submitted(secretariat, line(owed))
    enter(client, reviewer)
    assert "This field is required." in said(fill(client, deed(report, "send-back"), comment=""))
    fill(client, deed(report, "send-back"), comment="Name the date.")
    report.refresh_from_db()
    assert (report.state, report.review_comment) == ("sent_back", "Name the date.")


MAY = {
    "submit": {"secretariat"},
    "withdraw": {"secretariat"},
    "accept": {"reviewer", "administrator"},
    "send-back": {"reviewer", "administrator"},
}
ROLES = ("stranger", "viewer", "clerk", "norway", "secretariat", "reviewer", "manager", "administrator")


@pytest.mark.parametrize("name", MAY)
def test_each_step_is_open_to_whoever_may_take_it(client, request, secretariat, owed: Occurrence, name: str):
    report = drafted(secretariat, line(owed)) if name == "submit" else submitted(secretariat, line(owed))
    allowed = set()
    for role in ROLES:
        user: User = request.getfixturevalue(role)
        page = enter(client, user).get(deed(report, name))
        assert page.status_code in (200, 302, 403, 404)
        if page.status_code == 200:
            allowed.add(role)
    assert allowed == MAY[name]


def test_a_step_that_is_not_possible_now_is_refused(client, secretariat, owed: Occurrence):
    report = submitted(secretariat, line(owed))
    assert enter(client, secretariat).post(deed(report, "submit")).status_code == 403
    assert client.post(deed(report, "no-such-deed")).status_code == 404


def test_drafts_of_others_are_nowhere(client: Client, secretariat, manager, owed: Occurrence):
    report = drafted(secretariat, line(owed))
    enter(client, manager)
    page = client.get(reverse("admin:tracker_followupreport_changelist"))
    assert not page.context["cl"].result_list
    assert client.get(change(report)).status_code == 302
    assert client.get(reverse("admin:tracker_followupreport_history", args=[report.pk])).status_code == 302


def test_many_reports_are_accepted_at_once_and_what_is_refused_is_told(
    client, secretariat, reviewer, owed: Occurrence
):
    first, second = submitted(secretariat, line(owed)), drafted(secretariat, line(owed))
    reports.submit(report=second, by=secretariat)
    enter(client, reviewer)
    chosen = {"action": "accept", "_selected_action": [first.pk, second.pk]}
    asked = client.post(reverse("admin:tracker_followupreport_changelist"), chosen)
    assert "To be done to 2:" in said(asked)
    assert FollowUpReport.objects.filter(state="accepted").count() == 0
    done = client.post(reverse("admin:tracker_followupreport_changelist"), {**chosen, "do": "1"}, follow=True)
    assert "the statuses it reports now stand. (2 of 2)" in said(done)


def test_the_obligations_of_others_are_no_choices(client, norway, register: Resolution):
    asked: dict[str, str | int] = {
        "app_label": "tracker",
        "model_name": "reportline",
        "field_name": "occurrence",
    }
    url = reverse("admin:tracker_obligation_choices")
    own = {**asked, "entity": Entity.objects.get(name="Norway").pk}
    found = enter(client, norway).get(url, own).json()["results"]
    assert [each["text"] for each in found] == ["E/RES/2020/17 para. 2 — invites Member States"]
    assert client.get(url, {**asked, "entity": Entity.objects.get(name="World Bank").pk}).status_code == 403
    assert client.get(url, {**asked, "entity": "nonsense"}).status_code == 404
