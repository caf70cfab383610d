"""A follow-up report recorded in one deed, and what a person may report on."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from resolutions.models import Entity, EntityMembership
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY
from tracker import evidence, recording, workflow
from tracker.models import Evidence, FollowUpReport, Occurrence
from tracker.refusals import NotAllowed, Refused
from tracker.reports import Line, Words
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

WORDS = Words(dt.date(2021, 1, 1), dt.date(2021, 2, 28), "Experts met twice.")


def register() -> list[Occurrence]:
    """Return three occurrences: two of the Secretary-General, one of Member States, including Sweden."""
    states = asks(
        "Invites Member States, including Sweden, to help", of=["Member States"], including=["Sweden"]
    )
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks()),
            paragraph("2", asks("Requests the Secretary-General to inform the Council")),
            paragraph("3", states),
        )
    )
    return list(Occurrence.objects.order_by("pk"))


def secretary_general() -> Entity:
    return Entity.objects.get(name="Secretary-General")


def say(*occurrences: Occurrence, to: Status = Status.IN_PROGRESS) -> list[Line]:
    return [Line(occurrence, to, TODAY) for occurrence in occurrences]


def test_a_refusal_at_the_last_step_leaves_nothing_behind(secretariat):
    asked, *_ = register()

    def future_evidence(report: FollowUpReport) -> None:
        tomorrow = TODAY + dt.timedelta(days=1)
        evidence.add_document(report=report, by=secretariat, title="A", speaks_for=tomorrow, symbol="E/1")

    with pytest.raises(Refused, match="lies in the future"):
        recording.record(
            entity=secretary_general(),
            by=secretariat,
            words=WORDS,
            lines=say(asked),
            add_evidence=future_evidence,
            submit=True,
        )
    assert not FollowUpReport.objects.exists()
    assert not Evidence.objects.exists()


def test_nobody_records_for_an_entity_that_is_not_theirs(norway):
    with pytest.raises(NotAllowed):
        recording.record(entity=secretary_general(), by=norway, words=WORDS, lines=say(register()[0]))


@pytest.mark.parametrize(
    ("words", "lines", "reports"),
    [
        pytest.param(WORDS, 1, 1, id="the same twice is one report"),
        pytest.param(replace(WORDS, results="More."), 1, 2, id="other words are another report"),
        pytest.param(WORDS, 2, 2, id="another obligation is another report"),
    ],
)
def test_what_is_sent_twice_is_recorded_once(secretariat, words, lines, reports):
    occurrences = register()
    record = partial(recording.record, entity=secretary_general(), by=secretariat)
    record(words=WORDS, lines=say(occurrences[0]))
    record(words=words, lines=say(*occurrences[:lines]))
    assert FollowUpReport.objects.count() == reports


@pytest.mark.usefixtures("committed_db")
def test_two_clicks_at_the_very_same_moment_make_one_report(secretariat):
    asked, *_ = register()
    entity, start = secretary_general(), Barrier(2)

    def click(_: int) -> int:
        try:
            start.wait(timeout=10)
            user = User.objects.get(pk=secretariat.pk)
            return recording.record(entity=entity, by=user, words=WORDS, lines=say(asked), submit=True).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as clicks:
        numbers = set(clicks.map(click, range(2)))
    assert len(numbers) == FollowUpReport.objects.count() == 1
    assert FollowUpReport.objects.get().state == ReportState.SUBMITTED


def test_a_focal_point_reports_for_their_own_entity_where_it_is_asked(norway, secretariat, viewer):
    own, _, states = register()
    assert [e.name for e in recording.reporters(norway, states, on=TODAY)] == ["Norway"]
    assert not recording.reporters(norway, own, on=TODAY)
    assert [e.name for e in recording.reporters(secretariat, own, on=TODAY)] == ["Secretary-General"]
    assert not recording.reporters(viewer, own, on=TODAY)


def test_whoever_enters_data_reports_for_everybody_who_is_asked_on_the_day(clerk):
    own, _, states = register()
    assert [e.name for e in recording.reporters(clerk, own, on=TODAY)] == ["Secretary-General"]
    EntityMembership.objects.filter(member__name="Norway", group__name="Member States").update(
        valid_from=None, valid_until=TODAY - dt.timedelta(days=1)
    )
    able = {e.name for e in recording.reporters(clerk, states, on=TODAY)}
    assert {"Member States", "Sweden"} <= able
    assert "Norway" not in able


def test_what_can_be_answered_besides_begins_with_the_same_resolution_and_leaves_out_what_is_done(manager):
    first, second, _ = register()
    tracked(reading("E/RES/2020/2", paragraph("1", asks(due=TODAY), asks("and to consult States", of=[]))))
    other = Occurrence.objects.get(due_to=TODAY)
    offered = recording.answerable(secretary_general(), [first.pk], on=TODAY)
    assert offered == [first, second, other]
    workflow.decide_status(occurrence=second, to=Status.IMPLEMENTED, by=manager, why="Done.")
    assert recording.answerable(secretary_general(), [first.pk], on=TODAY) == [first, other]


def test_what_asks_another_entity_is_never_offered():
    own, second, states = register()
    assert recording.answerable(secretary_general(), [states.pk], on=TODAY) == [own, second]


def test_only_what_was_handed_in_gives_its_words_to_the_next_report(secretariat):
    asked, other, _ = register()
    record = partial(recording.record, entity=secretary_general(), by=secretariat)
    record(words=replace(WORDS, results="A draft."), lines=say(asked))
    assert recording.last_report(secretary_general(), [asked.pk]) is None
    handed_in = record(words=WORDS, lines=say(asked), submit=True)
    assert recording.last_report(secretary_general(), [asked.pk]) == handed_in
    assert recording.last_report(secretary_general(), [other.pk]) is None
    assert recording.last_report(Entity.objects.get(name="Norway"), [asked.pk]) is None
