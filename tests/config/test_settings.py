"""What the settings make of the environment: nonsense is refused at the start, with what to set."""

import os
import runpy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "a-key-for-this-test-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "follow-up.example.org",
    "SITE_URL": "https://follow-up.example.org/",
    "DATABASE_URL": "postgresql://tracker:pass@db.example.org/tracker",
    "CELERY_BROKER_URL": "redis://broker.example.org",
}
LOCAL = {
    "DEBUG": "1",
    **{name: PRODUCTION[name] for name in ("SECRET_KEY", "DATABASE_URL", "CELERY_BROKER_URL")},
}


Load = Callable[[dict[str, str]], dict[str, Any]]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Load:
    """Load the settings, told nothing else: no variable of this process, no .env beside them."""
    copy = tmp_path / "config" / "settings.py"
    copy.parent.mkdir()
    shutil.copy(ROOT / "config" / "settings.py", copy)

    def settings_for(environment: dict[str, str]) -> dict[str, Any]:
        for name in list(os.environ):
            monkeypatch.delenv(name)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(copy))

    return settings_for


@pytest.mark.parametrize(
    ("base", "wrong", "said"),
    [
        pytest.param(PRODUCTION, {"SECRET_KEY": ""}, "SECRET_KEY is not set", id="no key"),
        pytest.param(PRODUCTION, {"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is not set", id="no host"),
        pytest.param(PRODUCTION, {"DATABASE_URL": ""}, "DATABASE_URL is not set", id="no database"),
        pytest.param(PRODUCTION, {"CELERY_BROKER_URL": ""}, "CELERY_BROKER_URL is not set", id="no broker"),
        pytest.param(PRODUCTION, {"CACHE_URL": "memcached://a"}, "CACHE_URL is no address", id="no cache"),
        pytest.param(PRODUCTION, {"SITE_URL": ""}, "SITE_URL is not set to a web address", id="no site"),
        pytest.param(PRODUCTION, {"SITE_URL": "example.org"}, "https://follow-up", id="site without scheme"),
        pytest.param(PRODUCTION, {"LOG_LEVEL": "LOUD"}, "LOG_LEVEL is 'LOUD'", id="unknown log level"),
        pytest.param(PRODUCTION, {"DATABASE_URL": "mysql://a/b"}, "no address of a PostgreSQL", id="MySQL"),
        pytest.param(
            PRODUCTION,
            {"DATABASE_URL": "postgresql://u:pa/ss@h/x"},
            "DATABASE_URL cannot be read",
            id="slash",
        ),
        pytest.param(PRODUCTION, {"EMAIL_URL": "mail.example.org"}, "EMAIL_URL cannot be read", id="no mail"),
        pytest.param(PRODUCTION, {"SECURE_SSL_REDIRECT": "enabled"}, "neither on nor off", id="unknown word"),
        pytest.param(PRODUCTION, {"SECURE_HSTS_SECONDS": "a year"}, "no number of seconds", id="no number"),
        pytest.param(PRODUCTION, {"DEBUG": "1"}, "names a public host", id="debugging in public"),
        pytest.param(LOCAL, {"ALLOWED_HOSTS": "*"}, "names a public host", id="debugging for everybody"),
    ],
)
def test_nonsense_is_refused(load: Load, base: dict[str, str], wrong: dict[str, str], said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=said):
        load({**base, **wrong})


@pytest.mark.parametrize(
    ("name", "address"),
    [
        pytest.param("DATABASE_URL", "postgresql://ada:lovelace/1@db.example.org/x", id="database"),
        pytest.param("EMAIL_URL", "smtp://ada:lovelace/1@mail.example.org:25", id="mail server"),
    ],
)
def test_a_refusal_tells_nothing_of_a_password(load: Load, name: str, address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="/ is %2F") as refused:
        load({**PRODUCTION, name: address})
    assert "lovelace" not in str(refused.value)
    # A traceback would print what is chained.
    assert refused.value.__suppress_context__


@pytest.mark.parametrize(
    ("environment", "made"),
    [
        pytest.param(PRODUCTION, {"DEBUG": False, "SECURE_SSL_REDIRECT": True}, id="closed unless opened"),
        pytest.param(
            PRODUCTION, {"SESSION_COOKIE_SECURE": True, "CSRF_COOKIE_SECURE": True}, id="cookies for TLS only"
        ),
        pytest.param(
            {**PRODUCTION, "ALLOWED_HOSTS": "a.example.org, b.example.org,"},
            {"ALLOWED_HOSTS": ["a.example.org", "b.example.org"]},
            id="hosts between commas",
        ),
        pytest.param(
            {**PRODUCTION, "SECURE_SSL_REDIRECT": ""}, {"SECURE_SSL_REDIRECT": True}, id="left empty"
        ),
        pytest.param({**PRODUCTION, "SECURE_SSL_REDIRECT": "Off"}, {"SECURE_SSL_REDIRECT": False}, id="off"),
        pytest.param(PRODUCTION, {"SITE_URL": "https://follow-up.example.org"}, id="no slash is doubled"),
        pytest.param(
            {**PRODUCTION, "SECURE_HSTS_SECONDS": "3600"}, {"SECURE_HSTS_SECONDS": 3600}, id="a short HSTS"
        ),
        pytest.param(
            {**PRODUCTION, "EMAIL_URL": "smtp+tls://ada:p%40ss@mail.example.org:587"},
            {
                "EMAIL_HOST": "mail.example.org",
                "EMAIL_PORT": 587,
                "EMAIL_HOST_USER": "ada",
                "EMAIL_HOST_PASSWORD": "p@ss",
                "EMAIL_USE_TLS": True,
            },
            id="mail with STARTTLS",
        ),
        pytest.param(PRODUCTION, {"SECURE_PROXY_SSL_HEADER": None}, id="nobody is believed about TLS"),
        pytest.param(
            {**PRODUCTION, "BEHIND_TLS_PROXY": "1"},
            {"SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")},
            id="the proxy's word about TLS",
        ),
        pytest.param(
            LOCAL, {"DEBUG": True, "SECURE_SSL_REDIRECT": False, "SECURE_HSTS_SECONDS": 0}, id="debugging"
        ),
        pytest.param(LOCAL, {"SITE_URL": "http://localhost:8000"}, id="the local address"),
    ],
)
def test_the_environment_decides(load: Load, environment: dict[str, str], made: dict[str, object]) -> None:
    settings = load(environment)
    assert {name: settings.get(name) for name in made} == made


