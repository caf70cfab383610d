"""Lists as CSV: whole, readable, and safe in a spreadsheet."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import asks, paragraph, reading, states, tracked
from tests.conftest import TODAY
from tests.register import occurrence, register
from tracker.exports import ACTION_ITEM_COLUMNS, action_item_csv, cell, csv_lines, guarded
from tracker.selection import Selection
from tracker.statuses import Status
from tracker.workflow import decide_status

DUE = dt.date(2021, 12, 31)


def lines_of(response) -> list[dict[str, str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+41 22", "'+41 22"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("a=1", "a=1"),
        ("'s words", "'s words"),
        (-5, -5),
        (0, 0),
        (DUE, DUE),
        (None, ""),
        (True, "true"),
        (False, "false"),
        ("", ""),
    ],
)
def test_words_are_kept_from_being_formulas_and_numbers_stay_numbers(value, expected):
    assert cell(value) == expected


@pytest.mark.parametrize("words", ["=1", "'=1", "''=1", "'quoted'", "-", "'", "plain", "'-x"])
def test_guarded_words_give_the_original_again(words):
    told = guarded(words)
    back = told[1:] if told.startswith("'") and guarded(told) != told else told
    assert back == words


def test_quotes_commas_and_line_breaks_survive():
    rows = [('say "yes", then\ngo', "Genève")]
    text = "".join(csv_lines(["words", "place"], rows, bom=True))
    assert text.startswith("\ufeffwords,place\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [list(rows[0])]


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_a_row_tells_an_item_with_its_addressees_and_its_next_due_date(manager, settings):
    settings.SITE_URL = "https://tracker.example.org"
    register(due=DUE)
    decide_status(occurrence=occurrence("Norway"), to=Status.IN_PROGRESS, by=manager, why="A team was named.")
    selection = Selection(manager, TODAY)
    response = action_item_csv(selection, selection.items().in_reading_order())
    first, second = lines_of(response)
    assert tuple(first) == ACTION_ITEM_COLUMNS
    assert first == {
        "reference": "E/RES/2020/1#op1.1",
        "symbol": "E/RES/2020/1",
        "organ": "ECOSOC",
        "adopted_on": "2020-07-20",
        "paragraph": "1",
        "verb": "request",
        "type": "directive",
        "force_secretariat": "5",
        "force_states": "5",
        "action": "Requests the Secretary-General and Norway to report",
        "nature": "Obligation",
        "status": "In progress",
        "validity": "in_force",
        "validity_by": "",
        "entities": "Secretary-General: Not started; Norway: In progress",
        "due_from": "2021-12-31",
        "due_to": "2021-12-31",
        "estimated": "false",
        "url": f"https://tracker.example.org/items/{selection.items().in_reading_order()[0].pk}/",
    }
    assert (second["due_to"], second["estimated"]) == ("", "")


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_a_closed_item_still_tells_when_it_was_due(manager):
    register(due=DUE)
    for name in ("Norway", "Secretary-General"):
        decide_status(occurrence=occurrence(name), to=Status.IMPLEMENTED, by=manager, why="They told us.")
    selection = Selection(manager, TODAY)
    first, _ = lines_of(action_item_csv(selection, selection.items().in_reading_order()))
    assert (first["status"], first["due_to"]) == ("Implemented", "2021-12-31")


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_a_focal_point_is_told_of_its_own_follow_up_only(secretariat):
    register()
    selection = Selection(secretariat, TODAY)
    (row,) = lines_of(action_item_csv(selection, selection.items()))
    assert row["entities"] == "Secretary-General: Not started"


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("count", [3, 30])
def test_the_number_of_queries_does_not_grow_with_the_rows(manager, count):
    tracked(reading("E/RES/2020/1", *(paragraph(str(n), asks()) for n in range(1, count))))
    tracked(reading("E/RES/2020/2", paragraph("1", states())))
    selection = Selection(manager, TODAY)
    manager.has_perm("tracker.see_all_entities")
    with CaptureQueriesContext(connection) as queries:
        rows = lines_of(action_item_csv(selection, selection.items()))
    # One of the two asks for the day of the organs.
    assert (len(rows), len(queries)) == (count, 2)
