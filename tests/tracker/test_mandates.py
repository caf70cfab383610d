"""A person says what a later text does to an earlier one; open work goes over, and can be brought back."""

import datetime as dt

import pytest

from resolutions.models import Clause
from tests.builders import asks, paragraph, reading, states, stored, tracked
from tests.conftest import TODAY, person
from tests.register import accepted, line, occurrence, submitted
from tracker import mandates, reports, roles, workflow
from tracker.intake import track
from tracker.models import (
    ActionItem,
    CarriedOver,
    ItemRelation,
    Occurrence,
    RelationKind,
    RelationProposal,
    Retirement,
    StatusChange,
)
from tracker.proposing import propose
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

EARLIER, LATER = "E/RES/2020/1", "E/RES/2021/1"
BOTH = "Requests the Secretary-General and Norway to report"
ONE = "Requests the Secretary-General to report once more"
EFFECTIVE = dt.date(2021, 2, 10)


@pytest.fixture
def earlier():
    """Give an item that asks the Secretary-General and Norway."""
    tracked(reading(EARLIER, paragraph("1", asks(BOTH, of=["Secretary-General", "Norway"]))))
    return ActionItem.objects.get(clause__paragraph__resolution__symbol=EARLIER)


@pytest.fixture
def later(earlier):
    """Give a later item that asks the Secretary-General alone."""
    tracked(reading(LATER, paragraph("1", asks(ONE)), adopted=dt.date(2021, 2, 1)))
    return ActionItem.objects.get(clause__paragraph__resolution__symbol=LATER)


def relate(later, earlier, by, kind=RelationKind.RENEWS, **more):
    given = {"effective_on": EFFECTIVE, **more}
    return mandates.relate(later=later, earlier=earlier, kind=kind, by=by, **given)


def statuses(symbol):
    current = Occurrence.objects.current().filter(
        assignment__item__clause__paragraph__resolution__symbol=symbol
    )
    return {o.assignment.entity.name: o.status for o in current}


# --- Who may not, and what is refused -----------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", "viewer", "clerk", "secretariat", "reviewer"])
def test_only_a_manager_relates_dismisses_undoes_retires_and_lifts(request, who, later, earlier, manager):
    nobody = request.getfixturevalue(who)
    proposal = RelationProposal.objects.create(
        later=later, earlier=earlier, kind="renews", basis="likeness", score=80
    )
    with pytest.raises(NotAllowed, match="what a later text does"):
        relate(later, earlier, nobody)
    with pytest.raises(NotAllowed):
        mandates.dismiss(proposal=proposal, by=nobody)
    with pytest.raises(NotAllowed, match="retire items"):
        mandates.retire(item=earlier, by=nobody, why="Done.")
    relation = relate(later, earlier, manager)
    retirement = mandates.retire(item=later, by=manager, why="Done.")
    with pytest.raises(NotAllowed):
        mandates.undo(relation=relation, by=nobody, why="No.")
    with pytest.raises(NotAllowed):
        mandates.lift(retirement=retirement, by=nobody, why="No.")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"effective_on": dt.date(2021, 1, 31)}, "before the later text, adopted on 1 February 2021"),
        ({"effective_on": TODAY + dt.timedelta(days=1)}, "lies in the future"),
        ({"turned": True}, "before E/RES/2021/1 on 1 February 2021. Take the two the other way round"),
        ({"itself": True}, "same resolution"),
    ],
)
def test_what_cannot_be_so_is_refused(changed, words, later, earlier, manager):
    one, other = later, earlier
    if changed.pop("turned", False):
        one, other = earlier, later
    if changed.pop("itself", False):
        other = later
    with pytest.raises(Refused, match=words):
        relate(one, other, manager, **changed)
    assert not ItemRelation.objects.exists()


def test_a_pair_is_related_once_and_an_item_ends_once(later, earlier, manager):
    relate(later, earlier, manager)
    with pytest.raises(Refused, match="related already"):
        relate(later, earlier, manager, kind=RelationKind.EXTENDS)
    tracked(reading("E/RES/2021/2", paragraph("1", asks()), adopted=dt.date(2021, 2, 2)))
    third = ActionItem.objects.latest("id")
    with pytest.raises(Refused, match=r"renewed by E/RES/2021/1#op1\.1 already"):
        relate(third, earlier, manager)
    relate(third, earlier, manager, kind=RelationKind.SUPERSEDES, in_part=True)


def test_a_report_that_waits_for_review_gets_its_answer_first(later, earlier, manager, reviewer, secretariat):
    report = submitted(secretariat, line(occurrence("Secretary-General", EARLIER)))
    with pytest.raises(Refused, match="waits for review"):
        relate(later, earlier, manager)
    relate(later, earlier, manager, kind=RelationKind.EXTENDS)
    assert not CarriedOver.objects.exists()
    reports.accept(report=report, by=reviewer)


# --- Open work is carried over ------------------------------------------------------------------------


