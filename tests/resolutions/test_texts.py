"""The words of a document in one version: paragraphs, footnotes, annexes, citations."""

import pytest
from msgspec.structs import replace

from resolutions import importing
from resolutions.models import Citation, Paragraph, ParagraphText, Resolution
from resolutions.parsing import document as read
from tests.builders import asks, paragraph, reading, states, stored

pytestmark = pytest.mark.django_db

TOP, SUB = paragraph("1", asks()), replace(paragraph("1_a", states()), parent="op1", label="1(a)")
DOCUMENT = replace(
    reading("E/RES/2020/1", replace(TOP, tail="and to inform it;", calls=(read.FootnoteCall("1", 9),)), SUB),
    footnotes=(read.Footnote("1", "Ibid.", "See A/1."), read.Footnote("2", "See A/2.")),
    annexes=(read.Annex("Annex", "Terms of reference"),),
    citations=(read.Citation("E/RES/2019/4", "resolution 2019/4", read.Relation.RECALLS, "pp1", "para. 2"),),
)


def test_a_paragraph_keeps_its_place_its_words_and_its_calls():
    version = stored(DOCUMENT).version
    text = ParagraphText.objects.get(paragraph__eid="op1", version=version)
    assert (text.text, text.tail) == ("Requests the Secretary-General to report;", "and to inform it;")
    assert (text.phrase, text.calls) == ("Requests", [{"label": "1", "at": 9}])
    sub = Paragraph.objects.get(eid="op1_a")
    assert (sub.parent, sub.label, sub.position) == (text.paragraph, "1(a)", 3)


def test_footnotes_and_annexes_are_kept_in_their_order():
    version = stored(DOCUMENT).version
    assert list(version.footnotes.values_list("label", "text", "resolved")) == [
        ("1", "Ibid.", "See A/1."),
        ("2", "See A/2.", ""),
    ]
    assert [annex.text for annex in version.annexes.all()] == ["Terms of reference"]


def test_a_citation_says_what_it_cites_where_and_how():
    stored(DOCUMENT)
    citation = Citation.objects.get()
    assert (citation.symbol, citation.relation, citation.pinpoint) == ("E/RES/2019/4", "recalls", "para. 2")
    assert (citation.paragraph, citation.cited) == (Paragraph.objects.get(eid="pp1"), None)


def test_a_citation_is_linked_to_the_resolution_whichever_came_in_first():
    stored(DOCUMENT)
    cited = stored(reading("E/RES/2019/4", paragraph("1", states()))).resolution
    assert Citation.objects.get().cited == cited
    stored(replace(DOCUMENT, symbol="E/RES/2020/2"), file="two")
    assert set(Citation.objects.values_list("cited", flat=True)) == {cited.pk}


def test_a_paragraph_that_moves_keeps_its_row():
    stored(DOCUMENT)
    before = Paragraph.objects.get(eid="op1_a").pk
    stored(
        replace(DOCUMENT, preamble=(*DOCUMENT.preamble, replace(DOCUMENT.preamble[0], eid="pp2"))), file="two"
    )
    after = Paragraph.objects.get(eid="op1_a")
    assert (after.pk, after.position) == (before, 4)


def words_in(version):
    """Return the paragraphs of a version with their words."""
    return list(version.paragraph_texts.values_list("paragraph__eid", "text"))


BETTER = replace(
    DOCUMENT, operative=(replace(TOP, text="Requests him to report;", clauses=()),), footnotes=()
)


def test_a_better_reading_of_the_same_file_with_other_words_is_a_version_of_its_own(monkeypatch):
    version = stored(DOCUMENT, file="one").version
    before = words_in(version)
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    better = stored(BETTER, file="one")
    assert (better.outcome, better.version.number) == (importing.Outcome.READ_AGAIN, 2)
    assert words_in(better.version) == [
        ("pp1", "Recalling its earlier resolutions,"),
        ("op1", "Requests him to report;"),
    ]
    assert (words_in(version), version.footnotes.count()) == (before, 2)
    assert not better.version.footnotes.exists()


def test_the_next_reading_of_that_file_begins_from_its_newest_version(monkeypatch):
    stored(DOCUMENT, file="one")
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    stored(BETTER, file="one")
    assert stored(BETTER, file="one").outcome == importing.Outcome.UNCHANGED
    monkeypatch.setattr(importing, "PARSER_VERSION", "last")
    assert stored(BETTER, file="one").version.number == 2


def test_a_reading_with_the_same_words_and_other_footnotes_stays_the_same_version(monkeypatch):
    stored(DOCUMENT, file="one")
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    again = stored(replace(DOCUMENT, footnotes=()), file="one")
    assert (again.version.number, again.version.footnotes.count()) == (1, 0)


@pytest.mark.parametrize("words", ["cooperation", "earlier resolution"])
def test_a_resolution_is_found_by_its_title_and_by_the_words_of_its_current_text(words):
    resolution = stored(DOCUMENT).resolution
    assert list(Resolution.objects.search(words)) == [resolution]
    assert not Resolution.objects.search("lighthouse").exists()


@pytest.mark.parametrize("reference", ["E/RES/2020/1#op9", "E/RES/2020/1", "", "#", "E/RES/2020/9#op1"])
def test_a_reference_that_names_nothing_finds_nothing(reference):
    stored(DOCUMENT)
    assert not Paragraph.objects.by_reference(reference).exists()
