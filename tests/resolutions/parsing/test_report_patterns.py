"""The words by which reports are asked for: a table that a person extends."""

import re

import pytest

from resolutions.parsing import report_patterns
from resolutions.parsing.report_patterns import any_of, needles
from resolutions.parsing.vocabulary.tables import forms, rows

WORDS = list(rows("report_words"))


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row['group']}-{row['words']}")
def test_a_row_marks_one_of_its_words_in_its_example(row):
    marked = re.findall(r"\*([^*]+)\*", row["example"])
    assert [word.lower() in row["words"].split("|") for word in marked] == [True]


def test_no_word_stands_twice_in_a_group():
    every = [(row["group"], word) for row in WORDS for word in row["words"].split("|")]
    assert len(every) == len(set(every))


def test_each_group_is_used_by_a_pattern():
    with open(report_patterns.__file__, encoding="utf-8") as source:
        used = set(re.findall(r'["\'](\w+)["\']', source.read()))
    assert {row["group"] for row in WORDS} <= used


@pytest.mark.parametrize("group", sorted({row["group"] for row in WORDS}))
def test_every_word_holds_what_is_looked_for_before_it(group):
    stems = needles(group)
    assert min(map(len, stems)) >= 3
    assert all(any(stem in form for stem in stems) for row in forms("report_words", group) for form in row)


def test_an_unknown_group_is_an_error():
    with pytest.raises(KeyError):
        any_of("lamps")
