"""A token where only a name and a password can be given, as in spreadsheets and reporting tools."""

from typing import Any

from django.contrib.auth.models import User
from rest_framework.authentication import BasicAuthentication, TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class TokenAsPassword(BasicAuthentication):
    """HTTP Basic with the user name and, as password, the token. A pass phrase never opens the API."""

    def authenticate_credentials(
        self, userid: str, password: str, request: Request | Any | None = None
    ) -> tuple[User, None]:
        """Return the token's user.

        Raises:
            AuthenticationFailed: there is no such token, or it is another person's.
        """
        user, _ = TokenAuthentication().authenticate_credentials(password)
        if user.get_username() != userid:
            raise AuthenticationFailed("The token belongs to somebody else.")
        return user, None
