"""Who gets in: logging in and out, and the gate before every page."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse, HttpResponseBase

from tracker.forms.login import TOO_MANY, LoginForm

# Every role may look at items; an account without a role may not, and sees nothing at all.
SEES_THE_REGISTER = "tracker.view_actionitem"

View = Callable[..., HttpResponseBase]


def role_required(view: View) -> View:
    """Let only people with a role through: others log in first, or get the page that says why not (403)."""
    gate: Any = permission_required(SEES_THE_REGISTER, raise_exception=True)
    guarded: View = login_required(gate(view))
    return guarded


class Login(LoginView):
    """The login page; after too many attempts at a name it answers 429."""

    template_name = "tracker/login.html"
    redirect_authenticated_user = True
    form_class = LoginForm

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Show the form again with what was wrong."""
        answer = super().form_invalid(form)
        if form.has_error(NON_FIELD_ERRORS, TOO_MANY):
            answer.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return answer


login = Login.as_view()
logout = LogoutView.as_view()
