"""Follow-up reports over the API: the doors decide, the API tells why not and where."""

import datetime as dt
import json
from typing import Any

import pytest
from pghistory.models import Events

from resolutions.models import Clause, Entity
from tests.builders import asks, paragraph, reading, stored
from tests.conftest import person, speaks_for
from tests.tracker.api.register import register
from tracker import roles
from tracker.models import FollowUpReport, MemberResponse, Occurrence
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

REPORTS = "/api/v1/reports/"
REPORT_ITEM = "E/RES/2020/1#op2.1"
TREES_ITEM = "E/RES/2020/1#op3.1"


@pytest.fixture(autouse=True)
def a_register(db):
    register()


def body(**changes: Any) -> dict[str, Any]:
    """Return a report of the Secretary-General on forests, with some fields changed or, by None, left out."""
    whole = {
        "entity": "sg",
        "period_from": "2020-08-01",
        "period_to": "2021-02-28",
        "action_taken": "Wrote the report.",
        "lines": [line()],
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not None}


def line(**changes: Any) -> dict[str, Any]:
    whole = {
        "item": REPORT_ITEM,
        "proposed_status": "in_progress",
        "effective_on": "2021-02-01",
        "percentage": 40,
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not None}


def faults(response: Any) -> dict[str, str]:
    return {fault["field"]: fault["message"] for fault in response.json()["errors"]}


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        (body(entity=None), "entity", "required"),
        (body(entity="secretary"), "entity", "There is no entity with the key “secretary”"),
        (body(entity={"key": "sg"}), "entity", "There is no entity"),
        (body(entity="a\0b"), "entity", "There is no entity"),
        (body(action=""), "action", "Did you mean “action_taken”?"),
        (body(state="accepted"), "state", "There is no field “state”"),
        (body(action_taken=" "), "action_taken", "blank"),
        (body(action_taken="\ud800"), "action_taken", "Surrogate"),
        (body(action_taken="a\0b"), "action_taken", "Null"),
        (body(period_to="2020-01-01"), "period_to", "ends before it begins"),
        (body(period_to="28.2.2021"), "period_to", "format"),
        (body(cycle=99), "cycle", "does not exist"),
        (body(lines=[]), "lines", "empty"),
        (body(lines=None), "lines", "required"),
        (body(lines=[line(item=None)]), "lines.0.item", "Give either"),
        (body(lines=[line(occurrence=1)]), "lines.0.item", "Give either"),
        (body(lines=[line(), line(itm="x")]), "lines.1.itm", "Did you mean “item”?"),
        (body(lines=[line(item="E/RES/1999/1#op1.1")]), "lines.0.item", "There is no item"),
        (body(lines=[line(item=TREES_ITEM)]), "lines.0.item", "asks something of Secretary-General"),
        (body(lines=[line(item=None, occurrence=99)]), "lines.0.occurrence", "no occurrence 99"),
        (body(lines=[line(item=None, occurrence=2**63)]), "lines.0.occurrence", "less than"),
        (body(lines=[line(proposed_status="done")]), "lines.0.proposed_status", "not a valid choice"),
        (body(lines=[line(percentage=101)]), "lines.0.percentage", "less than or equal to 100"),
        (body(lines=[line(effective_on="2021-03-02")]), "effective_on", "lies in the future"),
        (body(lines=[line(proposed_status="no_action")]), "status", "cannot become"),
    ],
)
def test_a_report_that_cannot_be_is_refused_with_its_field_and_leaves_nothing(
    as_, secretariat, sent, field, words
):
    response = as_(secretariat).post(REPORTS, json.dumps(sent), content_type="application/json")
    assert response.status_code == 400
    assert words in faults(response)[field]
    assert not FollowUpReport.objects.exists()


def test_nobody_reports_for_an_entity_that_is_not_theirs(as_, norway):
    sent = body(entity="state-swe", lines=[line(item=TREES_ITEM)])
    response = as_(norway).post(REPORTS, sent, format="json")
    assert response.status_code == 403
    assert "You may not report for Sweden" in faults(response)["entity"]


def test_somebody_who_only_reads_may_not_report(as_, viewer):
    response = as_(viewer).post(REPORTS, body(), format="json")
    assert response.status_code == 403
    assert "You may not report for" in faults(response)["entity"]


@pytest.fixture
def draft(as_, secretariat) -> dict[str, Any]:
    made: dict[str, Any] = as_(secretariat).post(REPORTS, body(), format="json").json()
    return made


@pytest.mark.parametrize("deed", ["submit", "accept", "send-back", "withdraw", "reopen"])
def test_another_entitys_draft_is_not_found_whatever_is_done_to_it(as_, norway, draft, deed):
    url = f"{REPORTS}{draft['id']}/"
    assert as_(norway).get(url).status_code == 404
    assert as_(norway).patch(url, {"results": "x"}, format="json").status_code == 404
    assert as_(norway).post(f"{url}{deed}/", {"comment": "x"}, format="json").status_code == 404
    assert as_(norway).get(REPORTS).json()["count"] == 0


