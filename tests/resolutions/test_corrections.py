"""A person settles a reading while an import reads the same text again: neither loses the other's work."""

import threading
from functools import partial

import pytest
from django.db import connection, transaction

from resolutions import corrections, missed
from resolutions.corrections import CannotCorrect, current_text
from resolutions.models import Clause, Verb
from tests.builders import asks, paragraph, reading, states, stored
from tests.conftest import person
from tests.together import while_held

REPORT = "Requests the Secretary-General to report to the Council on cooperation"


def document(*clauses):
    return reading("E/RES/2020/1", paragraph("1", *clauses))


@pytest.mark.django_db
def test_a_paragraph_that_the_current_text_no_longer_has_takes_no_new_clause(clerk):
    stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT)), paragraph("2", states())))
    gone = stored(document(asks(REPORT))).resolution.paragraphs.get(eid="op2")
    with pytest.raises(CannotCorrect, match="no longer has this paragraph"):
        current_text(gone)
    with pytest.raises(CannotCorrect):
        missed.add_clause(paragraph=gone, words="Welcomes", verb=Verb.objects.get(lemma="welcome"), by=clerk)


@pytest.mark.django_db
def test_a_confirmation_is_of_the_clause_as_it_is_now_not_as_it_was_when_the_page_was_made(clerk):
    stored(document(asks(REPORT)))
    seen = Clause.objects.get()
    version = stored(document(states(), asks(REPORT))).version
    corrections.confirm(clause=seen, by=clerk)
    assert Clause.objects.get(pk=seen.pk).version == version


@pytest.mark.usefixtures("committed_db")
def test_of_two_resolutions_given_one_symbol_at_once_the_later_is_refused():
    one, other = (stored(reading(f"E/RES/2020/{n}", paragraph("1", states()))).resolution for n in (1, 2))
    refusal = while_held(
        partial(corrections.correct_resolution, resolution=one, symbol="E/RES/2020/9"),
        partial(corrections.correct_resolution, resolution=other, symbol="E/RES/2020/9"),
    )
    assert isinstance(refusal, CannotCorrect)
    assert (refusal.field, refusal.message) == ("symbol", "E/RES/2020/9 is in the register already.")


@pytest.mark.usefixtures("committed_db")
def test_a_confirmation_during_an_import_waits_for_it_and_both_stand():
    stored(document(asks(REPORT)))
    clause, by = Clause.objects.get(), person("clerk")
    started = threading.Event()

    def confirm():
        started.set()
        corrections.confirm(clause=Clause.objects.get(pk=clause.pk), by=by)
        connection.close()

    with transaction.atomic():
        version = stored(document(states(), asks(REPORT))).version
        meanwhile = threading.Thread(target=confirm)
        meanwhile.start()
        started.wait(10)
        meanwhile.join(0.5)
        assert meanwhile.is_alive(), "the confirmation waits while the import holds the clause"
    meanwhile.join(30)
    clause.refresh_from_db()
    assert (clause.review_state, clause.reviewed_by, clause.version) == ("confirmed", by, version)
