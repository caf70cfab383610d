"""Pages of figures that several commands write: each its own section, the others stay as they are."""

import re
from pathlib import Path

SECTION = re.compile(r"^# .*$", re.MULTILINE)


def put_section(page: Path, text: str) -> None:
    """Put a section, which begins with its "# Title", in place of the one of that title, or at the end."""
    title = text.partition("\n")[0]
    held = _sections(page.read_text(encoding="utf-8")) if page.exists() else {}
    held[title] = text.strip() + "\n"
    page.write_text("\n".join(held.values()), encoding="utf-8")


def _sections(text: str) -> dict[str, str]:
    """Part a page at its titles; what stands above the first goes with it."""
    starts = [found.start() for found in SECTION.finditer(text)]
    ends = [*starts[1:], len(text)]
    parts = [text[start:end].strip() + "\n" for start, end in zip(starts, ends, strict=True)]
    return {part.partition("\n")[0]: part for part in parts}
