"""Who of a group has answered, and who has not."""

import pytest

from resolutions.models import Entity, EntityMembership
from tests.conftest import TODAY
from tests.register import accepted, line, occurrence, register, submitted
from tracker.models import Occurrence
from tracker.response_rates import answers, rate
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def asked(db) -> Occurrence:
    register()
    return occurrence("Member States")


def test_nobody_has_answered_before_a_report_is_accepted(asked, norway):
    submitted(norway, line(asked, Status.IN_PROGRESS), entity="Norway")
    members = Entity.objects.get(name="Member States").memberships.values("member").distinct().count()
    assert rate(asked, on=TODAY) == (0, members)


def test_the_number_is_the_length_of_the_list_behind_it(asked, norway, reviewer, viewer):
    accepted(norway, reviewer, line(asked, Status.IN_PROGRESS), entity="Norway")
    told = answers(asked, reader=viewer, on=TODAY)
    assert rate(asked, on=TODAY) == (sum(m.answered for m in told), len(told))
    assert [str(member.entity) for member in told if member.answered] == ["Norway"]


def test_a_state_that_left_the_group_is_no_longer_waited_for(asked, viewer, entity):
    EntityMembership.objects.filter(member=entity("Fiji")).update(valid_until="2021-01-01")
    assert "Fiji" not in {str(m.entity) for m in answers(asked, reader=viewer, on=TODAY)}


def test_a_member_sees_of_the_answers_its_own_alone(asked, norway):
    assert [str(m.entity) for m in answers(asked, reader=norway, on=TODAY)] == ["Norway"]


def test_what_asks_no_group_has_no_members(asked, viewer):
    assert answers(occurrence("Secretary-General"), reader=viewer, on=TODAY) == []
