"""The roles of people, as groups with permissions: one table, written by `manage.py sync_roles`.

A role says what somebody may do; `FocalPoint` rows say for which entities a focal point may do it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

VIEWER = "Viewer"
DATA_ENTRY = "Data entry"
FOCAL_POINT = "Reporting entity focal point"
REVIEWER = "Reviewer"
MANAGER = "Manager"
ADMINISTRATOR = "Administrator"

TRACKED_APPS = ("resolutions", "tracker")


@dataclass(frozen=True, slots=True)
class Role:
    """What a role may do beyond seeing: permissions as "app.codename"."""

    sees_all: bool
    may: tuple[str, ...] = ()


ROLES: Mapping[str, Role] = {
    VIEWER: Role(sees_all=True),
    DATA_ENTRY: Role(
        sees_all=True,
        may=(
            "tracker.add_importjob",
            "tracker.submit_for_any_entity",
            "tracker.add_followupreport",
            "tracker.change_followupreport",
            "tracker.add_evidence",
            "tracker.add_comment",
            "tracker.answer_for_entity",
            "tracker.add_indicator",
            "tracker.change_indicator",
            "resolutions.review_clause",
            "resolutions.add_clause",
            "resolutions.change_clause",
            "resolutions.change_resolution",
            "resolutions.add_entity",
            "resolutions.change_entity",
            "resolutions.change_session",
        ),
    ),
    FOCAL_POINT: Role(
        sees_all=False,
        may=(
            "tracker.add_followupreport",
            "tracker.change_followupreport",
            "tracker.add_evidence",
            "tracker.add_comment",
            "tracker.answer_for_entity",
        ),
    ),
    REVIEWER: Role(
        sees_all=True,
        may=(
            "tracker.review_report",
            "tracker.add_comment",
            "tracker.answer_for_entity",
            "tracker.change_followupreport",
            "resolutions.review_clause",
            "resolutions.change_clause",
        ),
    ),
    MANAGER: Role(
        sees_all=True,
        may=(
            "tracker.decide_status",
            "tracker.add_comment",
            "tracker.answer_for_entity",
            "tracker.assign_entity",
            "tracker.add_itemrelation",
            "tracker.add_retirement",
            "tracker.change_actionitem",
            "tracker.change_assignment",
            "tracker.change_occurrence",
            "tracker.add_reportingcycle",
            "tracker.change_reportingcycle",
            "tracker.add_reviewpolicy",
            "tracker.change_reviewpolicy",
            "tracker.add_focalpoint",
            "tracker.change_focalpoint",
            "tracker.add_indicator",
            "tracker.change_indicator",
            "resolutions.add_entity",
            "resolutions.change_entity",
        ),
    ),
}


@transaction.atomic
def sync_roles() -> None:
    """Create the groups and set exactly the permissions of the table; may run any number of times."""
    permissions = Permission.objects.filter(content_type__app_label__in=TRACKED_APPS)
    by_name = {
        f"{p.content_type.app_label}.{p.codename}": p for p in permissions.select_related("content_type")
    }
    seeing = [by_name[f"{app}.view_{model}"] for app, model in _models_seen()]
    for name, role in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        sees_all = [by_name["tracker.see_all_entities"]] if role.sees_all else []
        group.permissions.set([*seeing, *sees_all, *(by_name[codename] for codename in role.may)])
    administrator, _ = Group.objects.get_or_create(name=ADMINISTRATOR)
    administrator.permissions.set(Permission.objects.all())


def _models_seen() -> list[tuple[str, str]]:
    """Return the models every role may look at; what it sees of them the QuerySets narrow."""
    return [
        (app, model._meta.model_name or "")
        for app in TRACKED_APPS
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Event")
    ]
