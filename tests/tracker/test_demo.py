"""The register one looks around in on a first start."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from resolutions.models import Resolution
from tracker import demo
from tracker.models import ActionItem, FollowUpReport, Nature, Occurrence, StatusChange
from tracker.statuses import ReportState, Status

pytestmark = pytest.mark.django_db


def test_it_is_not_loaded_on_a_real_server(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG=1"):
        call_command("load_demo")
    assert not User.objects.exists()


@pytest.fixture
def loaded(settings, capsys) -> str:
    settings.DEBUG = True
    call_command("load_demo")
    return str(capsys.readouterr().out)


def test_it_prints_a_login_of_every_role(loaded):
    assert loaded.splitlines()[0] == "admin / follow-up-demo — Administrator"
    assert len(loaded.splitlines()) == len(demo.PEOPLE)
    for person in demo.PEOPLE:
        assert User.objects.get(username=person.name).check_password(demo.PASSWORD)


def test_the_sample_stands_with_ten_items_of_which_eight_are_obligations(loaded):
    items = ActionItem.objects.filter(clause__paragraph__resolution__symbol=demo.SYMBOL)
    assert items.count() == 10
    assert items.filter(nature=Nature.OBLIGATION).count() == 8


def test_the_follow_up_went_through_the_doors(loaded):
    assert dict(FollowUpReport.objects.values_list("entity__name", "state")) == {
        "Secretary-General": ReportState.ACCEPTED,
        "Norway": ReportState.SUBMITTED,
        "United Nations Development Programme": ReportState.DRAFT,
    }
    changed = StatusChange.objects.exclude(line=None)
    assert set(changed.values_list("to_status", flat=True)) == {
        Status.PARTIALLY_IMPLEMENTED,
        Status.IN_PROGRESS,
    }


def test_loading_again_adds_nothing(loaded, settings):
    def count() -> list[int]:
        models = (User, Resolution, ActionItem, Occurrence, FollowUpReport, StatusChange)
        return [model._default_manager.count() for model in models]

    before = count()
    call_command("load_demo")
    assert count() == before
