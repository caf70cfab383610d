"""What a report answered stays readable, whatever is imported or corrected afterwards."""

from dataclasses import replace
from importlib import import_module

import pgtrigger
import pytest
from django.db import connection

from resolutions import corrections, importing
from resolutions.models import Clause, ParagraphText
from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import WORDS, accepted, drafted, line, occurrence
from tracker import reports
from tracker.models import FollowUpReport, ReportLine
from tracker.quoting import Quote, quote, texts_of
from tracker.report_lines import WordsChanged
from tracker.statuses import Status

pytestmark = pytest.mark.django_db

ASKED = "requests the Secretary-General to report on cooperation"
LATER = "requests the Secretary-General to report every year on cooperation"
WELCOMES = "Welcomes the progress made"


def text(words: str, before: str = WELCOMES, *, file: str) -> None:
    """Let a text come in whose paragraph welcomes something and then asks with these words."""
    tracked(reading("E/RES/2020/1", paragraph("1", states(before), asks(words))), file=file)


@pytest.fixture
def report(secretariat, reviewer):
    text(ASKED, file="one")
    return accepted(secretariat, reviewer, line(occurrence("Secretary-General")))


def quoted(report) -> Quote:
    """Return what the only line of a report answered."""
    rows = list(report.lines.select_related("occurrence__assignment__item__clause"))
    (found,) = (quote(row, texts_of(rows)) for row in rows)
    return found


def test_the_words_answered_stand_in_their_paragraph(report):
    assert quoted(report) == Quote(f"{WELCOMES}, ", ASKED, ";", ASKED, differs=False)
    assert quoted(report).note == ""


def test_a_corrected_text_leaves_the_words_answered_and_they_are_told_to_differ(report):
    text(LATER, file="two")
    assert quoted(report) == Quote(f"{WELCOMES}, ", ASKED, ";", LATER, differs=True)
    assert quoted(report).note == "Today’s text differs."
    assert [piece.text for piece in quoted(report).pieces[1] if piece.only_here] == ["every year "]


def test_so_does_a_better_reading_of_the_same_file(report, monkeypatch):
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    text(LATER, file="one")
    assert (quoted(report).words, quoted(report).today) == (ASKED, LATER)


def test_words_that_only_moved_in_their_paragraph_do_not_differ(report):
    text(ASKED, "Welcomes with great appreciation the progress made", file="two")
    assert (quoted(report).before, quoted(report).differs) == (f"{WELCOMES}, ", False)


def test_a_paragraph_that_is_dropped_is_told_to_be_gone(report, monkeypatch):
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    tracked(reading("E/RES/2020/1", paragraph("2", states())), file="one")
    assert (quoted(report).words, quoted(report).today) == (ASKED, "")
    assert quoted(report).note == "Today’s text no longer has these words."


def test_a_correction_by_a_person_changes_no_word_that_was_answered(report, clerk):
    clause = Clause.objects.get(asks=True)
    corrections.correct(clause=clause, by=clerk, correction=corrections.Correction(action="to report soon"))
    text(LATER, file="two")
    assert (quoted(report).words, quoted(report).today) == (ASKED, LATER)


def test_a_draft_that_is_changed_answers_the_words_of_that_day(secretariat):
    text(ASKED, file="one")
    asked = occurrence("Secretary-General")
    report = drafted(secretariat, line(asked))
    text(LATER, file="two")
    assert quoted(report).words == ASKED
    words = reports.Words(report.period_from, report.period_to, "A focal point was named.")
    reports.edit(report=report, by=secretariat, words=words, lines=[line(asked, Status.IN_PROGRESS)])
    assert quoted(report) == Quote(f"{WELCOMES}, ", LATER, ";", LATER, differs=False)


def test_where_the_place_is_not_known_the_whole_paragraph_is_quoted(report):
    report.lines.update(start=None, end=None)
    assert (quoted(report).said, quoted(report).differs) == (f"{WELCOMES}, {ASKED};", False)
    text(LATER, file="two")
    assert quoted(report).differs


# --- Lines from before they told their place ----------------------------------------------------------------

find = import_module("tracker.migrations.0012_find_words_answered").FIND


def found() -> tuple[int | None, int | None]:
    """Forget the place of the only line, let the migration find it again, and return it."""
    with pgtrigger.ignore("tracker.ReportLine:update_update"):  # as of a line that never had one
        ReportLine.objects.update(start=None, end=None)
    with connection.cursor() as cursor:
        cursor.execute(find)
    row = ReportLine.objects.get()
    return row.start, row.end


def test_the_migration_finds_the_words_where_the_line_was_written(report):
    was = report.lines.get()
    assert found() == (was.start, was.end) == (len(WELCOMES) + 2, len(WELCOMES) + 2 + len(ASKED))


@pytest.mark.usefixtures("committed_db")
@pytest.mark.parametrize(
    ("now", "place"),
    [(f"{ASKED};", (0, len(ASKED))), (f"{LATER};", (None, None))],
    ids=["moved", "written over"],
)
def test_the_migration_seeks_words_that_were_written_over_and_says_where_none_are_left(
    secretariat, now, place
):
    text(ASKED, file="one")
    drafted(secretariat, line(occurrence("Secretary-General")))
    with pgtrigger.ignore("resolutions.ParagraphText:words_are_never_changed"):
        ParagraphText.objects.filter(paragraph__eid="op1").update(text=now)
    Clause.objects.filter(asks=True).update(start=0, end=len(now) - 1)
    assert found() == place


def test_a_draft_on_other_words_than_todays_is_refused_and_not_written(secretariat):
    text(ASKED, file="one")
    text(LATER, file="two")
    with pytest.raises(WordsChanged, match=r"E/RES/2020/1#op1\.2"):
        drafted(secretariat, line(occurrence("Secretary-General"), seen=ASKED))
    assert not FollowUpReport.objects.exists()


def test_a_change_on_other_words_than_todays_is_refused_and_leaves_the_draft(secretariat):
    text(ASKED, file="one")
    asked = occurrence("Secretary-General")
    report = drafted(secretariat, line(asked))
    text(LATER, file="two")
    words = replace(WORDS, action_taken="Other words.")
    stale = [line(asked, Status.IN_PROGRESS, seen=ASKED)]
    with pytest.raises(WordsChanged):
        reports.edit(report=report, by=secretariat, words=words, lines=stale)
    report.refresh_from_db()
    assert report.action_taken == WORDS.action_taken
    assert (report.lines.get().proposed_status, quoted(report).words) == (Status.IMPLEMENTED, ASKED)


@pytest.mark.parametrize(
    ("text_two", "before", "seen"),
    [
        pytest.param(LATER, WELCOMES, LATER, id="who saw today's words"),
        pytest.param(LATER, WELCOMES, LATER.replace(" ", "\r\n", 1), id="spaced as a browser sends them"),
        pytest.param(ASKED, "Welcomes with appreciation the progress made", ASKED, id="words only moved"),
        pytest.param(LATER, WELCOMES, None, id="who does not tell what they saw"),
    ],
)
def test_a_line_is_taken_with_the_words_of_today(secretariat, text_two, before, seen):
    text(ASKED, file="one")
    text(text_two, before, file="two")
    report = drafted(secretariat, line(occurrence("Secretary-General"), seen=seen))
    assert (quoted(report).words, quoted(report).differs) == (text_two, False)
