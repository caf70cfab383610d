"""How a deed is sent: as a browser, a script or somebody in the admin would.

Nothing here looks at what is offered: a form that is not shown is sent all the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from resolutions.models import Entity
from tests.tracker.admin.forms import Form
from tests.tracker.matrix.people import Caller
from tests.tracker.matrix.register import Things
from tests.tracker.matrix.rules import Attempt

REASON = "The office told us."
Find = Callable[[Things], Any]


def browser(caller: Caller) -> Client:
    """Open a browser in which the person is logged in."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = caller.session
    return client


def script(caller: Caller) -> APIClient:
    """Start a script with the person's token."""
    return APIClient(headers={"authorization": f"Token {caller.token}"})


def look(address: Callable[[Things], str]) -> Attempt:
    """Open an address with a browser."""
    return lambda caller, things: browser(caller).get(address(things))


def ask(address: Callable[[Things], str]) -> Attempt:
    """Ask the API for an address below `/api/v1/`."""
    return lambda caller, things: script(caller).get(f"/api/v1/{address(things)}")


def send(name: str, find: Callable[[Things], list[object]] = lambda things: [], /, **said: object) -> Attempt:
    """Send a form to a page.

    Args:
        name: the name of its address.
        find: what the address holds.
    """

    def attempt(caller: Caller, things: Things) -> Any:
        return browser(caller).post(reverse(name, args=find(things)), said)

    return attempt


def call(address: Callable[[Things], str], /, *, method: str = "post", **said: Any) -> Attempt:
    """Send JSON to an address of the API; what is a function is asked what it is."""

    def attempt(caller: Caller, things: Things) -> Any:
        given = {name: value(things) if callable(value) else value for name, value in said.items()}
        return getattr(script(caller), method)(f"/api/v1/{address(things)}", given, format="json")

    return attempt


def admin_page(thing: Any, page: str, *more: object) -> str:
    """Return the address of a page of the admin about a thing."""
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{page}"
    return reverse(name, args=[] if page in ("changelist", "add") else [thing.pk, *more])


def admin_deed(find: Find, name: str, /, **said: object) -> Attempt:
    """Press the button of a deed in the admin."""

    def attempt(caller: Caller, things: Things) -> Any:
        return browser(caller).post(admin_page(find(things), "deed", name), _settled(said))

    return attempt


def admin_bulk(find: Find, name: str, /, **said: object) -> Attempt:
    """Choose a thing in its list in the admin and an action for it."""

    def attempt(caller: Caller, things: Things) -> Any:
        thing = find(things)
        chosen = {"action": name, "_selected_action": [thing.pk], "do": "1"}
        return browser(caller).post(admin_page(thing, "changelist"), {**chosen, **_settled(said)})

    return attempt


def admin_form(address: Callable[[Things], str], /, **changes: object) -> Attempt:
    """Send the form of a page of the admin with some fields changed."""
    return lambda caller, things: filled(caller, address(things), **changes)


def filled(caller: Caller, address: str, /, **changes: object) -> Any:
    """Send the form of a page with some fields changed; where the page is not shown, only those."""
    client = browser(caller)
    page = client.get(address)
    fields = Form(page.content.decode()).fields if page.status_code == 200 else {}
    return client.post(address, {**{name: held for name, held in fields.items() if name}, **changes})


def _settled(said: Mapping[str, object]) -> dict[str, Any]:
    """Return what is sent; an entity stands by its name until the directory is there."""
    return {
        name: Entity.objects.get(name=value).pk if name == "entity" else value for name, value in said.items()
    }
