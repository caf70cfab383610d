"""The way of a report on its page: changed, handed in, sent back, accepted, opened again."""

import datetime as dt
import re

import pytest
from django.test import Client

from resolutions.models import Entity, ParagraphText
from tests.builders import asks, paragraph, reading, stored, tracked
from tests.conftest import TODAY, person, speaks_for
from tests.tracker.views.conftest import YEAR
from tests.tracker.views.report_pages import filled, occurrence
from tracker import reports, roles
from tracker.models import FollowUpReport, Occurrence
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


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


def test_whoever_reviews_sees_from_which_status_to_which(client: Client, asked, submitted, reviewer):
    here = f"/reports/{submitted.pk}/"
    client.force_login(reviewer)
    assert "now Not started → proposed In progress since 1 March 2021" in words_of(client.get(here))
    client.post(f"{here}accept/")
    shown = words_of(client.get(here))
    assert "In progress since 1 March 2021" in shown
    assert "proposed" not in shown


def test_the_page_quotes_the_words_that_were_answered_and_tells_what_is_other_today(
    client: Client, asked, submitted, reviewer
):
    here = f"/reports/{submitted.pk}/"
    client.force_login(reviewer)
    said = submitted.lines.get()
    text = ParagraphText.objects.get(version=said.version, paragraph=asked.assignment.item.clause.paragraph)
    answered = text.text[said.start : said.end]
    assert f"<mark>{answered}</mark>" in client.get(here).content.decode()
    assert "Today’s text" not in words_of(client.get(here))
    changed = answered.replace("Requests", "Urgently requests")
    changed_text = paragraph(asked.assignment.item.clause.paragraph.label, asks(changed))
    stored(reading(asked.assignment.item.clause.paragraph.resolution.symbol, changed_text), replaces=True)
    page = client.get(here)
    assert f"<mark>{answered}</mark>" in page.content.decode()
    assert "Today’s text differs. This line answered text 1." in words_of(page)
    assert '<ins><span class="unseen"> [only here: </span>Urgently ' in page.content.decode()


def words_of(answer) -> str:
    """Return the words of a page without its tags and without the shapes of its statuses."""
    return " ".join(re.sub(r"<[^>]+>|[○◔◐◑●]", " ", answer.content.decode()).split())


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


def test_a_null_character_in_a_comment_is_left_out(client: Client, submitted, reviewer):
    client.force_login(reviewer)
    client.post(f"/reports/{submitted.pk}/send-back/", {"comment": "Name\0 the document."})
    submitted.refresh_from_db()
    assert submitted.review_comment == "Name the document."


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


def test_a_reviewer_is_led_past_the_lines_and_told_what_stays_as_it_is(
    client: Client, asked, secretariat, reviewer
):
    lines = [reports.Line(asked, Status.NOT_STARTED, TODAY)]
    words = reports.Words(*YEAR, "Nothing could be begun.")
    entity = asked.assignment.entity
    report = reports.draft(entity=entity, by=secretariat, words=words, lines=lines)
    reports.submit(report=report, by=secretariat)
    client.force_login(secretariat)
    assert 'href="#review"' not in client.get(report.get_absolute_url()).content.decode()
    client.force_login(reviewer)
    shown = client.get(report.get_absolute_url()).content.decode()
    assert 'href="#review"' in shown
    assert 'id="review"' in shown
    assert '<span class="soft">stays</span>' in shown
    assert ">proposed<" not in shown
