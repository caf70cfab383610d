"""Comments, watches, saved filters, notices, handovers and jobs by API, by the same rules as on the pages."""

import pytest

from tests.conftest import speaks_for
from tests.register import occurrence, register
from tracker import bulk, comments
from tracker.models import BulkJob, BulkKind, BulkRefusal, Comment, FocalPoint, SavedFilter, Watch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "tracked_register")]

ITEM = "E/RES/2020/1#op1.1"
LISTS = ("comments/", "watches/", "saved-filters/", "notices/", "handovers/", "bulk-jobs/", "bulk-refusals/")


@pytest.fixture
def tracked_register(db: None) -> None:
    register()


def send(client, path, method="post", **body):
    return getattr(client, method)(f"/api/v1/{path}", body, format="json")


def rows(client, path):
    return client.get(f"/api/v1/{path}").json()["results"]


def wrong(answer):
    return {fault["field"]: fault["message"] for fault in answer.json()["errors"]}


def test_nobody_unknown_and_nobody_without_a_role_is_told_anything(anonymous, as_, stranger):
    for path in (*LISTS, "notice-preference/"):
        assert anonymous.get(f"/api/v1/{path}").status_code == 401
        assert as_(stranger).get(f"/api/v1/{path}").status_code == 403
    assert send(as_(stranger), "comments/", item=ITEM, text="Who?").status_code == 403
    assert send(as_(stranger), "handovers/", from_user="a", to_user="b", why="c").status_code == 403


@pytest.mark.parametrize(
    ("path", "body", "field", "words"),
    [
        ("comments/", {"text": "Who?"}, "item", "Give either"),
        ("comments/", {"item": ITEM, "report": 1, "text": "Who?"}, "item", "Give either"),
        ("comments/", {"report": 99, "text": "Who?"}, "report", "no such report"),
        ("comments/", {"item": ITEM, "text": "@nobody Who?"}, "text", "nobody of the name “@nobody”"),
        ("comments/", {"item": ITEM, "words": "Who?"}, "words", "There is no field"),
        ("watches/", {}, "item", "Give one of"),
        ("watches/", {"item": "E/RES/1/1#op1.1"}, "item", "There is no such item"),
        ("watches/", {"resolution": "E/RES/1/1"}, "resolution", "There is no resolution"),
        ("watches/", {"entity": "nobody"}, "entity", "There is no entity"),
        ("saved-filters/", {"name": "", "query": ""}, "name", "blank"),
        ("notices/read/", {}, "upto", "Give either"),
        ("handovers/", {"from_user": "x", "to_user": "manager", "why": "y"}, "from_user", "Nobody here"),
    ],
)
def test_what_cannot_be_taken_is_named(as_, manager, path, body, field, words):
    answer = send(as_(manager), path, **body)
    assert answer.status_code == 400
    assert words in wrong(answer)[field]


def test_a_comment_is_told_to_whom_it_mentions_and_its_words_go_when_it_is_taken_away(
    as_, manager, secretariat
):
    said = send(as_(manager), "comments/", item=ITEM, text="@secretariat When?")
    assert said.status_code == 201
    number = said.json()["id"]
    assert (said.json()["item"], said.json()["mentions"]) == (ITEM, ["secretariat"])
    assert [row["id"] for row in rows(as_(secretariat), "comments/?mention=true")] == [number]
    told = rows(as_(secretariat), f"notices/?unread=true&item={ITEM.replace('#', '%23')}")
    assert [row["kind"] for row in told] == ["mention"]
    assert send(as_(secretariat), f"comments/{number}/", "patch", text="Mine").status_code == 403
    assert send(as_(manager), f"comments/{number}/", "patch", text="When, please?").json()["mentions"] == []
    assert as_(manager).delete(f"/api/v1/comments/{number}/").status_code == 204
    assert [row["text"] for row in rows(as_(secretariat), "comments/")] == [""]
    assert as_(manager).delete(f"/api/v1/comments/{number}/").status_code == 400


def test_what_a_focal_point_may_not_see_it_neither_reads_nor_comments_on(as_, manager, norway):
    FocalPoint.objects.filter(user=norway).delete()
    speaks_for(norway, "Sweden")
    comments.write(on=occurrence("Secretary-General").assignment.item, by=manager, text="When?")
    assert rows(as_(norway), "comments/") == []
    assert send(as_(norway), "comments/", item=ITEM, text="Who?").status_code == 400
    assert send(as_(norway), "watches/", item=ITEM).status_code == 400
    assert Comment.objects.count() == 1


