"""Every word of a text in exactly one place of its reading."""

from collections import Counter

import pytest
from msgspec.structs import replace

from resolutions.evaluation.completeness import account
from resolutions.evaluation.printed import letters_amiss
from resolutions.exporting.docx import to_docx
from resolutions.readers import read
from tests.resolutions.exporting.documents import RICH, made
from tests.resolutions.parsing.texts import CLOSING, HEAD
from tests.resolutions.readers.akn_files import RECITALS, akn, statement
from tests.resolutions.readers.docx.test_body import made_in_word
from tests.resolutions.readers.html.test_read import RESOLUTION
from tests.resolutions.readers.pdf.printing import ITALIC, LEFT, UPRIGHT, Print


def of(text):
    return account(read(text.encode(), "made.txt"))


def test_nothing_is_lost_or_invented_of_a_whole_resolution():
    found = of(
        HEAD + "Lamps of the coast\n\n1. Urges States to\nlight lamps, to keep the peace-\nful coast:1\n\n"
        "(a) Great;\n\n"
        "1 See A/85/1.\n\nA/RES/85/123\nPage 2\n\n(b) Small." + CLOSING + "\nAnnex\n\nTerms of the lamps"
    )
    assert (found.kept, found.lost.total(), found.invented.total()) == (100.0, 0, 0)
    assert found.words > 20


def test_a_text_in_which_nobody_speaks_has_no_words_to_lose():
    assert of("A letter about lamps.").words == 0


def printed() -> bytes:
    sheet = Print()
    sheet.page_marks("Lamps of the coast", "A/RES/85/123")
    sheet.paragraph("Resolution adopted by the General Assembly on 12 December 2030")
    sheet.paragraph(((ITALIC, "The General Assembly"), ","))
    sheet.paragraph(
        ((ITALIC, "Recalling"), " its resolution 84/1 of 3 October 2029 on the"), "lamps of the coast,"
    )
    sheet.paragraph(("1. ", (ITALIC, "Urges"), " States to light their lamps,", (UPRIGHT, "1", 6, 3), " and"))
    sheet.notes(("1", "See A/85/999."))
    sheet.new_page()
    sheet.page_marks("Lamps of the coast", "A/RES/85/123")
    sheet.paragraph("to keep them:", indent=LEFT)
    sheet.paragraph("(a) Clean;")
    sheet.paragraph("(b) Bright.")
    sheet.paragraph("60th plenary meeting", "12 December 2030")
    return sheet.data()


FILES = {
    "made.pdf": printed,
    "made.xml": akn,
    "made.html": RESOLUTION.encode,
    "typed.docx": made_in_word,
    "made.docx": lambda: to_docx(made(RICH)),
}


@pytest.mark.parametrize("name", list(FILES))
def test_nothing_is_lost_or_invented_of_a_file_of_any_format(name):
    data = FILES[name]()
    source = read(data, name)
    found = account(source)
    assert letters_amiss(data, source) == (Counter(), Counter())
    assert (found.lost, found.invented) == (Counter(), Counter())
    assert found.words > 15


def test_a_heading_over_recitals_is_kept_in_its_warning():
    between = '<block name="subheading">Situation at sea</block>'
    data = akn(statement(preamble=RECITALS + between + RECITALS))
    assert account(read(data, "made.xml")).lost == Counter()


def test_what_a_reader_lost_or_invented_is_told():
    data = RESOLUTION.encode()
    source = read(data, "made.html")
    without, twice = source.blocks[1:], (source.blocks[0], *source.blocks)
    assert letters_amiss(data, replace(source, blocks=without)) == (Counter("resolution"), Counter())
    assert letters_amiss(data, replace(source, blocks=twice)) == (Counter(), Counter("resolution"))