@pytest.mark.parametrize(
    ("deed", "sent", "status", "field"),
    [
        ("accept", {}, 400, "state"),
        ("send-back", {"comment": "Mend it"}, 400, "state"),
        ("reopen", {"why": "A mistake"}, 400, "state"),
        ("reopen", {}, 400, "why"),
        ("submit", {"coment": ""}, 400, "coment"),
    ],
)
def test_a_step_that_a_draft_cannot_take_is_refused(as_, secretariat, draft, deed, sent, status, field):
    response = as_(secretariat).post(f"{REPORTS}{draft['id']}/{deed}/", sent, format="json")
    assert (response.status_code, list(faults(response))) == (status, [field])


def test_an_author_cannot_accept_and_a_reader_cannot_review(as_, secretariat, viewer, draft):
    url = f"{REPORTS}{draft['id']}/"
    as_(secretariat).post(f"{url}submit/", {}, format="json")
    for user in (secretariat, viewer):
        assert as_(user).post(f"{url}accept/", {}, format="json").status_code == 403
    assert FollowUpReport.objects.get().state == "submitted"


def test_sending_back_without_saying_what_to_mend_is_refused(as_, secretariat, reviewer, draft):
    url = f"{REPORTS}{draft['id']}/"
    as_(secretariat).post(f"{url}submit/", {}, format="json")
    response = as_(reviewer).post(f"{url}send-back/", {}, format="json")
    assert (response.status_code, list(faults(response))) == (400, ["comment"])


def test_a_reviewer_who_saw_an_older_report_is_told_and_may_look_again(as_, secretariat, reviewer, draft):
    url = f"{REPORTS}{draft['id']}/"
    as_(secretariat).post(f"{url}submit/", {}, format="json")
    FollowUpReport.objects.update(updated_at=dt.datetime(2021, 3, 1, 13, 0, 0, 7, tzinfo=dt.UTC))
    refused = as_(reviewer).post(f"{url}accept/", {"seen": draft["updated_at"]}, format="json")
    assert (refused.status_code, FollowUpReport.objects.get().state) == (409, "submitted")
    seen = as_(reviewer).get(url).json()["updated_at"]
    assert as_(reviewer).post(f"{url}accept/", {"seen": seen}, format="json").status_code == 200


def test_a_report_under_review_cannot_be_changed(as_, secretariat, draft):
    url = f"{REPORTS}{draft['id']}/"
    as_(secretariat).post(f"{url}submit/", {}, format="json")
    response = as_(secretariat).patch(url, {"results": "More"}, format="json")
    assert response.status_code == 400
    assert "cannot be changed" in response.json()["detail"]


def test_a_draft_says_where_it_is_and_what_it_answers(as_, secretariat):
    response = as_(secretariat).post(REPORTS, body(), format="json")
    assert response.status_code == 201
    shown = as_(secretariat).get(response["Location"]).json()
    assert shown == response.json()
    assert (shown["state"], shown["entity"], shown["author"], shown["on_behalf"]) == (
        "draft",
        "sg",
        "secretariat",
        False,
    )
    assert shown["items"] == [REPORT_ITEM]
    assert (shown["lines"][0]["proposed_status"], shown["lines"][0]["percentage"]) == ("in_progress", 40)
    assert [step["to_state"] for step in shown["steps"]] == ["draft"]


def test_a_line_tells_the_words_it_answers_and_todays_where_they_are_others(as_, secretariat, draft):
    def told() -> tuple[str, str | None]:
        (said,) = as_(secretariat).get(f"{REPORTS}{draft['id']}/").json()["lines"]
        return said["answered"], said["words_today"]

    clause = Clause.objects.by_reference(REPORT_ITEM).get()
    answered, _ = first = told()
    assert first == (clause.paragraph.texts.get().text[clause.start : clause.end], None)
    later = paragraph(clause.paragraph.label, asks(f"Urgently r{answered[1:]}"))
    stored(reading(clause.paragraph.resolution.symbol, later), replaces=True)
    assert told() == (answered, f"Urgently r{answered[1:]}")
    Clause.objects.update(vanished=True)
    assert told() == (answered, "")


def test_the_row_history_names_who_came_with_a_token(as_, secretariat, draft):
    as_(secretariat).patch(f"{REPORTS}{draft['id']}/", {"results": "Trees"}, format="json")
    events = Events.objects.tracks(FollowUpReport.objects.get()).order_by("pgh_created_at")
    assert [event.pgh_context["user"] for event in events] == [secretariat.pk, secretariat.pk]


def test_data_entry_records_what_an_entity_sent_in(as_, clerk):
    made = as_(clerk).post(REPORTS, body(), format="json").json()
    assert made["on_behalf"] is True


def test_a_member_of_a_group_answers_for_itself(as_, norway, reviewer):
    made = as_(norway).post(REPORTS, body(entity="state-nor", lines=[line(item=TREES_ITEM)]), format="json")
    url = made["Location"]
    as_(norway).post(f"{url}submit/", {}, format="json")
    assert as_(reviewer).post(f"{url}accept/", {}, format="json").status_code == 200
    assert MemberResponse.objects.get().status == Status.IN_PROGRESS
    assert Occurrence.objects.get(assignment__entity__name="Member States").status == Status.NOT_STARTED


