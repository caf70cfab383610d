"""The vocabulary in the admin: found by name, corrected, told in its history, never deleted."""

import pytest
from django.test import Client
from django.urls import reverse

from resolutions.models import Entity, EntityName, Session
from tests.tracker.admin.forms import fill, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def entered(client: Client, clerk) -> Client:
    client.force_login(clerk)
    return client


def page(thing, name: str = "change") -> str:
    return reverse(f"admin:resolutions_{thing._meta.model_name}_{name}", args=[thing.pk])


def choices(client: Client, field: str, term: str) -> list[str]:
    given = {"app_label": "resolutions", "model_name": "clauseaddressee", "field_name": field, "term": term}
    answer = client.get(reverse("admin:autocomplete"), given)
    return [each["text"] for each in answer.json()["results"]]


@pytest.mark.parametrize("typed", ["world bank", "World B", "IBRD"])
def test_an_entity_is_found_by_any_of_its_names(entered, typed: str):
    bank = Entity.objects.get(name="World Bank")
    EntityName.objects.get_or_create(entity=bank, name="IBRD", kind="acronym")
    assert "World Bank" in choices(entered, "entity", typed)


def test_an_entity_that_was_merged_away_is_not_offered(entered):
    old = Entity.objects.create(key="old-bank", name="Old World Bank")
    assert "Old World Bank" in choices(entered, "entity", "world bank")
    old.merged_into = Entity.objects.get(name="World Bank")
    old.save()
    assert "Old World Bank" not in choices(entered, "entity", "world bank")


def test_a_new_name_is_kept_and_told_in_the_history(entered):
    bank = Entity.objects.get(name="World Bank")
    rows = bank.names.count()
    answer = fill(
        entered,
        page(bank),
        **{
            "names-TOTAL_FORMS": rows + 1,
            f"names-{rows}-name": "the Bank",
            f"names-{rows}-kind": "alias",
        },
    )
    assert answer.status_code == 302, said(answer)
    assert bank.names.filter(name="the Bank").exists()
    told = said(entered.get(page(bank, "history")))
    assert "Entity name added" in told
    assert "name: the Bank" in told


def test_the_history_says_who_changed_what_from_what(entered):
    bank = Entity.objects.get(name="World Bank")
    fill(entered, page(bank), type="bank")
    bank.refresh_from_db()
    assert bank.type == "bank"
    told = said(entered.get(page(bank, "history")))
    assert "clerk Entity changed type:" in told
    assert "→ bank" in told


def test_the_key_of_an_entity_that_exists_cannot_be_changed(entered):
    bank = Entity.objects.get(name="World Bank")
    key = bank.key
    fill(entered, page(bank), key="another", merged_into=Entity.objects.get(name="Norway").pk)
    bank.refresh_from_db()
    assert (bank.key, bank.merged_into) == (key, None)


def test_a_session_that_closes_before_it_opens_is_refused(entered):
    session = Session.objects.filter(label="2021").first() or Session.objects.first()
    assert session is not None
    closes = session.closes
    answer = fill(entered, page(session), closes="1900-01-01")
    assert answer.status_code == 200
    assert "The rule is: session closes after it opens." in said(answer)
    session.refresh_from_db()
    assert session.closes == closes
