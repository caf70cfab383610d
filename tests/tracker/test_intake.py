"""From what a text says to what is tracked."""

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, connection, transaction
from msgspec.structs import replace

from resolutions.corrections import Correction
from resolutions.models import Clause
from tests.builders import asks, paragraph, reading, states, stored, tracked
from tracker import corrections, rollup
from tracker.intake import Tracked, track
from tracker.models import ActionItem, Assignment, MemberResponse, Nature, Occurrence, StatusChange
from tracker.schedule import set_review_day
from tracker.statuses import Status
from tracker.workflow import decide_status

pytestmark = pytest.mark.django_db

DUE = dt.date(2021, 12, 31)


def test_each_addressee_of_each_clause_gets_an_assignment_that_is_not_started():
    resolution = tracked(
        reading(
            "E/RES/2020/1",
            paragraph(
                "1",
                asks(
                    "Requests the Secretary-General and Member States to report",
                    of=["Secretary-General", "Member States"],
                ),
                asks("encourages the World Bank to help", verb="encourage", of=["World Bank"]),
            ),
        )
    )
    items = ActionItem.objects.filter(clause__paragraph__resolution=resolution)
    assert [item.reference for item in items] == ["E/RES/2020/1#op1.1", "E/RES/2020/1#op1.2"]
    assert [a.entity.name for a in Assignment.objects.order_by("id")] == [
        "Secretary-General",
        "Member States",
        "World Bank",
    ]
    assert set(Occurrence.objects.values_list("status", flat=True)) == {Status.NOT_STARTED}


def test_a_clause_that_asks_nothing_is_listed_and_needs_no_action():
    tracked(reading("E/RES/2020/1", paragraph("1", states())))
    item = ActionItem.objects.get()
    assert (item.nature, item.status) == (Nature.NONE, Status.NO_ACTION)
    assert not item.assignments.exists()


def test_a_due_date_of_the_text_is_taken_over_and_without_one_a_review_day_is_set():
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=DUE)), paragraph("2", asks())))
    dated, undated = Occurrence.objects.order_by("id")
    assert (dated.due_to, dated.due_source, dated.review_on) == (DUE, "text", None)
    assert (undated.due_to, undated.due_source) == (None, "not_stated")
    assert undated.review_on == dt.date(2022, 7, 20)


def test_those_named_after_including_become_members_of_the_groups_assignment():
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph(
                "1",
                asks(
                    "Invites Member States, including Norway, to help",
                    of=["Member States"],
                    including=["Norway"],
                ),
            ),
        )
    )
    assert [a.entity.name for a in Assignment.objects.all()] == ["Member States"]
    response = MemberResponse.objects.get()
    assert (response.entity.name, response.named) == ("Norway", True)


def test_taking_in_twice_changes_nothing():
    resolution = tracked(reading("E/RES/2020/1", paragraph("1", asks(due=DUE)), paragraph("2", states())))
    assert track(resolution) == Tracked()


def test_an_addressee_that_a_corrected_text_drops_is_withdrawn_and_comes_back_when_named_again():
    both = asks("Requests the Secretary-General and Norway to act", of=["Secretary-General", "Norway"])
    one = asks("Requests the Secretary-General to act", of=["Secretary-General"])
    tracked(reading("E/RES/2020/1", paragraph("1", both)), file="first")
    tracked(reading("E/RES/2020/1", paragraph("1", one)), file="second")
    dropped = Assignment.objects.get(entity__name="Norway")
    assert dropped.withdrawn_at
    assert "no longer names" in dropped.withdrawn_why
    tracked(reading("E/RES/2020/1", paragraph("1", both)), file="third")
    dropped.refresh_from_db()
    assert dropped.withdrawn_at is None


def test_every_status_is_explained_from_the_first_moment():
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    change = StatusChange.objects.get()
    assert (change.ground, change.from_status, change.to_status) == ("intake", "", Status.NOT_STARTED)


@pytest.mark.usefixtures("committed_db")
def test_the_database_refuses_a_status_that_nothing_explains():
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    with pytest.raises(IntegrityError, match="no status change that explains it"), transaction.atomic():
        Occurrence.objects.update(status=Status.IMPLEMENTED)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("UPDATE tracker_occurrence SET status = 'implemented'")


def test_the_chapeau_of_a_list_is_followed_up_in_its_items():
    document = reading(
        "E/RES/2020/1",
        paragraph("1", asks("Requests the Secretary-General:")),
        paragraph("2", asks("To report to the Secretary-General", of=["Secretary-General"])),
    )
    result = stored(document)
    chapeau, item = (
        result.resolution.paragraphs.get(eid="op1").clauses.get(),
        result.resolution.paragraphs.get(eid="op2").clauses.get(),
    )
    item.chapeau = chapeau
    item.save()
    track(result.resolution)
    assert [i.nature for i in ActionItem.objects.order_by("id")] == [Nature.NONE, Nature.OBLIGATION]