@pytest.mark.parametrize(
    ("address", "options"),
    [
        pytest.param("", "-c pgtrigger.ignore={}", id="ours alone"),
        pytest.param(
            "?options=-c%20statement_timeout%3D9000",
            "-c pgtrigger.ignore={} -c statement_timeout=9000",
            id="beside the address's own",
        ),
    ],
)
def test_a_connection_knows_that_no_trigger_is_ignored(load: Load, address: str, options: str) -> None:
    settings = load({**PRODUCTION, "DATABASE_URL": PRODUCTION["DATABASE_URL"] + address})
    assert settings["DATABASES"]["default"]["OPTIONS"]["options"] == options


def test_the_log_knows_every_secret_that_the_settings_hold(load: Load) -> None:
    settings = load({**PRODUCTION, "EMAIL_URL": "smtp+tls://ada:p%40ss@mail.example.org:587"})
    assert settings["LOGGING"]["formatters"]["line"]["secrets"] == [PRODUCTION["SECRET_KEY"], "pass", "p@ss"]


@pytest.mark.parametrize(
    ("given", "location"),
    [
        pytest.param({}, "redis://broker.example.org/1", id="beside the broker"),
        pytest.param(
            {"CACHE_URL": "rediss://cache.example.org/4"}, "rediss://cache.example.org/4", id="given"
        ),
        pytest.param(
            {"CELERY_BROKER_URL": "redis://:pass@broker.example.org:6379/3"},
            "redis://:pass@broker.example.org:6379/4",
            id="after the broker's database",
        ),
        pytest.param(
            {"CELERY_BROKER_URL": "redis+socket:///run/valkey.sock?virtual_host=2"},
            "unix:///run/valkey.sock?db=3",
            id="by socket",
        ),
    ],
)
def test_the_cache_is_never_the_brokers_own_database(
    load: Load, given: dict[str, str], location: str
) -> None:
    assert load({**PRODUCTION, **given})["CACHES"]["default"]["LOCATION"] == location
