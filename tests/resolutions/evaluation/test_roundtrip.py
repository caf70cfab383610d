"""What is exported and read again is the same, and what is not is named."""

import json

import pytest
from msgspec.structs import replace

from resolutions.evaluation.__main__ import main
from resolutions.evaluation.roundtrip import AKN, INVALID, WRITERS, Returned, changes
from resolutions.parsing.document import Annex, OperativeParagraph
from tests.resolutions.exporting.documents import RICH, made


@pytest.mark.parametrize("form", list(WRITERS))
def test_a_whole_resolution_comes_back_the_same_in_every_format(form):
    assert list(changes(made(RICH), form)) == []


@pytest.mark.parametrize(
    ("spoiled", "part"),
    [
        ({"title": "Two  spaces"}, "metadata"),
        ({"annexes": (Annex("", "An annex that no heading opens."),)}, "annexes"),
        ({"operative": (OperativeParagraph("opu1", "u1", "Of no verb at all"),)}, "paragraphs"),
    ],
    ids=["a title", "an annex", "a paragraph"],
)
def test_what_a_format_cannot_say_is_named(spoiled, part):
    assert part in list(changes(replace(made(RICH), **spoiled), "Markdown"))


def test_akoma_ntoso_that_the_schema_refuses_is_named():
    spaced = (OperativeParagraph("op 1", "1", "Urges States to act."),)
    assert INVALID in list(changes(replace(made(RICH), operative=spaced), AKN))


def test_counts_are_told_with_what_differs():
    count = Returned()
    count.add("A/RES/85/1", ())
    count.add("A/RES/85/2", ("notes", "labels"))
    assert (count.documents, count.identical, count.parts()["notes"]) == (2, 1, 1)


def test_the_figures_are_printed_and_take_their_section_of_the_page(tmp_path, capsys):
    (tmp_path / "documents" / "made").mkdir(parents=True)
    (tmp_path / "documents" / "made" / "one.txt").write_text(RICH)
    (tmp_path / "manifest.jsonl").write_text(json.dumps({"file": "documents/made/one.txt", "lang": "xx"}))
    page = tmp_path / "page.md"
    page.write_text("# Accuracy\n\nheld\n")
    assert main(["roundtrip", str(tmp_path), "--write", str(page)]) == 0
    assert main(["completeness", str(tmp_path), "--write", str(page)]) == 0
    assert "| Akoma Ntoso | 1 | 1 | 100.00 | 1 |" in capsys.readouterr().out
    written = page.read_text()
    assert [line for line in written.splitlines() if line.startswith("# ")] == [
        "# Accuracy",
        "# Round trip",
        "# Completeness",
    ]
    assert "| Word | 1 | 1 | 100.00 | – |" in written
    assert "| made | 1 | 121 | 0 | 0 | 0 | 0 |" in written
