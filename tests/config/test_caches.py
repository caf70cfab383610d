"""The cache that all processes share, and what holds without its server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from config.caches import SharedCache
from tests.together import database_url

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unreachable() -> SharedCache:
    return SharedCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1}})


@pytest.fixture
def left_behind() -> Iterator[list[str]]:
    """Name keys to forget afterwards."""
    keys: list[str] = []
    yield keys
    cache.delete_many(keys)


def elsewhere(code: str) -> str:
    """Run code in another process with the same cache, and return what it prints."""
    told = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": database_url()}
    setup = (
        "import django; django.setup(); from django.core.cache import cache\n"
        f"cache.key_prefix = {cache.key_prefix!r}\n"
    )
    command = [sys.executable, "-c", setup + code]
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_one_process_keeps_another_finds(db, left_behind):
    left_behind.append("told")
    cache.set("told", [1, 2], 60)
    assert elsewhere("print(cache.get('told'))") == "[1, 2]"


@pytest.mark.usefixtures("committed_db")
def test_guesses_count_across_processes():
    code = (
        "from django.test import Client\n"
        "client = Client(headers={'host': 'localhost'})\n"
        "guess = {'username': 'manager', 'password': 'wrong'}\n"
        "for _ in range(10): assert client.post('/login/', guess).status_code == 200\n"
    )
    elsewhere(code)
    answer = Client().post("/login/", {"username": "manager", "password": "wrong"})
    assert answer.status_code == 429


def test_without_its_server_a_process_counts_for_itself(unreachable, caplog):
    assert unreachable.get("told", "nothing") == "nothing"
    unreachable.set("told", 3, 60)
    assert unreachable.get("told") == 3
    assert unreachable.add("told", 4) is False
    unreachable.delete("told")
    assert unreachable.get("told") is None
    assert "this process counts alone" in caplog.text


@pytest.mark.django_db
def test_people_can_log_in_without_it(client, manager, unreachable, monkeypatch):
    monkeypatch.setattr("rest_framework.throttling.SimpleRateThrottle.cache", unreachable)
    answer = client.post("/login/", {"username": "manager", "password": "a pass phrase"})
    assert answer.status_code == 302
