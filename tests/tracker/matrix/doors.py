"""How each deed is tried through each door: what a browser, a script or somebody in the admin would send.

Nothing here looks at what is offered: a form that is not shown is sent all the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from resolutions.models import Clause, Entity
from tests.tracker.admin.forms import Form
from tests.tracker.matrix.people import OTHER
from tests.tracker.matrix.register import SYMBOL, Things
from tracker.models import ActionItem, Assignment
from tracker.statuses import ReportState

Attempt = Callable[[User, Things], Any]

LINE = {"proposed_status": "partially_implemented", "effective_on": "2021-02-01"}
PERIOD = {"period_from": "2020-08-01", "period_to": "2021-01-31"}
REASON = "The office told us."


def browser(user: User) -> Client:
    """Open a browser in which the person is logged in."""
    client = Client()
    client.force_login(user)
    return client


def script(user: User) -> APIClient:
    """Start a script with the person's token."""
    token, _ = Token.objects.get_or_create(user=user)
    return APIClient(headers={"authorization": f"Token {token.key}"})


# --- Reports --------------------------------------------------------------------------------------------


def _report_form(things: Things, words: str, deed: str = "save") -> dict[str, Any]:
    prefix = f"line-{things.asked.pk}-"
    line = {f"{prefix}{name}": value for name, value in {"answers": "on", **LINE}.items()}
    return {**PERIOD, **line, "action_taken": words, "deed": deed}


def draft_on_page(user: User, things: Things) -> Any:
    entity = things.asked.assignment.entity
    address = f"{reverse('report-new')}?occurrence={things.asked.pk}&entity={entity.key}"
    return browser(user).post(address, _report_form(things, "Experts met."))


def draft_by_api(user: User, things: Things) -> Any:
    given = {
        "entity": things.asked.assignment.entity.key,
        **PERIOD,
        "action_taken": "Experts met.",
        "lines": [{"item": things.asked.assignment.item.reference, **LINE}],
    }
    return script(user).post("/api/v1/reports/", given, format="json")


def draft_in_admin(user: User, things: Things) -> Any:
    entity = things.asked.assignment.entity
    address = f"{reverse('admin:tracker_followupreport_add')}?entity={entity.pk}"
    line = {f"lines-0-{name}": value for name, value in {"occurrence": things.asked.pk, **LINE}.items()}
    return _filled(user, address, **PERIOD, action_taken="Experts met.", **line)


def edit_on_page(user: User, things: Things) -> Any:
    report = things.reports[ReportState.DRAFT]
    return browser(user).post(reverse("report-edit", args=[report.pk]), _report_form(things, "Other words."))


def edit_by_api(user: User, things: Things) -> Any:
    report = things.reports[ReportState.DRAFT]
    return script(user).patch(
        f"/api/v1/reports/{report.pk}/", {"action_taken": "Other words."}, format="json"
    )


def edit_in_admin(user: User, things: Things) -> Any:
    report = things.reports[ReportState.DRAFT]
    return _filled(user, _admin(report, "change"), action_taken="Other words.")


def step_on_page(name: str, state: ReportState, **said: str) -> Attempt:
    def attempt(user: User, things: Things) -> Any:
        return browser(user).post(reverse("report-deed", args=[things.reports[state].pk, name]), said)

    return attempt


def step_by_api(name: str, state: ReportState, **said: str) -> Attempt:
    def attempt(user: User, things: Things) -> Any:
        return script(user).post(f"/api/v1/reports/{things.reports[state].pk}/{name}/", said, format="json")

    return attempt


def step_in_admin(name: str, state: ReportState, **said: str) -> Attempt:
    return _admin_deed(lambda things: things.reports[state], name, **said)


def step_in_bulk(name: str, state: ReportState, **said: str) -> Attempt:
    return _admin_bulk(lambda things: things.reports[state], name, **said)


def evidence_on_page(user: User, things: Things) -> Any:
    report = things.reports[ReportState.DRAFT]
    given = {"title": "Note", "speaks_for": "2021-01-15", "symbol": "E/2021/97"}
    sent = {f"evidence-{name}": value for name, value in given.items()}
    return browser(user).post(reverse("report-deed", args=[report.pk, "evidence"]), sent)


def evidence_by_api(user: User, things: Things) -> Any:
    report = things.reports[ReportState.DRAFT]
    given = {"title": "Note", "speaks_for": "2021-01-15", "symbol": "E/2021/97"}
    return script(user).post(f"/api/v1/reports/{report.pk}/evidence/", given, format="json")


# --- Obligations ----------------------------------------------------------------------------------------


def on_item_page(name: str, subject: str = "", **said: object) -> Attempt:
    """Send a deed of the item's page about its occurrence, its assignment, or the item itself."""

    def attempt(user: User, things: Things) -> Any:
        about = {"occurrence": things.asked.pk, "assignment": things.asked.assignment_id}.get(subject, "")
        values = {f"{name}-{about}-{field}": value for field, value in said.items()}
        item = things.asked.assignment.item
        return browser(user).post(item.get_absolute_url(), {"deed": name, "subject": about, **values})

    return attempt


def on_occurrence(name: str, **said: object) -> Attempt:
    return _admin_deed(lambda things: things.asked, name, **said)


def on_occurrences(name: str, **said: object) -> Attempt:
    return _admin_bulk(lambda things: things.asked, name, **said)


def on_item(name: str, **said: object) -> Attempt:
    return _admin_deed(_item, name, **said)


def on_new_item(name: str, **said: object) -> Attempt:
    """Do something to the obligation on which nobody has worked yet."""
    return _admin_deed(
        lambda things: ActionItem.objects.get(assignments__entity=things.new_name), name, **said
    )


