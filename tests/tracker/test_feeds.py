"""Feeds: a secret address that holds what its owner may see today, and that can be closed at any time."""

import datetime as dt
from typing import Any

import pytest
from icalendar import Calendar

from resolutions.models import Entity
from tests.conftest import TODAY, person, speaks_for
from tests.register import line, occurrence, register
from tests.tracker.test_reminders import SOON
from tracker import cycles, feeds, reports, roles, schedule, watching, workflow
from tracker.calendars import calendar_of
from tracker.models import Feed, Occurrence
from tracker.quoting import words_of
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def sg() -> Entity:
    return Entity.objects.get(key="sg")


def entries(feed: Feed, *, as_tasks: bool = False) -> list[Any]:
    """Return the events and tasks of a feed's calendar, read back by the library."""
    calendar = Calendar.from_ical(calendar_of(feed, on=TODAY, as_tasks=as_tasks))
    return [part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]


def summaries(feed: Feed) -> list[str]:
    return [str(entry["summary"]) for entry in entries(feed)]


def open_feed(user, scope: str = "own", entity: Entity | None = None) -> Feed:
    return feeds.open_feed(by=user, scope=scope, entity=entity)[0]


# --- The address --------------------------------------------------------------------------------------


def test_an_account_without_a_role_opens_no_feed(stranger):
    with pytest.raises(NotAllowed):
        feeds.open_feed(by=stranger, scope="own")


@pytest.mark.parametrize(("scope", "of"), [("all", None), ("entity", None), ("own", "sg"), ("watched", "sg")])
def test_a_feed_of_no_known_kind_is_refused(viewer, scope, of):
    with pytest.raises(Refused):
        feeds.open_feed(by=viewer, scope=scope, entity=sg() if of else None)


def test_the_secret_is_not_kept(viewer):
    feed, secret = feeds.open_feed(by=viewer, scope="own")
    assert secret not in str(Feed.objects.values())
    assert feeds.feed_behind(secret) == feed
    assert feeds.feed_behind(feed.token_hash) is None


def test_a_new_address_ends_the_old_one(viewer):
    _, old = feeds.open_feed(by=viewer, scope="own")
    feed, new = feeds.open_feed(by=viewer, scope="own")
    assert feeds.feed_behind(old) is None
    assert feeds.feed_behind(new) == feed
    assert list(feeds.feeds_of(viewer)) == [feed]


def test_only_its_owner_closes_a_feed_and_only_once(viewer, manager):
    feed, secret = feeds.open_feed(by=viewer, scope="own")
    with pytest.raises(NotAllowed):
        feeds.revoke(feed=feed, by=manager)
    feeds.revoke(feed=feed, by=viewer)
    assert feeds.feed_behind(secret) is None
    with pytest.raises(Refused, match="closed already"):
        feeds.revoke(feed=feed, by=viewer)


@pytest.mark.parametrize("change", ["account closed", "role taken"])
def test_the_feed_of_whoever_may_no_longer_look_answers_no_more(viewer, change):
    _, secret = feeds.open_feed(by=viewer, scope="own")
    if change == "role taken":
        viewer.groups.clear()
    else:
        viewer.is_active = False
        viewer.save()
    assert feeds.feed_behind(secret) is None


# --- What it holds ------------------------------------------------------------------------------------


def test_a_focal_point_s_calendar_holds_what_waits_for_them_alone(secretariat, norway):
    register(due=SOON)
    assert summaries(open_feed(secretariat)) == ["Due: E/RES/2020/1#op1.1, Secretary-General"]
    assert "Due: E/RES/2020/1#op1.1, Norway" in summaries(open_feed(norway))


def test_a_calendar_is_named_as_on_the_page_where_it_was_opened(secretariat):
    calendar = Calendar.from_ical(calendar_of(open_feed(secretariat), on=TODAY, as_tasks=False))
    assert calendar["x-wr-calname"] == "Obligations: What I speak for"


def test_the_calendar_of_an_entity_holds_only_what_its_owner_may_see(secretariat, norway, viewer):
    register(due=SOON)
    assert len(entries(open_feed(viewer, "entity", sg()))) == 1
    assert entries(open_feed(norway, "entity", sg())) == []


def test_the_calendar_of_the_watched_follows_the_watches(viewer):
    register(due=SOON)
    feed = open_feed(viewer, "watched")
    assert entries(feed) == []
    watching.watch(about=occurrence("Norway").assignment.entity, by=viewer)
    assert summaries(feed) == ["Due: E/RES/2020/1#op1.1, Norway"]


