"""What every test may ask for: a filled vocabulary, people of every role, a fixed day.

`stranger` has an account and no role: no page, endpoint or door may tell them anything.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from pytest_django import Settings

from resolutions.loading import load_vocabulary
from resolutions.models import Entity
from tracker import roles
from tracker.models import FocalPoint
from tracker.roles import sync_roles

TODAY = dt.date(2021, 3, 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take how far the walks go: `python3 run.py test tests/tracker/test_walks.py --walk-steps 10000`."""
    parser.addoption("--walk-steps", type=int, default=300, help="steps of the random walks (%(default)s)")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """Fill the vocabulary and the roles once for all tests."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        load_vocabulary()
        sync_roles()


@pytest.fixture
def committed_db(transactional_db: None) -> None:
    """Give a database whose transactions really commit, for tests of concurrency and of on_commit."""
    load_vocabulary()
    sync_roles()


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """Hash passwords quickly: the slow way is right for people and takes a second for each made-up one."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Begin with nothing in the cache, whoever else uses the server."""
    cache.key_prefix = uuid.uuid4().hex


@pytest.fixture
def today() -> Iterator[dt.date]:
    """Stop the clock at noon of a fixed day."""
    with time_machine.travel(dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC), tick=False):
        yield TODAY


def person(name: str, role: str = "") -> User:
    """Return a user with a role; no role makes a stranger."""
    user = User.objects.create_user(name, f"{name}@example.org", "a pass phrase", is_staff=bool(role))
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def speaks_for(user: User, *names: str) -> User:
    """Make a user the focal point of entities, by their names."""
    for name in names:
        FocalPoint.objects.create(
            user=user, entity=Entity.objects.get(name=name), valid_from=dt.date(2000, 1, 1)
        )
    return user


@pytest.fixture
def stranger(db: None) -> User:
    return person("stranger")


@pytest.fixture
def viewer(db: None) -> User:
    return person("viewer", roles.VIEWER)


@pytest.fixture
def clerk(db: None) -> User:
    """Give a person who enters data."""
    return person("clerk", roles.DATA_ENTRY)


@pytest.fixture
def secretariat(db: None) -> User:
    """Give the focal point of the Secretary-General."""
    return speaks_for(person("secretariat", roles.FOCAL_POINT), "Secretary-General")


@pytest.fixture
def norway(db: None) -> User:
    """Give the focal point of Norway, which is asked wherever Member States are."""
    return speaks_for(person("norway", roles.FOCAL_POINT), "Norway")


@pytest.fixture
def reviewer(db: None) -> User:
    return person("reviewer", roles.REVIEWER)


@pytest.fixture
def manager(db: None) -> User:
    return person("manager", roles.MANAGER)


@pytest.fixture
def administrator(db: None) -> User:
    return person("administrator", roles.ADMINISTRATOR)


@pytest.fixture
def entity(db: None) -> Callable[[str], Entity]:
    """Find an entity of the directory by its name."""
    return lambda name: Entity.objects.get(name=name)
