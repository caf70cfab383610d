"""The one way into the tables of this folder: tab-separated, one header row, no quoting."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

PACKAGE = "resolutions.parsing.vocabulary"


def rows(table: str) -> Iterator[dict[str, str]]:
    """Give the rows of a table of this folder, by column name."""
    text = (files(PACKAGE) / f"{table}.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def word_group(name: str) -> frozenset[str]:
    """Give the words of a group of word_groups.tsv.

    Raises:
        KeyError: the table has no such group.
    """
    return {row["group"]: frozenset(row["words"].split()) for row in rows("word_groups")}[name]


def forms(table: str, group: str) -> tuple[tuple[str, ...], ...]:
    """Give the words of a group of a table that has a word a row, each with its forms, parted by "|".

    Raises:
        KeyError: the table has no such group.
    """
    return _forms_by_group(table)[group]


@cache
def _forms_by_group(table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows(table):
        grouped[row["group"]] = (*grouped.get(row["group"], ()), tuple(row["words"].split("|")))
    return grouped
