"""What orchestrators ask: over plain HTTP, by the container's address, before anything else is looked at."""

import json

import pytest
from celery import current_app
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings


@pytest.fixture
def production(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["follow-up.example.org"]


@pytest.mark.usefixtures("production")
def test_a_page_by_address_is_refused(client: Client) -> None:
    assert client.get("/login/", headers={"host": "10.0.0.7:8000"}, secure=True).status_code == 400


@pytest.mark.usefixtures("production")
def test_a_page_in_plain_http_is_sent_to_https(client: Client) -> None:
    answer = client.get("/login/", headers={"host": "follow-up.example.org"})
    assert (answer.status_code, answer["Location"]) == (301, "https://follow-up.example.org/login/")


@pytest.mark.usefixtures("production")
def test_liveness_is_answered_by_address_in_plain_http_without_a_database(client: Client) -> None:
    answer = client.get("/healthz", headers={"host": "10.0.0.7:8000"})
    assert (answer.status_code, json.loads(answer.content)) == (200, {"status": "ok"})


@pytest.mark.usefixtures("production")
@pytest.mark.django_db
def test_readiness_says_that_database_and_broker_are_there(client: Client) -> None:
    answer = client.get("/readyz", headers={"host": "10.0.0.7:8000"})
    assert json.loads(answer.content) == {"status": "ok", "database": "ok", "broker": "ok"}
    assert answer.status_code == 200


@pytest.mark.django_db
def test_readiness_names_a_broker_that_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current_app.conf, "broker_write_url", "redis://127.0.0.1:1/0")
    answer = client.get("/readyz")
    assert json.loads(answer.content) == {"status": "not ready", "database": "ok", "broker": "unreachable"}
    assert answer.status_code == 503


@pytest.mark.django_db
def test_readiness_counts_the_migrations_that_wait(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="authtoken", name="0004_alter_tokenproxy_options").delete()
    answer = client.get("/readyz")
    assert json.loads(answer.content)["database"] == "1 migrations not applied"
    assert answer.status_code == 503
