"""A text that is read again after the tables have changed: what a person settled stays, the rest is renewed.

The parser reads once with its tables and once, in a process of its own, with copies to which somebody added
a verb and another name of an entity.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import resolutions
from resolutions import corrections, importing
from resolutions.corrections import Correction, Named
from resolutions.loading import load_vocabulary
from resolutions.models import Clause, ClauseSuggestion, Entity, Verb
from resolutions.parsing import PARSER_VERSION, document, vocabulary
from resolutions.parsing.vocabulary import VerbEntry
from resolutions.transport import from_plain
from tests.builders import stored
from tests.resolutions.parsing.texts import CLOSING, HEAD

pytestmark = pytest.mark.django_db

CODE = Path(resolutions.__file__).parent
TEXT = (
    HEAD + "1. Beckons the Secretary-General to trim the lamps;\n\n"
    "2. Requests the Lamp Secretariat to list the lamps;\n\n"
    "3. Requests the Lamp Secretariat to light the coast." + CLOSING
)
READ = """
import json, sys
from resolutions.parsing import parse
from resolutions.readers import read
from resolutions.transport import to_plain
(found,) = parse(read(sys.stdin.buffer.read(), "made.txt"))
print(json.dumps(to_plain(found)))
"""
ROWS = {
    "verbs": "beckon\tDIRECTIVE\t4\t4\tyes",
    "verb_phrases": "beckon\t\tbeckon\t",
    "slots": "beckon\tobject",
}


def read_in(folder: Path) -> document.Document:
    done = subprocess.run(
        [sys.executable, "-c", READ], cwd=folder, input=TEXT.encode(), capture_output=True, check=True
    )
    return from_plain(document.Document, json.loads(done.stdout))


@pytest.fixture
def before():
    return read_in(CODE.parent)


@pytest.fixture
def after(tmp_path):
    """Read the text with tables in which "beckon" is a verb and the Lamp Secretariat a name of the UNODC."""
    tables = shutil.copytree(CODE, tmp_path / "resolutions") / "parsing" / "vocabulary"
    for table, row in ROWS.items():
        with (tables / f"{table}.tsv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    entities = tables / "entities.tsv"
    lines = entities.read_text(encoding="utf-8").splitlines()
    at = next(nth for nth, line in enumerate(lines) if line.split("\t")[1] == OFFICE)
    lines[at] += "|Lamp Secretariat" if lines[at].split("\t")[-1] else "Lamp Secretariat"
    entities.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_in(tmp_path)


OFFICE = "United Nations Office on Drugs and Crime"


def clause(paragraph):
    return Clause.objects.by_reference(f"A/RES/85/123#op{paragraph}.1").get()


def named(paragraph):
    return [each.entity.name for each in clause(paragraph).addressees.all()]


def again(monkeypatch, reading):
    """Store the new reading as an installation does: its tables first, then the file once more."""
    learnt = VerbEntry("beckon", document.ClauseType.DIRECTIVE, "DIRECTIVE", 4, 4, "yes")
    known = vocabulary.verbs()
    monkeypatch.setattr(vocabulary, "verbs", lambda: (*known, learnt))
    load_vocabulary()
    monkeypatch.setattr(importing, "PARSER_VERSION", f"after {PARSER_VERSION}")
    return stored(reading, file="one").clauses


def test_what_nobody_touched_is_renewed_by_the_new_tables(before, after, monkeypatch):
    stored(before, file="one")
    assert "unknown_verb" in clause(1).doubts
    assert named(2) == ["Lamp Secretariat"]
    result = again(monkeypatch, after)
    assert (result.updated, result.suggested) == (3, 0)
    assert "unknown_verb" not in clause(1).doubts
    assert clause(1).verb.type == "directive"
    assert named(1) == ["Secretary-General"]
    assert named(2) == named(3) == [OFFICE]


def test_a_verb_that_a_person_described_stays_described_so(before, after, monkeypatch):
    stored(before, file="one")
    Verb.objects.filter(lemma="beckon").update(type="reinforcing")
    again(monkeypatch, after)
    assert clause(1).verb.type == "reinforcing"


def test_what_a_person_settled_stays_and_the_new_reading_stands_beside_it(before, after, clerk, monkeypatch):
    stored(before, file="one")
    corrections.confirm(clause=clause(2), by=clerk)
    corrections.correct(
        clause=clause(3),
        by=clerk,
        correction=Correction(addressees=[Named(Entity.objects.get(name="Norway"))]),
    )
    result = again(monkeypatch, after)
    assert (result.updated, result.kept, result.suggested) == (1, 2, 2)
    assert (named(2), named(3)) == (["Lamp Secretariat"], ["Norway"])
    assert [clause(nth).review_state for nth in (1, 2, 3)] == ["suggested", "confirmed", "corrected"]
    assert {each.clause.reference for each in ClauseSuggestion.objects.all()} == {
        clause(2).reference,
        clause(3).reference,
    }
