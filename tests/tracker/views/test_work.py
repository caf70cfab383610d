"""My work: what waits for the person who looks."""

import datetime as dt

import pytest
from django.test import Client

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, speaks_for
from tracker import cycles, reports
from tracker.models import Occurrence
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ADDRESS = "/my-work/"
PAST = TODAY - dt.timedelta(days=12)
SOON = TODAY + dt.timedelta(days=10)
FAR = TODAY + dt.timedelta(days=200)
YEAR = (dt.date(2021, 1, 1), dt.date(2021, 2, 28))


def page(client: Client, user) -> str:
    client.force_login(user)
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    return answer.content.decode()


def occurrence(eid: str) -> Occurrence:
    return Occurrence.objects.get(assignment__item__clause__paragraph__eid=eid)


def report_on(asked: Occurrence, entity: str, by, to: Status = Status.IN_PROGRESS):
    return reports.draft(
        entity=Entity.objects.get(name=entity),
        by=by,
        words=reports.Words(*YEAR, "Preparations were made."),
        lines=[reports.Line(asked, to, TODAY)],
    )


def test_an_account_without_a_role_is_turned_away(client: Client, stranger):
    client.force_login(stranger)
    assert client.get(ADDRESS).status_code == 403


def test_a_viewer_is_told_that_nothing_waits_and_why(client: Client, viewer):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=PAST))))
    shown = page(client, viewer)
    assert "Nothing waits for you today. You speak for no entity" in shown
    assert "E/RES/2020/1" not in shown


def test_a_focal_point_sees_nothing_of_other_entities(client: Client, norway):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=PAST))))
    assert "E/RES/2020/1" not in page(client, norway)


def test_each_obligation_lies_on_the_pile_of_its_due_date(client: Client, secretariat):
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(due=PAST)),
            paragraph("2", asks(due=SOON)),
            paragraph("3", asks(due=FAR)),
            adopted=dt.date(2018, 7, 20),
        )
    )
    tracked(reading("E/RES/2018/1", paragraph("1", asks()), adopted=dt.date(2018, 7, 20)))
    client.force_login(secretariat)
    piles = client.get(ADDRESS).context["piles"]
    assert [(p.title, [row.occurrence.assignment.item.reference for row in p.rows]) for p in piles] == [
        ("Overdue", ["E/RES/2020/1#op1.1"]),
        ("Due within 90 days", ["E/RES/2020/1#op2.1"]),
        ("Without a due date, to be looked at again", ["E/RES/2018/1#op1.1"]),
    ]


def test_every_row_leads_to_the_form_of_its_follow_up(client: Client, secretariat):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=PAST))))
    shown = page(client, secretariat)
    assert f'href="/reports/new/?occurrence={occurrence("op1").pk}"' in shown
    assert "overdue 12 days" in shown


def test_a_row_on_which_a_draft_was_begun_leads_to_the_draft(client: Client, secretariat):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=PAST)), paragraph("2", asks(due=PAST))))
    draft = report_on(occurrence("op1"), "Secretary-General", secretariat)
    shown = page(client, secretariat)
    assert f'href="/reports/{draft.pk}/edit/">Continue the draft' in shown
    assert f"?occurrence={occurrence('op1').pk}" not in shown
    assert f"?occurrence={occurrence('op2').pk}" in shown
    reports.submit(report=draft, by=secretariat)
    assert "Continue the draft" not in page(client, secretariat)


def test_a_member_of_a_group_sees_its_own_status_and_no_more_when_it_has_done_its_part(
    client: Client, norway, reviewer
):
    states = asks("Invites Member States to help", of=["Member States"], due=SOON)
    tracked(reading("E/RES/2020/1", paragraph("1", states)))
    for to, expected in ((Status.IN_PROGRESS, [Status.IN_PROGRESS]), (Status.IMPLEMENTED, [])):
        report = report_on(occurrence("op1"), "Norway", norway, to)
        reports.submit(report=report, by=norway)
        reports.accept(report=report, by=reviewer)
        client.force_login(norway)
        (_, due, _) = client.get(ADDRESS).context["piles"]
        assert [row.status for row in due.rows] == expected


def test_drafts_and_what_was_sent_back_come_with_the_words_of_the_reviewer(
    client: Client, secretariat, reviewer
):
    tracked(reading("E/RES/2020/1", paragraph("1", asks()), paragraph("2", asks())))
    draft = report_on(occurrence("op1"), "Secretary-General", secretariat)
    returned = report_on(occurrence("op2"), "Secretary-General", secretariat)
    reports.submit(report=returned, by=secretariat)
    reports.send_back(report=returned, by=reviewer, comment="Name the document.")
    client.force_login(secretariat)
    answer = client.get(ADDRESS)
    assert (list(answer.context["drafts"]), list(answer.context["sent_back"])) == ([draft], [returned])
    assert "“Name the document.”" in answer.content.decode()


def test_what_is_with_the_reviewers_stays_in_sight(client: Client, secretariat):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=PAST))))
    report = report_on(occurrence("op1"), "Secretary-General", secretariat)
    assert "with the reviewers" not in page(client, secretariat)
    reports.submit(report=report, by=secretariat)
    shown = page(client, secretariat)
    assert "Handed in, with the reviewers" in shown
    assert report.get_absolute_url() in shown


def test_an_open_cycle_waits_until_the_entity_has_handed_in(client: Client, secretariat, manager):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    entity = Entity.objects.get(name="Secretary-General")
    cycle = cycles.open_cycle(
        name="Reports for 2021",
        period_from=YEAR[0],
        period_to=YEAR[1],
        due_on=SOON,
        entities=[entity],
        by=manager,
    )
    assert "Secretary-General (not begun)" in page(client, secretariat)
    report = reports.draft(
        entity=entity,
        by=secretariat,
        words=reports.Words(*YEAR, "Done."),
        lines=[reports.Line(occurrence("op1"), Status.IN_PROGRESS, TODAY)],
        cycle=cycle,
    )
    assert "Secretary-General (draft)" in page(client, secretariat)
    reports.submit(report=report, by=secretariat)
    assert "Reports for 2021" not in page(client, secretariat)


def test_a_reviewer_sees_how_many_reports_wait_but_not_their_own(client: Client, secretariat, reviewer):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(doubts=["no_addressee"])), paragraph("2", asks())))
    reports.submit(report=report_on(occurrence("op1"), "Secretary-General", secretariat), by=secretariat)
    speaks_for(reviewer, "Secretary-General")
    reports.submit(report=report_on(occurrence("op2"), "Secretary-General", reviewer), by=reviewer)
    shown = page(client, reviewer)
    assert "1 report to review" in shown
    assert "1 doubtful reading to check" in shown


def test_the_number_of_queries_does_not_grow_with_the_work(
    client: Client, secretariat, django_assert_max_num_queries
):
    tracked(reading("E/RES/2020/1", *(paragraph(str(n), asks(due=PAST)) for n in range(1, 13))))
    client.force_login(secretariat)
    with django_assert_max_num_queries(28):
        client.get(ADDRESS)
