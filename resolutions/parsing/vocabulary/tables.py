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
