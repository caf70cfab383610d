"""The one way into the tables of this folder: tab-separated, one header row, no quoting."""

import csv
from collections.abc import Iterator
from importlib.resources import files

PACKAGE = "resolutions.parsing.vocabulary"


def rows(table: str) -> Iterator[dict[str, str]]:
    """Give the rows of a table of this folder, by column name."""
    text = (files(PACKAGE) / f"{table}.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
