"""Clients of the API: one that nobody knows, and one for each person, by token."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

Client = Callable[[User], APIClient]


@pytest.fixture
def anonymous(db: None) -> APIClient:
    return APIClient()


@pytest.fixture
def as_(db: None) -> Client:
    """Give the client of a person, who shows their token."""

    def client(user: User) -> APIClient:
        token, _ = Token.objects.get_or_create(user=user)
        return APIClient(headers={"authorization": f"Token {token.key}"})

    return client
