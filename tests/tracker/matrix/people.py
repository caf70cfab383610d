"""Everybody there can be: each role, once as somebody who speaks for the entity and once for another."""

from dataclasses import dataclass
from itertools import product

from django.contrib.auth.models import User

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

    def user(self) -> User:
        """Make such a person."""
        user = person(str(self)[:60], self.role)
        return speaks_for(user, OWN if self.own else OTHER)


EVERYBODY = tuple(Who(role, own) for role, own in product(EVERY_ROLE, (True, False)))
