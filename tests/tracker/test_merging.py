"""Placing new names and merging entities that are one."""

import datetime as dt

import pytest
from pghistory.models import Events

from resolutions.models import ClauseAddressee, Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, speaks_for
from tracker import merging, reports
from tracker.models import Assignment, FocalPoint
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NEW_NAME = "regional funding bodies"


@pytest.fixture
def new_name() -> Entity:
    tracked(reading("E/RES/2020/1", paragraph("1", asks(f"Invites {NEW_NAME} to help", of=[NEW_NAME]))))
    return Entity.objects.get(name=NEW_NAME)


def test_a_name_the_directory_lacks_waits_to_be_placed(new_name):
    assert new_name.provisional


def test_a_stranger_may_neither_place_nor_merge(new_name, stranger, entity):
    with pytest.raises(NotAllowed):
        merging.place(entity=new_name, by=stranger)
    with pytest.raises(NotAllowed):
        merging.merge(entity=new_name, into=entity("World Bank"), by=stranger, why="The same")


@pytest.mark.parametrize(
    ("into", "why", "message"),
    [
        pytest.param("World Bank", " ", "Say why", id="without a reason"),
        pytest.param(NEW_NAME, "The same", "into itself", id="into itself"),
    ],
)
def test_a_merge_is_refused(new_name, clerk, entity, into, why, message):
    with pytest.raises(Refused, match=message):
        merging.merge(entity=new_name, into=entity(into), by=clerk, why=why)
    assert Assignment.objects.get().entity == new_name


def test_an_entity_with_follow_up_is_told_the_same(clerk, entity):
    tracked(reading("E/RES/2020/1", paragraph("1", asks("Invites Norway to help", of=["Norway"]))))
    norway, asked = entity("Norway"), Assignment.objects.get().occurrences.get()
    words = reports.Words(dt.date(2020, 8, 1), dt.date(2021, 2, 1), "We helped.")
    line = reports.Line(asked, Status.IN_PROGRESS, dt.date(2021, 1, 1))
    reports.draft(entity=norway, by=clerk, words=words, lines=[line])
    with pytest.raises(Refused, match="into itself"):
        merging.merge(entity=norway, into=norway, by=clerk, why="The same")


def test_a_merged_entity_is_not_merged_again(new_name, clerk, entity):
    merging.merge(entity=new_name, into=entity("World Bank"), by=clerk, why="The same")
    new_name.refresh_from_db()
    with pytest.raises(Refused, match="before"):
        merging.merge(entity=new_name, into=entity("Norway"), by=clerk, why="The same")


def test_a_placed_name_is_not_placed_again(new_name, clerk):
    merging.place(entity=new_name, by=clerk)
    assert not Entity.objects.get(pk=new_name.pk).provisional
    with pytest.raises(Refused, match="already"):
        merging.place(entity=new_name, by=clerk)


def test_what_was_asked_of_the_merged_is_asked_of_its_successor(new_name, clerk, entity):
    bank = entity("World Bank")
    speaks_for(clerk, NEW_NAME)
    merging.merge(entity=new_name, into=bank, by=clerk, why="The Bank is meant")
    new_name.refresh_from_db()
    assert new_name.merged_into == bank
    assert Assignment.objects.get().entity == bank
    assert ClauseAddressee.objects.get().entity == bank
    assert FocalPoint.objects.get().entity == bank
    assert bank.names.filter(name=NEW_NAME).exists()


def test_the_name_means_the_successor_in_later_texts(new_name, clerk, entity):
    merging.merge(entity=new_name, into=entity("World Bank"), by=clerk, why="The Bank is meant")
    tracked(reading("E/RES/2020/2", paragraph("1", asks(f"Invites {NEW_NAME} to help", of=[NEW_NAME]))))
    assert set(Assignment.objects.values_list("entity__name", flat=True)) == {"World Bank"}


def test_the_reason_stands_in_the_row_history(new_name, clerk, entity):
    merging.merge(entity=new_name, into=entity("World Bank"), by=clerk, why="The Bank is meant")
    last = Events.objects.tracks(Assignment.objects.get()).order_by("pgh_created_at", "pgh_id").last()
    assert last is not None
    assert (last.pgh_context["why"], last.pgh_context["user"]) == ("The Bank is meant", clerk.pk)


def test_follow_up_on_both_sides_is_for_a_person_to_settle(clerk, entity):
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks("Invites Norway and Sweden to help", of=["Norway", "Sweden"])),
        )
    )
    words = reports.Words(dt.date(2020, 8, 1), dt.date(2021, 2, 1), "We helped.")
    for assignment in Assignment.objects.all():
        line = reports.Line(assignment.occurrences.get(), Status.IN_PROGRESS, dt.date(2021, 1, 1))
        reports.draft(entity=assignment.entity, by=clerk, words=words, lines=[line])
    with pytest.raises(Refused, match="Withdraw one"):
        merging.merge(entity=entity("Norway"), into=entity("Sweden"), by=clerk, why="Mistaken")


# --- Renaming -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "reviewer"])
def test_who_does_not_keep_the_directory_renames_nobody(request, who, new_name):
    nobody = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        merging.rename(entity=new_name, name="Regional funds", since=TODAY, by=nobody, why="Decided.")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"why": " "}, "why"),
        ({"since": TODAY + dt.timedelta(days=1)}, "since"),
        ({"name": "World Bank"}, "name"),
    ],
)
def test_a_renaming_needs_a_reason_a_day_that_has_come_and_a_name_of_its_own(clerk, new_name, more, field):
    said = {"name": "Regional funds", "since": TODAY, "why": "Decided.", **more}
    with pytest.raises(Refused) as refused:
        merging.rename(entity=new_name, by=clerk, **said)
    assert refused.value.field == field


def test_a_renaming_is_kept_with_who_and_why_and_both_names_find_the_entity(clerk, new_name):
    merging.rename(entity=new_name, name="Regional funds", since=TODAY, by=clerk, why="Decision 2021/9.")
    kept = [event.pgh_context for event in Events.objects.tracks(new_name) if event.pgh_context]
    assert [(told["user"], told["why"]) for told in kept] == [(clerk.pk, "Decision 2021/9.")]
    assert Entity.objects.named(NEW_NAME).get() == Entity.objects.named("Regional funds").get() == new_name