def test_open_work_goes_to_the_later_item_and_says_why(later, earlier, manager, reviewer, secretariat):
    accepted(secretariat, reviewer, line(occurrence("Secretary-General", EARLIER), Status.IN_PROGRESS))
    relate(later, earlier, manager, why="The Council asks again.")
    assert statuses(EARLIER) == {"Secretary-General": "overtaken", "Norway": "overtaken"}
    assert statuses(LATER) == {"Secretary-General": "in_progress", "Norway": "not_started"}
    closed = StatusChange.objects.get(to_status="overtaken", occurrence=occurrence("Norway", EARLIER))
    assert (closed.by, closed.effective_on) == (manager, EFFECTIVE)
    assert closed.why == "E/RES/2021/1#op1.1 renews this. The Council asks again."
    moved = StatusChange.objects.get(to_status="in_progress", occurrence__assignment__item=later)
    assert moved.why == "Carried over from E/RES/2020/1#op1.1, where it was “In progress”."
    assert {c.from_occurrence.assignment.entity.name: c.to_occurrence for c in CarriedOver.objects.all()} == {
        name: occurrence(name, LATER) for name in ("Secretary-General", "Norway")
    }


def test_who_is_not_asked_again_is_let_go_where_the_manager_says_so(later, earlier, manager):
    relate(later, earlier, manager, assign=False)
    assert statuses(LATER) == {"Secretary-General": "not_started"}
    assert CarriedOver.objects.get(from_occurrence=occurrence("Norway", EARLIER)).to_occurrence is None


def test_what_is_closed_already_stays_as_it_was_reported(later, earlier, manager, reviewer, secretariat):
    accepted(secretariat, reviewer, line(occurrence("Secretary-General", EARLIER)))
    relate(later, earlier, manager)
    assert statuses(EARLIER)["Secretary-General"] == "implemented"
    assert statuses(LATER)["Secretary-General"] == "not_started"


@pytest.mark.parametrize(
    ("kind", "in_part"), [("extends", False), ("repeats", False), ("supersedes", True), ("renews", True)]
)
def test_what_leaves_the_earlier_in_force_leaves_its_work_there(kind, in_part, later, earlier, manager):
    relate(later, earlier, manager, kind=RelationKind(kind), in_part=in_part)
    assert set(statuses(EARLIER).values()) == {"not_started"}
    assert earlier in ActionItem.objects.in_force(TODAY)


def test_a_later_text_that_asks_nobody_takes_no_work(earlier, manager):
    tracked(reading(LATER, paragraph("1", states("Takes note of the end of it")), adopted=EFFECTIVE))
    relate(ActionItem.objects.latest("id"), earlier, manager, kind=RelationKind.SUPERSEDES)
    assert set(statuses(EARLIER).values()) == {"overtaken"}
    assert statuses(LATER) == {}


# --- Undoing ------------------------------------------------------------------------------------------


def test_undoing_gives_everything_back_as_it_was(later, earlier, manager, reviewer, secretariat):
    report = line(occurrence("Secretary-General", EARLIER), Status.PARTIALLY_IMPLEMENTED, percentage=40)
    accepted(secretariat, reviewer, report)
    relation = relate(later, earlier, manager)
    with pytest.raises(Refused, match="Say why"):
        mandates.undo(relation=relation, by=manager, why=" ")
    mandates.undo(relation=relation, by=manager, why="Another paragraph was meant.")
    assert statuses(EARLIER) == {"Secretary-General": "partially_implemented", "Norway": "not_started"}
    assert occurrence("Secretary-General", EARLIER).percentage == 40
    assert statuses(LATER) == {"Secretary-General": "not_started"}
    assert earlier in ActionItem.objects.in_force(TODAY)
    with pytest.raises(Refused, match="undone already"):
        mandates.undo(relation=relation, by=manager, why="Again.")
    relate(later, earlier, manager)


def test_nothing_is_undone_once_somebody_has_gone_on(later, earlier, manager, reviewer, secretariat):
    accepted(secretariat, reviewer, line(occurrence("Secretary-General", EARLIER), Status.IN_PROGRESS))
    relation = relate(later, earlier, manager)
    accepted(secretariat, reviewer, line(occurrence("Secretary-General", LATER)))
    before = statuses(EARLIER), statuses(LATER)
    with pytest.raises(Refused, match="went on since"):
        mandates.undo(relation=relation, by=manager, why="A mistake.")
    assert before == (statuses(EARLIER), statuses(LATER))


def test_nothing_is_undone_once_the_closed_work_was_opened_again(later, earlier, manager):
    relation = relate(later, earlier, manager)
    workflow.decide_status(
        occurrence=occurrence("Norway", EARLIER), to=Status.IN_PROGRESS, by=manager, why="Still wanted."
    )
    with pytest.raises(Refused, match="work of Norway went on"):
        mandates.undo(relation=relation, by=manager, why="A mistake.")


# --- Proposals ----------------------------------------------------------------------------------------


