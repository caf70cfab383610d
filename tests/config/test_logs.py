"""What a log line may not say."""

import logging
import sys

import pytest

from config.logs import WithoutSecrets

KEY = "k3y/with+odd=characters"
FORMAT = WithoutSecrets("{levelname}: {message}", style="{", secrets=[KEY, "", None, "db"])


def line(message: str) -> str:
    return FORMAT.format(logging.LogRecord("tests", logging.INFO, "", 0, message, (), None))


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        pytest.param(f"signed with {KEY}", "signed with ***", id="the secret itself"),
        pytest.param(
            "?key=k3y%2Fwith%2Bodd%3Dcharacters&x", "?key=***&x", id="the secret quoted in an address"
        ),
        pytest.param("redis://:pass@host:6379/0", "redis://:***@host:6379/0", id="password without a user"),
        pytest.param("postgresql://app:pass@db/x", "postgresql://app:***@db/x", id="password with a user"),
        pytest.param("Authorization: Token 0123456789abcdef0123", "Authorization: Token ***", id="API token"),
        pytest.param("{'a': 'Bearer abc.def-ghi_jklmnop='}", "{'a': 'Bearer ***'}", id="bearer in a mapping"),
    ],
)
def test_secrets_are_masked(said: str, logged: str) -> None:
    assert line(said) == f"INFO: {logged}"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("the database db has one token left", id="short secrets would hide ordinary words"),
        pytest.param("https://undocs.org/E/RES/2004/33 at 10:15 by a@b.org", id="address without a password"),
        pytest.param("https://host:8443/path?mail=ada@example.org", id="port and mail address"),
        pytest.param("Import 7 of a basic text failed", id="basic is a word"),
    ],
)
def test_the_rest_is_left_alone(said: str) -> None:
    assert line(said) == f"INFO: {said}"


def test_arguments_and_tracebacks_are_masked_too() -> None:
    try:
        raise ValueError("redis://user:pass@host is down")
    except ValueError:
        record = logging.LogRecord("tests", logging.ERROR, "", 0, "key %s", (KEY,), sys.exc_info())
    written = FORMAT.format(record)
    assert "key ***" in written
    assert "redis://user:***@host is down" in written
    assert KEY not in written
    assert ":pass@" not in written
