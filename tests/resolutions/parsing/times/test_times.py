"""The times of a clause together: in order, apart, and which one governs."""

import datetime as dt

import pytest

from resolutions.parsing.times import governing
from tests.resolutions.parsing.times.reading import read


@pytest.mark.parametrize("text", ["as soon as possible", "without delay", "when it has been adopted", ""])
def test_words_that_fix_no_time_are_no_deadline(text):
    assert read(text) == ()


def test_of_two_times_at_one_place_the_longer_is_kept():
    (found,) = read("until the end of its mandate on 31 May 2025")
    assert found.last == dt.date(2025, 5, 31)


def test_the_first_specific_time_governs():
    several = read("annually, and by 31 May 2025 and within 30 days")
    assert [each.text for each in several] == ["annually", "by 31 May 2025", "within 30 days"]
    assert governing(several) == several[1]
    (alone,) = read("annually")
    assert governing((alone,)) == alone
    assert governing(()) is None


def test_of_a_span_and_a_rhythm_the_first_governs():
    several = read("to report every six months and within 30 days")
    assert governing(several) == several[0]


def test_a_due_day_governs_before_a_session_whose_days_nobody_knows():
    several = read("to review them at its ninety-ninth session, and to report thereon by 1 June 2028")
    assert [deadline.last for deadline in several] == [None, dt.date(2028, 6, 1)]
    assert governing(several) == several[1]


def test_the_end_of_a_mandate_does_not_take_the_place_of_a_session():
    several = read("to report at its ninety-ninth session on the mandate until 31 July 2028")
    assert [deadline.expiry for deadline in several] == [False, True]
    assert governing(several) == several[0]


def test_a_target_never_governs():
    several = read("to end hunger by 2030, and to report at its eightieth session")
    assert [deadline.target for deadline in several] == [True, False]
    assert governing(several) == several[1]
    assert governing(several[:1]) is None