def test_a_proposal_is_settled_once(later, earlier, manager):
    proposal = RelationProposal.objects.create(
        later=later, earlier=earlier, kind="renews", basis="likeness", score=80
    )
    mandates.dismiss(proposal=proposal, by=manager, reason="Two different reports.")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.settled_by, proposal.reason) == (
        "dismissed",
        manager,
        "Two different reports.",
    )
    with pytest.raises(Conflict, match="meanwhile"):
        mandates.dismiss(proposal=proposal, by=person("other", roles.MANAGER))


def test_relating_a_pair_settles_its_proposal(later, earlier, manager):
    proposal = RelationProposal.objects.create(
        later=later, earlier=earlier, kind="extends", basis="citation", score=80
    )
    relate(later, earlier, manager, kind=RelationKind.RENEWS)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.settled_by) == ("confirmed", manager)


# --- Retiring -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"why": " "}, "Say why the item is retired"),
        ({"effective_on": TODAY + dt.timedelta(days=1)}, "lies in the future"),
        ({"effective_on": dt.date(2020, 1, 1)}, "before the adoption on 20 July 2020"),
    ],
)
def test_a_retirement_needs_a_reason_and_a_day(given, words, earlier, manager):
    with pytest.raises(Refused, match=words):
        mandates.retire(item=earlier, by=manager, **{"why": "Done.", **given})
    assert not Retirement.objects.exists()


def test_a_retired_item_waits_for_nobody_and_keeps_its_statuses(earlier, manager, secretariat):
    assert Occurrence.objects.awaiting(secretariat, on=TODAY).exists()
    retirement = mandates.retire(item=earlier, by=manager, why="Decision 2021/2 closes it.")
    assert not Occurrence.objects.awaiting(secretariat, on=TODAY).exists()
    assert set(statuses(EARLIER).values()) == {"not_started"}
    with pytest.raises(Refused, match="retired already"):
        mandates.retire(item=earlier, by=manager, why="Again.")
    mandates.lift(retirement=retirement, by=manager, why="The decision was amended.")
    assert Occurrence.objects.awaiting(secretariat, on=TODAY).exists()
    with pytest.raises(Refused, match="lifted already"):
        mandates.lift(retirement=retirement, by=manager, why="Again.")


# --- A new text of the same resolution that has the words elsewhere -----------------------------------------

JOINED = "Requests the Secretary-General to report on the work of the Group of Experts on Trees"


def parted(*, file: str, moved: str = JOINED) -> None:
    """Let a text come in that has the words of paragraph 1 in paragraph 2."""
    welcomes = paragraph("1", states("Welcomes the report of the Group"))
    asked = paragraph("2", asks(moved, of=["Secretary-General"] if moved == JOINED else []))
    resolution = stored(reading(EARLIER, welcomes, asked), file=file, replaces=True).resolution
    track(resolution)
    propose(resolution)


@pytest.fixture
def begun(secretariat, reviewer) -> ActionItem:
    """Give an item on which work is under way."""
    tracked(reading(EARLIER, paragraph("1", asks(JOINED))), file="one")
    accepted(secretariat, reviewer, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
    return ActionItem.objects.get()


def lost() -> list[ActionItem]:
    return list(ActionItem.objects.with_lost_work(TODAY))


def test_open_work_whose_words_moved_is_proposed_to_be_carried_to_where_they_stand(begun, manager):
    assert lost() == []
    parted(file="two")
    proposal = RelationProposal.objects.get()
    assert lost() == [begun] == [proposal.earlier]
    assert (proposal.later.reference, proposal.kind, proposal.basis) == (
        f"{EARLIER}#op2.1",
        "replaces",
        "moved",
    )
    relate(proposal.later, begun, manager, RelationKind.REPLACES)
    going_on = Occurrence.objects.current().open().get(assignment__item=proposal.later)
    assert going_on.status == Status.IN_PROGRESS
    assert begun.assignments.get().occurrences.get().status == Status.OVERTAKEN
    assert lost() == []


def test_open_work_whose_words_are_gone_waits_for_a_person(begun, manager):
    parted(file="two", moved="Decides to convene a meeting on quite other matters")
    assert not RelationProposal.objects.exists()
    assert lost() == [begun]
    mandates.retire(item=begun, by=manager, why="The corrigendum took it out.")
    assert lost() == []


def both() -> list[ActionItem]:
    return list(ActionItem.objects.filter(clause__asks=True).order_by("clause__paragraph__eid"))


@pytest.mark.usefixtures("begun")
def test_two_items_that_both_stand_in_one_text_are_not_related(manager):
    parted(file="two")
    begun, here = both()
    with pytest.raises(Refused, match="same resolution"):
        relate(begun, here, manager, RelationKind.REPLACES)
    Clause.objects.update(vanished=False)
    begun, here = both()
    with pytest.raises(Refused, match="same resolution"):
        relate(here, begun, manager, RelationKind.REPLACES)
