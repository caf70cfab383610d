"""The search page."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.builders import asks, paragraph, reading, states, tracked
from tracker.models import ActionItem
from tracker.views.search import FROM, TO, marked

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(db) -> ActionItem:
    words = "Requests the Secretary-General to report on <b>bridges</b>"
    tracked(reading("E/RES/2020/1", paragraph("1", asks(words)), paragraph("2", states())))
    return ActionItem.objects.obligations().get()


def found(client: Client, user, words: str):
    client.force_login(user)
    return client.get(f"/search/?q={quote(words)}")


def test_without_words_the_page_shows_what_can_be_asked(client: Client, viewer):
    assert "For instance" in found(client, viewer, " ").content.decode()


@pytest.mark.parametrize("words", ["xyzzy", "-", '"', "'); DROP TABLE", "#", "E/RES/1999/1#op1", "a#b.c"])
def test_what_matches_nothing_is_told_without_an_error(client: Client, viewer, item, words):
    assert found(client, viewer, words).status_code == 200


def test_an_item_is_found_by_a_form_of_a_word_and_its_words_are_marked_and_escaped(
    client: Client, viewer, item
):
    page = found(client, viewer, "reporting bridges").content.decode()
    assert item.get_absolute_url() in page
    assert "<mark>report</mark>" in page
    assert "<b>" not in page


def test_resolutions_and_entities_are_found_beside_items(client: Client, viewer, item):
    answer = found(client, viewer, "E/RES/2020/1")
    assert [r.symbol for r in answer.context["resolutions"]] == ["E/RES/2020/1"]
    answer = found(client, viewer, "Norway")
    assert "Norway" in [entity.name for entity in answer.context["entities"]]


def test_a_focal_point_finds_texts_but_no_items_of_others(client: Client, norway, item):
    answer = found(client, norway, "bridges")
    assert [r.symbol for r in answer.context["resolutions"]] == ["E/RES/2020/1"]
    assert answer.context["hits"] == []


def test_a_stable_id_leads_straight_to_its_place(client: Client, viewer, norway, item):
    assert found(client, viewer, "E/RES/2020/1#op1.1")["Location"] == item.get_absolute_url()
    for user, words in ((viewer, "E/RES/2020/1#op2"), (norway, "E/RES/2020/1#op2.1")):
        assert found(client, user, words)["Location"] == "/resolutions/E/RES/2020/1/#op2"


def test_only_the_marks_become_html():
    assert marked(f"<i>{FROM}a{TO}</i>") == "&lt;i&gt;<mark>a</mark>&lt;/i&gt;"
