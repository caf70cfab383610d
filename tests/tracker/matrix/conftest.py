"""One register and one of each person for the whole matrix; every deed is undone before the next."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.tracker.matrix.people import EVERYBODY, Caller, caller
from tests.tracker.matrix.register import Things, things
from tests.tracker.matrix.traces import Traces
from tracker.policies import load_policies


@dataclass(frozen=True, slots=True)
class Held:
    """Who tries, on what, and how everything stood before."""

    callers: list[Caller]
    things: Things
    traces: Traces


@pytest.fixture(scope="package")
def held(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Held]:
    """Make everything once, in a transaction that is undone in the end."""
    noon = dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC)
    quickly = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    with django_db_blocker.unblock(), time_machine.travel(noon, tick=False), quickly, transaction.atomic():
        load_policies()
        callers = [caller(who) for who in EVERYBODY]
        made = things(callers)
        yield Held(callers, made, Traces())
        transaction.set_rollback(True)
