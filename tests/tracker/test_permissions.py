"""Who may do what, as one table; and that a role gives exactly what its line says."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from tests.conftest import person, speaks_for
from tests.register import drafted, line, occurrence, register, submitted
from tracker import permissions, roles
from tracker.models import FollowUpReport
from tracker.refusals import NotAllowed
from tracker.roles import sync_roles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DEEDS = {
    "import": permissions.may_import,
    "correct": permissions.may_correct,
    "decide": permissions.may_decide,
    "assign": permissions.may_assign,
    "review": permissions.is_reviewer,
    "open cycles": permissions.may_open_cycle,
    "report on behalf": permissions.may_report_on_behalf,
    "keep the directory": permissions.may_keep_directory,
}
MAY = {
    "stranger": set(),
    "viewer": set(),
    "secretariat": set(),
    "clerk": {"import", "correct", "report on behalf", "keep the directory"},
    "reviewer": {"correct", "review"},
    "manager": {"decide", "assign", "open cycles", "keep the directory"},
    "administrator": set(DEEDS),
}


@pytest.mark.parametrize("who", MAY)
def test_each_may_do_what_the_table_says_and_nothing_else(who, request):
    user = request.getfixturevalue(who)
    assert {deed for deed, may in DEEDS.items() if may(user)} == MAY[who]


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_without_a_name_may_anything(deed):
    assert not DEEDS[deed](AnonymousUser())


@pytest.mark.parametrize("deed", DEEDS)
def test_who_has_left_may_nothing_any_more(deed, administrator):
    administrator.is_active = False
    administrator.save()
    assert not DEEDS[deed](administrator)


@pytest.mark.parametrize(
    ("role", "may"), [("", False), (roles.VIEWER, False), (roles.FOCAL_POINT, True), (roles.MANAGER, True)]
)
def test_an_appointment_lets_nobody_report_whose_role_only_looks(role, may):
    register()
    norway = occurrence("Norway").assignment.entity
    assert permissions.may_report_for(speaks_for(person("appointed", role), "Norway"), norway) == may


def test_a_refusal_names_the_deed_and_what_to_do():
    with pytest.raises(NotAllowed, match=r"You may not fly\. Ask an administrator for a role that may\."):
        permissions.require(False, "fly")
    permissions.require(True, "fly")


@pytest.mark.parametrize(
    ("day", "speaks"),
    [
        (dt.date(2019, 12, 31), False),
        (dt.date(2020, 1, 1), True),
        (dt.date(2020, 12, 31), True),
        (dt.date(2021, 1, 1), False),
    ],
    ids=["the day before", "the first day", "the last day", "the day after"],
)
def test_a_focal_point_speaks_for_an_entity_from_its_first_to_its_last_day(day, speaks, secretariat, entity):
    secretariat.focal_points.update(valid_from=dt.date(2020, 1, 1), valid_until=dt.date(2020, 12, 31))
    assert permissions.is_focal_point(secretariat, entity("Secretary-General"), on=day) == speaks


def test_a_member_s_focal_point_does_not_speak_for_the_group(norway, entity):
    assert permissions.may_report_for(norway, entity("Norway"))
    assert not permissions.may_report_for(norway, entity("Member States"))


def test_a_colleague_of_the_same_entity_may_edit_and_withdraw_its_report(secretariat):
    register()
    report = drafted(secretariat, line(occurrence("Secretary-General")))
    colleague = speaks_for(person("colleague", roles.FOCAL_POINT), "Secretary-General")
    assert permissions.may_edit_report(colleague, report)
    assert permissions.may_withdraw_report(colleague, report)


def test_who_no_longer_speaks_for_the_entity_neither_sees_nor_changes_what_they_wrote(secretariat, today):
    register()
    report = drafted(secretariat, line(occurrence("Secretary-General")))
    secretariat.focal_points.update(valid_until=today - dt.timedelta(days=1))
    assert not permissions.may_edit_report(secretariat, report)
    assert not permissions.may_withdraw_report(secretariat, report)
    assert not FollowUpReport.objects.visible_to(secretariat, on=today).exists()


def test_what_is_under_review_may_be_withdrawn_but_not_edited(secretariat):
    register()
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    assert not permissions.may_edit_report(secretariat, report)
    assert permissions.may_withdraw_report(secretariat, report)


def test_a_reviewer_reviews_every_report_but_their_own(reviewer, clerk):
    reviewer.groups.add(Group.objects.get(name=roles.DATA_ENTRY))
    register()
    own = submitted(reviewer, line(occurrence("Secretary-General")))
    other = submitted(clerk, line(occurrence("Norway")), entity="Norway")
    assert not permissions.may_review(reviewer, own)
    assert permissions.may_review(reviewer, other)


# --- Roles --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", roles.ROLES)
def test_a_role_sees_and_may_exactly_what_its_line_says(name):
    held = {
        f"{app}.{codename}"
        for app, codename in Group.objects.get(name=name).permissions.values_list(
            "content_type__app_label", "codename"
        )
    }
    role = roles.ROLES[name]
    seeing = {p for p in held if p.partition(".")[2].startswith("view_")}
    assert held - seeing == {*role.may, *(["tracker.see_all_entities"] if role.sees_all else [])}
    assert {"resolutions.view_resolution", "tracker.view_actionitem"} <= seeing
    assert not [p for p in seeing if p.endswith("event")]


def test_writing_the_roles_again_takes_away_what_the_table_does_not_give():
    viewer = Group.objects.get(name=roles.VIEWER)
    manager = Group.objects.get(name=roles.MANAGER)
    viewer.permissions.add(*manager.permissions.all())
    before = Group.objects.count()
    sync_roles()
    assert not viewer.permissions.filter(codename="decide_status").exists()
    assert Group.objects.count() == before


@pytest.mark.parametrize("name", roles.ROLES)
def test_whoever_has_a_role_that_does_more_than_look_can_answer_for_entities(name):
    assert ("tracker.answer_for_entity" in roles.ROLES[name].may) is (name != roles.VIEWER)


def test_no_role_may_both_report_and_review():
    reports = {name for name, role in roles.ROLES.items() if "tracker.add_followupreport" in role.may}
    reviews = {name for name, role in roles.ROLES.items() if "tracker.review_report" in role.may}
    assert reports
    assert reviews
    assert not reports & reviews


def test_no_role_deletes_anything():
    assert not [p for role in roles.ROLES.values() for p in role.may if ".delete_" in p]
