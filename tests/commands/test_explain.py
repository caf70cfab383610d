"""`manage.py explain`, as somebody at a shell sees it; and the page that says the same."""

import json

import pytest
from django.test import Client

from resolutions.models import Clause
from tests.builders import asks, paragraph, reading, tracked
from tests.commands.test_import_resolution import run
from tracker import corrections
from tracker.models import ActionItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def clause(db: None) -> Clause:
    tracked(reading("E/RES/2020/1", paragraph("2", asks(doubts=["two_readings"]))))
    return Clause.objects.get()


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("E/RES/2020/1", "Name a paragraph after the symbol"),
        ("E/RES/2020/11#op2", "E/RES/2020/11 is not in the register. Did you mean E/RES/2020/1?"),
        ("E/RES/2020/1#op3", "E/RES/2020/1 has no op3. Its paragraphs include op2."),
        ("E/RES/2020/1#op2.9", "E/RES/2020/1 has no op2.9."),
    ],
)
def test_what_is_not_there_is_told_with_what_comes_nearest(clause, reference, says):
    assert says in (run("explain", reference)[2] or "")


def test_each_value_stands_with_its_words_and_doubts(clause):
    out, _, failed = run("explain", "E/RES/2020/1#op2")
    assert failed is None
    assert "verb: request (directive) “Requests”" in out
    assert "[lead] The paragraph opens with a verb of the adopting body, in the third person." in out
    assert "addressee: Secretary-General “Secretary-General” at op2 13–30" in out
    assert "doubt: The verb may belong to somebody else than the adopting body." in out


def test_what_a_person_said_is_told(clause, clerk):
    corrections.confirm_clause(clause=clause, by=clerk)
    assert "Confirmed by clerk on" in run("explain", "E/RES/2020/1#op2.1")[0]


def test_the_same_comes_as_json(clause):
    told = json.loads(run("explain", "E/RES/2020/1#op2", json=True)[0])
    (explained,) = told["clauses"]
    assert [value["of"] for value in explained["values"]] == ["verb", "addressee"]
    named = explained["values"][1]
    assert told["text"][named["start"] : named["end"]] == named["words"]


def test_the_page_of_an_item_leads_to_how_it_was_read(client: Client, clause, viewer, stranger):
    item = ActionItem.objects.get()
    address = f"/items/{item.pk}/reading/"
    client.force_login(stranger)
    assert client.get(address).status_code == 403
    client.force_login(viewer)
    assert f'href="{address}"' in client.get(item.get_absolute_url()).content.decode()
    shown = client.get(address).content.decode()
    assert "in the third person" in shown
    assert "Nobody has confirmed or corrected it yet." in shown
