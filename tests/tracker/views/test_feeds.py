"""What calendars and news readers fetch by a secret address."""

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
import time_machine
from django.test import Client

from tests.register import occurrence, register
from tests.tracker.test_reminders import SOON
from tracker import comments, feeds, workflow
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def address(secretariat) -> str:
    register(due=SOON)
    return f"/feeds/{feeds.open_feed(by=secretariat, scope='own')[1]}/"


@pytest.mark.parametrize("form", ["calendar.ics", "changes.atom"])
def test_an_address_that_is_none_is_not_found(client: Client, address, secretariat, form):
    assert client.get(f"/feeds/guessed/{form}").status_code == 404
    assert client.get(address + form).status_code == 200
    feeds.revoke(feed=feeds.feeds_of(secretariat).get(), by=secretariat)
    assert client.get(address + form).status_code == 404


@pytest.mark.parametrize("form", ["calendar.ics", "changes.atom"])
def test_the_feed_of_a_closed_account_is_not_found(client: Client, address, secretariat, form):
    secretariat.is_active = False
    secretariat.save()
    assert client.get(address + form).status_code == 404


@pytest.mark.parametrize("form", ["calendar.ics", "calendar.ics?as=todo", "changes.atom"])
def test_whoever_has_the_newest_gets_nothing_again(client: Client, address, form):
    first = client.get(address + form)
    assert first["Cache-Control"] == "private, no-cache"
    again = client.get(address + form, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_last_modified_moves_also_when_something_goes(client: Client, address, manager):
    before = client.get(f"{address}calendar.ics")
    since = {"if-modified-since": before["Last-Modified"]}
    assert client.get(f"{address}calendar.ics", headers=since).status_code == 304
    with time_machine.travel(dt.datetime(2021, 3, 1, 13, tzinfo=dt.UTC), tick=False):
        asked = occurrence("Secretary-General")
        workflow.decide_status(occurrence=asked, to=Status.IMPLEMENTED, by=manager, why="It is out.")
        after = client.get(f"{address}calendar.ics", headers=since)
    assert after.status_code == 200
    assert b"BEGIN:VEVENT" not in after.content
    assert after["Last-Modified"] == "Mon, 01 Mar 2021 13:00:00 GMT"


def test_a_form_of_calendar_that_is_none_is_refused(client: Client, address):
    answer = client.get(f"{address}calendar.ics?as=journal")
    assert (answer.status_code, answer.content.decode()) == (400, "“as” can be event or todo.")


def test_an_empty_atom_feed_can_be_read(client: Client, address):
    feed = ET.fromstring(client.get(f"{address}changes.atom").content)
    assert feed.findtext("a:updated", namespaces=ATOM) == "2021-03-01T12:00:00+00:00"
    assert feed.findall("a:entry", ATOM) == []


def test_an_atom_feed_tells_what_changed_the_newest_first(client: Client, address, manager):
    asked = occurrence("Secretary-General")
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="Under way & well.")
    with time_machine.travel(dt.datetime(2021, 3, 1, 13, tzinfo=dt.UTC), tick=False):
        comments.write(on=asked.assignment.item, by=manager, text="Who drafts this?")
    feed = ET.fromstring(client.get(f"{address}changes.atom").content)
    titles = [entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert titles == [
        "E/RES/2020/1#op1.1: manager commented",
        "E/RES/2020/1#op1.1: Secretary-General: “Not started” became “In progress” as of 1 March 2021",
    ]
    summaries = [entry.findtext("a:summary", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert summaries == ["Who drafts this?", "Under way & well."]


def test_an_atom_feed_tells_nothing_that_its_owner_may_not_see(client: Client, address, manager):
    asked = occurrence("Norway")
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="Under way.")
    assert b"<entry>" not in client.get(f"{address}changes.atom").content
