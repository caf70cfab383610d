"""What must never be in the tables of documents and readings, the database itself refuses."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from msgspec.structs import replace

from resolutions import corrections
from resolutions.models import (
    Annex,
    Citation,
    Clause,
    ClauseAddressee,
    ClauseDeadline,
    ClauseSuggestion,
    Entity,
    EntityMembership,
    EntityName,
    Footnote,
    Paragraph,
    ParagraphText,
    ParseRun,
    Resolution,
    Session,
    SourceFile,
    TextVersion,
    Verb,
)
from resolutions.parsing import document as read
from tests.builders import asks, paragraph, reading, source, stored
from tests.constraints import Refusals, assert_database_refuses, constraints_of

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2021, 3, 1, tzinfo=dt.UTC)
EARLY, LATE = dt.date(2020, 1, 1), dt.date(2020, 12, 31)
BACKWARDS = {"valid_from": LATE, "valid_until": EARLY}

REFUSED: Refusals = {
    "session_label_once_per_organ": (Session, {}),
    "session_closes_after_it_opens": (Session, {"opens": LATE, "closes": EARLY}),
    "verb_force_up_to_ten": (Verb, {"force_states": 11}),
    "verb_type_known": (Verb, {"type": "shouting"}),
    "verb_creates_action_known": (Verb, {"creates_action": "perhaps"}),
    "entity_name_once": (EntityName, {}),
    "entity_name_ends_after_it_begins": (EntityName, BACKWARDS),
    "entity_name_kind_known": (EntityName, {"kind": "pet name"}),
    "membership_once_per_beginning": (EntityMembership, {}),
    "membership_not_of_itself": (EntityMembership, {"member_id": lambda row: row.group_id}),
    "membership_ends_after_it_begins": (EntityMembership, BACKWARDS),
    "source_sha256_form": (SourceFile, {"sha256": "no sum"}),
    "resolution_has_a_symbol": (Resolution, {"symbol": ""}),
    "resolution_kind_known": (Resolution, {"kind": "letter"}),
    "version_number_once_per_language": (TextVersion, {"part_of_file": 9, "is_current": False}),
    "version_one_current_per_source": (
        TextVersion,
        {
            "language": "fr",
            "is_current": True,
            "source_id": lambda _: TextVersion.objects.get(is_current=True).source_id,
        },
    ),
    "version_one_current_per_language": (
        TextVersion,
        {"number": 9, "part_of_file": 9, "is_current": True},
    ),
    "paragraph_eid_once_per_resolution": (Paragraph, {}),
    "paragraph_kind_known": (Paragraph, {"kind": "heading"}),
    "paragraph_text_once_per_version": (ParagraphText, {}),
    "footnote_position_once": (Footnote, {}),
    "annex_position_once": (Annex, {}),
    "citation_position_once": (Citation, {}),
    "citation_relation_known": (Citation, {"relation": "likes"}),
    "parse_run_once_per_parser_version": (ParseRun, {}),
    "clause_number_once_per_paragraph": (Clause, {}),
    "clause_numbers_from_one": (Clause, {"number": 0}),
    "clause_has_words": (Clause, {"end": lambda row: row.start}),
    "clause_type_known": (Clause, {"type": "shouting"}),
    "clause_review_says_who_and_when": (Clause, {"reviewed_by": None}),
    "addressee_once_per_clause": (ClauseAddressee, {}),
    "addressee_offsets_in_order": (ClauseAddressee, {"end": lambda row: row.start}),
    "addressee_role_known": (ClauseAddressee, {"role": "bystander"}),
    "deadline_position_once_per_clause": (ClauseDeadline, {"governs": False}),
    "deadline_one_governs_a_clause": (ClauseDeadline, {"position": 9}),
    "deadline_days_in_order": (ClauseDeadline, {"first_day": LATE, "last_day": EARLY}),
    "deadline_offsets_in_order": (ClauseDeadline, {"start": 5, "end": 5}),
    "deadline_kind_known": (ClauseDeadline, {"kind": "soon"}),
    "suggestion_once_per_run": (ClauseSuggestion, {}),
    "suggestion_settled_says_who_when_how": (ClauseSuggestion, {"settled_at": NOW}),
}
# Shown by a test of its own below.
APART = {"entity_not_merged_into_itself"}


@pytest.fixture
def full(clerk):
    """Fill every table of documents and readings."""
    document = replace(
        reading("E/RES/2020/1", paragraph("1", asks(due=LATE))),
        footnotes=(read.Footnote("1", "See A/1."),),
        annexes=(read.Annex("Annex", "Terms of reference"),),
        citations=(read.Citation("A/RES/1/1", "resolution 1/1", read.Relation.RECALLS, "pp1"),),
    )
    stored(document, file="one")
    corrections.confirm(clause=Clause.objects.get(), by=clerk)
    stored(reading("E/RES/2020/1", paragraph("1", asks(due=EARLY))), file="two")


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("constraint", REFUSED)
def test_the_database_refuses(constraint):
    assert_database_refuses(constraint, *REFUSED[constraint])


def test_no_constraint_is_without_its_test():
    assert constraints_of("resolutions") == set(REFUSED) | APART


def test_an_entity_is_not_merged_into_itself(entity):
    norway = entity("Norway")
    with pytest.raises(IntegrityError, match="entity_not_merged_into_itself"):
        Entity.objects.filter(pk=norway.pk).update(merged_into=norway)


# --- Source files never change ------------------------------------------------------------------------


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    "deed",
    [
        lambda: SourceFile.objects.update(name="another.md"),
        lambda: SourceFile.objects.earliest("pk").save(),
        lambda: source("of nothing.md").delete(),
        lambda: connection.cursor().execute("UPDATE resolutions_sourcefile SET content = 'x'"),
        lambda: connection.cursor().execute("DELETE FROM resolutions_sourcefile"),
    ],
    ids=["bulk update", "save", "delete", "raw update", "raw delete"],
)
def test_a_source_file_is_never_changed_nor_deleted(deed):
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        deed()


# --- The words of a version never change -----------------------------------------------------------------


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    "deed",
    [
        lambda: ParagraphText.objects.filter(paragraph__eid="op1").update(text="Requests nothing"),
        lambda: ParagraphText.objects.filter(paragraph__eid="op1").update(tail="as before"),
        lambda: ParagraphText.objects.update(version=TextVersion.objects.latest("pk")),
        lambda: ParagraphText.objects.earliest("pk").delete(),
        lambda: connection.cursor().execute("UPDATE resolutions_paragraphtext SET text = 'x'"),
        lambda: connection.cursor().execute("DELETE FROM resolutions_paragraphtext"),
    ],
    ids=["other words", "another tail", "another version", "delete", "raw update", "raw delete"],
)
def test_the_words_of_a_version_are_never_changed_nor_dropped(deed):
    with pytest.raises(DatabaseError, match=r"Cannot (update|delete) rows"), transaction.atomic():
        deed()


# --- Row history --------------------------------------------------------------------------------------


def history(resolution):
    return list(resolution.events.order_by("pgh_id").values_list("pgh_label", "title"))


@pytest.mark.parametrize(
    "write",
    [
        lambda pk: Resolution.objects.filter(pk=pk).update(title="New"),
        lambda pk: Resolution.objects.bulk_update([Resolution(pk=pk, title="New")], ["title"]),
        lambda pk: connection.cursor().execute(
            "UPDATE resolutions_resolution SET title = 'New' WHERE id = %s", [pk]
        ),
    ],
    ids=["update", "bulk update", "raw SQL"],
)
def test_the_database_itself_keeps_what_every_row_was(write):
    resolution = Resolution.objects.create(symbol="E/RES/2020/1", title="Old")
    write(resolution.pk)
    assert history(resolution) == [("insert", "Old"), ("update", "New")]


def test_rows_written_in_bulk_have_their_history_too():
    Resolution.objects.bulk_create([Resolution(symbol=f"E/RES/2020/{n}") for n in range(3)])
    assert [history(r) for r in Resolution.objects.all()] == [[("insert", "")]] * 3


@pytest.mark.parametrize(
    "deed",
    [
        lambda events: events.update(title="Never"),
        lambda events: events.first().delete(),
        lambda events: connection.cursor().execute("UPDATE resolutions_resolutionevent SET title = 'x'"),
        lambda events: connection.cursor().execute("DELETE FROM resolutions_resolutionevent"),
    ],
    ids=["update", "delete", "raw update", "raw delete"],
)
def test_nobody_edits_the_past(deed):
    resolution = Resolution.objects.create(symbol="E/RES/2020/1", title="Old")
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        deed(resolution.events)  # type: ignore[attr-defined]
    assert history(resolution) == [("insert", "Old")]