def test_a_watch_is_begun_once_and_ended_by_whom_it_is(as_, manager, viewer):
    first = send(as_(viewer), "watches/", entity="sg")
    again = send(as_(viewer), "watches/", entity="sg")
    assert (first.status_code, again.json()["id"]) == (201, first.json()["id"])
    assert rows(as_(manager), "watches/") == []
    assert as_(manager).delete(f"/api/v1/watches/{first.json()['id']}/").status_code == 404
    assert as_(viewer).delete(f"/api/v1/watches/{first.json()['id']}/").status_code == 204
    assert not Watch.objects.exists()


def test_a_filter_is_kept_shared_and_changed_by_its_owner_alone(as_, manager, viewer):
    kept = send(as_(manager), "saved-filters/", name="Late", query="status=overtaken&nonsense=1", shared=True)
    number = kept.json()["id"]
    assert (kept.status_code, kept.json()["query"]) == (201, "status=overtaken")
    assert [row["owner"] for row in rows(as_(viewer), "saved-filters/?mine=false")] == ["manager"]
    assert send(as_(viewer), f"saved-filters/{number}/", "patch", name="Mine").status_code == 403
    assert as_(viewer).delete(f"/api/v1/saved-filters/{number}/").status_code == 403
    changed = send(as_(manager), f"saved-filters/{number}/", "patch", shared=False).json()
    assert (changed["name"], changed["shared"]) == ("Late", False)
    assert rows(as_(viewer), "saved-filters/") == []
    assert as_(manager).delete(f"/api/v1/saved-filters/{number}/").status_code == 204
    assert not SavedFilter.objects.exists()


def test_notices_are_read_by_whom_they_are_for(as_, manager, secretariat):
    item = occurrence("Secretary-General").assignment.item
    comments.write(on=item, by=manager, text="@secretariat When?")
    (told,) = rows(as_(secretariat), "notices/?unread=true")
    assert send(as_(manager), "notices/read/", upto=told["id"]).json() == {"read": 0}
    assert send(as_(manager), "notices/read/", only=told["id"]).status_code == 404
    assert len(rows(as_(secretariat), "notices/?unread=true")) == 1
    assert send(as_(secretariat), "notices/read/", upto=told["id"]).json() == {"read": 1}
    assert send(as_(secretariat), "notices/read/", only=told["id"]).json() == {"read": 0}
    assert rows(as_(secretariat), "notices/?unread=true") == []
    assert len(rows(as_(secretariat), "notices/?unread=false")) == 1


def test_how_often_mail_comes_is_each_one_s_own_choice(as_, manager, viewer):
    assert as_(viewer).get("/api/v1/notice-preference/").json() == {"frequency": "daily", "weekday": 0}
    assert send(as_(viewer), "notice-preference/", "patch", frequency="hourly").status_code == 400
    chosen = send(as_(viewer), "notice-preference/", "patch", frequency="weekly", weekday=4)
    assert chosen.json() == {"frequency": "weekly", "weekday": 4}
    assert as_(manager).get("/api/v1/notice-preference/").json()["frequency"] == "daily"


def test_work_is_handed_over_by_who_appoints_and_told_to_those_of_it(as_, manager, secretariat, norway):
    given = {"from_user": "secretariat", "to_user": "norway", "why": "A new post."}
    assert send(as_(secretariat), "handovers/", **given).status_code == 403
    done = send(as_(manager), "handovers/", **given)
    assert (done.status_code, [row["entity"] for row in done.json()]) == (201, ["sg"])
    assert [row["to_user"] for row in rows(as_(norway), "handovers/?entity=sg")] == ["norway"]
    again = send(as_(manager), "handovers/", **given)
    assert "speaks for no such entity" in wrong(again)["from_user"]


def test_a_job_and_what_kept_it_from_being_done_are_seen_by_who_may_ask_for_such(as_, manager, viewer):
    job = BulkJob.objects.create(kind=BulkKind.REASSIGN, summary="Hand over", total=1, requested_by=manager)
    of = occurrence("Norway").assignment
    BulkRefusal.objects.create(job=job, assignment=of, why="It is closed.")
    assert bulk.seen_by(viewer).count() == len(rows(as_(viewer), "bulk-jobs/")) == 0
    assert rows(as_(viewer), "bulk-refusals/") == []
    assert [row["state"] for row in rows(as_(manager), "bulk-jobs/?kind=reassign&mine=true")] == ["queued"]
    (refused,) = rows(as_(manager), f"bulk-refusals/?job={job.pk}")
    assert (refused["item"], refused["entity"], refused["why"]) == (ITEM, "state-nor", "It is closed.")
