"""Every address, every deed of a page and every action of the admin is tried in the matrix, or says why not.

What an attempt reaches is asked of the program: each is made once by somebody without a role, whom every
door stops, and the address that answered is noted.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.tracker.admin.test_access import MODELS
from tests.tracker.matrix.conftest import Held
from tests.tracker.matrix.sending import browser
from tests.tracker.matrix.test_matrix import DEEDS, LOOKS
from tracker.forms import indicator_deeds, item_deeds, mandates
from tracker.views import checking, reports

pytestmark = pytest.mark.django_db

# Addresses that no cell of the matrix tries, each with the reason.
OPEN_TO_ALL = {
    "login": "the way in",
    "logout": "the way out",
    "admin:login": "the way in",
    "admin:logout": "the way out",
    "admin:jsi18n": "words of the calendar, nothing of the register",
    "feed-calendar": "the secret in the address is the key; tests/tracker/views/test_feeds.py",
    "feed-atom": "the secret in the address is the key; tests/tracker/views/test_feeds.py",
    "unsubscribe": "the signed link is the key; tests/tracker/views/test_notices.py",
    "api-token": "gives a token for a pass phrase; tests/tracker/api/test_access.py",
    "api-schema": "describes the API, holds nothing of the register",
    "api-docs": "describes the API, holds nothing of the register",
    "admin:index": "a list of the lists that the person may open",
    "admin:app_list": "a list of the lists that the person may open",
    "admin:view_on_site": "leads to a page that asks for itself",
    "admin:password_change": "one's own pass phrase, after the old one",
    "admin:password_change_done": "says that it is changed",
}
# Lists and forms of the admin of one kind: that test walks over the admin's own list of them.
WALKED = {
    f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    for model in MODELS
    for page in ("changelist", "add", "change", "history", "delete")
}
# Django's own pages behind the lists and forms of accounts that the matrix tries, with the same permissions.
ACCOUNTS = ("auth_user", "auth_group", "authtoken_tokenproxy")
CHANGES_OF_ACCOUNTS = {
    f"admin:{model}_{page}" for model in ACCOUNTS for page in ("change", "history", "delete")
}
# Django's own catch-all of the admin and ours of the API: they answer that there is nothing.
NOTHING_THERE = {"catch_all_view", "no_such_address"}


def addresses(patterns: Iterable[Any], space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every address of the program by its name."""
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from addresses(each.url_patterns, inner)
        elif each.name:
            yield f"{space}{each.name}", each
        else:
            assert getattr(each.callback, "__name__", "") in NOTHING_THERE | {"view"}, each


EVERY = dict(addresses(get_resolver().url_patterns))


@pytest.fixture(scope="package")
def reached(held: Held) -> set[tuple[str, str, str]]:
    """Make every attempt once; return the addresses reached, with method and deed."""
    nobody = next(caller for caller in held.callers if not caller.who.role)
    found = set()
    for table in (DEEDS, LOOKS):
        for _, by_door in table.values():
            for attempt in by_door.values():
                with transaction.atomic():
                    answer = attempt(nobody, held.things)
                    assert not list(held.traces.left()), answer.resolver_match
                    transaction.set_rollback(True)
                found.add(_what(answer))
    return found


def _what(answer: Any) -> tuple[str, str, str]:
    request, match = answer.wsgi_request, answer.resolver_match
    named = match.kwargs.get("name") or match.kwargs.get("deed")
    sent = request.POST.get("action") or request.POST.get("deed", "")
    return match.view_name, request.method, named or sent


def test_every_address_is_tried_or_says_why_not(reached):
    tried = {name for name, _, _ in reached}
    assert set(EVERY) - tried - set(OPEN_TO_ALL) - WALKED - CHANGES_OF_ACCOUNTS == set()
    assert set(OPEN_TO_ALL) <= set(EVERY) - tried


def test_every_method_of_the_api_is_tried(reached):
    methods = {
        (name, method.upper())
        for name, pattern in EVERY.items()
        for method in getattr(pattern.callback, "actions", None) or ()
        if method != "head"
    }
    assert len(methods) > 40
    assert methods - {(name, method) for name, method, _ in reached} == set()


def test_a_page_that_nothing_is_sent_to_takes_nothing(held, reached):
    """An administrator may everything; a page with a deed that the matrix forgot would take it."""
    administrator = held.callers[-1]
    taken = {name for name, method, _ in reached if method == "POST"}
    looked_at = {name: path for name, path in _looked_at(held) if name not in taken}
    assert len(looked_at) > 15
    open_to_posts = set()
    for name, path in looked_at.items():
        with transaction.atomic():
            answer = browser(administrator).post(path, {})
            transaction.set_rollback(True)
        if answer.status_code != 405:
            open_to_posts.add(name)
    assert open_to_posts == set()


def _looked_at(held: Held) -> Iterator[tuple[str, str]]:
    nobody = held.callers[0]
    for _, by_door in LOOKS.values():
        for attempt in by_door.values():
            answer = attempt(nobody, held.things)
            if ":" not in answer.resolver_match.view_name and not answer.request["PATH_INFO"].startswith(
                "/api"
            ):
                yield answer.resolver_match.view_name, answer.request["PATH_INFO"]


@pytest.mark.parametrize(
    ("page", "deeds"),
    [
        ("item", {*item_deeds.DEEDS, *indicator_deeds.INDICATOR_DEEDS, *mandates.MANDATE_DEEDS}),
        ("check-resolution", set(checking.DEEDS)),
        ("report-deed", {*reports.DEEDS, "evidence"}),
    ],
)
def test_every_deed_of_a_page_is_tried(page, deeds, reached):
    assert deeds - {deed for name, _, deed in reached if name == page} == set()


def test_every_deed_and_every_action_of_the_admin_is_tried(held, reached):
    request = RequestFactory().get(reverse("admin:index"))
    request.user = held.callers[-1].user
    offered = set()
    for model, page in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        offered |= {(f"{name}_deed", deed.name) for deed in getattr(page, "deeds", ())}
        offered |= {(f"{name}_changelist", action) for action in page.get_actions(request)}
    # Deleting is what Django offers for accounts, groups and tokens, to administrators alone.
    offered -= {(f"admin:{model}_changelist", "delete_selected") for model in ACCOUNTS}
    assert len(offered) > 30
    assert offered - {(name, deed) for name, _, deed in reached} == set()
