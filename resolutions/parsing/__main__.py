"""`python -m resolutions.parsing FILE…`: what the files say, one JSON object a line.

`--explain op2` (or `op2.1`) tells of that paragraph alone, in words: what was read and by which rule. No
Django is loaded and no database opened. A file that cannot be read gives an error object on its line, the
others still come, and the exit status is 1.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resolutions.parsing import parse
from resolutions.parsing.document import Document
from resolutions.parsing.explaining import explain
from resolutions.parsing.output import to_json
from resolutions.readers import UnreadableSource, read


def main(arguments: list[str]) -> int:
    """Print what the files say and give the exit status."""
    asked = _usage().parse_args(arguments)
    failed = False
    for name in asked.files:
        for found in _explained(name, asked.explain) if asked.explain else _read(name):
            failed |= "error" in found
            told = found.get("told") or json.dumps(found, ensure_ascii=False)
            print(told, flush=True)
    return 1 if failed else 0


def _usage() -> argparse.ArgumentParser:
    usage = argparse.ArgumentParser(
        prog="python -m resolutions.parsing",
        description="Print what resolutions say, one JSON object a line.",
    )
    usage.add_argument("files", nargs="+", metavar="FILE")
    usage.add_argument(
        "--explain", metavar="PARAGRAPH", help="tell what was read in op2 (or op2.1) and by which rule"
    )
    return usage


def _read(name: str) -> Iterator[dict[str, Any]]:
    try:
        data, documents = _documents(name)
    except UnreadableSource as error:
        yield _error(name, error.code, error.message)
    else:
        sha256 = hashlib.sha256(data).hexdigest()
        several = len(documents) > 1
        for number, document in enumerate(documents, start=1):
            yield to_json(document, file=name, sha256=sha256, part_of_file=number if several else None)


def _explained(name: str, place: str) -> Iterator[dict[str, Any]]:
    try:
        documents = _documents(name)[1]
    except UnreadableSource as error:
        yield _error(name, error.code, error.message)
        return
    for document in documents:
        try:
            yield {"told": "\n".join(explain(document, place))}
        except LookupError as error:
            yield _error(name, "no_such_place", str(error.args[0]))


def _documents(name: str) -> tuple[bytes, list[Document]]:
    """Return the file's bytes and the documents in it.

    Raises:
        UnreadableSource: it cannot be opened, or cannot be read.
    """
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise UnreadableSource("unreadable", f"{name} cannot be opened: {error.strerror}.") from error
    return data, list(parse(read(data, name)))


def _error(name: str, code: str, message: str) -> dict[str, Any]:
    return {"file": name, "error": {"code": code, "message": message}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
