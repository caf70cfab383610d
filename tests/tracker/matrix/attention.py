"""Deeds that concern a person alone: comments, watches, filters, feeds, notices. Nobody touches another's."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests.tracker.matrix.obligations import item
from tests.tracker.matrix.people import Caller
from tests.tracker.matrix.register import Kept, Things
from tests.tracker.matrix.rules import ANYBODY, COMMENTS, NOBODY, SEES, SEES_ALL, Attempt, Rule, Table
from tests.tracker.matrix.sending import browser, send
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

DEEDS: Table = {
    "comment on an obligation": (
        SPEAKS,
        {"page": send("comment-on", _item, text="When will it be done?")},
    ),
    "comment on a draft": (
        Rule(own=True, within=COMMENTS),
        {
            "page": send(
                "comment-on",
                lambda things: ["report", things.reports[ReportState.DRAFT].pk],
                text="When will it be done?",
            )
        },
    ),
    "change one's comment": (SPEAKS, {"page": _on_kept("comment", own, "comment", text="Who?")}),
    "take one's comment away": (SPEAKS, {"page": _on_kept("comment", own, "comment", deed="remove")}),
    "change another's comment": (NOBODY, {"page": _on_kept("comment", anothers, "comment", text="Who?")}),
    "take another's comment away": (
        NOBODY,
        {"page": _on_kept("comment", anothers, "comment", deed="remove")},
    ),
    "watch an obligation": (SEES, {"page": send("watch", _item)}),
    "watch an entity": (
        ANYBODY,
        {"page": send("watch", lambda things: ["entity", things.asked.assignment.entity_id])},
    ),
    "watch no longer": (ANYBODY, {"page": _unwatch}),
    "keep a filter": (ANYBODY, {"page": send("save-filter", **FILTER)}),
    "change one's filter": (ANYBODY, {"page": _on_kept("saved-filter", own, "saved", **FILTER)}),
    "let one's filter go": (ANYBODY, {"page": _on_kept("saved-filter", own, "saved", deed="delete")}),
    "change another's filter": (NOBODY, {"page": _on_kept("saved-filter", anothers, "saved", **FILTER)}),
    "let another's filter go": (
        NOBODY,
        {"page": _on_kept("saved-filter", anothers, "saved", deed="delete")},
    ),
    "open a feed": (ANYBODY, {"page": send("feed-open", scope="own")}),
    "close one's feed": (ANYBODY, {"page": _on_kept("feed-close", own, "feed")}),
    "close another's feed": (NOBODY, {"page": _on_kept("feed-close", anothers, "feed")}),
    "mark one's notice as read": (ANYBODY, {"page": _read(own)}),
    "mark another's notice as read": (NOBODY, {"page": _read(anothers)}),
    "set how often mail comes": (ANYBODY, {"page": send("notices", frequency="weekly", weekday=2)}),
}
