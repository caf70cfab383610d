"""Storing a reading: atomic, repeatable, never undoing a person."""

from functools import partial

import pytest
from django.db import connection
from msgspec.structs import replace

from resolutions import importing
from resolutions.importing import ImportRefused, Outcome, store
from resolutions.models import (
    Clause,
    Entity,
    Paragraph,
    ParagraphText,
    ParseRun,
    Resolution,
    TextVersion,
    Verb,
)
from resolutions.parsing import document as read
from resolutions.parsing.document import Document
from tests.builders import asks, paragraph, reading, source, states, stored, tracked
from tests.snapshot import snapshot
from tests.together import at_once
from tracker.intake import track
from tracker.models import ActionItem

pytestmark = pytest.mark.django_db

REPORT = "Requests the Secretary-General to report on cooperation to the Council"
HELP = "Invites Member States to help in the work of the programme"
TWO = reading(
    "E/RES/2020/1",
    paragraph("1", asks(REPORT)),
    paragraph("2", asks(HELP, verb="invite", of=["Member States"])),
)
LETTER = Document(
    language="en",
    kind="resolution",
    symbol="E/2020/7",
    warnings=(read.Warning("not_a_resolution", "The text is a letter."),),
)


# --- What is refused leaves nothing behind ------------------------------------------------------------


def test_a_text_without_operative_paragraphs_is_refused_and_nothing_is_written():
    file = source("letter.md")
    before = snapshot()
    with pytest.raises(ImportRefused, match=r"The text is a letter\. Nothing was stored") as refusal:
        store(document=LETTER, source=file)
    assert refusal.value.code == "not_a_resolution"
    assert snapshot() == before


def test_another_text_under_a_symbol_we_hold_is_refused_and_nothing_is_written():
    stored(TWO)
    other = reading(
        "E/RES/2020/1", paragraph("1", states("Decides upon quite different matters", verb="decide"))
    )
    file = source("other.md")
    before = snapshot()
    with pytest.raises(ImportRefused, match=r"only \d+% of them\. Check the symbol") as refusal:
        store(document=other, source=file)
    assert refusal.value.code == "symbol_taken"
    assert snapshot() == before


def test_another_text_under_a_symbol_we_hold_is_taken_where_a_person_says_it_replaces_it():
    first = stored(TWO)
    other = reading(
        "E/RES/2020/1", paragraph("1", states("Decides upon quite different matters", verb="decide"))
    )
    second = stored(other, replaces=True)
    assert (second.resolution, second.outcome) == (first.resolution, Outcome.NEW_VERSION)
    assert list(second.resolution.versions.values_list("number", "is_current")) == [(1, False), (2, True)]


def test_a_failure_in_the_middle_leaves_nothing():
    too_long = replace(asks(HELP), rule="x" * 61)
    document = reading("E/RES/2020/1", paragraph("1", asks(REPORT)), paragraph("2", too_long))
    file = source()
    before = snapshot()
    with pytest.raises(Exception, match="value too long"):
        store(document=document, source=file)
    connection.needs_rollback = False
    assert snapshot() == before


# --- The same again changes nothing -------------------------------------------------------------------


def test_the_same_file_twice_changes_nothing_at_all():
    tracked(TWO)
    before = snapshot()
    again = stored(TWO)
    track(again.resolution)
    assert again.outcome == Outcome.UNCHANGED
    assert snapshot() == before


def test_a_better_parser_reads_the_same_file_again_without_a_new_version(monkeypatch):
    tracked(TWO, file="one")
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    again = stored(TWO, file="one")
    assert (again.outcome, again.version.number) == (Outcome.READ_AGAIN, 1)
    assert ParseRun.objects.filter(version=again.version).count() == 2
    assert (Clause.objects.count(), ParagraphText.objects.count()) == (2, 3)


def test_a_better_parser_that_finds_the_same_changes_no_clause(monkeypatch):
    tracked(TWO, file="one")
    ignored = ("ParseRun", "ParseRunEvent", "ClauseAddressee", "ClauseAddresseeEvent")
    before = snapshot(but=ignored)
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    track(stored(TWO, file="one").resolution)
    assert snapshot(but=ignored) == before


def test_a_file_that_was_replaced_changes_nothing_when_it_comes_in_again(monkeypatch):
    tracked(TWO, file="old")
    tracked(reading("E/RES/2020/1", paragraph("1", asks(REPORT)), paragraph("2", states())), file="new")
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    before = snapshot()
    assert stored(TWO, file="old").outcome == Outcome.UNCHANGED
    assert snapshot() == before


