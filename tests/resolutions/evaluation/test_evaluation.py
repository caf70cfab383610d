"""The figures of a small corpus made for the purpose."""

import json
from typing import Any

import pytest

from resolutions.evaluation.__main__ import evaluate, main
from resolutions.evaluation.corpus import NoCorpus, cases
from tests.resolutions.parsing.texts import CLOSING, HEAD

TEXT = (
    HEAD
    + "1. Requests the Secretary-General to report by 31 December 2031;\n\n2. Welcomes the lamps."
    + CLOSING
)
OPERATIVE = [
    {
        "label": "1",
        "phrase": "Requests",
        "text": "Requests the Secretary-General to report by 31 December 2031;",
    },
    {"label": "2", "phrase": "Welcomes", "text": "Welcomes the lamps."},
]
STRUCTURE = {
    "symbol": "A/RES/85/123",
    "adopted_on": "2030-12-12",
    "whole": True,
    "preamble": ["Recalling", "Noting"],
    "operative": OPERATIVE,
}
CLAUSES = {
    "symbol": "A/RES/85/123",
    "operative": [
        {
            "label": "1",
            "clauses": [
                {
                    "verb": "request",
                    "type": "directive",
                    "addressees": [
                        {"text": "Secretary-General", "entity": "Secretary-General", "role": "addressee"}
                    ],
                    "deadline": "by 31 December 2031",
                    "reporting": True,
                    "resources": None,
                }
            ],
        },
        {"label": "2", "clauses": [{"verb": "welcome", "type": "evaluative", "addressees": []}]},
    ],
}


def make(folder, *, structure=STRUCTURE, clauses=CLAUSES, text=TEXT):
    """Lay out a corpus of one document."""
    for name, key in (("structure", structure), ("clauses", clauses)):
        (folder / name).mkdir()
        (folder / name / "key.json").write_text(json.dumps(key))
    (folder / "documents" / "made").mkdir(parents=True)
    (folder / "documents" / "made" / "one.txt").write_text(text)
    entry = {"file": "documents/made/one.txt", "lang": "en"} | {
        name: f"{name}/key.json" for name in ("structure", "clauses")
    }
    other = {"file": "documents/made/un.txt", "lang": "fr"}
    (folder / "manifest.jsonl").write_text(json.dumps(entry) + "\n" + json.dumps(other) + "\n")
    return folder


def values(folder):
    return {name: figure.value for name, figure in evaluate(list(cases(folder)))["made"].found.items()}


def test_a_folder_without_manifest_is_no_corpus(tmp_path, capsys):
    with pytest.raises(NoCorpus, match=r"manifest\.jsonl cannot be opened"):
        list(cases(tmp_path))
    assert main(["extraction", str(tmp_path)]) == 1
    assert "is no corpus" in capsys.readouterr().err


def test_a_right_reading_gets_full_marks(tmp_path):
    found = values(make(tmp_path))
    assert {name for name, value in found.items() if value == 100.0} >= {
        *("documents read", "complete", "label sequence", "lead phrase", "paragraphs", "preamble"),
        *("adoption date", "symbol", "clauses", "type", "addressees", "entities", "deadlines", "reporting"),
    }
    assert set(found.values()) <= {100.0, None}


def test_what_differs_from_the_key_costs_marks(tmp_path):
    structure: dict[str, Any] = STRUCTURE | {
        "preamble": ["Recalling"],
        "adopted_on": "2030-12-13",
        "operative": [*OPERATIVE, {"label": "3", "phrase": "Decides", "text": "Decides so."}],
    }
    clauses = json.loads(json.dumps(CLAUSES))
    clauses["operative"][0]["clauses"][0] |= {"addressees": [], "deadline": "annually"}
    clauses["operative"][1]["clauses"][0]["verb"] = "note"
    found = values(make(tmp_path, structure=structure, clauses=clauses))
    assert (found["label sequence"], found["preamble"], found["adoption date"], found["symbol"]) == (
        0,
        0,
        0,
        100,
    )
    assert found["paragraphs"] == pytest.approx(200 * 2 / 5)
    assert found["lead phrase"] == pytest.approx(200 / 3)
    assert (found["clauses"], found["addressees"], found["deadlines"]) == (50.0, 0.0, 0.0)


