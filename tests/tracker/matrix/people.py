"""Everybody there can be: each role, once as somebody who speaks for the entity and once for another."""

from dataclasses import dataclass
from itertools import product

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.authtoken.models import Token

from tests.conftest import person, speaks_for
from tracker import roles

NO_ROLE = ""
EVERY_ROLE = (NO_ROLE, *roles.ROLES, roles.ADMINISTRATOR)
OWN, OTHER = "Secretary-General", "World Bank"


@dataclass(frozen=True, slots=True)
class Who:
    """A kind of person.

    Args:
        role: the name of their role, empty for an account without one.
        own: whether the entity that everything here is about is theirs.
    """

    role: str
    own: bool

    def __str__(self) -> str:
        return f"{self.role or 'no role'}, {'own' if self.own else 'another'} entity"


@dataclass(frozen=True, slots=True)
class Caller:
    """Such a person with an account, logged in, and with a token for scripts."""

    who: Who
    user: User
    session: str
    token: str


def caller(who: Who) -> Caller:
    """Make such a person."""
    user = speaks_for(person(str(who)[:60], who.role), OWN if who.own else OTHER)
    client = Client()
    client.force_login(user)
    token = Token.objects.create(user=user)
    return Caller(who, user, client.cookies[settings.SESSION_COOKIE_NAME].value, token.key)


EVERYBODY = tuple(Who(role, own) for role, own in product(EVERY_ROLE, (True, False)))