def test_parts_of_a_draft_change_and_the_rest_stays(as_, secretariat, draft):
    url = f"{REPORTS}{draft['id']}/"
    changed = as_(secretariat).patch(url, {"results": "Ten forests"}, format="json").json()
    assert (changed["results"], changed["action_taken"]) == ("Ten forests", "Wrote the report.")
    assert changed["lines"] == draft["lines"]


def test_a_draft_written_anew_loses_what_is_left_out(as_, secretariat, draft):
    url = f"{REPORTS}{draft['id']}/"
    as_(secretariat).patch(url, {"results": "Ten forests"}, format="json")
    sent = body(entity=None, lines=[line(percentage=None, proposed_status="implemented")])
    changed = as_(secretariat).put(url, sent, format="json").json()
    assert changed["results"] == ""
    assert changed["lines"][0]["proposed_status"] == "implemented"
    missing = as_(secretariat).put(url, {"results": "x"}, format="json")
    assert set(faults(missing)) == {"period_from", "period_to", "action_taken", "lines"}


def test_the_entity_of_a_report_never_changes(as_, secretariat, draft):
    response = as_(secretariat).patch(f"{REPORTS}{draft['id']}/", {"entity": "state-nor"}, format="json")
    assert response.status_code == 400
    assert "no field “entity”" in faults(response)["entity"]


def test_a_report_goes_all_its_way(as_, secretariat, reviewer, draft):
    url = f"{REPORTS}{draft['id']}/"
    occurrence = Occurrence.objects.get(pk=draft["lines"][0]["occurrence"])
    as_(secretariat).post(f"{url}submit/", {}, format="json")
    back = as_(reviewer).post(f"{url}send-back/", {"comment": "Say where"}, format="json").json()
    assert (back["state"], back["review_comment"]) == ("sent_back", "Say where")
    as_(secretariat).patch(url, {"results": "In Norway"}, format="json")
    as_(secretariat).post(f"{url}submit/", {}, format="json")
    accepted = as_(reviewer).post(f"{url}accept/", {}, format="json").json()
    assert (accepted["state"], accepted["reviewed_by"]) == ("accepted", "reviewer")
    occurrence.refresh_from_db()
    assert (occurrence.status, occurrence.percentage) == (Status.IN_PROGRESS, 40)
    opened = as_(reviewer).post(f"{url}reopen/", {"why": "The forest burnt"}, format="json").json()
    assert opened["state"] == "sent_back"
    withdrawn = as_(secretariat).post(f"{url}withdraw/", {"comment": "Anew"}, format="json").json()
    assert [step["to_state"] for step in withdrawn["steps"]][:3] == ["withdrawn", "sent_back", "accepted"]


def test_an_item_that_asks_an_entity_twice_is_answered_by_the_occurrence(as_, secretariat, entity):
    member = person("member", roles.FOCAL_POINT)
    state = Entity.objects.get(name="Norway")
    speaks_for(member, "Norway")
    occurrence = Occurrence.objects.get(assignment__entity__name="Member States")
    made = as_(member).post(
        REPORTS,
        body(entity=state.key, lines=[line(item=None, occurrence=occurrence.pk)]),
        format="json",
    )
    assert made.json()["items"] == [TREES_ITEM]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 1),
        ("state=draft", 1),
        ("state=accepted", 0),
        ("entity=sg", 1),
        ("entity=state-nor", 0),
        (f"item={REPORT_ITEM.replace('#', '%23')}", 1),
        (f"item={TREES_ITEM.replace('#', '%23')}", 0),
        ("author=secretariat", 1),
        ("period_from=2021-02-28&period_to=2021-02-28", 1),
        ("period_from=2021-03-01", 0),
    ],
)
def test_reports_are_narrowed(as_, secretariat, draft, query, count):
    assert as_(secretariat).get(f"{REPORTS}?{query}").json()["count"] == count


def test_a_change_that_came_between_is_a_conflict(as_, secretariat, draft, monkeypatch):
    report = FollowUpReport.objects.get()
    stale = FollowUpReport.objects.get()
    FollowUpReport.objects.filter(pk=report.pk).update(
        state="submitted", submitted_at=dt.datetime(2021, 2, 1, tzinfo=dt.UTC)
    )
    monkeypatch.setattr("tracker.api.views.reports.Reports.one", lambda self, reference: stale)
    response = as_(secretariat).post(f"{REPORTS}{report.pk}/submit/", {}, format="json")
    assert response.status_code == 409
    assert "Somebody changed this report meanwhile" in response.json()["detail"]


def test_a_line_that_answers_other_words_than_todays_is_a_conflict(as_, secretariat):
    clause = Clause.objects.get(paragraph__eid="op2", number=1)
    words = clause.paragraph.texts.get(version=clause.version).text[clause.start : clause.end]
    refused = as_(secretariat).post(REPORTS, body(lines=[line(words="Requests to plant")]), format="json")
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (409, "words_changed")
    assert not FollowUpReport.objects.exists()
    assert as_(secretariat).post(REPORTS, body(lines=[line(words=words)]), format="json").status_code == 201