# --- What a corrected text changes, and what it leaves ------------------------------------------------

FIRST = "Requests the Secretary-General to act"
THEN = "Requests the Secretary-General to act soon"


def come_in(words=FIRST, **more):
    """Let a text of one clause come in, from a file of its own for each wording and date."""
    return tracked(reading("E/RES/2020/1", paragraph("1", asks(words, **more))))


def test_a_due_date_that_nobody_touched_follows_a_corrected_text():
    come_in(due=DUE)
    come_in(THEN, due=dt.date(2022, 6, 30))
    assert Occurrence.objects.get().due_to == dt.date(2022, 6, 30)


def test_a_due_date_that_the_text_drops_leaves_none_and_a_review_day():
    come_in(due=DUE)
    come_in(THEN)
    occurrence = Occurrence.objects.get()
    assert (occurrence.due_to, occurrence.due_source, occurrence.review_on) == (
        None,
        "not_stated",
        dt.date(2022, 7, 20),
    )


def test_what_ends_a_mandate_is_no_due_date():
    clause = asks(due=DUE)
    assert clause.deadline
    ends = replace(clause.deadline, expiry=True)
    tracked(reading("E/RES/2020/1", paragraph("1", replace(clause, deadline=ends, deadlines=(ends,)))))
    assert (Occurrence.objects.get().due_to, Occurrence.objects.get().due_source) == (None, "not_stated")


def test_a_status_outlives_a_corrected_text(manager):
    come_in()
    decide_status(
        occurrence=Occurrence.objects.get(), to=Status.IMPLEMENTED, by=manager, why="The report is out."
    )
    come_in(THEN, due=DUE)
    occurrence = Occurrence.objects.get()
    assert (occurrence.status, occurrence.due_to) == (Status.IMPLEMENTED, None)
    assert ActionItem.objects.get().status == Status.IMPLEMENTED


def test_an_obligation_that_somebody_works_on_stays_one_whatever_a_later_reading_says(manager):
    come_in()
    decide_status(occurrence=Occurrence.objects.get(), to=Status.IN_PROGRESS, by=manager, why="They began.")
    silent = states("Welcomes that the Secretary-General is to act")
    result = stored(reading("E/RES/2020/1", paragraph("1", silent)), replaces=True)
    track(result.resolution)
    assert Assignment.objects.standing().count() == 1
    assert {item.nature for item in ActionItem.objects.filter(worked_on=True)} == {Nature.OBLIGATION}


def test_without_a_day_of_adoption_both_count_from_today(today):
    tracked(replace(reading("E/RES/2020/1", paragraph("1", asks())), adopted_on=None))
    assert Occurrence.objects.get().review_on == today + relativedelta(years=2)
    assert StatusChange.objects.get().effective_on == today


def test_an_intake_that_fails_in_the_middle_leaves_nothing(monkeypatch):
    result = stored(reading("E/RES/2020/1", paragraph("1", asks()), paragraph("2", asks())))
    seen = []

    def fails_on_the_second(item):
        seen.append(item)
        if len(seen) == 2:
            raise ZeroDivisionError

    monkeypatch.setattr(rollup, "refresh", fails_on_the_second)
    with pytest.raises(ZeroDivisionError):
        track(result.resolution)
    assert not ActionItem.objects.exists()
    assert not StatusChange.objects.exists()


def test_a_translation_asks_for_nothing_more():
    english = reading("E/RES/2020/1", paragraph("1", asks()))
    french = replace(english, language="fr")
    tracked(english, file="english")
    resolution = tracked(french, file="french")
    assert ActionItem.objects.filter(clause__paragraph__resolution=resolution).count() == 1


def test_a_text_in_which_no_clause_is_read_leaves_the_tracking_to_the_next():
    english = reading("E/RES/2020/4", paragraph("1", asks()))
    bare = replace(english, language="fr", operative=tuple(replace(p, clauses=()) for p in english.operative))
    resolution = tracked(bare, file="french")
    tracked(english)
    items = ActionItem.objects.filter(clause__paragraph__resolution=resolution)
    assert [item.clause.version.language for item in items] == ["en"]


def test_a_reading_of_a_translation_that_is_corrected_asks_for_nothing_more(clerk):
    english = reading("E/RES/2020/1", paragraph("1", asks()))
    tracked(english, file="english")
    tracked(replace(english, language="fr"), file="french")
    translated = Clause.objects.get(version__language="fr")
    corrections.correct_clause(clause=translated, by=clerk, correction=Correction(action="Prie"))
    assert ActionItem.objects.count() == 1


def test_a_review_day_that_a_person_set_stays(clerk):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())), file="first")
    day = dt.date(2023, 1, 1)
    set_review_day(occurrence=Occurrence.objects.get(), review_on=day, by=clerk)
    tracked(reading("E/RES/2020/1", paragraph("1", asks()), paragraph("2", asks())), file="second")
    assert Occurrence.objects.order_by("id")[0].review_on == day
