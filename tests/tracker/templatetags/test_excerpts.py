"""The words of a clause in their paragraph."""

import pytest

from resolutions.models import Clause
from tests.builders import asks, paragraph, reading, states, tracked
from tracker.templatetags.excerpts import Excerpt, clause_extract, excerpt

pytestmark = pytest.mark.django_db


def second() -> Clause:
    clauses = (states(), asks("requests the Secretary-General to report"))
    tracked(reading("E/RES/2020/1", paragraph("3", *clauses)))
    return Clause.objects.get(number=2)


def test_a_paragraph_is_cut_around_the_words():
    cut = excerpt(second())
    assert cut == Excerpt(
        "3.", "Welcomes the progress made, ", "requests the Secretary-General to report", ";"
    )
    assert not cut.whole


def test_words_that_are_the_whole_paragraph_but_its_last_sign_are_known_as_such():
    tracked(reading("E/RES/2020/2", paragraph("1", asks())))
    assert excerpt(Clause.objects.get()).whole


@pytest.mark.parametrize(
    ("words", "shown"), [(2, "requests the …"), (14, "requests the Secretary-General to report")]
)
def test_a_row_shows_the_first_words(words, shown):
    assert clause_extract(second(), words) == shown
