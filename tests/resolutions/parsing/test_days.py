"""Days in the six official languages: read, and printed as they are read."""

import datetime as dt

import pytest

from resolutions.parsing.days import is_day, printed, read_date

DAY = dt.date(2031, 12, 9)
PRINTED = {
    "en": "9 December 2031",
    "fr": "9 décembre 2031",
    "es": "9 de diciembre de 2031",
    "ru": "9 декабря 2031 года",
    "ar": "9 كانون الأول/ديسمبر 2031",
    "zh": "2031年12月9日",
}


@pytest.mark.parametrize("text", ["31 June 2031", "2031年13月1日", "9 Lampember 2031", "December 2031"])
def test_what_is_no_day_of_the_calendar_is_none(text):
    assert read_date(text) is None


@pytest.mark.parametrize(("language", "words"), PRINTED.items())
def test_a_day_is_printed_and_read_in_each_language(language, words):
    assert printed(DAY, language) == words
    assert read_date(f"x {words}, y") == DAY
    assert is_day(words)
    assert not is_day(f"{words} x")


def test_the_first_of_a_french_month_has_an_ending():
    assert read_date("Le 1er mars 2031") == dt.date(2031, 3, 1)
