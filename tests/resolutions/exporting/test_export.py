"""From the database to a file and back: nothing of what was read or corrected is lost."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from msgspec.structs import replace

from resolutions.exporting.files import Form, NothingToExport, export
from resolutions.exporting.rebuilding import document_of
from resolutions.importing import store
from resolutions.models import Clause, Resolution, TextVersion
from resolutions.sources import keep_source
from tests.resolutions.exporting.documents import DAY, NUMBERED_TWICE, RICH, SAMPLE, back, content, made

pytestmark = pytest.mark.django_db


def stored(document, name="made.txt"):
    return store(document=document, source=keep_source(data=name.encode(), name=name)).resolution


def fresh(resolution):
    return Resolution.objects.select_related("organ", "session").get(pk=resolution.pk)


def test_a_resolution_without_a_text_is_refused():
    empty = Resolution.objects.create(symbol="A/RES/1/1")
    with pytest.raises(NothingToExport, match=r"No text of A/RES/1/1 is held yet"):
        export(empty, form=Form.AKN, on=DAY)


def test_a_language_that_is_not_held_is_refused():
    with pytest.raises(NothingToExport, match="language “fr”"):
        export(stored(made(RICH)), form=Form.AKN, on=DAY, language="fr")


@pytest.mark.parametrize(
    "text",
    [SAMPLE.read_text(), RICH, NUMBERED_TWICE],
    ids=["the sample", "parts and an annex", "a paragraph that says nothing itself"],
)
def test_what_is_stored_is_what_was_read(text):
    document = made(text, "made.md" if text.startswith("\n") else "made.txt")
    rebuilt = document_of(fresh(stored(document)))
    assert content(rebuilt).operative == content(document).operative
    assert content(replace(rebuilt, session=None)) == content(replace(document, session=None))
    assert rebuilt.citations == document.citations


@pytest.mark.parametrize("form", list(Form))
def test_every_form_reads_back_to_the_same_document(form):
    resolution = stored(made(SAMPLE.read_text(), "sample.md"))
    file = export(fresh(resolution), form=form, on=DAY)
    again = back(file.content, file.name)
    assert content(again) == content(document_of(fresh(resolution)))
    assert file.name.startswith("E-RES-2004-33.")


def test_what_a_person_corrected_is_exported_and_reads_back():
    resolution = stored(made(RICH))
    clause = Clause.objects.filter(paragraph__resolution=resolution, asks=True).first()
    assert clause is not None
    clause.rule, clause.action = "person", "light every coast"
    clause.save()
    clause.addressees.update(text="", start=None, end=None, offsets_in=None)
    file = export(fresh(resolution), form=Form.AKN, on=DAY)
    (read_again,) = [
        each
        for paragraph in back(file.content, file.name).operative
        for each in paragraph.clauses
        if each.rule == "person"
    ]
    assert read_again.action == "light every coast"
    named = clause.addressees.values_list("entity__name", flat=True)
    assert [each.entity for each in read_again.addressees] == list(named)


def test_the_exported_file_can_be_stored_again_without_a_change():
    document = made(RICH)
    first = stored(document)
    file = export(fresh(first), form=Form.AKN, on=DAY)
    second = replace(back(file.content, file.name), symbol="A/RES/85/999")
    copy = stored(second, "copy.xml")
    assert content(document_of(fresh(copy))).operative == content(document_of(fresh(first))).operative


def test_clauses_that_vanished_are_left_out():
    resolution = stored(made(RICH))
    Clause.objects.filter(paragraph__resolution=resolution).update(vanished=True)
    assert [paragraph.clauses for paragraph in document_of(resolution).operative if paragraph.clauses] == []


def test_a_provisional_symbol_is_not_printed():
    resolution = stored(replace(made(RICH), symbol=None))
    assert document_of(resolution).symbol is None


def test_english_is_exported_unless_another_language_is_named():
    resolution = stored(made(RICH))
    english = TextVersion.objects.get(resolution=resolution)
    TextVersion.objects.create(
        resolution=resolution,
        source=keep_source(data=b"fr", name="fr"),
        language="ar",
        number=1,
        is_current=True,
    )
    assert document_of(resolution).language == english.language == "en"
    assert document_of(resolution, language="ar").operative == ()


def test_the_number_of_queries_does_not_grow_with_the_resolution():
    counts = []
    for number, text in enumerate([RICH, SAMPLE.read_text()]):
        resolution = fresh(stored(made(text, "made.md"), f"{number}"))
        with CaptureQueriesContext(connection) as queries:
            export(resolution, form=Form.AKN, on=dt.date(2031, 1, 1))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 9
