"""The lists: found by words, narrowed by filters, with few queries however many rows there are."""

import pytest
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteMixin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.tracker.admin.conftest import enter

pytestmark = pytest.mark.django_db

# Session, user, permissions, the rows, their number, filters and dates; and a name or two fetched beside.
MOST_QUERIES = 12


def listed(client, name: str, **given: str) -> list[str]:
    page = client.get(reverse(f"admin:{name}_changelist"), given)
    assert page.status_code == 200
    return [str(row) for row in page.context["cl"].result_list]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"q": "report"}, {"op1.1"}),
        ({"q": "E/RES/2020/17"}, {"op1.1", "op2.1", "op2.2", "op3.1"}),
        ({"q": "nowhere"}, set()),
        ({"asked": "member states"}, {"op2.1"}),
        ({"status__exact": "no_action"}, {"op3.1"}),
        ({"due": "none"}, {"op1.1", "op2.1", "op2.2"}),
        ({"due": "overdue"}, set()),
        ({"organ": "ECOSOC", "q": "views"}, {"op2.1", "op2.2"}),
        ({"organ": "GA"}, set()),
        ({"asked": "bank", "nature__exact": "obligation"}, {"op2.2"}),
    ],
    ids=[
        "words",
        "symbol",
        "nothing",
        "who is asked",
        "status",
        "undated",
        "overdue",
        "organ",
        "other organ",
        "two filters",
    ],
)
@pytest.mark.usefixtures("register")
def test_items_are_found(client, viewer, given: dict[str, str], found: set[str]):
    rows = listed(enter(client, viewer), "tracker_actionitem", **given)
    assert {row.partition("#")[2] for row in rows} == found


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("resolutions_resolution", {"q": "strengthening"}, 1),
        ("resolutions_resolution", {"q": "World Bank"}, 1),
        ("resolutions_resolution", {"q": "weather"}, 0),
        ("resolutions_clause", {"q": "views"}, 2),
        ("resolutions_clause", {"doubts": "open"}, 1),
        ("tracker_occurrence", {"q": "views"}, 2),
        ("tracker_occurrence", {"asked": "secretary-general"}, 1),
        ("tracker_focalpoint", {"in_office": "today"}, 0),
    ],
)
@pytest.mark.usefixtures("register")
def test_other_lists_are_searched_and_narrowed(client, viewer, name: str, given: dict[str, str], count: int):
    assert len(listed(enter(client, viewer), name, **given)) == count


@pytest.mark.parametrize(
    "name", ["tracker_actionitem", "tracker_occurrence", "tracker_assignment", "resolutions_clause",
             "resolutions_resolution", "resolutions_paragraph", "tracker_statuschange", "tracker_importjob",
             "tracker_followupreport", "resolutions_entity"]
)  # fmt: skip
@pytest.mark.usefixtures("register")
def test_a_list_costs_few_queries_and_no_more_with_more_rows(client, administrator, name: str):
    enter(client, administrator)
    few = queries(client, name)
    tracked(
        reading(
            "E/RES/2020/18",
            *(paragraph(str(n), asks(f"Requests Norway to do {n}", of=["Norway"])) for n in range(1, 9)),
        )
    )
    assert queries(client, name) <= few + 1
    assert few <= MOST_QUERIES


def queries(client, name: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        listed(client, name)
    return len(seen)


def test_no_form_carries_a_whole_directory(rf, administrator):
    request = rf.get("/")
    request.user = administrator
    request.entity = Entity.objects.get(name="World Bank")
    filled_in = {
        model._meta.label: page.get_form(request).base_fields
        for model, page in admin.site._registry.items()
        if model._meta.app_label in ("resolutions", "tracker")
        and (page.has_add_permission(request) or page.has_change_permission(request))
    }
    assert "tracker.FollowUpReport" in filled_in
    plain = [
        f"{label}.{name}"
        for label, fields in filled_in.items()
        for name, field in fields.items()
        if _is_plain_choice_of_rows(field)
    ]
    assert plain == []


def _is_plain_choice_of_rows(field: forms.Field) -> bool:
    widget = getattr(field.widget, "widget", field.widget)
    return isinstance(field, forms.ModelChoiceField) and not isinstance(widget, AutocompleteMixin)
