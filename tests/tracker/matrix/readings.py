"""Deeds on what was read: texts that are handed in, clauses that are confirmed or corrected."""

from typing import Any

from django.urls import reverse

from resolutions.models import Clause, Paragraph, Resolution, Verb
from tests.tracker.matrix.obligations import item, on_item_page
from tests.tracker.matrix.people import Caller
from tests.tracker.matrix.register import SYMBOL, Things
from tests.tracker.matrix.rules import CORRECTS, ON_BEHALF, Attempt, Rule, Table
from tests.tracker.matrix.sending import admin_bulk, admin_deed, admin_form, admin_page, browser, call, send
from tracker.checking import read_clauses, seen_as

MISSED = "Requests"


def _clause(things: Things) -> Clause:
    return item(things).clause


def _paragraph(things: Things) -> Paragraph:
    return _clause(things).paragraph


def _resolution(things: Things) -> Resolution:
    return _paragraph(things).resolution


def _on_check_page(deed: str, **said: object) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        clause = _clause(things)
        values = {f"clause-{clause.pk}-{name}": value for name, value in said.items()}
        address = reverse("check-resolution", args=[SYMBOL])
        return browser(caller).post(address, {"deed": deed, "clause": clause.pk, **values})

    return attempt


def _in_queue(deed: str, **said: object) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        clause = _clause(things)
        values = {f"clause-{clause.pk}-{name}": value for name, value in said.items()}
        return browser(caller).post(reverse("doubts"), {"deed": deed, "clause": clause.pk, **values})

    return attempt


def _confirm_alike(caller: Caller, things: Things) -> Any:
    clause = read_clauses().get(pk=_clause(things).pk)
    sent = {"clause": clause.pk, f"seen-{clause.pk}": seen_as(clause)}
    return browser(caller).post(reverse("doubts-alike", args=[clause.pk]), sent)


def _confirm_sure(caller: Caller, things: Things) -> Any:
    sure = things.relation.earlier.clause_id
    sent = {"deed": "confirm-all", "clause": [sure]}
    return browser(caller).post(reverse("check-resolution", args=[SYMBOL]), sent)


def _take_back(caller: Caller, things: Things) -> Any:
    sent = {"deed": "undo", "clause": things.suggestion.clause_id}
    return browser(caller).post(reverse("doubts"), sent)


def _add_on_page(caller: Caller, things: Things) -> Any:
    place = _paragraph(things)
    said = {"words": MISSED, "verb": "decide", "add_role": "addressee"}
    sent = {f"missed-{place.pk}-{name}": value for name, value in said.items()}
    address = reverse("check-resolution", args=[SYMBOL])
    return browser(caller).post(address, {"deed": "add", "paragraph": place.pk, **sent})


def _add_in_admin(caller: Caller, things: Things) -> Any:
    verb = Verb.objects.get(lemma="decide")
    return admin_deed(_paragraph, "add-clause", words=MISSED, verb=verb.pk)(caller, things)


def _settle_on_page(deed: str) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        address = reverse("check-resolution", args=[SYMBOL])
        return browser(caller).post(address, {"deed": deed, "suggestion": things.suggestion.pk})

    return attempt


def _suggestion(things: Things) -> Any:
    return things.suggestion


def _settle(deed: str, on_page: str) -> dict[str, Attempt]:
    return {
        "page": _settle_on_page(on_page),
        "admin": admin_deed(_suggestion, deed),
        "bulk": admin_bulk(_suggestion, deed),
    }


def _admin_form_of(find: Any, **changes: object) -> Attempt:
    return admin_form(lambda things: admin_page(find(things), "change"), **changes)


TEXT = {"text": "1. Requests help.", "name": "A text"}

DEEDS: Table = {
    "add a resolution": (
        Rule(ON_BEHALF),
        {
            "page": send("add-resolution", **TEXT),
            "API": call(lambda things: "imports/", text="1. Requests help."),
            "admin": admin_form(lambda things: reverse("admin:tracker_importjob_add"), **TEXT),
        },
    ),
    "confirm a reading": (
        Rule(CORRECTS),
        {
            "item's page": on_item_page("confirm"),
            "page": _on_check_page("confirm"),
            "queue": _in_queue("confirm"),
            "queue of those alike": _confirm_alike,
            "all that are sure": _confirm_sure,
            "item in the admin": admin_deed(item, "confirm"),
            "admin": admin_deed(_clause, "confirm"),
            "bulk": admin_bulk(_clause, "confirm"),
            "bulk of items": admin_bulk(item, "confirm"),
        },
    ),
    "take readings to check": (
        Rule(CORRECTS),
        {
            "queue": send("doubts-share", deed="take", number="20"),
            "API": call(lambda things: "taken-readings/", number=20),
        },
    ),
    "give readings back": (
        Rule(CORRECTS),
        {
            "queue": send("doubts-share", deed="give-back"),
            "API": call(lambda things: "taken-readings/give-back/"),
        },
    ),
    "take a confirmation back": (Rule(CORRECTS), {"queue": _take_back}),
    "correct a reading": (
        Rule(CORRECTS),
        {
            "page": _on_check_page("correct", verb="urge", asks="on", add_role="addressee"),
            "queue": _in_queue("correct", verb="urge", asks="on", add_role="addressee"),
            "admin": _admin_form_of(_clause, action="Requests a report"),
        },
    ),
    "add a missed clause": (Rule(CORRECTS), {"page": _add_on_page, "admin": _add_in_admin}),
    "take another reading over": (Rule(CORRECTS), _settle("take", "take")),
    "dismiss another reading": (Rule(CORRECTS), _settle("dismiss", "keep")),
    "set the facts of a resolution": (
        Rule(CORRECTS, only={"admin": ON_BEHALF}),
        {
            "page": send(
                "check-resolution", lambda things: [SYMBOL], deed="facts", symbol=SYMBOL, title="Another"
            ),
            "admin": _admin_form_of(_resolution, title="Another"),
        },
    ),
}
