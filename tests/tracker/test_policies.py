"""When what has no due date is looked at: by policy, unless a person said otherwise."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from resolutions.models import Clause, Organ
from tests.conftest import TODAY
from tests.register import accepted, line, occurrence, register
from tests.series import day
from tests.snapshot import snapshot
from tests.tracker.admin.conftest import enter
from tracker import policies, reviewing, schedule, workflow
from tracker.models import Occurrence, ReviewPolicy
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ADOPTED = day("2020-07-20")


def policy(months: int, *, then: int = 12, organ: str = "", kind: str = "", force: int = 0) -> ReviewPolicy:
    return ReviewPolicy.objects.create(
        organ=Organ.objects.get(code=organ) if organ else None,
        type=kind,
        force_from=force,
        first_months=months,
        then_months=then,
    )


@pytest.fixture
def asked(db) -> Occurrence:
    """Give an undated obligation of the Council, of a directive verb of force 5."""
    register()
    return occurrence("Secretary-General")


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ([], 24),
        ([{"months": 6, "organ": "GA"}], 24),
        ([{"months": 6, "force": 6}], 24),
        ([{"months": 6, "kind": "deciding"}], 24),
        ([{"months": 6}], 6),
        ([{"months": 6}, {"months": 5, "force": 5}], 5),
        ([{"months": 6}, {"months": 5, "force": 3}, {"months": 4, "force": 5}], 4),
        ([{"months": 4, "force": 5}, {"months": 3, "kind": "directive"}], 3),
        ([{"months": 3, "kind": "directive"}, {"months": 2, "organ": "ECOSOC"}], 2),
        ([{"months": 2, "organ": "ECOSOC"}, {"months": 1, "organ": "ECOSOC", "kind": "directive"}], 1),
    ],
    ids=["none", "other organ", "too weak", "other type", "any", "force", "more force", "type before force",
         "organ before type", "organ and type"],
)  # fmt: skip
def test_the_most_particular_policy_that_fits_holds_in_python_and_in_the_database(
    given, holds, asked, manager
):
    for each in given:
        policy(**each)
    clause = Clause.objects.get(pk=asked.assignment.item.clause_id)
    assert policies.policy_of(clause).first_months == holds
    Occurrence.objects.update(review_on=None)
    reviewing.apply(by=manager)
    assert occurrence("Secretary-General").review_on == policies.review_day(clause)


def test_only_who_keeps_the_policies_lets_days_follow_them(asked, request):
    policy(6)
    for who in ("stranger", "viewer", "clerk", "secretariat", "reviewer"):
        with pytest.raises(NotAllowed):
            reviewing.apply(by=request.getfixturevalue(who))
    assert occurrence("Secretary-General").review_on == day("2022-07-20")


def test_a_changed_policy_is_shown_first_and_moves_no_day_that_a_person_set(asked, manager):
    schedule.set_review_day(occurrence=asked, review_on=day("2030-01-01"), by=manager)
    policy(6)
    before = snapshot()
    (moved,) = reviewing.preview()
    assert (moved.policy.first_months, moved.governs, moved.moves) == (6, 2, 2)
    assert snapshot() == before
    assert reviewing.apply(by=manager) == 2
    days = dict(Occurrence.objects.values_list("assignment__entity__name", "review_on"))
    assert days["Secretary-General"] == day("2030-01-01")
    assert days["Norway"] == days["Member States"] == day("2021-01-20")
    assert reviewing.apply(by=manager) == 0


def test_what_has_a_due_date_or_is_closed_has_no_review_day_by_policy(asked, manager):
    schedule.set_due(occurrence=asked, due_to=day("2021-12-31"), by=manager, why="Agreed.")
    workflow.decide_status(occurrence=occurrence("Norway"), to=Status.OVERTAKEN, by=manager, why="It met.")
    policy(6)
    (moved,) = reviewing.preview()
    assert moved.governs == 1


def test_a_day_that_a_person_takes_away_is_the_policys_again(asked, manager):
    schedule.set_review_day(occurrence=asked, review_on=day("2030-01-01"), by=manager)
    schedule.set_review_day(occurrence=asked, review_on=None, by=manager)
    again = occurrence("Secretary-General")
    assert (again.review_on, again.review_set_by) == (day("2022-07-20"), None)


def test_after_a_look_the_next_is_due_by_policy_whoever_had_set_the_day(asked, manager, secretariat):
    policy(6, then=3)
    schedule.set_review_day(occurrence=asked, review_on=TODAY, by=manager)
    with pytest.raises(NotAllowed):
        schedule.look_at(occurrence=asked, by=secretariat)
    schedule.look_at(occurrence=asked, by=manager, why="It goes on as it is.")
    seen = occurrence("Secretary-General")
    assert (seen.looked_on, seen.review_on, seen.review_set_by) == (TODAY, day("2021-06-01"), None)
    assert reviewing.preview()[0].moves == 2  # the two others, adopted under no policy
    reviewing.apply(by=manager)
    assert occurrence("Secretary-General").review_on == day("2021-06-01")


def test_an_accepted_report_is_a_look(asked, secretariat, reviewer):
    accepted(secretariat, reviewer, line(asked, Status.IN_PROGRESS))
    assert occurrence("Secretary-General").review_on == day("2022-03-01")


def test_what_has_a_due_date_needs_no_look(asked, manager):
    schedule.set_due(occurrence=asked, due_to=day("2021-12-31"), by=manager, why="Agreed.")
    with pytest.raises(Refused, match="has a due date"):
        schedule.look_at(occurrence=asked, by=manager)


def test_an_empty_table_is_filled_once_and_a_table_that_people_keep_is_left_alone():
    assert policies.load_policies() == 3
    assert policies.load_policies() == 0
    ReviewPolicy.objects.filter(organ=None, type="").update(first_months=36)
    call_command("load_policies", stdout=StringIO())
    assert ReviewPolicy.objects.get(organ=None, type="").first_months == 36


def test_the_command_shows_what_would_move_and_moves_it_in_somebodys_name(asked, manager, viewer):
    policy(6)
    out = StringIO()
    call_command("review_days", stdout=out)
    assert "any organ, any verb, force 0 or more: 3 of 3 move" in out.getvalue()
    assert occurrence("Norway").review_on == day("2022-07-20")
    for wrong in ("nobody", "viewer"):
        with pytest.raises(CommandError):
            call_command("review_days", apply=wrong, stdout=StringIO())
    call_command("review_days", apply="manager", stdout=out)
    assert "Moved: 3" in out.getvalue()
    told = occurrence("Norway").events.latest("pgh_id").pgh_context.metadata  # type: ignore[attr-defined]
    assert (told["user"], told["why"]) == (manager.pk, "Review days follow the policies.")


def test_the_admin_shows_what_would_move_and_moves_it(asked, client, manager):
    kept = policy(6)
    sent = {"_selected_action": [kept.pk], "action": "show_moves"}
    address = reverse("admin:tracker_reviewpolicy_changelist")
    shown = enter(client, manager).post(address, sent, follow=True).content.decode()
    assert "3 of 3 review days would move" in shown
    enter(client, manager).post(address, {**sent, "action": "apply"})
    assert occurrence("Norway").review_on == day("2021-01-20")
