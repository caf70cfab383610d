"""Feeds by API: opened, their addresses told once, closed by whose they are."""

import pytest

from tests.register import register
from tracker.models import Feed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FEEDS = "/api/v1/feeds/"


def test_nobody_unknown_and_nobody_without_a_role_opens_a_feed(anonymous, as_, stranger):
    assert anonymous.post(FEEDS, {"scope": "own"}, format="json").status_code == 401
    assert as_(stranger).post(FEEDS, {"scope": "own"}, format="json").status_code == 403
    assert not Feed.objects.exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"scope": "all"}, "scope"),
        ({"scope": "entity"}, "entity"),
        ({"scope": "own", "entity": "sg"}, "entity"),
        ({"scope": "entity", "entity": "atlantis"}, "entity"),
    ],
    ids=["no such kind", "of no entity", "of one too many", "of an unknown one"],
)
def test_a_feed_of_no_known_kind_is_refused(as_, viewer, body, field):
    answer = as_(viewer).post(FEEDS, body, format="json")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)


def test_an_address_is_told_once_answers_and_stops_with_its_feed(as_, secretariat, viewer, client):
    register()
    opened = as_(secretariat).post(FEEDS, {"scope": "entity", "entity": "sg"}, format="json")
    assert (opened.status_code, opened["Cache-Control"]) == (201, "no-store")
    calendar, atom = opened.json()["calendar"], opened.json()["atom"]
    assert b"BEGIN:VCALENDAR" in client.get(calendar).content
    assert b"<feed" in client.get(atom).content
    (row,) = as_(secretariat).get(f"{FEEDS}?scope=entity&entity=sg").json()["results"]
    assert row == {name: opened.json()[name] for name in ("id", "scope", "entity", "created_at")}
    assert as_(viewer).get(FEEDS).json()["results"] == []
    here = f"{FEEDS}{row['id']}/"
    assert as_(viewer).delete(here).status_code == 404
    assert as_(secretariat).delete(here).status_code == 204
    assert client.get(calendar).status_code == 404
    assert as_(secretariat).delete(here).status_code == 404


def test_opening_again_renews_the_address(as_, viewer, client):
    first, second = (as_(viewer).post(FEEDS, {"scope": "watched"}, format="json").json() for _ in range(2))
    assert client.get(first["calendar"]).status_code == 404
    assert client.get(second["calendar"]).status_code == 200
