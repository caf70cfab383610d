"""Deeds of those who keep the register going: directory, people, cycles, policies, spreadsheets."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from resolutions.models import Entity, Organ, Session, Verb
from tests.tracker.matrix.people import OTHER, Caller
from tests.tracker.matrix.register import Things
from tests.tracker.matrix.rules import DECIDES, KEEPS_DIRECTORY, NOBODY, ON_BEHALF, Attempt, Rule, Table
from tests.tracker.matrix.sending import (
    REASON,
    admin_bulk,
    admin_deed,
    admin_form,
    admin_page,
    browser,
    call,
    filled,
    send,
)
from tests.tracker.sheets.workbooks import workbook
from tracker.models import BulkKind, ReviewPolicy
from tracker.roles import ADMINISTRATOR

ADMINISTERS = Rule(frozenset({ADMINISTRATOR}))
CYCLE = {"name": "Another", "period_from": "2021-01-01", "period_to": "2021-12-31", "due_on": "2022-01-31"}


def _new_name(things: Things) -> Entity:
    return things.new_name


def _cycle(things: Things) -> Any:
    return things.cycle


def _asked(things: Things) -> str:
    key: str = things.asked.assignment.entity.key
    return key


def _merge(caller: Caller, things: Things) -> Any:
    into = Entity.objects.get(name=OTHER)
    return admin_deed(_new_name, "merge", into=into.pk, why="It is meant.")(caller, things)


def _open_on_page(caller: Caller, things: Things) -> Any:
    sent = {"deed": "open", **CYCLE, "entities": [things.asked.assignment.entity_id], "another": ""}
    return browser(caller).post(reverse("cycles"), sent)


def _open_in_admin(caller: Caller, things: Things) -> Any:
    asked = [things.asked.assignment.entity_id]
    return browser(caller).post(reverse("admin:tracker_reportingcycle_add"), {**CYCLE, "entities": asked})


def _hand_over(caller: Caller, things: Things) -> Any:
    held = things.appointment
    sent = {"from_user": held.user_id, "entities": held.entity_id, "to_user": "successor", "why": REASON}
    return browser(caller).post(reverse("handovers"), sent)


def _hand_over_in_admin(caller: Caller, things: Things) -> Any:
    said = {"to_user": things.successor.pk, "why": REASON}
    return admin_deed(lambda held: held.appointment, "hand-over", **said)(caller, things)


def _appoint(caller: Caller, things: Things) -> Any:
    said = {"user": things.successor.pk, "entity": things.new_name.pk, "valid_from": dt.date(2021, 3, 1)}
    return filled(caller, reverse("admin:tracker_focalpoint_add"), **said)


def _take_in(caller: Caller, things: Things) -> Any:
    file = SimpleUploadedFile("Another.xlsx", workbook([["E/RES/2020/1", "1"]]))
    return browser(caller).post(reverse("sheets"), {"file": file})


def _name_columns(caller: Caller, things: Things) -> Any:
    columns = {"symbol": "0", "paragraph": "1", "entity": "2", "status": "3", "since": "4", "remark": "6"}
    sent = {"deed": "check", **columns, "word-0": "implemented"}
    return browser(caller).post(things.sheet.get_absolute_url(), sent)


def _form_of(model: Any, **changes: object) -> Attempt:
    """Change the first row of a table in the admin."""
    return admin_form(lambda things: admin_page(_first(model), "change"), **changes)


def _first(model: Any) -> Any:
    return model.objects.order_by("pk").first()


def _added(model: Any, **said: object) -> Attempt:
    return admin_form(lambda things: admin_page(model(), "add"), **said)


DEEDS: Table = {
    "place a new name": (
        Rule(KEEPS_DIRECTORY),
        {"admin": admin_deed(_new_name, "place"), "bulk": admin_bulk(_new_name, "place")},
    ),
    "merge an entity": (Rule(KEEPS_DIRECTORY), {"admin": _merge}),
    "rename an entity": (
        Rule(KEEPS_DIRECTORY),
        {"admin": admin_deed(_new_name, "rename", name="Regional funds", since="2021-01-01", why=REASON)},
    ),
    "add an entity": (
        Rule(KEEPS_DIRECTORY),
        {"admin": _added(Entity, name="Bank of Trees", key="bank-of-trees", type="other")},
    ),
    "open a cycle": (
        Rule(DECIDES),
        {
            "page": _open_on_page,
            "admin": _open_in_admin,
            "API": call(lambda things: "cycles/", **CYCLE, entities=lambda things: [_asked(things)]),
        },
    ),
    "close a cycle": (
        Rule(DECIDES),
        {
            "page": send("cycle", lambda things: [things.cycle.pk]),
            "admin": admin_deed(_cycle, "close"),
            "API": call(lambda things: f"cycles/{things.cycle.pk}/close/"),
        },
    ),
    "hand a focal point's work over": (
        Rule(DECIDES),
        {
            "page": _hand_over,
            "admin": _hand_over_in_admin,
            "API": call(
                lambda things: "handovers/",
                from_user=lambda things: things.appointment.user.username,
                to_user="successor",
                why=REASON,
            ),
        },
    ),
    "appoint a focal point": (Rule(DECIDES), {"admin": _appoint}),
    "end an appointment": (
        Rule(DECIDES),
        {
            "admin": admin_form(
                lambda things: admin_page(things.appointment, "change"), valid_until="2022-12-31"
            )
        },
    ),
    "change a review policy": (Rule(DECIDES), {"admin": _form_of(ReviewPolicy, first_months=7)}),
    "add a review policy": (
        Rule(DECIDES),
        {"admin": _added(ReviewPolicy, force_from=9, first_months=2, then_months=2, grace_days=5)},
    ),
    "let review days follow the policies": (
        Rule(DECIDES),
        {"bulk": admin_bulk(lambda things: _first(ReviewPolicy), "apply")},
    ),
    "show what would follow the policies": (
        NOBODY,
        {"bulk": admin_bulk(lambda things: _first(ReviewPolicy), "show_moves")},
    ),
    "take a spreadsheet in": (Rule(DECIDES), {"page": _take_in}),
    "name the columns of a spreadsheet": (Rule(DECIDES), {"page": _name_columns}),
    "take a spreadsheet over": (
        Rule(DECIDES),
        {"page": send("sheet", lambda things: [things.sheet.pk], deed="take over")},
    ),
    "change an organ": (ADMINISTERS, {"admin": _form_of(Organ, name="The Council")}),
    "add an organ": (
        ADMINISTERS,
        {"admin": _added(Organ, code="XX", name="Another organ", symbol_prefix="X", time_zone="UTC")},
    ),
    "change a session": (
        Rule(ON_BEHALF),
        {"admin": admin_form(lambda things: admin_page(_first(Session), "change"), label="Another")},
    ),
    "change a verb": (ADMINISTERS, {"admin": _form_of(Verb, force_states=10)}),
}


def jobs(things: Things) -> Mapping[BulkKind, Mapping[str, object]]:
    """Return what each kind of job is asked for; whoever asked for it does it."""
    sheet = {"sheet": things.sheet.pk}
    entities = [things.asked.assignment.entity.key]
    return {
        BulkKind.REASSIGN: {"of": things.new_name.key, "to": _key(OTHER), "why": REASON, "query": ""},
        BulkKind.OPEN_CYCLE: {**CYCLE, "entities": entities, "conditions": {}},
        BulkKind.REVIEW_DAYS: {},
        BulkKind.CHECK_SHEET: sheet,
        BulkKind.TAKE_OVER: {**sheet, "leave_out": False},
    }


def _key(name: str) -> str:
    return Entity.objects.get(name=name).key
