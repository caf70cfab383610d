"""`python -m resolutions.parsing FILE…`: what the files say, one JSON object a line.

No Django is loaded and no database opened. A file that cannot be read gives an error object on its line,
the others still come, and the exit status is 1.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resolutions.parsing import parse
from resolutions.parsing.output import to_json
from resolutions.readers import UnreadableSource, read

USAGE = "usage: python -m resolutions.parsing FILE [FILE …]"


def main(names: list[str]) -> int:
    """Print what the files say and give the exit status."""
    if not names:
        print(USAGE, file=sys.stderr)
        return 2
    failed = False
    for name in names:
        for found in _read(name):
            failed |= "error" in found
            print(json.dumps(found, ensure_ascii=False), flush=True)
    return 1 if failed else 0


def _read(name: str) -> Iterator[dict[str, Any]]:
    try:
        data = Path(name).read_bytes()
        documents = parse(read(data, name))
    except OSError as error:
        yield _error(name, "unreadable", f"{name} cannot be opened: {error.strerror}.")
    except UnreadableSource as error:
        yield _error(name, error.code, error.message)
    else:
        sha256 = hashlib.sha256(data).hexdigest()
        several = len(documents) > 1
        for number, document in enumerate(documents, start=1):
            yield to_json(document, file=name, sha256=sha256, part_of_file=number if several else None)


def _error(name: str, code: str, message: str) -> dict[str, Any]:
    return {"file": name, "error": {"code": code, "message": message}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
