"""The list of resolutions, the reading view, and the file behind a text."""

import datetime as dt

import pytest
from django.test import Client
from msgspec.structs import replace

from resolutions.models import Resolution
from tests.builders import asks, paragraph, reading, source, states, tracked
from tracker import workflow
from tracker.models import Occurrence
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SYMBOL = "E/RES/2020/1"
PAGE = f"/resolutions/{SYMBOL}/"


@pytest.fixture
def resolution(db) -> Resolution:
    return tracked(
        reading(
            SYMBOL,
            paragraph("1", states()),
            paragraph("2", asks(due=dt.date(2021, 2, 1))),
            paragraph("3", asks("Urges Member States to act", verb="urge", of=["Member States"])),
        )
    )


def shown(client: Client, user, address: str) -> str:
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/resolutions/", PAGE, "/search/", "/entities/", "/sources/1/", "/items/1/"]
)
def test_an_account_without_a_role_sees_nothing(client: Client, stranger, address):
    client.force_login(stranger)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", ["/resolutions/", PAGE, "/search/", "/entities/"])
def test_whoever_is_not_logged_in_comes_back_after_logging_in(client: Client, db, address):
    assert client.get(address)["Location"] == f"/login/?next={address}"


def test_a_symbol_that_is_not_in_the_register_is_not_found(client: Client, viewer):
    client.force_login(viewer)
    assert client.get("/resolutions/E/RES/1999/99/").status_code == 404


def test_an_empty_register_says_what_to_do_next(client: Client, viewer):
    assert "No resolution is in the register yet" in shown(client, viewer, "/resolutions/")


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        pytest.param("", ["A/RES/75/1", SYMBOL], id="all, the newest first"),
        pytest.param("q=e/res/2020", [SYMBOL], id="part of a symbol"),
        pytest.param("q=reporting", [SYMBOL], id="words of the text"),
        pytest.param("organ=ECOSOC", ["A/RES/75/1", SYMBOL], id="organ"),
        pytest.param("organ=SC", [], id="another organ"),
        pytest.param("year=2020", [SYMBOL], id="year"),
        pytest.param("year=20x0", [], id="a year that is none"),
        pytest.param("year=99999999999", [], id="a year beyond all years"),
    ],
)
def test_the_list_is_narrowed_by_words_organ_and_year(client: Client, viewer, resolution, query, symbols):
    tracked(reading("A/RES/75/1", paragraph("1", states()), adopted=dt.date(2021, 1, 5)))
    client.force_login(viewer)
    answer = client.get(f"/resolutions/?{query}")
    assert [row.symbol for row, _ in answer.context["rows"]] == symbols


def test_the_list_counts_only_what_the_reader_may_see(client: Client, viewer, secretariat, resolution):
    for user, number in ((viewer, 2), (secretariat, 1)):
        client.force_login(user)
        ((_, count),) = client.get("/resolutions/").context["rows"]
        assert count["all"] == number


def test_every_number_of_the_head_line_is_the_length_of_its_list(client: Client, viewer, resolution):
    client.force_login(viewer)
    answer = client.get(PAGE)
    told = {figure.word: figure.number for figure in answer.context["figures"]}
    assert told == {"clauses": 3, "obligations": 2, "due within 90 days": 0, "overdue": 1}
    assert "?resolution=E%2FRES%2F2020%2F1&amp;state=overdue" in answer.content.decode()


def test_the_words_stand_whole_with_their_marks_and_lasting_anchors(client: Client, viewer, resolution):
    page = shown(client, viewer, PAGE)
    item = resolution.paragraphs.get(eid="op2").clauses.get().action_item
    assert f'id="op2.1" class="verb directive" href="/items/{item.pk}/">Requests</a> the' in page
    assert 'id="op2"' in page
    assert "overdue 28 days" in page


def test_the_text_is_escaped(client: Client, viewer):
    document = reading(SYMBOL, paragraph("1", asks("Requests <b>all</b> & sundry to act", of=[])))
    tracked(replace(document, title="On <i>tags</i>"))
    page = shown(client, viewer, PAGE)
    assert "&lt;b&gt;all&lt;/b&gt; &amp; sundry" in page
    assert "On &lt;i&gt;tags&lt;/i&gt;" in page


def test_the_margin_marks_what_is_asked_of_nobody_named_and_only_that(client: Client, viewer):
    nobody = asks("Calls for restraint", verb="call for", of=[])
    tracked(reading("E/RES/2020/2", paragraph("1", nobody), paragraph("2", states()), paragraph("3", asks())))
    client.force_login(viewer)
    page = client.get("/resolutions/E/RES/2020/2/").content.decode()
    assert page.count("? nobody named") == 1


def test_how_each_addressee_stands_is_told_in_words(client: Client, viewer, manager, resolution):
    occurrence = Occurrence.objects.get(assignment__entity__name="Secretary-General")
    workflow.decide_status(occurrence=occurrence, to=Status.IN_PROGRESS, by=manager, why="It has begun.")
    page = shown(client, viewer, PAGE)
    assert "In progress" in page
    assert "0 of 193 members answered" in page


def test_a_focal_point_reads_the_whole_text_and_only_its_own_follow_up(
    client: Client, secretariat, resolution
):
    page = shown(client, secretariat, PAGE)
    assert "Urges</a> <span" in page
    assert "members answered" not in page


def test_a_file_comes_back_byte_for_byte_as_a_download(client: Client, viewer):
    file = source("a “quoted” näme.md")
    client.force_login(viewer)
    answer = client.get(f"/sources/{file.pk}/")
    assert answer.content == file.content
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_focal_point_reads_the_files_of_the_register_and_no_others(
    client: Client, secretariat, resolution: Resolution
):
    client.force_login(secretariat)
    of_the_register = resolution.versions.get().source
    assert client.get(f"/sources/{of_the_register.pk}/").status_code == 200
    assert client.get(f"/sources/{source('a letter that was no resolution.md').pk}/").status_code == 404


def test_the_page_takes_as_many_queries_for_a_long_text_as_for_a_short_one(
    client: Client, viewer, django_assert_num_queries, django_assert_max_num_queries
):
    tracked(reading("E/RES/2020/2", paragraph("1", asks())))
    tracked(reading("E/RES/2020/3", *(paragraph(str(n), asks(), states()) for n in range(1, 9))))
    client.force_login(viewer)
    client.get("/resolutions/E/RES/2020/2/")
    with django_assert_max_num_queries(40) as counted:
        client.get("/resolutions/E/RES/2020/2/")
    with django_assert_num_queries(len(counted)):
        client.get("/resolutions/E/RES/2020/3/")
