"""Who gets to which page of the admin, and what they see there."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from resolutions.models import Clause, Resolution
from tests.tracker.admin.conftest import enter
from tracker import comments
from tracker.models import ActionItem, Assignment, Notice, NoticePreference, Occurrence, StatusChange, Watch

pytestmark = pytest.mark.django_db

MODELS = sorted(
    (model for model in admin.site._registry if model._meta.app_label in ("resolutions", "tracker")),
    key=lambda model: model._meta.label,
)
NAMES = [f"{model._meta.app_label}_{model._meta.model_name}" for model in MODELS]
ROLES = ("viewer", "clerk", "secretariat", "reviewer", "manager", "administrator")


def status(client: Client, name: str, *args: object) -> int:
    return client.get(reverse(f"admin:{name}", args=args)).status_code


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_is_sent_to_the_login_and_an_account_without_a_role_sees_no_list(
    client, stranger, name: str
):
    assert status(enter(client, stranger), f"{name}_changelist") == 302
    stranger.is_staff = True
    stranger.save()
    assert status(client, f"{name}_changelist") == 403


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("register")
def test_every_role_may_look_at_every_list(client, request, name: str):
    for role in ROLES:
        enter(client, request.getfixturevalue(role))
        assert status(client, f"{name}_changelist") == 200, role


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
@pytest.mark.usefixtures("register")
def test_whatever_there_is_opens_with_its_history(client, administrator, model):
    enter(client, administrator)
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    for thing in model._default_manager.all()[:1]:
        assert client.get(reverse(f"{name}_change", args=[thing.pk])).status_code == 200
        assert client.get(reverse(f"{name}_history", args=[thing.pk])).status_code == 200


# Who may add by hand; everything else enters by a text, a deed or the past.
ADDERS = {
    "resolutions_organ": {"administrator"},
    "resolutions_session": {"administrator"},
    "resolutions_verb": {"administrator"},
    "resolutions_entity": {"clerk", "manager", "administrator"},
    "tracker_importjob": {"clerk", "administrator"},
    "tracker_followupreport": {"clerk", "secretariat", "administrator"},
    "tracker_reportingcycle": {"manager", "administrator"},
    "tracker_focalpoint": {"manager", "administrator"},
    "tracker_reviewpolicy": {"manager", "administrator"},
}


@pytest.mark.parametrize("name", NAMES)
def test_only_who_may_add_gets_the_form_for_it(client, request, name: str):
    got_in = set()
    for role in ROLES:
        enter(client, request.getfixturevalue(role))
        if status(client, f"{name}_add") in (200, 302):
            got_in.add(role)
    assert got_in == ADDERS.get(name, set())


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
@pytest.mark.usefixtures("register")
def test_nobody_deletes_anything(client, administrator, model):
    enter(client, administrator)
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    before = model._default_manager.count()
    for thing in model._default_manager.all()[:1]:
        url = reverse(f"{name}_delete", args=[thing.pk])
        assert client.post(url, {"post": "yes"}).status_code == 403
        client.post(
            reverse(f"{name}_changelist"),
            {"action": "delete_selected", "_selected_action": [thing.pk], "post": "yes"},
        )
    assert model._default_manager.count() == before


FOLLOW_UP = (ActionItem, Assignment, Occurrence, StatusChange)


@pytest.mark.parametrize("model", FOLLOW_UP, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize(
    ("role", "paragraphs"),
    [("secretariat", {"1"}), ("norway", {"2"}), ("viewer", {"1", "2"})],
)
@pytest.mark.usefixtures("register")
def test_a_focal_point_sees_the_follow_up_of_its_own_entities_only(
    client, request, model, role: str, paragraphs: set[str]
):
    enter(client, request.getfixturevalue(role))
    seen = set()
    for thing in model._default_manager.all():
        answer = client.get(reverse(f"admin:tracker_{model._meta.model_name}_change", args=[thing.pk]))
        if answer.status_code == 200:
            seen.add(paragraph_of(thing))
    assert seen - {"3"} == paragraphs


def paragraph_of(thing) -> str:
    while not isinstance(thing, ActionItem):
        thing = getattr(thing, "occurrence", None) or getattr(thing, "assignment", None) or thing.item
    return thing.clause.paragraph.label


def test_what_a_focal_point_may_not_see_is_not_in_its_lists_either(client, secretariat, register: Resolution):
    page = enter(client, secretariat).get(reverse("admin:tracker_occurrence_changelist"))
    assert [row.assignment.entity.name for row in page.context["cl"].result_list] == ["Secretary-General"]


@pytest.mark.parametrize(
    ("role", "code"), [("clerk", 302), ("reviewer", 302), ("viewer", 403), ("norway", 403)]
)
def test_only_who_may_correct_saves_a_reading(client, request, register: Resolution, role: str, code: int):
    clause = Clause.objects.get(paragraph__label="3")
    url = reverse("admin:resolutions_clause_change", args=[clause.pk])
    rows = {
        f"{name}-{part}_FORMS": 0 for name in ("addressees", "deadlines") for part in ("TOTAL", "INITIAL")
    }
    answer = enter(client, request.getfixturevalue(role)).post(
        url, {"verb": clause.verb_id, "action": "Welcomes progress", **rows}
    )
    assert answer.status_code == code
    clause.refresh_from_db()
    assert (clause.action == "Welcomes progress") == (code == 302)


def test_a_manager_may_look_people_up_and_sees_no_more_than_their_names(client, manager, viewer: User):
    page = enter(client, manager).get(reverse("admin:auth_user_change", args=[viewer.pk]))
    assert page.status_code == 200
    assert "password" not in page.content.decode().replace("Change password", "").replace(
        reverse("admin:password_change"), ""
    )
    assert client.post(reverse("admin:auth_user_change", args=[viewer.pk]), {}).status_code == 403


# --- What people say and follow -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "seen"), [("viewer", {"viewer"}), ("secretariat", {"secretariat"}), ("administrator", None)]
)
@pytest.mark.parametrize("model", [Watch, NoticePreference, Notice])
@pytest.mark.usefixtures("register")
def test_what_another_follows_and_is_told_only_who_keeps_the_accounts_sees(client, request, model, who, seen):
    people = [request.getfixturevalue(name) for name in ("viewer", "secretariat", "administrator")]
    item = ActionItem.objects.first()
    for user in people:
        Watch.objects.create(user=user, item=item)
        NoticePreference.objects.create(user=user, frequency="off")
        Notice.objects.create(user=user, kind="status", key="status:1", item=item)
    page = enter(client, request.getfixturevalue(who)).get(
        reverse(f"admin:tracker_{model._meta.model_name}_changelist")
    )
    found = {row.user.username for row in page.context["cl"].result_list}
    assert found == (seen or {user.username for user in people})


@pytest.mark.usefixtures("register")
def test_the_words_of_a_comment_that_was_taken_away_are_nowhere_in_the_admin(client, manager, administrator):
    said = comments.write(on=ActionItem.objects.earliest("pk"), by=manager, text="Too early to say.")
    pages = [
        reverse("admin:tracker_comment_changelist"),
        reverse("admin:tracker_comment_change", args=[said.pk]),
        reverse("admin:tracker_comment_history", args=[said.pk]),
    ]
    enter(client, administrator)
    assert all("Too early" in client.get(page).content.decode() for page in pages)
    comments.remove(comment=said, by=manager)
    assert not any("Too early" in client.get(page).content.decode() for page in pages)
