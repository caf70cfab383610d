"""Deeds on obligations: statuses, days, assignments, and the life of mandates."""

from typing import Any

from django.urls import reverse

from resolutions.models import Entity
from tests.tracker.matrix.people import OTHER, Caller
from tests.tracker.matrix.register import Things
from tests.tracker.matrix.rules import CORRECTS, DECIDES, SCHEDULES, Attempt, Rule, Table
from tests.tracker.matrix.sending import REASON, Find, admin_bulk, admin_deed, browser, call, send
from tracker.models import ActionItem, Assignment, Occurrence

DAY = "2021-02-20"
DECISION = {"to": "overtaken", "effective_on": "2021-02-01", "why": REASON}
DUE = {"due_to": "2022-03-31", "why": REASON}


def occurrence(things: Things) -> Occurrence:
    return things.asked


def assignment(things: Things) -> Assignment:
    return things.asked.assignment


def item(things: Things) -> ActionItem:
    return things.asked.assignment.item


def _new_item(things: Things) -> ActionItem:
    """Return the obligation on which nobody has worked yet."""
    return ActionItem.objects.get(assignments__entity=things.new_name)


def on_item_page(name: str, subject: Find | None = None, of: Find = item, /, **said: object) -> Attempt:
    """Send a deed of an item's page about something of it, or about the item itself."""

    def attempt(caller: Caller, things: Things) -> Any:
        about = subject(things).pk if subject else ""
        values = {f"{name}-{about}-{field}": value for field, value in said.items()}
        return browser(caller).post(of(things).get_absolute_url(), {"deed": name, "subject": about, **values})

    return attempt


def _reassign(caller: Caller, things: Things) -> Any:
    """Hand everything that one entity is asked over to another, having seen how much that is."""
    sent = {"of": things.new_name.name, "to": OTHER, "why": REASON, "seen": "1"}
    return browser(caller).post(reverse("reassign"), sent)


def earlier(things: Things) -> ActionItem:
    return things.earlier


def _its_occurrence(things: Things) -> Occurrence:
    return Occurrence.objects.get(assignment__item=things.earlier)


def _pair(things: Things) -> list[object]:
    return [things.later.pk, things.earlier.pk]


RELATION = {"kind": "renews", "effective_on": DAY}

DEEDS: Table = {
    "decide a status": (
        Rule(DECIDES),
        {
            "page": on_item_page("decide", occurrence, seen_version=2, **DECISION),
            "admin": admin_deed(occurrence, "decide", **DECISION),
            "bulk": admin_bulk(occurrence, "decide", **DECISION),
        },
    ),
    "set a due date": (
        Rule(SCHEDULES),
        {
            "page": on_item_page("due", occurrence, **DUE),
            "admin": admin_deed(occurrence, "due", **DUE),
            "bulk": admin_bulk(occurrence, "due", **DUE),
        },
    ),
    "set a review day": (
        Rule(SCHEDULES),
        {
            "page": on_item_page("review-day", occurrence, review_on="2022-03-31"),
            "admin": admin_deed(occurrence, "review-day", review_on="2022-03-31"),
        },
    ),
    "note that it was looked at": (
        Rule(SCHEDULES),
        {"page": on_item_page("look-at", _its_occurrence, earlier, why="It goes on.")},
    ),
    "assign an entity": (
        Rule(DECIDES),
        {
            "page": on_item_page("assign", entity=OTHER, role="lead"),
            "admin": admin_deed(item, "assign", entity=OTHER, role="lead"),
            "bulk": admin_bulk(item, "assign", entity=OTHER, role="lead"),
        },
    ),
    "withdraw an assignment": (
        Rule(DECIDES),
        {
            "page": on_item_page("withdraw", assignment, why=REASON),
            "admin": admin_deed(assignment, "withdraw", why=REASON),
            "bulk": admin_bulk(assignment, "withdraw", why=REASON),
        },
    ),
    "hand assignments over": (
        Rule(DECIDES),
        {
            "page": _reassign,
            "API": call(
                lambda things: "reassignments/",
                of=lambda things: things.new_name.key,
                to=lambda things: Entity.objects.get(name=OTHER).key,
                why=REASON,
            ),
        },
    ),
    "say whether it is an obligation": (
        Rule(CORRECTS),
        {"admin": admin_deed(_new_item, "nature", nature="none")},
    ),
    "say what a later item does to an earlier one": (
        Rule(DECIDES),
        {
            "proposal's page": send(
                "proposal", lambda things: [things.proposal.pk], deed="relate", **RELATION
            ),
            "page": send("compare", _pair, **RELATION),
            "API": call(
                lambda things: "relations/",
                later=lambda things: things.later.reference,
                earlier=lambda things: things.earlier.reference,
                **RELATION,
            ),
        },
    ),
    "dismiss a proposal": (
        Rule(DECIDES),
        {
            "page": send("proposal", lambda things: [things.proposal.pk], deed="dismiss", reason=REASON),
            "API": call(lambda things: f"relation-proposals/{things.proposal.pk}/dismiss/", reason=REASON),
        },
    ),
    "undo a relation": (
        Rule(DECIDES),
        {
            "page": on_item_page(
                "undo",
                lambda things: things.relation,
                lambda things: things.relation.earlier,
                why=REASON,
            ),
            "API": call(lambda things: f"relations/{things.relation.pk}/undo/", why=REASON),
        },
    ),
    "retire an item": (
        Rule(DECIDES),
        {
            "page": on_item_page("retire", effective_on=DAY, why=REASON),
            "API": call(
                lambda things: "retirements/", item=lambda things: item(things).reference, why=REASON
            ),
        },
    ),
    "lift a retirement": (
        Rule(DECIDES),
        {
            "page": on_item_page(
                "lift",
                lambda things: things.retirement,
                lambda things: things.retirement.item,
                why=REASON,
            ),
            "API": call(lambda things: f"retirements/{things.retirement.pk}/lift/", why=REASON),
        },
    ),
}
