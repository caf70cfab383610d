"""The page of what one follows, the buttons to watch, and the filters kept on the register and on My work."""

import re

import pytest
from django.test import Client

from tests.register import occurrence, register
from tracker import feeds, saved_filters
from tracker.models import Feed, SavedFilter, Watch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def _register():
    register()


def page(client: Client, address: str = "/following/") -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/following/"),
        ("post", "/watch/entity/1/"),
        ("post", "/saved-filters/"),
        ("post", "/saved-filters/1/"),
        ("post", "/feeds/"),
        ("post", "/feeds/1/close/"),
        ("post", "/comments/item/1/"),
        ("post", "/comments/1/"),
    ],
)
def test_an_account_without_a_role_follows_nothing(client: Client, stranger, method, address):
    assert getattr(client, method)(address).status_code == 302
    client.force_login(stranger)
    assert getattr(client, method)(address).status_code == 403


# --- Watching -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["item", "resolution", "entity"])
def test_a_page_can_be_watched_and_let_go_from_itself_and_from_the_list(client: Client, viewer, kind):
    client.force_login(viewer)
    asked = occurrence("Norway").assignment
    things = {
        "item": asked.item,
        "resolution": asked.item.clause.paragraph.resolution,
        "entity": asked.entity,
    }
    address = f"/watch/{kind}/{things[kind].pk}/"
    answer = client.post(address, {"deed": "watch"}, follow=True)
    assert "Stop watching" in answer.content.decode()
    assert "Stop watching" in page(client)
    client.post(address, {"deed": "unwatch", "from": "following"})
    assert "You watch nothing yet" in page(client)
    assert not Watch.objects.exists()


def test_what_may_not_be_seen_cannot_be_watched(client: Client, secretariat):
    client.force_login(secretariat)
    hidden = occurrence("Member States").assignment.item
    assert client.post(f"/watch/item/{hidden.pk}/").status_code == 404
    assert client.post(f"/watch/paragraph/{hidden.pk}/").status_code == 404


# --- Saved filters ------------------------------------------------------------------------------------


def test_a_list_is_kept_from_the_register_and_its_address_leads_back_to_it(client: Client, viewer, manager):
    client.force_login(manager)
    assert "Keep this list" in page(client, "/register/?entity=state-nor")
    sent = {"name": "Norway", "query": "entity=state-nor", "shared": "on", "on_my_work": "on"}
    answer = client.post("/saved-filters/", sent)
    kept = SavedFilter.objects.get()
    assert answer["Location"] == f"/register/?saved={kept.pk}"
    client.force_login(viewer)
    answer = client.get(answer["Location"])
    assert answer["Location"] == "/register/?entity=state-nor"
    assert ">Norway</a></li>" in page(client, "/register/")


@pytest.mark.parametrize("number", ["0", "x", "-1", "99999999999999999999", ""])
def test_a_filter_that_is_none_is_not_found(client: Client, viewer, number):
    client.force_login(viewer)
    assert client.get(f"/register/?saved={number}").status_code == 404


def test_what_another_keeps_for_themselves_is_not_found(client: Client, viewer, manager):
    kept = saved_filters.save(by=manager, name="Mine", query="state=open")
    client.force_login(viewer)
    assert client.get(kept.get_absolute_url()).status_code == 404
    assert client.post(f"/saved-filters/{kept.pk}/", {"deed": "delete"}).status_code == 404


def test_what_another_shares_cannot_be_changed(client: Client, viewer, manager):
    kept = saved_filters.save(by=manager, name="Ours", query="state=open", shared=True)
    client.force_login(viewer)
    assert client.post(f"/saved-filters/{kept.pk}/", {"deed": "delete"}).status_code == 403
    assert client.post(f"/saved-filters/{kept.pk}/", {"name": "Mine"}).status_code == 403
    assert SavedFilter.objects.get().name == "Ours"


def test_a_filter_is_changed_and_let_go(client: Client, manager):
    saved_filters.save(by=manager, name="Taken", query="")
    kept = saved_filters.save(by=manager, name="Mine", query="state=open")
    client.force_login(manager)
    address = f"/saved-filters/{kept.pk}/"
    assert 'value="Mine"' in page(client, address)
    answer = client.post(address, {"name": "Taken", "query": "state=open"})
    assert answer.status_code == 400
    assert "Choose another name" in answer.content.decode()
    client.post(address, {"name": "Ours", "query": kept.query, "shared": "on"})
    assert 'Ours</a> <span class="soft">shared' in page(client)
    client.post(address, {"deed": "delete"})
    assert [each.name for each in SavedFilter.objects.all()] == ["Taken"]


def test_a_name_that_is_taken_is_said_beside_it(client: Client, manager):
    saved_filters.save(by=manager, name="Mine", query="")
    client.force_login(manager)
    answer = client.post("/saved-filters/", {"name": "Mine", "query": "state=open"})
    assert answer.status_code == 400
    assert "Choose another name" in answer.content.decode()


def test_the_page_of_work_shows_what_the_chosen_filter_finds(client: Client, manager):
    saved_filters.save(by=manager, name="Of Norway", query="entity=state-nor", on_my_work=True)
    client.force_login(manager)
    shown = page(client, "/my-work/")
    assert 'Of Norway</a> <span class="soft">(1)</span>' in shown
    assert "E/RES/2020/1#op1.1" in shown


def test_a_condition_that_means_nothing_any_more_is_named_and_left_out(client: Client, manager):
    kept = saved_filters.save(by=manager, name="Old", query="state=open")
    SavedFilter.objects.update(query="state=open&verb=vanished")
    client.force_login(manager)
    shown = page(client, kept.get_absolute_url())
    assert "There is no verb “vanished”." in shown
    assert "It was left out." in shown


# --- Feeds --------------------------------------------------------------------------------------------


def test_the_address_of_a_feed_is_shown_once(client: Client, viewer):
    client.force_login(viewer)
    answer = client.post("/feeds/", {"scope": "entity", "entity": "Norway"})
    assert answer["Cache-Control"] == "no-store"
    found = re.search(r">http://[^/]+(/feeds/([\w-]+)/calendar.ics)<", answer.content.decode())
    assert found
    assert client.get(found[1]).status_code == 200
    assert found[2] not in page(client)


def test_an_entity_nobody_knows_is_refused_beside_its_field(client: Client, viewer):
    client.force_login(viewer)
    answer = client.post("/feeds/", {"scope": "entity", "entity": "Atlantis"})
    assert answer.status_code == 400
    assert "no entity called “Atlantis”" in answer.content.decode()
    assert client.post("/feeds/", {"scope": "all"}).status_code == 404


def test_nobody_closes_the_feed_of_another(client: Client, viewer, manager):
    feed, _ = feeds.open_feed(by=manager, scope="own")
    client.force_login(viewer)
    assert client.post(f"/feeds/{feed.pk}/close/").status_code == 404
    client.force_login(manager)
    assert client.post(f"/feeds/{feed.pk}/close/").status_code == 302
    assert Feed.objects.get().revoked_at


def test_a_feed_of_what_one_speaks_for_is_offered_only_to_whoever_speaks_for_somebody(
    client: Client, viewer, secretariat
):
    offer = "Open a feed of: What I speak for"
    client.force_login(viewer)
    assert offer not in page(client)
    assert "Open a feed of: What I watch" in page(client)
    client.force_login(secretariat)
    assert offer in page(client)
