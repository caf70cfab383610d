"""Role by own or another's entity by deed by door: each cell is tried, and does what the table says.

A door that lets somebody through whom the table keeps out, or that keeps out whom it lets through, has a
cell that fails by its name. Nothing else than the tables says who may: the doors' own rules are not asked.
"""

from collections.abc import Sequence

import pytest
from django.db import transaction

from tests.tracker.matrix import attention, keeping, looking, obligations, readings, reporting
from tests.tracker.matrix.conftest import Held
from tests.tracker.matrix.keeping import jobs
from tests.tracker.matrix.rules import ANYBODY, DECIDES, Attempt, Rule, Table
from tracker import bulk
from tracker.models import BulkJob, BulkKind, BulkState

pytestmark = pytest.mark.django_db

DEEDS: Table = {
    **reporting.DEEDS,
    **obligations.DEEDS,
    **readings.DEEDS,
    **attention.DEEDS,
    **keeping.DEEDS,
}
LOOKS: Table = {**looking.LOOKS, **attention.LOOKS}


def cells(table: Table) -> Sequence[object]:
    """Return a parameter for each deed and door; everybody tries each."""
    return [
        pytest.param(rule, door, attempt, id=f"{deed}, {door}")
        for deed, (rule, by_door) in table.items()
        for door, attempt in by_door.items()
    ]


@pytest.mark.parametrize(("rule", "door", "attempt"), cells(DEEDS))
def test_a_deed_is_done_by_those_the_table_names_and_leaves_no_trace_of_others(
    rule: Rule, door: str, attempt: Attempt, held: Held, subtests
):
    for caller in held.callers:
        with transaction.atomic():
            answer = attempt(caller, held.things)
            left = list(held.traces.left())
            transaction.set_rollback(True)
        with subtests.test(str(caller.who)):
            allowed = rule.allows(caller.who, door)
            assert bool(left) == allowed, f"{answer.status_code} {answer.headers.get('Location', '')} {left}"
            # A list in the admin takes no notice of an action that it does not offer.
            assert allowed or answer.status_code in (302, 400, 403, 404) or door.startswith("bulk")


@pytest.mark.parametrize(("rule", "door", "attempt"), cells(LOOKS))
def test_a_thing_is_seen_by_those_the_table_names_and_is_not_there_for_others(
    rule: Rule, door: str, attempt: Attempt, held: Held, subtests
):
    # What is of no entity is the same for whomever they speak: one of each role is enough.
    callers = held.callers[1::2] if rule is ANYBODY else held.callers
    for caller in callers:
        with transaction.atomic():
            answer = attempt(caller, held.things)
            left = list(held.traces.left())
            transaction.set_rollback(True)
        with subtests.test(str(caller.who)):
            assert (answer.status_code == 200) == rule.allows(caller.who, door), answer.status_code
            assert left == [], "looking changes nothing"


@pytest.mark.parametrize("kind", BulkKind)
def test_a_job_does_only_what_whoever_asked_for_it_may(kind: BulkKind, held: Held, subtests):
    said = jobs(held.things)[kind]
    for caller in held.callers:
        with transaction.atomic():
            job = BulkJob.objects.create(kind=kind, parameters=said, total=1, requested_by=caller.user)
            bulk.run(job.pk)
            job.refresh_from_db()
            transaction.set_rollback(True)
        with subtests.test(str(caller.who)):
            allowed = caller.who.role in DECIDES
            assert job.state == (BulkState.DONE if allowed else BulkState.REFUSED), job.error
            assert allowed or "may not" in job.error