def test_a_file_that_was_replaced_can_take_its_place_again():
    first = stored(TWO, file="old")
    stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT))), file="new", replaces=True)
    again = stored(TWO, file="old", replaces=True)
    assert (again.version, again.outcome) == (first.version, Outcome.READ_AGAIN)
    assert TextVersion.objects.get(is_current=True) == first.version
    assert not Clause.objects.filter(vanished=True).exists()


# --- A corrected text ---------------------------------------------------------------------------------


def test_a_corrected_text_becomes_the_current_version_and_updates_what_nobody_touched():
    stored(TWO, file="one")
    corrected = reading(
        "E/RES/2020/1",
        paragraph("1", asks(REPORT.replace("to report", "to report annually"))),
        paragraph("2", asks(HELP, verb="invite", of=["Member States"])),
    )
    result = stored(corrected, file="two")
    assert (result.outcome, result.clauses.updated, result.clauses.added) == (Outcome.NEW_VERSION, 2, 0)
    clause = Clause.objects.by_reference("E/RES/2020/1#op1.1").get()
    assert "annually" in clause.action
    assert clause.version == result.version
    assert ParagraphText.objects.filter(paragraph__eid="op1").count() == 2


def test_the_words_of_the_earlier_version_stay_as_they_were():
    first = stored(TWO, file="one").version
    before = list(first.paragraph_texts.values())
    stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT + " again"))), file="two")
    assert list(first.paragraph_texts.values()) == before


def test_a_paragraph_that_is_gone_keeps_its_clause_marked_as_vanished_with_its_item():
    tracked(TWO, file="one")
    result = stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT))), file="two")
    assert result.clauses.vanished == 1
    gone = Clause.objects.get(vanished=True)
    assert (gone.reference, gone.action_item.reference) == ("E/RES/2020/1#op2.1", "E/RES/2020/1#op2.1")
    assert gone.action_item not in ActionItem.objects.listed()


def test_a_clause_that_comes_back_is_the_old_one_again():
    stored(TWO, file="one")
    number_of_clauses = Clause.objects.count()
    stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT))), file="two")
    stored(TWO, file="three")
    assert Clause.objects.count() == number_of_clauses
    assert not Clause.objects.filter(vanished=True).exists()


def test_a_paragraph_that_one_reading_lost_comes_back_with_the_next_file(monkeypatch):
    tracked(TWO, file="one")
    monkeypatch.setattr(importing, "PARSER_VERSION", "loses a paragraph")
    stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT))), file="one")
    stored(TWO, file="two")
    assert [c.reference for c in Clause.objects.all()] == ["E/RES/2020/1#op1.1", "E/RES/2020/1#op2.1"]
    assert not Clause.objects.filter(vanished=True).exists()


# --- What the text does not say -----------------------------------------------------------------------


def test_without_a_symbol_a_provisional_one_stands_which_the_same_file_gives_again():
    nameless = reading(None, paragraph("1", asks(REPORT)))
    first = stored(nameless, file="nameless").resolution
    assert first.symbol_is_provisional
    assert first.symbol.startswith("UNNUMBERED/")
    assert stored(nameless, file="nameless").resolution == first


def test_a_better_parser_that_finds_the_symbol_gives_it_to_the_nameless_one(monkeypatch):
    nameless = reading(None, paragraph("1", asks(REPORT)))
    resolution = stored(nameless, file="nameless").resolution
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    again = stored(replace(nameless, symbol="E/RES/2020/8"), file="nameless").resolution
    assert (again.pk, again.symbol, again.symbol_is_provisional) == (resolution.pk, "E/RES/2020/8", False)


def test_a_symbol_of_another_resolution_is_not_taken_from_it(monkeypatch):
    held = stored(TWO).resolution
    nameless = reading(None, paragraph("1", asks(REPORT)))
    provisional = stored(nameless, file="nameless").resolution.symbol
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    again = stored(replace(nameless, symbol=held.symbol), file="nameless").resolution
    assert (again.symbol, again.symbol_is_provisional) == (provisional, True)


def test_two_nameless_texts_of_one_file_are_two_resolutions():
    file = source("two in one.md")
    one, two = (
        store(
            document=reading(None, paragraph("1", states(words))), source=file, part_of_file=part
        ).resolution
        for part, words in enumerate((REPORT, HELP), 1)
    )
    assert one != two


def test_without_a_day_of_adoption_the_resolution_has_none():
    document = replace(TWO, adopted_on=None)
    assert stored(document).resolution.adopted_on is None


