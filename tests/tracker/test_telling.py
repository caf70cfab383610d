"""News: people are told what others did about what they speak for, wrote or watch, each thing once."""

import datetime as dt

import pytest
import time_machine

from resolutions.models import Entity, Resolution
from tests.conftest import person, speaks_for
from tests.register import DAY, accepted, line, occurrence, register
from tracker import assigning, comments, merging, reports, roles, schedule, telling, watching, workflow
from tracker.models import Notice, Occurrence, StatusChange, Watch
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NOON = dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC)
AFTER = NOON + dt.timedelta(minutes=1)


@pytest.fixture
def asked() -> Occurrence:
    """Give an obligation of the Secretary-General, on which the news begins to be told."""
    register()
    telling.tell_news(at=NOON - dt.timedelta(minutes=5))
    return occurrence("Secretary-General")


@pytest.fixture
def undp(db):
    return speaks_for(person("undp", roles.FOCAL_POINT), "United Nations Development Programme")


def decide(asked: Occurrence, manager) -> None:
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="Under way.")


def told(user) -> list[tuple[str, str]]:
    return list(Notice.objects.filter(user=user).order_by("id").values_list("kind", "words"))


def test_what_happened_before_news_was_told_is_no_news(secretariat, manager):
    register()
    decide(occurrence("Secretary-General"), manager)
    assert telling.tell_news(at=AFTER) == 0
    assert telling.tell_news(at=AFTER + dt.timedelta(minutes=1)) == 1


def test_what_was_taken_in_from_the_text_is_nobody_s_deed(asked, secretariat):
    assert StatusChange.objects.exists()
    assert telling.tell_news(at=AFTER) == 0


def test_nobody_is_told_of_what_they_did_themselves(asked, manager):
    watching.watch(about=asked.assignment.item, by=manager)
    decide(asked, manager)
    assert telling.tell_news(at=AFTER) == 0


def test_focal_points_are_told_of_decisions_and_dates_and_others_are_not(asked, secretariat, manager, undp):
    decide(asked, manager)
    schedule.set_due(occurrence=asked, due_to=dt.date(2021, 12, 31), by=manager, why="Agreed.")
    assert telling.tell_news(at=AFTER) == 2
    assert sorted(told(secretariat)) == [
        ("due_date", "Secretary-General: due date none became 31 December 2021"),
        ("status", "Secretary-General: “Not started” became “In progress” as of 1 March 2021"),
    ]
    assert told(undp) == []


def test_who_is_assigned_something_is_told(asked, manager, undp):
    entity = Entity.objects.get(name="United Nations Development Programme")
    assigning.assign(item=asked.assignment.item, entity=entity, by=manager)
    telling.tell_news(at=AFTER)
    ((kind, words),) = told(undp)
    assert kind == "assigned"
    assert words.startswith("United Nations Development Programme: assigned")


def test_each_thing_is_told_once_however_often_and_by_however_many_it_is_asked(asked, secretariat, manager):
    watching.watch(about=asked.assignment.item, by=secretariat)
    decide(asked, manager)
    assert [telling.tell_news(at=AFTER + dt.timedelta(minutes=n)) for n in range(3)] == [1, 0, 0]


def test_what_was_committed_late_is_told_all_the_same(asked, secretariat, manager):
    with time_machine.travel(NOON - dt.timedelta(minutes=8), tick=False):
        decide(asked, manager)  # recorded before the mark, as by a transaction that took its time
    assert telling.tell_news(at=AFTER) == 1


def test_an_author_and_a_focal_point_are_told_what_became_of_a_report_not_each_status(
    asked, secretariat, reviewer, manager
):
    colleague = speaks_for(person("colleague", roles.FOCAL_POINT), "Secretary-General")
    watching.watch(about=asked.assignment.item, by=manager)
    accepted(secretariat, reviewer, line(asked))
    telling.tell_news(at=AFTER)
    assert told(secretariat) == [("report", "Secretary-General: report accepted")]
    assert told(colleague) == [("report", "Secretary-General: report accepted")]
    assert sorted(kind for kind, _ in told(manager)) == ["report", "status"]


def test_a_clerk_who_reports_on_behalf_is_told_that_it_was_sent_back(asked, clerk, reviewer):
    from_clerk = accepted(clerk, reviewer, line(asked))
    reports.reopen(report=from_clerk, by=reviewer, why="A file is missing.")
    telling.tell_news(at=AFTER)
    assert {words for _, words in told(clerk)} == {
        "Secretary-General: report accepted",
        "Secretary-General: report sent back",
    }


# --- Watching -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["item", "resolution", "entity"])
def test_a_watcher_is_told_of_statuses_dates_reports_and_comments(what, asked, secretariat, viewer, manager):
    watched = {
        "item": asked.assignment.item,
        "resolution": Resolution.objects.get(),
        "entity": asked.assignment.entity,
    }
    watching.watch(about=watched[what], by=viewer)
    decide(asked, manager)
    schedule.set_due(occurrence=asked, due_to=dt.date(2021, 12, 31), by=manager, why="Agreed.")
    comments.write(on=asked.assignment.item, by=manager, text="Who drafts this?")
    report = reports.draft(
        entity=asked.assignment.entity,
        by=secretariat,
        words=reports.Words(DAY, DAY, "Something was done."),
        lines=[line(asked)],
    )
    reports.submit(report=report, by=secretariat)
    telling.tell_news(at=AFTER)
    assert sorted(kind for kind, _ in told(viewer)) == ["comment", "due_date", "report", "status"]


def test_a_watcher_is_told_only_what_they_may_see(asked, undp, norway, manager):
    watching.watch(about=asked.assignment.entity, by=undp)
    watching.watch(about=Resolution.objects.get(), by=norway)
    decide(occurrence("Secretary-General"), manager)
    decide(occurrence("Norway"), manager)
    telling.tell_news(at=AFTER)
    assert told(undp) == []
    assert [words.partition(":")[0] for _, words in told(norway)] == ["Norway"]


def test_an_item_that_may_not_be_seen_cannot_be_watched(asked, undp, stranger):
    for user in (undp, stranger):
        with pytest.raises(NotAllowed):
            watching.watch(about=asked.assignment.item, by=user)


def test_watching_twice_is_watching_once_and_ends_once(asked, viewer):
    item = asked.assignment.item
    assert watching.watch(about=item, by=viewer) == watching.watch(about=item, by=viewer)
    assert watching.is_watched(item, by=viewer)
    assert [watching.unwatch(about=item, by=viewer) for _ in range(2)] == [True, False]
    assert not watching.is_watched(item, by=viewer)


def test_what_is_merged_is_watched_where_it_went(asked, viewer, manager):
    old, new = Entity.objects.get(name="Sweden"), Entity.objects.get(name="Denmark")
    watching.watch(about=old, by=viewer)
    merging.merge(entity=old, into=new, by=manager, why="For the test.")
    assert Watch.objects.get().entity == new
    with pytest.raises(Refused, match="watch that one"):
        watching.watch(about=Entity.objects.get(pk=old.pk), by=viewer)
