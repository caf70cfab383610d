"""What gets round the doors and the triggers is found afterwards, each kind by its name."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.conftest import person
from tests.register import accepted, drafted, line, occurrence, register
from tracker import roles, workflow
from tracker.models import FollowUpReport, MemberResponse, Occurrence, StatusChange
from tracker.statuses import Status
from tracker.verification import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def worked_on(secretariat, reviewer, manager, norway):
    """Give a register on which reports were accepted, a member answered, and a manager decided."""
    register()
    accepted(secretariat, reviewer, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
    accepted(norway, reviewer, line(occurrence("Member States")), entity="Norway")
    workflow.decide_status(
        occurrence=occurrence("Norway"), to=Status.NOT_IMPLEMENTED, by=manager, why="Norway said so."
    )
    drafted(secretariat, line(occurrence("Secretary-General")))


@pytest.fixture
def past_the_triggers() -> Callable[..., None]:
    """Write as a superuser of the database can: no trigger sees it."""

    def write(sql: str, *values: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits for the commit is checked now
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(sql, values)
            cursor.execute("SET LOCAL session_replication_role = origin")

    return write


def kinds() -> set[str]:
    return {fault.what for fault in faults()}


@pytest.mark.usefixtures("worked_on")
def test_what_the_doors_wrote_is_explained():
    assert list(faults()) == []


@pytest.mark.usefixtures("worked_on")
def test_a_status_written_past_the_triggers_is_found_in_every_history(past_the_triggers):
    asked = occurrence("Secretary-General")
    past_the_triggers("UPDATE tracker_occurrence SET status = 'implemented' WHERE id = %s", asked.pk)
    found = [fault for fault in faults() if fault.pk == asked.pk]
    assert {fault.what for fault in found} >= {
        "No change of status explains the status of this occurrence",
        "The row history has another status of this occurrence",
    }
    assert all("Secretary-General" in fault.where for fault in found)


@pytest.mark.usefixtures("worked_on")
@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        (
            "UPDATE tracker_memberresponse SET status = 'overtaken'",
            "No change of status explains this member's answer",
        ),
        (
            "UPDATE tracker_followupreport SET state = 'withdrawn'",
            "No step explains the state of this report",
        ),
        (
            "UPDATE tracker_actionitem SET status = 'implemented'",
            "The status of this item is not what its assignments make of it",
        ),
        (
            "DELETE FROM tracker_statuschange WHERE ground = 'intake'",
            "This change does not begin where the one before it ended",
        ),
        (
            "UPDATE tracker_statuschange SET from_status = 'no_action' WHERE ground = 'decision'",
            "No table allows this change of status",
        ),
        (
            "UPDATE tracker_reportstep SET to_state = 'withdrawn' WHERE to_state = 'accepted'",
            "This change names a report that was never accepted",
        ),
        (
            "UPDATE tracker_reportstep SET by_id = (SELECT author_id FROM tracker_followupreport"
            " WHERE id = report_id)",
            "This report was accepted by its author",
        ),
        (
            "UPDATE tracker_reportstep SET from_state = 'draft' WHERE to_state = 'accepted'",
            "No table allows this step of a report",
        ),
    ],
)
def test_each_kind_of_fault_is_found(sql, kind, past_the_triggers):
    past_the_triggers(sql)
    assert kind in kinds()


@pytest.mark.usefixtures("worked_on")
def test_the_command_says_how_many_statuses_are_explained():
    out = StringIO()
    call_command("verify_history", stdout=out)
    number = Occurrence.objects.count() + MemberResponse.objects.count() + FollowUpReport.objects.count()
    assert out.getvalue() == f"{number} statuses, each explained by its history.\n"


@pytest.mark.usefixtures("worked_on")
def test_the_command_names_the_rows_up_to_a_number_and_fails(past_the_triggers):
    past_the_triggers("UPDATE tracker_statuschange SET to_status = 'no_action' WHERE ground <> 'decision'")
    err = StringIO()
    with pytest.raises(CommandError, match=r"\d  No change of status explains the status"):
        call_command("verify_history", "--show", "1", stderr=err)
    assert err.getvalue().count("No change of status explains the status of this occurrence") == 1


def test_a_change_is_never_rewritten_while_the_triggers_stand(manager):
    register()
    person("second", roles.MANAGER)
    workflow.decide_status(
        occurrence=occurrence("Norway"), to=Status.NO_ACTION, by=manager, why="Nothing was asked."
    )
    with pytest.raises(Exception, match="Cannot update or delete"):
        StatusChange.objects.filter(ground="decision").update(why="Another reason.")


@pytest.mark.usefixtures("worked_on")
def test_words_changed_past_the_triggers_are_found_and_so_is_what_answered_them(past_the_triggers):
    past_the_triggers("UPDATE resolutions_paragraphtext SET text = left(text, 9) WHERE id > %s", 0)
    assert kinds() == {
        "The row history has other words of this paragraph",
        "The words that this line of a report answered are not there",
    }
