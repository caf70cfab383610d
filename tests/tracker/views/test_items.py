"""The page of an item, and the deeds that can be done there."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, states, stored, tracked
from tests.conftest import person, speaks_for
from tests.series import asked_every
from tracker import evidence, reports, roles, series, workflow
from tracker.intake import track
from tracker.models import ActionItem, Assignment, Occurrence
from tracker.reports import Line, Words
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TWO = asks(
    "Requests the Secretary-General and Member States to report",
    of=["Secretary-General", "Member States"],
    doubts=["anaphora_guessed"],
)


@pytest.fixture
def item(db) -> ActionItem:
    tracked(reading("E/RES/2020/1", paragraph("1", states(), TWO)))
    return ActionItem.objects.obligations().get()


@pytest.fixture
def occurrence(item) -> Occurrence:
    return Occurrence.objects.get(assignment__item=item, assignment__entity__name="Secretary-General")


def shown(client: Client, user, item: ActionItem) -> str:
    client.force_login(user)
    answer = client.get(item.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, user, item: ActionItem, deed: str, subject=None, **values):
    client.force_login(user)
    pk = str(subject.pk) if subject else ""
    prefix = f"{deed}-{pk}"
    data = {"deed": deed, "subject": pk} | {f"{prefix}-{name}": value for name, value in values.items()}
    return client.post(item.get_absolute_url(), data)


def decision(occurrence, **changed):
    return {
        "to": "in_progress",
        "effective_on": "2021-02-01",
        "why": "Work has begun.",
        "seen_version": occurrence.version,
    } | changed


def test_an_item_of_others_does_not_exist_for_a_focal_point(client: Client, secretariat, norway):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(of=["Secretary-General"]))))
    address = ActionItem.objects.get().get_absolute_url()
    for user, status in ((secretariat, 200), (norway, 404)):
        client.force_login(user)
        assert client.get(address).status_code == status


@pytest.mark.parametrize("deed", ["decide", "due", "review-day", "withdraw", "assign", "confirm"])
def test_whoever_may_only_look_is_offered_no_deed_and_can_do_none(
    client: Client, viewer, item, occurrence, deed
):
    assert f'value="{deed}"' not in shown(client, viewer, item)
    assert send(client, viewer, item, deed, occurrence).status_code == 403


@pytest.mark.parametrize(
    ("deed", "subject"), [("overthrow", "1"), ("decide", "999999"), ("decide", ""), ("", "")]
)
def test_a_deed_that_is_none_or_about_nothing_is_not_found(client: Client, manager, item, deed, subject):
    client.force_login(manager)
    answer = client.post(item.get_absolute_url(), {"deed": deed, "subject": subject})
    assert answer.status_code == 404


def test_a_decision_changes_the_status_and_is_told_with_its_reason(client: Client, manager, item, occurrence):
    answer = send(client, manager, item, "decide", occurrence, **decision(occurrence))
    assert answer["Location"] == item.get_absolute_url()
    occurrence.refresh_from_db()
    assert occurrence.status == Status.IN_PROGRESS
    page = shown(client, manager, item)
    assert "Secretary-General: “Not started” became “In progress” as of 1 February 2021, by manager" in page
    assert "Work has begun." in page


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        pytest.param({"why": ""}, "why", "Fill this in", id="no reason"),
        pytest.param({"effective_on": "2031-01-01"}, "effective_on", "lies in the future", id="future"),
        pytest.param({"effective_on": "soon"}, "effective_on", "This is no day", id="no date"),
        pytest.param({"to": "done"}, "to", "Choose one of the statuses", id="unknown status"),
        pytest.param({"to": "not_started"}, "to", "cannot become", id="a status that cannot be reached"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_beside_its_field(
    client: Client, manager, item, occurrence, changed, field, words
):
    answer = send(client, manager, item, "decide", occurrence, **decision(occurrence, **changed))
    assert answer.status_code == 400
    (form,) = [d for row in answer.context["rows"] for d in row.deeds if d.is_bound]
    assert words in form.errors[field][0]
    occurrence.refresh_from_db()
    assert occurrence.status == Status.NOT_STARTED


def test_a_decision_on_what_changed_meanwhile_shows_the_change_and_can_be_tried_again(
    client: Client, manager, item, occurrence
):
    workflow.decide_status(occurrence=occurrence, to=Status.IN_PROGRESS, by=manager, why="Another was first.")
    sent = decision(occurrence, to="implemented", seen_version=1)
    answer = send(client, manager, item, "decide", occurrence, **sent)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "is now “In progress”" in page
    assert "Another was first." in page
    assert f'name="decide-{occurrence.pk}-seen_version" value="{occurrence.version}"' in page


def test_a_due_date_is_set_with_its_reason_and_cleared_again(client: Client, clerk, item, occurrence):
    send(client, clerk, item, "due", occurrence, due_to="2022-12-31", why="Agreed at the session.")
    occurrence.refresh_from_db()
    assert occurrence.due_to == dt.date(2022, 12, 31)
    send(client, clerk, item, "due", occurrence, due_to="", why="Withdrawn by the session.")
    page = shown(client, clerk, item)
    assert "Secretary-General: due date none became 31 December 2022, by clerk" in page
    assert "Secretary-General: due date 31 December 2022 became none, by clerk" in page


def test_a_due_date_before_the_adoption_is_refused(client: Client, clerk, item, occurrence):
    answer = send(client, clerk, item, "due", occurrence, due_to="2019-12-31", why="A slip.")
    assert answer.status_code == 400
    assert "lies before the adoption" in answer.content.decode()


def test_the_day_to_look_again_is_set(client: Client, clerk, item, occurrence):
    send(client, clerk, item, "review-day", occurrence, review_on="2021-06-01")
    occurrence.refresh_from_db()
    assert occurrence.review_on == dt.date(2021, 6, 1)
    assert "look again on 1 June 2021" in shown(client, clerk, item)


@pytest.mark.parametrize("name", ["World Bank", "world bank"])
def test_an_entity_is_assigned_by_a_name_it_bears(client: Client, manager, item, name):
    send(client, manager, item, "assign", entity=name, role="contributing")
    assert Assignment.objects.standing().filter(item=item, entity__name="World Bank").exists()
    assert "World Bank: assigned as “Not started”, by manager" in shown(client, manager, item)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nobody at all", "no entity called “Nobody at all”"),
        ("Secretary-General", "is assigned already"),
    ],
)
def test_an_assignment_that_cannot_be_is_refused_beside_the_name(client: Client, manager, item, name, words):
    answer = send(client, manager, item, "assign", entity=name, role="lead")
    assert answer.status_code == 400
    assert words in answer.context["assign"].errors["entity"][0]


def test_a_name_that_several_bear_is_asked_for_in_full(client: Client, manager, item):
    for key in ("one-fund", "other-fund"):
        Entity.objects.create(key=key, name=f"The {key}").names.create(name="FUND", kind="acronym")
    answer = send(client, manager, item, "assign", entity="FUND", role="lead")
    assert "Several entities bear the name" in answer.context["assign"].errors["entity"][0]


def test_a_withdrawn_assignment_leaves_the_table_and_keeps_its_reason(
    client: Client, manager, item, occurrence
):
    send(client, manager, item, "withdraw", occurrence.assignment, why="Named by mistake.")
    page = shown(client, manager, item)
    assert "Secretary-General: withdrawn on 1 March 2021. Named by mistake." in page
    assert f'value="{occurrence.assignment.pk}"' not in page


def test_a_reading_is_confirmed_once(client: Client, clerk, item):
    assert "was guessed from what stands before" in shown(client, clerk, item)
    send(client, clerk, item, "confirm")
    page = shown(client, clerk, item)
    assert "Confirmed by clerk on 1 March 2021." in page
    assert "Reading: confirmed, by clerk" in page
    assert 'value="confirm"' not in page
    assert send(client, clerk, item, "confirm").status_code == 404


def test_only_the_words_of_the_clause_are_meant(client: Client, viewer, item):
    client.force_login(viewer)
    (passage,) = client.get(item.get_absolute_url()).context["passages"]
    meant = "".join(p.text for p in passage.pieces if "meant" in p.style.split())
    assert meant == TWO.action


def test_a_clause_that_asks_nothing_says_so_and_nobody_can_be_assigned(client: Client, manager, item):
    other = ActionItem.objects.exclude(pk=item.pk).get()
    page = shown(client, manager, other)
    assert "no action is required" in page
    assert 'value="assign"' not in page


def test_a_clause_that_left_the_text_stays_with_its_words(client: Client, manager, item, occurrence):
    workflow.decide_status(occurrence=occurrence, to=Status.IN_PROGRESS, by=manager, why="It has begun.")
    other = paragraph("1", states("Notes quite other things than before"))
    track(stored(reading("E/RES/2020/1", other), file="second", replaces=True).resolution)
    page = shown(client, manager, item)
    assert "The text as it now stands no longer has these words" in page
    assert "Reading: no longer in the text" in page


def report_of(author, occurrence, words="The report was issued.", entity=None):
    day = dt.date(2020, 12, 1)
    return reports.draft(
        entity=entity or occurrence.assignment.entity,
        by=author,
        words=Words(period_from=day, period_to=day, action_taken=words),
        lines=[Line(occurrence=occurrence, proposed_status=Status.IMPLEMENTED, effective_on=day)],
    )


def test_a_report_that_was_accepted_is_told_with_its_evidence_and_its_steps(
    client: Client, viewer, secretariat, reviewer, occurrence, item
):
    report = report_of(secretariat, occurrence)
    assert "The report was issued." not in shown(client, viewer, item)
    evidence.add_document(
        report=report,
        by=secretariat,
        title="The report itself",
        speaks_for=dt.date(2020, 12, 1),
        symbol="E/2020/97",
    )
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer, comment="Clear.")
    page = shown(client, viewer, item)
    assert "The report was issued." in page
    assert "The report itself" in page
    assert "Report of Secretary-General: accepted, by reviewer" in page
    assert "“Not started” became “Implemented” as of 1 December 2020" in page


def test_evidence_leads_to_where_it_can_be_read(client: Client, secretariat, occurrence, item):
    about = {
        "report": report_of(secretariat, occurrence),
        "by": secretariat,
        "speaks_for": dt.date(2020, 12, 1),
    }
    evidence.add_document(**about, title="The report itself", symbol="E/2020/97")
    evidence.add_link(**about, title="A page of the Office", url="https://example.org/report")
    evidence.add_file(**about, title="The minutes", name="minutes.txt", data=b"Present: all.")
    page = shown(client, secretariat, item)
    assert "E/2020/97" in page
    assert 'href="https://example.org/report"' in page
    for address in re.findall(r'href="(/evidence/\d+/)"', page):
        assert client.get(address).content == b"Present: all."


def test_of_the_answers_in_a_group_a_member_sees_only_its_own(client: Client, viewer, norway, reviewer, item):
    sweden = speaks_for(person("sweden", roles.FOCAL_POINT), "Sweden")
    group = Occurrence.objects.get(assignment__item=item, assignment__entity__name="Member States")
    for author, name in ((norway, "Norway"), (sweden, "Sweden")):
        report = report_of(author, group, f"{name} has acted.", entity=Entity.objects.get(name=name))
        reports.submit(report=report, by=author)
        reports.accept(report=report, by=reviewer)
    seen_by_all, seen_by_norway = shown(client, viewer, item), shown(client, norway, item)
    assert "Sweden: “Not started” became “Implemented”" in seen_by_all
    assert "Norway: “Not started” became “Implemented”" in seen_by_norway
    assert "Sweden" not in seen_by_norway
    assert "2 of 193 members answered" in seen_by_norway


def test_what_a_focal_point_of_another_entity_did_stays_unseen(
    client: Client, secretariat, norway, occurrence, item
):
    reports.submit(report=report_of(secretariat, occurrence), by=secretariat)
    page = shown(client, norway, item)
    assert "The report was issued." not in page
    assert "Secretary-General: taken in" not in page


def test_earlier_times_of_a_series_are_shown_and_a_missed_one_can_be_reported_on_late(client, secretariat):
    missed = asked_every("FREQ=YEARLY", last=dt.date(2020, 9, 1))
    series.lapse(on=dt.date(2021, 3, 1))
    client.force_login(secretariat)
    page = client.get(missed.assignment.item.get_absolute_url()).content.decode()
    assert "Earlier times (1)" in page
    assert "1 September 2020: missed" in page
    assert f"{reverse('report-new')}?occurrence={missed.pk}" in page


def test_what_has_no_due_date_is_looked_at_and_comes_again_by_policy(
    client, manager, secretariat, item, occurrence
):
    assert send(client, secretariat, item, "look-at", occurrence, why="It goes on.").status_code == 403
    assert send(client, manager, item, "look-at", occurrence, why="It goes on.").status_code == 302
    assert "looked at. The next look is on 1 March 2022." in shown(client, manager, item)


def test_the_page_tells_how_strongly_the_verb_asks_towards_whom(client: Client, viewer, item):
    assert "asks moderately: of 10, 5 towards the Secretariat, 5 towards States." in shown(
        client, viewer, item
    )


def test_words_that_ask_for_nothing_have_no_strength_of_asking(client: Client, viewer, item):
    stating = ActionItem.objects.get(clause__asks=False)
    assert "of 10," not in shown(client, viewer, stating)
