"""Inventory chart, matrix and section of a report: each number is the register's, each word is accepted."""

from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from tests.builders import asks, paragraph, reading, states, stored, tracked
from tests.conftest import TODAY
from tests.register import DAY, drafted, line, occurrence, submitted
from tracker import evidence, mandates, reports, workflow
from tracker.models import ActionItem, Occurrence
from tracker.products.product import Product, Table
from tracker.products.provisions import provisions
from tracker.products.word import to_word
from tracker.products.workbook import to_workbook
from tracker.products.writing import PARTS, PRODUCTS, Asked, inventory, matrix, section
from tracker.selection import Selection
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SYMBOL = "E/RES/2020/1"
BOTH = "Requests the Secretary-General and Norway to report"
CONTROL = "=Requests the Secretary-General to count\x0b"


@pytest.fixture
def register(secretariat, reviewer):
    """Give four obligations of which one is reported on with evidence, and a draft that nobody may quote."""
    tracked(
        reading(
            SYMBOL,
            paragraph("1", asks(BOTH, of=["Secretary-General", "Norway"])),
            paragraph("2", asks("Requests Sweden to plan", of=["Sweden"])),
            paragraph("3", asks("Requests Peru to meet every year", of=["Peru"])),
            paragraph("4", asks("Requests Chile to close the fund", of=["Chile"])),
            paragraph("5", states()),
        )
    )
    Occurrence.objects.filter(assignment__entity__name="Peru").update(recurrence="FREQ=YEARLY")
    report = drafted(
        secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS, note="Half of it.")
    )
    evidence.add_document(
        report=report, by=secretariat, title="Report on trees", speaks_for=DAY, symbol="E/2021/7"
    )
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer)


def asked(user, **values) -> Asked:
    return Asked(provisions(Selection(user, TODAY, values)), "Everything", TODAY)


def decide(manager, entity, to):
    workflow.decide_status(occurrence=occurrence(entity), to=to, by=manager, why="They told us.")


def rows(product) -> dict[str, list[tuple[str, ...]]]:
    return {table.name: list(table.rows) for table in product.tables}


@pytest.mark.usefixtures("register")
def test_each_obligation_stands_in_one_part_of_the_chart_and_the_parts_add_up(viewer, manager):
    decide(manager, "Sweden", Status.IMPLEMENTED)
    decide(manager, "Peru", Status.IMPLEMENTED)
    retired = ActionItem.objects.get(assignments__entity__name="Chile")
    mandates.retire(item=retired, by=manager, why="The fund is closed.")
    told = rows(inventory(asked(viewer)))
    assert {part: [row[1] for row in held] for part, held in told.items()} == {
        "Unimplemented": [f"{SYMBOL}, paragraph 1"],
        "One-time action": [f"{SYMBOL}, paragraph 2"],
        "Ongoing basis": [f"{SYMBOL}, paragraph 3"],
        "No longer to be done": [f"{SYMBOL}, paragraph 4"],
    }
    counted = Selection(viewer, TODAY, {"nature": "obligation"}).items().count()
    assert sum(len(held) for held in told.values()) == counted == 4
    implemented = Selection(viewer, TODAY, {"nature": "obligation", "status": "implemented"}).items().count()
    assert len(told["One-time action"]) + len(told["Ongoing basis"]) == implemented


@pytest.mark.usefixtures("register")
def test_a_row_of_the_chart_quotes_the_text_and_the_accepted_report(viewer):
    (row,) = [r for r in rows(inventory(asked(viewer)))["Unimplemented"] if "paragraph 1" in r[1]]
    assert row[0] == BOTH
    assert row[2] == "Secretary-General\nNorway"
    assert row[3] == "In progress"
    assert row[4] == (
        "Secretary-General: A focal point was named.\nHalf of it.\n"
        "Report on trees: E/2021/7 (1 February 2021)"
    )


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("make", PRODUCTS.values(), ids=PRODUCTS)
def test_each_product_quotes_the_words_that_were_answered_where_they_are_others_today(viewer, make):
    said = f"Answered: “{BOTH}” Today’s text differs.\nA focal point was named.\nHalf of it."
    assert said not in str_of(make(asked(viewer)))
    later = BOTH.replace("to report", "to report every year")
    changed = reading(SYMBOL, paragraph("1", asks(later, of=["Secretary-General", "Norway"])))
    stored(changed, replaces=True)
    assert said in str_of(make(asked(viewer)))
    assert later in str_of(make(asked(viewer)))


def str_of(product) -> str:
    """Return all that a product says."""
    told = [line for block in product.blocks for line in (getattr(block, "text", ""),)]
    return "\n".join([*told, *(cell for table in product.tables for row in table.rows for cell in row)])


@pytest.mark.usefixtures("register")
def test_what_no_reviewer_accepted_is_in_no_product(viewer, norway):
    submitted(norway, line(occurrence("Norway"), Status.IMPLEMENTED, note="Secret so far."), entity="Norway")
    for make in PRODUCTS.values():
        assert "Secret so far." not in str(make(asked(viewer)))


