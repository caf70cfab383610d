"""The register as a page and as CSV."""

import csv
import datetime as dt
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from msgspec.structs import replace

from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PAGE, CSV = "/register/", "/register.csv"


def shown(response) -> list[str]:
    """Return the references of the rows."""
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', response.content.decode())


def total(response) -> int:
    return int(re.findall(r'data-total="(\d+)"', response.content.decode())[0])


def csv_rows(response) -> list[dict[str, str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("address", [PAGE, CSV])
def test_whoever_is_not_logged_in_logs_in_first(client, address):
    response = client.get(address)
    assert response.url == f"{reverse('login')}?next={address}"


@pytest.mark.parametrize("address", [PAGE, CSV])
def test_a_stranger_is_refused(client, stranger, address):
    client.force_login(stranger)
    assert client.get(address).status_code == 403


def test_an_unknown_parameter_is_named_and_left_out(client, manager):
    register()
    client.force_login(manager)
    response = client.get(PAGE, {"statsu": "implemented", "verb": "reqest", "order": "colour"})
    page = response.content.decode()
    assert "There is no parameter “statsu”. Did you mean “status”?" in page
    assert "There is no verb “reqest”. Did you mean “request”?" in page
    assert "The list has no order “colour”." in page
    assert total(response) == 2


def test_a_parameter_given_twice_is_named(client, manager):
    client.force_login(manager)
    page = client.get(f"{PAGE}?status=implemented&status=not_started").content.decode()
    assert "“status” is given more than once, and only the last counts." in page


def test_a_csv_with_a_wrong_parameter_is_refused(client, manager):
    client.force_login(manager)
    response = client.get(CSV, {"statsu": "implemented"})
    assert response.status_code == 400
    assert "Did you mean “status”?" in response.content.decode()


def test_an_empty_register_says_what_to_do_next(client, manager, clerk):
    client.force_login(manager)
    assert "somebody who enters data adds the first one" in client.get(PAGE).content.decode()
    client.force_login(clerk)
    assert f'href="{reverse("add-resolution")}"' in client.get(PAGE).content.decode()


def test_a_list_that_nothing_matches_offers_the_whole_register(client, manager):
    register()
    client.force_login(manager)
    response = client.get(PAGE, {"status": "overtaken"})
    assert total(response) == 0
    assert "Nothing matches all of these filters" in response.content.decode()


def test_a_row_tells_what_is_asked_of_whom_and_how_far_they_are(client, manager):
    register()
    client.force_login(manager)
    response = client.get(PAGE)
    assert shown(response) == ["E/RES/2020/1#op1.1", "E/RES/2020/1#op2.1"]
    page = response.content.decode()
    assert "Requests the Secretary-General and Norway to report" in page
    assert "Secretary-General<span" in page
    assert "no due date stated" in page
    assert "Not started" in page


def test_a_clause_that_asks_nothing_says_so_and_names_whom_it_speaks_of(client, manager):
    praise = replace(asks("Commends Norway for its work", verb="commend", of=["Norway"]), asks=False)
    tracked(reading("E/RES/2020/1", paragraph("1", praise), paragraph("2", states())))
    client.force_login(manager)
    page = client.get(PAGE).content.decode()
    assert "nobody is asked (names Norway)</span>" in page
    assert "nobody is asked</span>" in page


def test_an_obligation_that_nobody_is_assigned_shows_when_the_text_wants_it(client, manager):
    dated = asks("Calls for an end by then", verb="call for", of=[], due=dt.date(2021, 6, 30))
    undated = asks("Calls for restraint", verb="call for", of=[])
    tracked(reading("E/RES/2020/1", paragraph("1", dated), paragraph("2", undated)))
    client.force_login(manager)
    page = client.get(PAGE).content.decode()
    assert re.findall(r'<span class="due">([^<]+)</span>', page) == [
        "due 30 June 2021",
        "no due date stated",
    ]


def test_a_focal_point_sees_its_own_follow_up_only(client, secretariat):
    register()
    client.force_login(secretariat)
    response = client.get(PAGE)
    assert shown(response) == ["E/RES/2020/1#op1.1"]
    assert "Secretary-General<span" in response.content.decode()
    assert "Norway<span" not in response.content.decode()


def test_each_chosen_filter_can_be_taken_away_alone(client, manager):
    register()
    client.force_login(manager)
    page = client.get(PAGE, {"verb": "request", "entity": "sg", "order": "due"}).content.decode()
    assert 'href="/register/?entity=sg&amp;order=due" aria-label="Remove the filter Verb: request"' in page
    assert 'aria-label="Remove the filter Addressee: Secretary-General"' in page
    page = client.get(PAGE, {"due_from": "2021-03-01"}).content.decode()
    assert 'aria-label="Remove the filter Due from: 1 March 2021"' in page


def test_fields_left_empty_do_not_stay_in_the_address(client, manager):
    client.force_login(manager)
    response = client.get(f"{PAGE}?q=&verb=request&entity=")
    assert (response.status_code, response.url) == (302, f"{PAGE}?verb=request")


def test_a_condition_that_has_no_field_is_kept_when_the_form_is_sent(client, manager):
    client.force_login(manager)
    page = client.get(PAGE, {"resolution": "E/RES/2020/1", "order": "-due"}).content.decode()
    assert '<input type="hidden" name="resolution" value="E/RES/2020/1">' in page
    assert '<input type="hidden" name="order" value="-due">' in page


def test_htmx_gets_the_list_alone_and_the_address_to_show(client, manager):
    register()
    client.force_login(manager)
    response = client.get(f"{PAGE}?q=&verb=request", headers={"HX-Request": "true"})
    assert response["HX-Push-Url"] == f"{PAGE}?verb=request"
    assert "<html" not in response.content.decode()
    assert (total(response), shown(response)) == (1, ["E/RES/2020/1#op1.1"])
    assert "HX-Request" in response["Vary"]


def test_htmx_gets_the_whole_page_when_it_goes_back_to_it(client, manager):
    client.force_login(manager)
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get(PAGE, headers=headers).content.decode()


def test_the_columns_sort_both_ways(client, manager):
    register()
    client.force_login(manager)
    page = client.get(PAGE, {"order": "verb"}).content.decode()
    assert 'aria-sort="ascending"><a href="/register/?order=-verb">' in page
    assert shown(client.get(PAGE, {"order": "verb"})) == ["E/RES/2020/1#op2.1", "E/RES/2020/1#op1.1"]
    assert shown(client.get(PAGE, {"order": "-verb"})) == ["E/RES/2020/1#op1.1", "E/RES/2020/1#op2.1"]


@pytest.fixture
def long_list() -> int:
    """Track more clauses than a page holds."""
    tracked(reading("E/RES/2020/1", *(paragraph(str(n), asks()) for n in range(1, 61))))
    return 60


def test_the_pages_together_hold_every_row_once(client, manager, long_list):
    client.force_login(manager)
    first, second = client.get(PAGE), client.get(PAGE, {"page": "2"})
    assert (len(shown(first)), len(shown(second))) == (50, 10)
    assert len({*shown(first), *shown(second)}) == long_list
    assert total(first) == total(second) == long_list


@pytest.mark.parametrize(("number", "rows"), [("99", 10), ("x", 50), ("0", 10)])
@pytest.mark.usefixtures("long_list")
def test_a_page_that_does_not_exist_gives_the_nearest(client, manager, number, rows):
    client.force_login(manager)
    assert len(shown(client.get(PAGE, {"page": number}))) == rows


def test_the_list_ends_at_a_depth_and_says_so(client, manager, long_list, monkeypatch):
    monkeypatch.setattr("tracker.listing.LAST_PAGE", 1)
    client.force_login(manager)
    response = client.get(PAGE, {"page": "2"})
    assert len(shown(response)) == 50
    assert total(response) == long_list
    assert "The list goes on." in response.content.decode()


@pytest.mark.parametrize(
    "query", ["", "?nature=obligation", "?verb=invite", "?status=implemented", "?order=due"]
)
def test_the_csv_holds_the_rows_of_the_page_in_its_order(client, manager, query):
    register()
    tracked(reading("E/RES/2020/2", paragraph("1", states())))
    client.force_login(manager)
    page = client.get(f"{PAGE}{query}")
    rows = csv_rows(client.get(f"{CSV}{query}"))
    assert [row["reference"] for row in rows] == shown(page)
    assert len(rows) == total(page)


def test_the_csv_begins_with_a_byte_order_mark_where_asked(client, manager):
    client.force_login(manager)
    plain = b"".join(client.get(CSV).streaming_content)
    marked = b"".join(client.get(CSV, {"bom": "1"}).streaming_content)
    assert marked == b"\xef\xbb\xbf" + plain


def test_the_number_of_queries_is_the_same_with_five_rows_and_with_fifty(client, manager):
    client.force_login(manager)
    counts = []
    for symbol, rows in (("E/RES/2020/1", 5), ("E/RES/2020/2", 45)):
        tracked(reading(symbol, *(paragraph(str(n), asks()) for n in range(1, rows + 1))))
        with CaptureQueriesContext(connection) as queries:
            response = client.get(PAGE, {"state": "open"})
        counts.append(len(queries))
        assert len(shown(response)) in (5, 50)
    # Three of these bring the clauses' own words, whom they name, and by when; three the day of organs.
    assert counts[0] == counts[1] <= 19
