"""The form by which people log in, on the pages and in the admin: it lets nobody guess on and on."""

import hashlib
from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

TOO_MANY = "too_many"


class Guesses(SimpleRateThrottle):
    """Counts the attempts at one name from one address; the rate stands in the settings beside the API's."""

    scope = "login"

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Return a key that does not keep the name in clear."""
        name = str(request.POST.get("username", "")).strip().casefold()
        whose = hashlib.sha256(f"{self.get_ident(request)} {name}".encode()).hexdigest()
        return f"login-{whose}"

    def forget(self, request: HttpRequest) -> None:
        """Begin anew, as after the right pass phrase."""
        self.cache.delete(self.get_cache_key(request, None))


class _Limited(AuthenticationForm):
    def clean(self) -> dict[str, Any]:
        """Refuse unasked once there were too many attempts, right or wrong."""
        guesses, request = Guesses(), self.request
        if request is not None and not guesses.allow_request(request, None):  # type: ignore[arg-type]
            raise forms.ValidationError(
                "Too many attempts for this name. Wait a minute, then try again.", code=TOO_MANY
            )
        cleaned: dict[str, Any] = super().clean()
        if request is not None:
            guesses.forget(request)
        return cleaned


class LoginForm(_Limited):
    """Log in to the pages."""


class AdminLoginForm(_Limited, AdminAuthenticationForm):
    """Log in to the admin."""
