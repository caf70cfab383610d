"""Deeds that concern a person alone: comments, watches, filters, feeds, notices. Nobody touches another's."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests.tracker.matrix.obligations import item
from tests.tracker.matrix.people import Caller
from tests.tracker.matrix.register import Kept, Things
from tests.tracker.matrix.rules import ANYBODY, COMMENTS, NOBODY, SEES, SEES_ALL, Attempt, Rule, Table
from tests.tracker.matrix.sending import ask, browser, call, script, send
from tracker.statuses import ReportState

Whose = Callable[[Caller, Things], Kept]


def own(caller: Caller, things: Things) -> Kept:
    return things.kept[caller.user.pk]


def anothers(caller: Caller, things: Things) -> Kept:
    return things.others


def _on_kept(address: str, whose: Whose, what: str, **said: object) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        kept = getattr(whose(caller, things), what)
        return browser(caller).post(reverse(address, args=[kept.pk]), said)

    return attempt


def _by_api(method: str, list_of: str, whose: Whose, what: str, **said: object) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        kept = getattr(whose(caller, things), what)
        address = f"/api/v1/{list_of}/{kept.pk}/"
        return getattr(script(caller), method)(address, said or None, format="json")

    return attempt


def _change(whose: Whose, kept: str, address: str, list_of: str, **said: object) -> dict[str, Attempt]:
    return {
        "page": _on_kept(address, whose, kept, **said),
        "API": _by_api("patch", list_of, whose, kept, **said),
    }


def _let_go(whose: Whose, kept: str, address: str, list_of: str, deed: str) -> dict[str, Attempt]:
    return {
        "page": _on_kept(address, whose, kept, deed=deed),
        "API": _by_api("delete", list_of, whose, kept),
    }


def _read_by_api(whose: Whose) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        sent = {"only": whose(caller, things).notice.pk}
        return script(caller).post("/api/v1/notices/read/", sent, format="json")

    return attempt


def _read(whose: Whose) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        sent = {"deed": "read", "only": whose(caller, things).notice.pk}
        return browser(caller).post(reverse("notices"), sent)

    return attempt


def _unwatch(caller: Caller, things: Things) -> Any:
    watched = own(caller, things).watched.resolution_id
    return browser(caller).post(reverse("watch", args=["resolution", watched]), {"deed": "unwatch"})


def _item(things: Things) -> list[object]:
    return ["item", item(things).pk]


SPEAKS = Rule(SEES_ALL, own=True, within=COMMENTS)
FILTER = {"name": "Mine as well", "query": "status=overtaken"}

COMMENT = ("comment", "comment", "comments")
SAVED = ("saved", "saved-filter", "saved-filters")
QUESTION = "When will it be done?"


def _reference(things: Things) -> str:
    return item(things).reference


def _draft(things: Things) -> int:
    return things.reports[ReportState.DRAFT].pk


def _entity(things: Things) -> list[object]:
    return ["entity", things.asked.assignment.entity_id]


def _key(things: Things) -> str:
    return things.asked.assignment.entity.key


DEEDS: Table = {
    "comment on an obligation": (
        SPEAKS,
        {
            "page": send("comment-on", _item, text=QUESTION),
            "API": call(lambda things: "comments/", item=_reference, text=QUESTION),
        },
    ),
    "comment on a draft": (
        Rule(own=True, within=COMMENTS),
        {
            "page": send("comment-on", lambda things: ["report", _draft(things)], text=QUESTION),
            "API": call(lambda things: "comments/", report=_draft, text=QUESTION),
        },
    ),
    "change one's comment": (SPEAKS, _change(own, *COMMENT, text="Who?")),
    "take one's comment away": (SPEAKS, _let_go(own, *COMMENT, "remove")),
    "change another's comment": (NOBODY, _change(anothers, *COMMENT, text="Who?")),
    "take another's comment away": (NOBODY, _let_go(anothers, *COMMENT, "remove")),
    "watch an obligation": (
        SEES,
        {"page": send("watch", _item), "API": call(lambda things: "watches/", item=_reference)},
    ),
    "watch an entity": (
        ANYBODY,
        {"page": send("watch", _entity), "API": call(lambda things: "watches/", entity=_key)},
    ),
    "watch no longer": (
        ANYBODY,
        {"page": _unwatch, "API": _by_api("delete", "watches", own, "watched")},
    ),
    "end another's watch": (NOBODY, {"API": _by_api("delete", "watches", anothers, "watched")}),
    "keep a filter": (
        ANYBODY,
        {
            "page": send("save-filter", **FILTER),
            "API": call(lambda things: "saved-filters/", **FILTER),
        },
    ),
    "change one's filter": (ANYBODY, _change(own, *SAVED, **FILTER)),
    "let one's filter go": (ANYBODY, _let_go(own, *SAVED, "delete")),
    "change another's filter": (NOBODY, _change(anothers, *SAVED, **FILTER)),
    "let another's filter go": (NOBODY, _let_go(anothers, *SAVED, "delete")),
    "open a feed": (
        ANYBODY,
        {"page": send("feed-open", scope="own"), "API": call(lambda things: "feeds/", scope="own")},
    ),
    "close one's feed": (
        ANYBODY,
        {"page": _on_kept("feed-close", own, "feed"), "API": _by_api("delete", "feeds", own, "feed")},
    ),
    "close another's feed": (
        NOBODY,
        {
            "page": _on_kept("feed-close", anothers, "feed"),
            "API": _by_api("delete", "feeds", anothers, "feed"),
        },
    ),
    "mark one's notice as read": (ANYBODY, {"page": _read(own), "API": _read_by_api(own)}),
    "mark another's notice as read": (NOBODY, {"page": _read(anothers), "API": _read_by_api(anothers)}),
    "set how often mail comes": (
        ANYBODY,
        {
            "page": send("notices", frequency="weekly", weekday=2),
            "API": call(lambda things: "notice-preference/", method="patch", frequency="weekly"),
        },
    ),
}

LOOKS: Table = {
    "what one keeps and is told": (
        ANYBODY,
        {
            "watch by API": _by_api("get", "watches", own, "watched"),
            "feed by API": _by_api("get", "feeds", own, "feed"),
            "filter by API": _by_api("get", "saved-filters", own, "saved"),
            "another's shared filter by API": _by_api("get", "saved-filters", anothers, "saved"),
            "preference by API": ask(lambda things: "notice-preference/"),
        },
    ),
    "what is said and told of an obligation": (
        SEES,
        {
            "comment by API": _by_api("get", "comments", anothers, "comment"),
            "notice by API": _by_api("get", "notices", own, "notice"),
        },
    ),
    "what another is told": (
        NOBODY,
        {
            "watch by API": _by_api("get", "watches", anothers, "watched"),
            "feed by API": _by_api("get", "feeds", anothers, "feed"),
            "notice by API": _by_api("get", "notices", anothers, "notice"),
        },
    ),
}
