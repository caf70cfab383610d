"""Questions about reports and focal points."""

import datetime as dt

import pytest

from tests.register import line, occurrence, register, submitted
from tracker.models import FocalPoint, FollowUpReport
from tracker.querysets import entities_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DUE = dt.date(2021, 6, 30)
A_DAY = dt.timedelta(days=1)


def test_a_focal_point_is_active_between_its_days(secretariat):
    FocalPoint.objects.update(valid_from=DUE, valid_until=DUE)
    assert [FocalPoint.objects.active(day).count() for day in (DUE - A_DAY, DUE, DUE + A_DAY)] == [0, 1, 0]
    assert entities_of(secretariat, on=DUE).count() == 1


def test_what_waits_for_review_is_what_was_submitted(secretariat):
    register()
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    assert list(FollowUpReport.objects.to_review()) == [report]