@pytest.mark.usefixtures("register")
def test_the_matrix_crosses_paragraphs_and_entities_and_names_the_evidence(viewer):
    product = matrix(asked(viewer))
    crossed = product.tables[0]
    assert crossed.head == ("Paragraph", "Chile", "Norway", "Peru", "Secretary-General", "Sweden")
    assert crossed.rows[0] == (f"{SYMBOL}#op1.1\n{BOTH}", "", "Not started", "", "In progress", "")
    of_the_secretary_general = next(r for r in product.tables[1].rows if r[1] == "Secretary-General")
    assert of_the_secretary_general[2] == "In progress"
    assert of_the_secretary_general[5] == "Report on trees: E/2021/7 (1 February 2021)"


@pytest.mark.usefixtures("register")
def test_a_focal_point_is_told_of_its_own_entity_alone(norway):
    told = str([make(asked(norway)) for make in PRODUCTS.values()])
    assert f"{SYMBOL}#op1.1" in told
    assert "paragraph 2" not in told
    assert "A focal point was named." not in told
    assert "E/2021/7" not in told
    assert matrix(asked(norway)).tables[0].head == ("Paragraph", "Norway")


@pytest.mark.usefixtures("register")
def test_of_one_entity_only_its_own_answers_are_told(viewer):
    assert matrix(asked(viewer, entity="sg")).tables[0].head == ("Paragraph", "Secretary-General")


@pytest.mark.usefixtures("register")
def test_the_section_quotes_each_paragraph_and_footnotes_the_evidence(viewer):
    product = section(asked(viewer))
    assert product.notes == ["Report on trees: E/2021/7 (1 February 2021)"]
    word = docx.Document(BytesIO(to_word(product)))
    lines = [p.text for p in word.paragraphs]
    assert f"Implementation of resolution {SYMBOL}" in lines
    assert f"{BOTH};" in lines
    assert "Secretary-General. In progress. A focal point was named.\nHalf of it.1" in lines
    assert "Norway. Not started. No report on it has been accepted yet." in lines
    (footnotes,) = [p.blob.decode() for p in word.part.package.iter_parts() if "footnotes" in p.partname]
    assert "E/2021/7" in footnotes


@pytest.mark.usefixtures("register")
def test_the_files_hold_what_the_page_shows(viewer):
    for make in (inventory, matrix):
        product = make(asked(viewer))
        book = load_workbook(BytesIO(to_workbook(product)))
        assert book.sheetnames == ["About", *(table.name for table in product.tables)]
        word = docx.Document(BytesIO(to_word(product)))
        in_word = [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]
        filled = [[list(r) for r in (t.head, *t.rows)] for t in product.tables if t.rows]
        assert in_word == filled
        for table in product.tables:
            sheet = [[cell or "" for cell in row] for row in book[table.name].values]
            assert sheet == [list(row) for row in (table.head, *table.rows)]


def test_words_that_look_like_a_formula_stay_words(viewer):
    tracked(reading(SYMBOL, paragraph("1", asks(CONTROL))))
    book = load_workbook(BytesIO(to_workbook(inventory(asked(viewer)))))
    cell = book["Unimplemented"].cell(2, 1)
    assert (cell.value, cell.data_type) == (CONTROL.strip("\x0b"), "s")
    assert docx.Document(BytesIO(to_word(inventory(asked(viewer))))).tables[0].cell(1, 0).text[0] == "="


def test_an_empty_selection_makes_an_empty_chart_that_says_so(viewer):
    word = docx.Document(BytesIO(to_word(inventory(asked(viewer)))))
    assert [p.text for p in word.paragraphs].count("None.") == len(PARTS)
    assert "0 obligations, as of 1 March 2021" in word.paragraphs[1].text


@pytest.mark.usefixtures("register")
def test_the_number_of_queries_does_not_grow_with_the_provisions(viewer):
    asked(viewer)  # fetches what the reader may do, once and for all
    counts = []
    for symbol, number in (("E/RES/2020/2", 2), ("E/RES/2020/3", 20)):
        tracked(reading(symbol, *(paragraph(str(n), asks()) for n in range(1, number + 1))))
        with CaptureQueriesContext(connection) as queries:
            assert len(asked(viewer, resolution=symbol).provisions) == number
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_wide_matrix_is_left_to_the_workbook_which_filters_all_of_it():
    entities = tuple(f"Member {number}" for number in range(1, 200))
    row = ("E/RES/2020/1#op1.1", *("" for _ in entities[1:]), "Implemented")
    wide = Table("Matrix", "How each stands", ("Paragraph", *entities), [row])
    assert not wide.fits_a_page
    assert next(wide.labelled)[-1] == ("Member 199", "Implemented")
    product = Product("Matrix", "Everything", (wide,))
    sheet = load_workbook(BytesIO(to_workbook(product)))["Matrix"]
    assert (sheet.auto_filter.ref, sheet.max_column) == ("A1:GR2", 200)
    assert (sheet["B2"].value, sheet["GR2"].value) == (None, "Implemented")
    text = [paragraph.text for paragraph in docx.Document(BytesIO(to_word(product))).paragraphs]
    assert "This table has 200 columns and is left out here; the workbook holds it." in text