def on_items(name: str, **said: object) -> Attempt:
    return _admin_bulk(_item, name, **said)


def on_assignment(name: str, **said: object) -> Attempt:
    return _admin_deed(_assignment, name, **said)


def on_assignments(name: str, **said: object) -> Attempt:
    return _admin_bulk(_assignment, name, **said)


def _item(things: Things) -> ActionItem:
    return things.asked.assignment.item


def _assignment(things: Things) -> Assignment:
    return things.asked.assignment


# --- Readings and the directory ---------------------------------------------------------------------------


def on_check_page(deed: str, **said: object) -> Attempt:
    def attempt(user: User, things: Things) -> Any:
        clause = _clause(things)
        values = {f"clause-{clause.pk}-{name}": value for name, value in said.items()}
        address = reverse("check-resolution", args=[SYMBOL])
        return browser(user).post(address, {"deed": deed, "clause": clause.pk, **values})

    return attempt


def _clause(things: Things) -> Clause:
    return things.asked.assignment.item.clause


def on_clause(name: str) -> Attempt:
    return _admin_deed(_clause, name)


def on_clauses(name: str) -> Attempt:
    return _admin_bulk(_clause, name)


def on_new_name(name: str, **said: object) -> Attempt:
    return _admin_deed(lambda things: things.new_name, name, **said)


def on_new_names(name: str) -> Attempt:
    return _admin_bulk(lambda things: things.new_name, name)


def merge_in_admin(user: User, things: Things) -> Any:
    into = Entity.objects.get(name=OTHER)
    return on_new_name("merge", into=into.pk, why="It is meant.")(user, things)


def import_on_page(user: User, things: Things) -> Any:
    return browser(user).post(reverse("add-resolution"), {"text": "1. Requests help.", "name": "A text"})


def import_by_api(user: User, things: Things) -> Any:
    return script(user).post("/api/v1/imports/", {"text": "1. Requests help."}, format="json")


def import_in_admin(user: User, things: Things) -> Any:
    return _filled(user, reverse("admin:tracker_importjob_add"), text="1. Requests help.", name="A text")


# --- Cycles -----------------------------------------------------------------------------------------------

CYCLE = {"name": "Another", "period_from": "2021-01-01", "period_to": "2021-12-31", "due_on": "2022-01-31"}


def open_on_page(user: User, things: Things) -> Any:
    sent = {"deed": "open", **CYCLE, "entities": [things.asked.assignment.entity_id], "another": ""}
    return browser(user).post(reverse("cycles"), sent)


def open_in_admin(user: User, things: Things) -> Any:
    asked = [things.asked.assignment.entity_id]
    return browser(user).post(reverse("admin:tracker_reportingcycle_add"), {**CYCLE, "entities": asked})


def close_on_page(user: User, things: Things) -> Any:
    return browser(user).post(reverse("cycle", args=[things.cycle.pk]))


def close_in_admin(user: User, things: Things) -> Any:
    return _admin_deed(lambda held: held.cycle, "close")(user, things)


# --- Looking ----------------------------------------------------------------------------------------------


def look(address: Callable[[Things], str]) -> Attempt:
    """Open an address with a browser."""
    return lambda user, things: browser(user).get(address(things))


def ask(address: Callable[[Things], str]) -> Attempt:
    """Ask the API for an address."""
    return lambda user, things: script(user).get(address(things))


def report_page(state: ReportState) -> Callable[[Things], str]:
    return lambda things: reverse("report", args=[things.reports[state].pk])


def report_address(state: ReportState) -> Callable[[Things], str]:
    return lambda things: f"/api/v1/reports/{things.reports[state].pk}/"


def report_in_admin(state: ReportState) -> Callable[[Things], str]:
    return lambda things: _admin(things.reports[state], "change")


def item_page(things: Things) -> str:
    return things.asked.assignment.item.get_absolute_url()


def item_address(things: Things) -> str:
    return f"/api/v1/action-items/{things.asked.assignment.item_id}/"


def item_in_admin(things: Things) -> str:
    return _admin(things.asked.assignment.item, "change")


def assignment_address(things: Things) -> str:
    return f"/api/v1/assignments/{things.asked.assignment_id}/"


# --- The admin ----------------------------------------------------------------------------------------------


def _admin(thing: Any, page: str, *more: object) -> str:
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{page}"
    return reverse(name, args=[] if page == "changelist" else [thing.pk, *more])


def _admin_deed(find: Callable[[Things], Any], name: str, **said: object) -> Attempt:
    def attempt(user: User, things: Things) -> Any:
        return browser(user).post(_admin(find(things), "deed", name), _settled(said))

    return attempt


def _admin_bulk(find: Callable[[Things], Any], name: str, **said: object) -> Attempt:
    def attempt(user: User, things: Things) -> Any:
        thing = find(things)
        chosen = {"action": name, "_selected_action": [thing.pk], "do": "1"}
        return browser(user).post(_admin(thing, "changelist"), {**chosen, **_settled(said)})

    return attempt


def _settled(said: Mapping[str, object]) -> dict[str, Any]:
    """Return what is sent; an entity stands by its name until the directory is there."""
    return {
        name: Entity.objects.get(name=value).pk if name == "entity" else value for name, value in said.items()
    }


def _filled(user: User, address: str, **changes: object) -> Any:
    """Send the form of a page with some fields changed; where the page is not shown, only those."""
    client = browser(user)
    page = client.get(address)
    fields = Form(page.content.decode()).fields if page.status_code == 200 else {}
    return client.post(address, {**{name: held for name, held in fields.items() if name}, **changes})