def test_a_file_that_cannot_be_read_counts_as_nothing_found(tmp_path):
    found = values(make(tmp_path, text="   "))
    assert (found["documents read"], found["paragraphs"], found["clauses"]) == (0.0, 0.0, 0.0)


def test_an_operative_paragraph_where_there_is_none_is_told(tmp_path):
    empty: dict[str, Any] = {"symbol": None, "whole": True, "preamble": [], "operative": []}
    assert values(make(tmp_path, structure=empty, clauses={"operative": []}))["no false operative"] == 0.0


def test_the_figures_are_printed_and_written_as_a_page(tmp_path, capsys):
    target = tmp_path / "accuracy.md"
    assert main(["extraction", str(make(tmp_path)), "--write", str(target)]) == 0
    assert "label sequence      100.00 (n=1)" in capsys.readouterr().out
    written = target.read_text()
    assert "run.py bench extraction CORPUS" in written
    assert "| paragraphs | 100.00 (P 100.0, R 100.0, n=2) |" in written
    assert str(tmp_path) not in written


def test_the_speed_is_told_for_each_kind(tmp_path, capsys):
    assert main(["parsing", str(make(tmp_path))]) == 0
    told = capsys.readouterr().out
    assert "1 documents" in told
    assert "ms/1,000 characters" in told
    assert "peak memory" in told


def test_the_page_tells_the_kinds_of_error_with_an_example(tmp_path):
    clauses = json.loads(json.dumps(CLAUSES))
    first, second = clauses["operative"][0]["clauses"][0], clauses["operative"][1]["clauses"][0]
    first |= {"type": "deciding", "addressees": [{"text": "Office", "role": "addressee"}]}
    first |= {"deadline": "annually", "resources": "within existing resources", "reporting": False}
    second["verb"] = "note"
    target = tmp_path / "accuracy.md"
    main(["extraction", str(make(tmp_path, clauses=clauses)), "--write", str(target)])
    rows = [line for line in target.read_text().splitlines() if "A/RES/85/123#" in line]
    assert set(rows) == {
        "| other type | 1 | A/RES/85/123#1 | request: deciding | directive |",
        "| addressee missed | 1 | A/RES/85/123#1 | Office | nothing |",
        "| addressee too many | 1 | A/RES/85/123#1 | nothing | Secretary-General |",
        "| deadline other words | 1 | A/RES/85/123#1 | annually | by 31 December 2031 |",
        "| reporting too many | 1 | A/RES/85/123#1 | nothing | report |",
        "| resources missed | 1 | A/RES/85/123#1 | within existing resources | nothing |",
        "| clause missed | 1 | A/RES/85/123#2 | note | nothing |",
        "| clause too many | 1 | A/RES/85/123#2 | nothing | welcome |",
    }


def test_documents_held_out_get_figures_of_their_own_and_no_examples(tmp_path, capsys):
    clauses = json.loads(json.dumps(CLAUSES))
    clauses["operative"][1]["clauses"][0]["verb"] = "note"
    folder, listed, target = make(tmp_path, clauses=clauses), tmp_path / "held.txt", tmp_path / "page.md"
    listed.write_text("A_RES_85_123\n")
    assert main(["extraction", str(folder), "--held-out", str(listed), "--write", str(target)]) == 0
    written = target.read_text()
    assert "## made, held out" in written
    assert "| clauses | 50.00 (P 50.0, R 50.0, n=2) |" in written
    assert "A/RES/85/123#" not in written
    assert main(["extraction", str(folder), "--held-out", str(tmp_path / "none.txt")]) == 1
    assert "none.txt cannot be opened" in capsys.readouterr().err
