"""A folder of documents with answer keys, and how the parser reads them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resolutions.parsing import parse
from resolutions.parsing.output import to_json
from resolutions.readers import UnreadableSource, read

MANIFEST = "manifest.jsonl"


class NoCorpus(Exception):
    """The folder is none of this kind."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document of the corpus.

    Args:
        path: its file.
        kind: the sub-folder of documents/ it is in: "pdf-ga".
        structure, clauses: its answer keys, None where it has none.
    """

    path: Path
    kind: str
    structure: dict[str, Any] | None
    clauses: dict[str, Any] | None


def cases(corpus: Path, only: str | None = None, language: str | None = "en") -> Iterator[Case]:
    """Give the documents of a corpus in one language (in all where None), or only those of a kind.

    Raises:
        NoCorpus: the folder has no manifest.jsonl.
    """
    try:
        lines = (corpus / MANIFEST).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise NoCorpus(f"{corpus} is no corpus: {MANIFEST} cannot be opened ({error.strerror}).") from error
    for entry in map(json.loads, lines):
        kind = Path(entry["file"]).parts[1]
        if language in (None, entry["lang"]) and only in (None, kind):
            keys = (_key(corpus, entry.get(name)) for name in ("structure", "clauses"))
            yield Case(corpus / entry["file"], kind, *keys)


def _key(corpus: Path, name: str | None) -> dict[str, Any] | None:
    if not name:
        return None
    key: dict[str, Any] = json.loads((corpus / name).read_text(encoding="utf-8"))
    return key


def read_case(case: Case) -> Mapping[str, Any]:
    """Give the parser's output for a document, {} where it cannot be read.

    Of a file with several resolutions it is the one with the key's symbol, else the last.
    """
    data = case.path.read_bytes()
    try:
        documents = parse(read(data, case.path.name))
    except UnreadableSource:
        return {}
    wanted = (case.structure or case.clauses or {}).get("symbol")
    chosen = next((each for each in documents if each.symbol == wanted), documents[-1])
    return to_json(chosen, file=case.path.name, sha256=hashlib.sha256(data).hexdigest())