def test_warnings_are_kept_with_the_reading():
    document = replace(TWO, warnings=(read.Warning("numbering_gap", "Paragraph 3 is missing.", "op4"),))
    run = stored(document).version.parse_runs.get()
    assert run.warnings == [{"code": "numbering_gap", "message": "Paragraph 3 is missing.", "in": "op4"}]


def test_paragraphs_stand_in_the_order_of_the_text():
    resolution = stored(TWO).resolution
    assert [p.eid for p in resolution.paragraphs.all()] == ["pp1", "op1", "op2"]
    assert [p.kind for p in resolution.paragraphs.all()] == ["preambular", "operative", "operative"]
    assert Paragraph.objects.by_reference("E/RES/2020/1#op2").get().label == "2"


def test_a_translation_is_a_version_of_its_own_beside_the_text_we_hold():
    stored(TWO)
    french = replace(
        reading("E/RES/2020/1", paragraph("1", asks("Prie le Secrétaire général de faire rapport", of=[]))),
        language="fr",
    )
    result = stored(french)
    assert list(result.resolution.versions.values_list("language", "number", "is_current")) == [
        ("en", 1, True),
        ("fr", 1, True),
    ]
    assert not Clause.objects.filter(version__language="en", vanished=True).exists()


# --- Two workers at once ------------------------------------------------------------------------------


@pytest.mark.usefixtures("committed_db")
def test_two_workers_that_store_the_same_symbol_at_once_make_one_resolution():
    files = [source(f"copy {n}.md") for n in range(6)]
    results = at_once([partial(store, document=TWO, source=file) for file in files])
    assert {result.resolution for result in results} == {Resolution.objects.get()}
    assert sorted(result.version.number for result in results) == [1, 2, 3, 4, 5, 6]
    assert (Clause.objects.count(), TextVersion.objects.filter(is_current=True).count()) == (2, 1)


@pytest.mark.usefixtures("committed_db")
def test_two_workers_that_meet_the_same_new_names_at_once_agree_on_them():
    documents = [
        reading(
            f"E/RES/2020/{n}",
            paragraph(
                "1", asks("Petitions the Board of Lighthouses", verb="petition", of=["Board of Lighthouses"])
            ),
        )
        for n in range(1, 7)
    ]
    files = [source(f"{document.symbol}.md") for document in documents]
    results = at_once(
        [
            partial(store, document=document, source=file)
            for document, file in zip(documents, files, strict=True)
        ]
    )
    assert [getattr(result, "outcome", result) for result in results] == [Outcome.NEW] * 6
    assert Entity.objects.filter(name="Board of Lighthouses").count() == 1
    assert Verb.objects.filter(lemma="petition").count() == 1


# --- A text in another language --------------------------------------------------------------------------

FRENCH = replace(
    TWO,
    language="fr",
    title="Renforcement de la coopération",
    meeting="10e séance plénière",
    operative=tuple(
        replace(p, text="Prie le Secrétaire général.", heading="Coopération", clauses=())
        for p in TWO.operative
    ),
)


def test_a_translation_changes_neither_title_nor_headings_nor_clauses():
    english = stored(TWO).resolution
    before = (english.title, english.meeting)
    headings = list(english.paragraphs.values_list("eid", "heading", "label"))
    clauses = list(Clause.objects.order_by("pk").values())
    translated = stored(FRENCH, file="fr.xml").resolution
    translated.refresh_from_db()
    assert translated == english
    assert (translated.title, translated.meeting) == before
    assert list(translated.paragraphs.values_list("eid", "heading", "label")) == headings
    assert list(Clause.objects.order_by("pk").values()) == clauses
    texts = translated.versions.get(language="fr").paragraph_texts.filter(paragraph__kind="operative")
    assert {text.text for text in texts} == {"Prie le Secrétaire général."}


def test_a_translation_says_what_the_english_text_left_open():
    english = stored(replace(TWO, meeting=None, vote=None)).resolution
    stored(replace(FRENCH, vote="Adoptée sans vote"), file="fr.xml")
    english.refresh_from_db()
    assert (english.meeting, english.vote) == ("10e séance plénière", "Adoptée sans vote")


def test_the_english_text_speaks_for_the_resolution_whenever_it_comes():
    first = stored(FRENCH, file="fr.xml").resolution
    assert first.title == "Renforcement de la coopération"
    stored(TWO)
    first.refresh_from_db()
    assert first.title == TWO.title
    assert set(first.paragraphs.values_list("heading", flat=True)) == {""}
