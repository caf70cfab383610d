"""What came of an import: the resolutions it stored, and its warnings with the place each is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resolutions.models import Paragraph, Resolution
from tracker.models import ImportJob
from tracker.wording import paragraph_words


@dataclass(frozen=True, slots=True)
class Told:
    """A warning of the reader.

    Args:
        message: for a person.
        where: its place in words, "" where it is about the whole.
        resolution: the one it is about, None for the file or one that is no longer there.
        eid: the paragraph in it, "" for the whole or one that is no longer there.
        code: says what kind of warning it is.
    """

    message: str
    where: str
    resolution: Resolution | None
    eid: str
    code: str


def stored_by(job: ImportJob) -> list[tuple[dict[str, Any], Resolution | None]]:
    """Return what was stored with the resolution it went to; one renamed since is found too."""
    told, held = job.summary.get("resolutions", []), list(job.resolutions.all())
    if len(told) == len(held) == 1:
        return [(told[0], held[0])]
    by_symbol = {resolution.symbol: resolution for resolution in held}
    by_id = {resolution.pk: resolution for resolution in held}
    return [(row, by_id.get(row.get("resolution")) or by_symbol.get(row["symbol"])) for row in told]


def warnings_of(job: ImportJob) -> Iterator[Told]:
    """Yield the warnings of an import, in the order of the reader."""
    held = {resolution.pk: resolution for resolution in job.resolutions.all()}
    only = next(iter(held.values())) if len(held) == 1 else None
    rows = Paragraph.objects.filter(resolution__in=held).values_list("resolution", "eid", "label")
    labels = {(resolution, eid): label for resolution, eid, label in rows}
    for warning in job.warnings:
        line, eid = warning.get("line"), warning.get("in") or ""
        resolution = None if line else held.get(warning.get("resolution")) or only
        known = (resolution.pk, eid) in labels if resolution else False
        at = paragraph_words(labels[resolution.pk, eid]) if resolution and known else eid
        symbol = resolution.symbol if resolution and not only else ""
        where = f"line {line}" if line else ", ".join(filter(None, (symbol, at)))
        yield Told(warning["message"], where, resolution, eid if known else "", warning.get("code", ""))
