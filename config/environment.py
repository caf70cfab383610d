"""Read settings from the environment. What makes no sense is refused with what to set instead.

No refusal quotes an address: it may hold a password, and this is said before the log is set up.
"""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit, urlunsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

ON = {"1", "true", "yes", "on"}
OFF = {"0", "false", "no", "off"}
PASSWORD_HINT = "Write special characters of a password as a web address does: / is %2F, @ is %40, # is %23."


def read_file(path: Path) -> None:
    """Take in a file of settings, if it is there; a variable that is set wins over its line in the file."""
    env.read_env(path)


def text(name: str, default: str = "") -> str:
    """Return a variable, or the default where it is missing or empty."""
    value: str = env.str(name, default="")
    return value or default


def required(name: str, hint: str) -> str:
    """Return a variable that must be set.

    Raises:
        ImproperlyConfigured: it is missing or empty; the message ends with the hint.
    """
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint}")
    return value


def words(name: str) -> list[str]:
    """Return what stands between the commas of a variable, nothing where it is missing."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def switch(name: str, *, default: bool) -> bool:
    """Return whether something is on; left empty, it is as by default.

    Raises:
        ImproperlyConfigured: it is neither on nor off. A protection must not be off by a word nobody knows.
    """
    value = text(name, "1" if default else "0").strip().lower()
    if value not in ON | OFF:
        raise ImproperlyConfigured(f"{name} is neither on nor off. Set it to 1 or 0.")
    return value in ON


def seconds(name: str, *, default: int) -> int:
    """Return a number of seconds.

    Raises:
        ImproperlyConfigured: it is no whole number from 0 on.
    """
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is no number of seconds. Set it to a whole number, 0 or more.")
    return int(value)


def choice(name: str, choices: tuple[str, ...], *, default: str) -> str:
    """Return one of several words, whatever their case.

    Raises:
        ImproperlyConfigured: it is another word.
    """
    value = text(name, default).upper()
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to one of {', '.join(choices)}.")
    return value


def web_address(name: str, *, default: str = "") -> str:
    """Return the address of a site without a slash at its end.

    Raises:
        ImproperlyConfigured: it is missing or has no scheme.
    """
    value = text(name, default).rstrip("/")
    if not value.startswith(("https://", "http://")):
        raise ImproperlyConfigured(
            f"{name} is not set to a web address. Give one, for instance https://follow-up.example.org"
        )
    return value


# Every trigger of ours asks whether it is to be ignored. Where the setting is unknown to a connection, the
# answer is an exception caught in each row, which made up most of the time of work on many rows.
IGNORE_NO_TRIGGER = "-c pgtrigger.ignore={}"


def postgresql(name: str) -> dict[str, Any]:
    """Return the database's settings from its address.

    What the address gives as `?options=` comes after our own.

    Raises:
        ImproperlyConfigured: it is missing, cannot be read, or is no PostgreSQL database's.
    """
    example = "For instance postgresql://user:password@host:5432/tracker"
    address = required(name, example)
    if not address.startswith(("postgresql://", "postgres://")):
        raise ImproperlyConfigured(f"{name} is no address of a PostgreSQL database. {example}")
    try:
        config: dict[str, Any] = env.db_url(name)
    except ValueError:
        raise ImproperlyConfigured(f"{name} cannot be read. {PASSWORD_HINT}") from None
    said = config.setdefault("OPTIONS", {})
    said["options"] = f"{IGNORE_NO_TRIGGER} {said.get('options', '')}".strip()
    return config


def mail(name: str) -> dict[str, Any]:
    """Return Django's e-mail settings from the mail server's address; without one, mails go to the log.

    Raises:
        ImproperlyConfigured: it cannot be read.
    """
    try:
        config: dict[str, Any] = env.email_url(name, default="consolemail://")
    except (ValueError, ImproperlyConfigured):
        raise ImproperlyConfigured(
            f"{name} cannot be read. For instance smtp+tls://user:password@mail.example.org:587. "
            + PASSWORD_HINT
        ) from None
    return config


def cache(name: str, *, beside: str) -> dict[str, Any]:
    """Return Django's cache on a Valkey or Redis server.

    Args:
        name: the variable with the server's address: `redis://…/1`, `rediss://…` or `unix:///path?db=1`.
        beside: the broker's address; without the variable the cache is the database after the broker's there.

    Raises:
        ImproperlyConfigured: the address is of another kind.
    """
    address = text(name) or next_database(beside)
    if not address.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured(
            f"{name} is no address of a Valkey or Redis server. For instance redis://:password@host:6379/1"
        )
    return {
        "BACKEND": "config.caches.SharedCache",
        "LOCATION": address,
        "KEY_PREFIX": "obligations-tracker",
        # A page must not hang on a server that does not answer.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }


def next_database(broker: str) -> str:
    """Return the address of the database after a broker's, on the same server.

    >>> next_database("redis+socket:///run/valkey.sock"), next_database("redis://host:6379/0")
    ('unix:///run/valkey.sock?db=1', 'redis://host:6379/1')
    """
    parts = urlsplit(broker)
    if parts.scheme == "redis+socket":
        number = parse_qs(parts.query).get("virtual_host", ["0"])[0]
        return f"unix://{parts.path}?db={_after(number)}"
    return urlunsplit(parts._replace(path=f"/{_after(parts.path.strip('/'))}"))


def _after(number: str) -> int:
    return int(number) + 1 if number.isdecimal() else 1
