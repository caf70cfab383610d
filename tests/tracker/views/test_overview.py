"""The overview: who sees what, and that every number on the page is the length of the list behind it."""

import csv
import datetime as dt
import html
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import accepted, line, occurrence, submitted
from tracker.statuses import Status
from tracker.workflow import decide_status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LATE, SOON, FAR = dt.date(2021, 2, 1), dt.date(2021, 3, 20), dt.date(2024, 1, 1)

# A number on the page: its list, and how many the page says it holds.
NUMBER = re.compile(r'<a href="(/register/[^"]*)"[^>]* data-count="(\d+)"')


@pytest.fixture
def filled(today, manager, secretariat, reviewer, clerk):
    """Fill a register in which every panel has something to show."""
    both = "Requests the Secretary-General and Norway to report"
    tracked(
        reading(
            "E/RES/2019/7",
            paragraph("1", asks(both, of=["Secretary-General", "Norway"], due=LATE)),
            paragraph("2", asks("Invites the World Bank to lend", verb="invite", of=["World Bank"])),
            adopted=dt.date(2019, 7, 24),
        )
    )
    bodies = "Encourages the Society of Friends of Testing to help"
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("3", asks(due=SOON, doubts=["unsure"]), asks("requests the Secretary-General to act")),
            paragraph("4", asks(bodies, verb="encourage", of=["Society of Friends of Testing"], due=FAR)),
            paragraph("5", asks("Calls for restraint", verb="call for", of=[])),
            paragraph("6", states()),
        )
    )
    accepted(secretariat, reviewer, line(occurrence("Secretary-General", "E/RES/2019/7")))
    bank = occurrence("World Bank", "E/RES/2019/7")
    decide_status(occurrence=bank, to=Status.IN_PROGRESS, by=manager, why="Talks have begun.")
    submitted(clerk, line(bank, Status.IMPLEMENTED), entity="World Bank")


def numbers_on(page: str) -> set[tuple[str, int]]:
    return {(html.unescape(link), int(count)) for link, count in NUMBER.findall(page)}


def length_of(client, link: str) -> tuple[int, int]:
    """Return how many rows the list says it has, and how many its CSV holds."""
    page = client.get(link).content.decode()
    response = client.get(link.replace("/register/", "/register.csv"))
    text = b"".join(response.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return int(re.findall(r'data-total="(\d+)"', page)[0]), len(rows) - 1


def test_whoever_is_not_logged_in_logs_in_first(client):
    assert client.get("/").url == "/login/?next=/"


@pytest.mark.parametrize("query", ["", "?csv=verbs"])
def test_a_stranger_is_refused(client, stranger, query):
    client.force_login(stranger)
    assert client.get(f"/{query}").status_code == 403


def test_an_unknown_filter_is_named_and_left_out(client, manager):
    client.force_login(manager)
    page = client.get("/", {"colour": "red", "organ": "ECOSOK"}).content.decode()
    assert "The overview has no filter “colour”." in page
    assert "There is no organ “ECOSOK”. Did you mean “ECOSOC”?" in page


@pytest.mark.parametrize("query", ["csv=colours", "csv=verbs&organ=ECOSOK"])
def test_a_wrong_csv_is_refused_with_the_reason(client, manager, query):
    client.force_login(manager)
    response = client.get(f"/?{query}")
    assert response.status_code == 400
    assert response.content.decode().startswith("There is no")


def test_an_empty_overview_says_what_to_do_next(client, clerk, secretariat):
    client.force_login(clerk)
    assert "Add the first resolution" in client.get("/").content.decode()
    client.force_login(secretariat)
    assert "Nothing has been asked of your entity yet." in client.get("/").content.decode()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("query", ["", "?entity=sg", "?verb=request&organ=ECOSOC&adopted_from=2020-01-01"])
@pytest.mark.parametrize("who", ["manager", "secretariat"])
def test_every_number_is_the_length_of_its_list_and_of_its_csv(client, request, who, query):
    client.force_login(request.getfixturevalue(who))
    found = numbers_on(client.get(f"/{query}").content.decode())
    assert len(found) >= 8
    assert {link: length_of(client, link) for link, _ in found} == {
        link: (count, count) for link, count in found
    }


@pytest.mark.usefixtures("filled")
def test_a_focal_point_counts_less_than_a_manager(client, manager, secretariat):
    pages = []
    for user in (manager, secretariat):
        client.force_login(user)
        pages.append(client.get("/").content.decode())
    assert ("/register/?in_force=true", 6) in numbers_on(pages[0])
    assert ("/register/?in_force=true", 3) in numbers_on(pages[1])
    assert "What needs a person" in pages[0]
    assert "What needs a person" not in pages[1]
    assert '<span class="bar-word">World Bank' in pages[0]
    assert '<span class="bar-word">World Bank' not in pages[1]


@pytest.mark.usefixtures("filled")
def test_the_filters_carry_into_every_link(client, manager):
    client.force_login(manager)
    page = client.get("/", {"organ": "ECOSOC", "verb": "request"}).content.decode()
    links = [html.unescape(link) for link in re.findall(r'href="(/register/\?[^"]*)"', page)]
    assert links
    assert all("organ=ECOSOC" in link and "verb=request" in link for link in links)


@pytest.mark.usefixtures("filled")
def test_a_reviewer_is_told_of_reports_that_wait(client, reviewer, manager):
    client.force_login(reviewer)
    assert (
        'Reports to review <span class="number"><a href="/reviews/">1</a>' in client.get("/").content.decode()
    )
    client.force_login(manager)
    assert "Reports to review" not in client.get("/").content.decode()


@pytest.mark.usefixtures("filled")
def test_the_csv_of_a_panel_holds_its_numbers(client, manager, settings):
    settings.SITE_URL = "https://tracker.example.org"
    client.force_login(manager)
    response = client.get("/", {"csv": "addressees"})
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode(), newline="")))
    assert rows[0] == {
        "addressee": "Secretary-General",
        "not started": "2",
        "in progress": "0",
        "implemented": "1",
        "all": "3",
        "url": "https://tracker.example.org/register/?entity=sg",
    }
    assert [row["addressee"] for row in rows] == [
        "Secretary-General",
        "Norway",
        "Society of Friends of Testing",
        "World Bank",
    ]


@pytest.mark.usefixtures("filled")
def test_fields_left_empty_do_not_stay_in_the_address(client, manager):
    client.force_login(manager)
    assert client.get("/?organ=&verb=request").url == "/?verb=request"
    assert client.get("/?organ=&verb=").url == "/"


@pytest.mark.usefixtures("filled")
def test_nothing_on_the_page_needs_a_style_that_the_policy_forbids(client, manager):
    client.force_login(manager)
    page = client.get("/").content.decode()
    assert "style=" not in page
    assert "<style" not in page


def test_the_number_of_queries_does_not_grow_with_the_register(client, manager):
    client.force_login(manager)
    counts = []
    for symbol, rows in (("E/RES/2020/1", 3), ("E/RES/2020/2", 30)):
        tracked(reading(symbol, *(paragraph(str(n), asks()) for n in range(1, rows + 1))))
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
