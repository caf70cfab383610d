"""Little is done at once, much by a job; each door that does either is tried with a low measure."""

import datetime as dt

import pytest
from django.urls import reverse

from resolutions.models import Entity
from tests.register import register
from tracker import bulk, large_work
from tracker.models import BulkJob, BulkKind, BulkState, Occurrence, ReportingCycle, ReviewPolicy
from tracker.refusals import NotAllowed, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

YEAR = {
    "period_from": dt.date(2020, 1, 1),
    "period_to": dt.date(2020, 12, 31),
    "due_on": dt.date(2021, 3, 31),
}


@pytest.fixture
def little(monkeypatch):
    """Track three obligations, and take two for much."""
    register()
    monkeypatch.setattr(large_work, "MOST_AT_ONCE", 2)


def opened(by, name: str = "2020", **changed) -> ReportingCycle | BulkJob:
    asked = Entity.objects.filter(name="Norway")
    given = {**YEAR, "entities": asked, "conditions": "", **changed}
    return large_work.open_cycle(name=name, by=by, enqueue=lambda job_id: None, **given)


def done(job: BulkJob) -> BulkJob:
    bulk.run(job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "clerk", "reviewer"])
def test_who_may_not_gets_no_job_either(request, who):
    by = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        opened(by)
    with pytest.raises(NotAllowed):
        large_work.follow_policies(by=by, enqueue=lambda job_id: None)
    assert not BulkJob.objects.exists()


@pytest.mark.usefixtures("little")
def test_what_a_job_would_refuse_is_refused_before_it_is_asked_for(manager):
    with pytest.raises(Refused, match="Choose the entities"):
        opened(manager, entities=[])
    bank = Entity.objects.filter(name="World Bank")
    with pytest.raises(Refused, match="nothing to answer: World Bank"):
        opened(manager, entities=bank, conditions="resolution=E/RES/2020/1")
    assert not BulkJob.objects.exists()


@pytest.mark.usefixtures("little")
def test_a_cycle_over_little_is_open_at_once_and_over_much_by_a_job_with_its_conditions(manager):
    small = opened(manager, conditions="entity=state-nor")
    assert isinstance(small, ReportingCycle)
    job = opened(manager, name="All", conditions="resolution=E/RES/2020/1")
    assert isinstance(job, BulkJob)
    assert (job.kind, job.total) == (BulkKind.OPEN_CYCLE, 3)
    assert not ReportingCycle.objects.filter(name="All").exists()
    assert done(job).state == BulkState.DONE
    assert ReportingCycle.objects.get(name="All").conditions == "resolution=E/RES/2020/1"


@pytest.mark.usefixtures("little")
def test_the_admin_opens_a_large_cycle_by_a_job_and_goes_on_to_it(client, manager):
    client.force_login(manager)
    asked = {"entities": [Entity.objects.get(name="Norway").pk]}
    address = reverse("admin:tracker_reportingcycle_add")
    answer = client.post(address, {"name": "2020", **YEAR, **asked})
    job = BulkJob.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, job.get_absolute_url())
    assert not ReportingCycle.objects.exists()
    assert done(job).state == BulkState.DONE
    assert "already" in client.post(address, {"name": "2020", **YEAR, **asked}).content.decode()


@pytest.mark.usefixtures("little")
def test_review_days_follow_the_policies_by_a_job_where_many_move(client, manager):
    kept = ReviewPolicy.objects.create(force_from=0, first_months=6, then_months=12)
    client.force_login(manager)
    sent = {"_selected_action": [kept.pk], "action": "apply"}
    answer = client.post(reverse("admin:tracker_reviewpolicy_changelist"), sent)
    job = BulkJob.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, job.get_absolute_url())
    assert (job.kind, job.total) == (BulkKind.REVIEW_DAYS, 3)
    assert (done(job).state, job.result) == (BulkState.DONE, {"moved": 3})
    assert large_work.follow_policies(by=manager, enqueue=lambda job_id: None) == 0
    assert set(Occurrence.objects.values_list("review_on", flat=True)) == {dt.date(2021, 1, 20)}
