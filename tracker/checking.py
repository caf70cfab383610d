"""What the page for checking a reading shows: each paragraph with its clauses, doubts and warnings."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from resolutions.models import Clause, ClauseSuggestion, Paragraph, ParagraphText, Resolution, SourceFile
from resolutions.readers import UnreadableSource, read


def read_clauses() -> QuerySet[Clause]:
    """Return clauses with all that is shown of them, the suggestions nobody has settled among it."""
    unsettled = ClauseSuggestion.objects.filter(settled_at=None)
    return Clause.objects.select_related(
        "verb", "paragraph__resolution", "version", "reviewed_by", "report_to"
    ).prefetch_related(
        "addressees__entity",
        "deadlines",
        "paragraph__texts",
        Prefetch("suggestions", unsettled, to_attr="open_suggestions"),
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """A paragraph as it was read."""

    paragraph: Paragraph
    text: str
    clauses: list[Clause]
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All there is to check of a resolution in its current text; `warnings` are about the whole."""

    source: SourceFile | None
    paragraphs: list[Checked]
    warnings: list[str]


def sheet(resolution: Resolution) -> Sheet:
    """Return what was read of a resolution's current text, in reading order, in a fixed number of queries."""
    version = resolution.versions.filter(is_current=True).select_related("source").first()
    run = version.parse_runs.first() if version else None
    by_place: defaultdict[str, list[str]] = defaultdict(list)
    for warning in run.warnings if run else []:
        by_place[warning.get("in") or ""].append(warning["message"])
    standing = read_clauses().filter(vanished=False)
    texts = (
        ParagraphText.objects.filter(version=version, paragraph__in=Paragraph.objects.operative())
        .select_related("paragraph")
        .prefetch_related(
            Prefetch("paragraph__clauses", standing.order_by("start", "number"), to_attr="read_clauses")
        )
        .order_by("paragraph__position")
    )
    paragraphs = [
        Checked(
            t.paragraph,
            f"{t.text} {t.tail}".strip(),
            _clauses(t.paragraph),
            by_place.pop(t.paragraph.eid, []),
        )
        for t in texts
    ]
    elsewhere = [message for messages in by_place.values() for message in messages]
    return Sheet(version.source if version else None, paragraphs, elsewhere)


def _clauses(paragraph: Paragraph) -> list[Clause]:
    clauses: list[Clause] = getattr(paragraph, "read_clauses", [])
    return clauses


def decoded(source: SourceFile) -> list[str]:
    """Return the text of a source file block by block; nothing where it cannot be shown as text."""
    try:
        blocks = read(bytes(source.content), source.name).blocks
    except UnreadableSource:
        return []
    return [f"{block.marker} {block.text}".strip() for block in blocks if block.text.strip()]
