"""Who gets in: logging in and out, and the gate before every page."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponseBase

# Every role may look at items; an account without a role may not, and sees nothing at all.
SEES_THE_REGISTER = "tracker.view_actionitem"

View = Callable[..., HttpResponseBase]


def role_required(view: View) -> View:
    """Let only people with a role through: others log in first, or get the page that says why not (403)."""
    gate: Any = permission_required(SEES_THE_REGISTER, raise_exception=True)
    guarded: View = login_required(gate(view))
    return guarded


login = LoginView.as_view(template_name="tracker/login.html", redirect_authenticated_user=True)
logout = LogoutView.as_view()