@pytest.mark.parametrize("end", ["done", "superseded", "out of office"])
def test_what_no_longer_waits_is_gone_from_the_calendar(secretariat, manager, end):
    register(due=SOON)
    feed, asked = open_feed(secretariat), occurrence("Secretary-General")
    if end == "done":
        workflow.decide_status(occurrence=asked, to=Status.IMPLEMENTED, by=manager, why="It is out.")
    elif end == "superseded":
        superseded_by_norway(asked, manager)
    else:
        secretariat.focal_points.update(valid_until=TODAY - dt.timedelta(days=1))
    assert [entry for entry in entries(feed) if entry["uid"].startswith(f"occurrence-{asked.pk}@")] == []


def superseded_by_norway(asked: Occurrence, manager) -> None:
    register("E/RES/2021/1")
    later = occurrence("Norway", "E/RES/2021/1").assignment.item
    asked.assignment.item.relations_to_later.create(
        later=later, kind="supersedes", effective_on=TODAY, recorded_by=manager
    )


def test_a_due_day_is_an_event_of_a_whole_day_or_a_task_for_those_who_ask(secretariat, settings):
    settings.SITE_URL = "https://follow-up.example.org"
    register(due=SOON)
    feed, asked = open_feed(secretariat), occurrence("Secretary-General")
    (event,) = entries(feed)
    assert (event.name, event["dtstart"].dt, event["dtend"].dt) == (
        "VEVENT",
        SOON,
        SOON + dt.timedelta(days=1),
    )
    assert event["uid"] == f"occurrence-{asked.pk}@follow-up.example.org"
    assert event["url"] == "https://follow-up.example.org" + asked.assignment.item.get_absolute_url()
    assert event["description"].startswith(words_of(asked.assignment.item.clause) + "\n")
    (task,) = entries(feed, as_tasks=True)
    assert (task.name, task["due"].dt, task["status"]) == ("VTODO", SOON, "NEEDS-ACTION")
    assert task["uid"] == event["uid"]


def test_what_has_no_due_date_is_there_on_the_day_to_look_again(secretariat, manager):
    register()
    asked = occurrence("Secretary-General")
    schedule.set_review_day(occurrence=asked, review_on=SOON, by=manager)
    (event,) = entries(open_feed(secretariat))
    assert str(event["summary"]).startswith("Look again: ")
    assert event["dtstart"].dt == SOON


def test_the_sequence_grows_with_every_change_and_the_uid_stays(secretariat, manager, reviewer):
    register(due=SOON)
    feed, asked = open_feed(secretariat), occurrence("Secretary-General")
    seen = [entries(feed)[0]]
    later = SOON + dt.timedelta(days=9)
    schedule.set_due(occurrence=asked, due_to=later, by=manager, why="Asked for time.")
    seen.append(entries(feed)[0])
    report = reports.draft(
        entity=sg(),
        by=secretariat,
        words=reports.Words(TODAY, TODAY, "Begun."),
        lines=[line(asked, Status.IN_PROGRESS)],
    )
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer)
    seen.append(entries(feed)[0])
    sequences = [int(entry["sequence"]) for entry in seen]
    assert sequences == sorted(set(sequences))
    assert len({str(entry["uid"]) for entry in seen}) == 1
    assert seen[1]["dtstart"].dt == later


def test_lines_are_folded_as_the_standard_wants(secretariat):
    register(due=SOON)
    lines = calendar_of(open_feed(secretariat), on=TODAY, as_tasks=False).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_the_due_day_of_an_open_cycle_is_an_event_for_those_it_asks(secretariat, norway, manager):
    cycle = cycles.open_cycle(
        name="The year 2020",
        period_from=dt.date(2020, 1, 1),
        period_to=dt.date(2020, 12, 31),
        due_on=SOON,
        entities=[sg()],
        by=manager,
    )
    (event,) = entries(open_feed(secretariat))
    assert (str(event["summary"]), event["dtstart"].dt) == ("Reports due: The year 2020", SOON)
    assert entries(open_feed(norway)) == []
    cycles.close_cycle(cycle=cycle, by=manager)
    assert entries(open_feed(secretariat)) == []


def test_a_colleague_has_a_calendar_of_the_same_entries(secretariat):
    register(due=SOON)
    colleague = speaks_for(person("colleague", roles.FOCAL_POINT), "Secretary-General")
    uids = {str(entries(open_feed(user))[0]["uid"]) for user in (secretariat, colleague)}
    assert len(uids) == 1
