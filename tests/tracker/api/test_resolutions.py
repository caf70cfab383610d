"""Resolutions and paragraphs: found by symbol and reference, narrowed, searched."""

import datetime as dt

import pytest

from tests.builders import asks, paragraph, reading, states, stored, tracked
from tests.tracker.api.register import register

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(as_, viewer):
    register()
    tracked(
        reading(
            "E/RES/2019/7",
            paragraph(
                "1", asks("Calls upon Member States to save whales", verb="call upon", of=["Member States"])
            ),
            adopted=dt.date(2019, 7, 1),
        )
    )
    return as_(viewer)


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ("", ["E/RES/2020/1", "E/RES/2019/7"]),
        ("ordering=adopted", ["E/RES/2019/7", "E/RES/2020/1"]),
        ("ordering=-symbol", ["E/RES/2020/1", "E/RES/2019/7"]),
        ("q=whale", ["E/RES/2019/7"]),
        ("q=2019/7", ["E/RES/2019/7"]),
        ("organ=ecosoc&adopted_from=2020-01-01", ["E/RES/2020/1"]),
        ("organ=GA", []),
        ("session=2019", ["E/RES/2019/7"]),
        ("adopted_to=2019-07-01", ["E/RES/2019/7"]),
        ("provisional=true", []),
        ("kind=decision", []),
    ],
)
def test_resolutions_are_narrowed_and_ordered(reader, query, symbols):
    body = reader.get(f"/api/v1/resolutions/?{query}").json()
    assert [row["symbol"] for row in body["results"]] == symbols
    assert body["count"] == len(symbols)


def test_a_resolution_is_found_by_its_symbol_with_its_paragraphs_in_order(reader):
    body = reader.get("/api/v1/resolutions/E/RES/2020/1/").json()
    assert (body["symbol"], body["organ"], body["adopted_on"]) == ("E/RES/2020/1", "ECOSOC", "2020-07-20")
    assert [row["reference"] for row in body["paragraphs"]] == [
        "E/RES/2020/1#pp1",
        "E/RES/2020/1#op1",
        "E/RES/2020/1#op2",
        "E/RES/2020/1#op3",
    ]
    assert body["paragraphs"][2]["text"] == "Requests the Secretary-General to report on forests;"
    assert body["versions"][0]["is_current"] is True


def test_the_number_and_the_symbol_lead_to_the_same_resolution(reader):
    by_symbol = reader.get("/api/v1/resolutions/E/RES/2020/1/").json()
    assert reader.get(f"/api/v1/resolutions/{by_symbol['id']}/").json() == by_symbol


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("resolution=E/RES/2019/7", ["E/RES/2019/7#pp1", "E/RES/2019/7#op1"]),
        ("q=whales", ["E/RES/2019/7#op1"]),
        ("q=forest&kind=operative", ["E/RES/2020/1#op2"]),
        ("kind=preambular", ["E/RES/2020/1#pp1", "E/RES/2019/7#pp1"]),
        ("kind=preambular&ordering=-reading", ["E/RES/2019/7#pp1", "E/RES/2020/1#pp1"]),
        ("organ=GA", []),
    ],
)
def test_paragraphs_are_narrowed_and_searched(reader, query, references):
    body = reader.get(f"/api/v1/paragraphs/?{query}").json()
    assert [row["reference"] for row in body["results"]] == references


def test_a_paragraph_is_found_by_its_reference_and_names_its_clauses(reader):
    body = reader.get("/api/v1/paragraphs/E/RES/2020/1%23op3/").json()
    assert (body["eid"], body["kind"], body["resolution"]) == ("op3", "operative", "E/RES/2020/1")
    assert body["clauses"] == ["E/RES/2020/1#op3.1", "E/RES/2020/1#op3.2"]


def test_a_paragraph_that_the_current_text_dropped_has_no_words(reader):
    stored(reading("E/RES/2020/1", paragraph("1", states())), file="corrected", replaces=True)
    body = reader.get("/api/v1/paragraphs/E/RES/2020/1%23op3/").json()
    assert (body["text"], body["clauses"]) == ("", [])
