"""The person who asks for a page."""

from django.contrib.auth.models import User
from django.http import HttpRequest


def person(request: HttpRequest) -> User:
    """Return who is logged in; only views behind `role_required` may ask."""
    assert isinstance(request.user, User)
    return request.user
