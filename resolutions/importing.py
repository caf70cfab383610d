"""The only door through which a reading enters the database: atomic, repeatable, never undoing a person.

    Document (frozen values) ──store──▶ Resolution ▸ TextVersion ▸ ParagraphText ▸ Clause …

Storing the same file again changes nothing. A corrected file becomes a new text version, and so does a file
in which a better parser finds other words: a version's words never change. What nobody touched is updated,
what a person settled is kept with the new reading beside it as a suggestion, and what vanished is kept and
marked. Nothing is deleted or renumbered.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction

from resolutions.clauses import ClauseCounts, standing_clauses, store_clauses
from resolutions.matching import SAME_TEXT, overlap
from resolutions.metadata import write_metadata
from resolutions.models import Paragraph, ParagraphText, ParseRun, Resolution, SourceFile, TextVersion
from resolutions.parsing import PARSER_VERSION
from resolutions.parsing.document import Document
from resolutions.parsing.languages import ANALYSED
from resolutions.texts import has_words_of, store_texts
from resolutions.turns import take_turn


class Outcome(StrEnum):
    """What storing a document came to."""

    NEW = "new"
    NEW_VERSION = "new version"
    READ_AGAIN = "read again"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Stored:
    """The resolution that was stored, and what changed in it."""

    resolution: Resolution
    version: TextVersion
    outcome: Outcome
    clauses: ClauseCounts


class ImportRefused(Exception):
    """The document cannot be stored.

    Args:
        code: "not_a_resolution" or "symbol_taken".
        message: what is wrong and what to do, for a person.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@transaction.atomic
def store(*, document: Document, source: SourceFile, part_of_file: int = 1, replaces: bool = False) -> Stored:
    """Store what was read from a file.

    Args:
        document: the reading.
        source: the file it was read from.
        part_of_file: which of the file's documents it is, from 1.
        replaces: take it as a new version of the resolution of the same symbol even where the words
            differ much from those we hold; a file that was replaced earlier becomes the current text again.

    Raises:
        ImportRefused: it has no operative paragraph; or its symbol belongs to a quite different text.
    """
    if not document.operative:
        raise ImportRefused("not_a_resolution", _why_no_resolution(document))
    # Two workers that store the same symbol at the same time take turns.
    take_turn(f"import {document.symbol or source.sha256}")
    known = TextVersion.objects.filter(source=source, part_of_file=part_of_file).order_by("-pk").first()
    if known and _says_nothing_new(known, replaces):
        return Stored(known.resolution, known, Outcome.UNCHANGED, ClauseCounts())
    version = (
        _read_again(known, document) if known else _new_version(document, source, part_of_file, replaces)
    )
    _name(version.resolution, document)
    outcome = _outcome(version, known)
    run, _ = ParseRun.objects.get_or_create(
        version=version,
        parser=PARSER_VERSION,
        defaults={
            "warnings": [{"code": w.code, "message": w.message, "in": w.eid} for w in document.warnings]
        },
    )
    translates = _is_translation(version)
    write_metadata(resolution=version.resolution, document=document, only_gaps=translates)
    standing = standing_clauses(version=version)
    paragraphs = store_texts(version=version, document=document, only_new=translates)
    counts = store_clauses(
        version=version, run=run, document=document, paragraphs=paragraphs, standing=standing
    )
    return Stored(version.resolution, version, outcome, counts)


def _says_nothing_new(known: TextVersion, replaces: bool) -> bool:
    """Whether the file was read by this parser; or was replaced since, and is not to replace in its turn."""
    if not known.is_current:
        return not replaces
    return known.parse_runs.filter(parser=PARSER_VERSION).exists()


def _is_translation(version: TextVersion) -> bool:
    """Whether the resolution's title, headings and labels are those of a text in another language.

    English speaks for all where it is held: it is the language whose clauses are read.
    """
    others = version.resolution.versions.exclude(language=version.language)
    return version.language != ANALYSED and others.exists()


def _read_again(known: TextVersion, document: Document) -> TextVersion:
    """Return the version that a file's new reading belongs to: the known one where its words are the same.

    Reports quote the words of the version they answered, so other words are another version.
    """
    if has_words_of(version=known, document=document):
        return _current(known)
    return _next_version(known.resolution, known.source, known.part_of_file, known.language)


def _current(version: TextVersion) -> TextVersion:
    if not version.is_current:
        version.resolution.versions.filter(language=version.language).update(is_current=False)
        version.is_current = True
        version.save(update_fields=["is_current"])
    return version


def _why_no_resolution(document: Document) -> str:
    reasons = [w.message for w in document.warnings if w.code == "not_a_resolution"]
    why = reasons[0] if reasons else "The text has no operative paragraph."
    return (
        f"{why} Nothing was stored. Check that the file holds the resolution itself, not a letter or report."
    )


def _outcome(version: TextVersion, known: TextVersion | None) -> Outcome:
    if known:
        return Outcome.READ_AGAIN
    return Outcome.NEW if version.number == 1 else Outcome.NEW_VERSION


def _new_version(document: Document, source: SourceFile, part_of_file: int, replaces: bool) -> TextVersion:
    symbol = document.symbol or provisional_symbol(source, part_of_file)
    resolution, created = Resolution.objects.get_or_create(
        symbol=symbol, defaults={"symbol_is_provisional": document.symbol is None, "kind": document.kind}
    )
    if not created and not replaces:
        _check_same_text(resolution, document)
    return _next_version(resolution, source, part_of_file, document.language)


def _next_version(
    resolution: Resolution, source: SourceFile, part_of_file: int, language: str
) -> TextVersion:
    versions = resolution.versions.filter(language=language)
    versions.filter(is_current=True).update(is_current=False)
    return TextVersion.objects.create(
        resolution=resolution,
        source=source,
        part_of_file=part_of_file,
        language=language,
        number=versions.count() + 1,
        is_current=True,
    )


def provisional_symbol(source: SourceFile, part_of_file: int) -> str:
    """Return the symbol that stands in until a person sets the real one; the same file gives the same."""
    return f"UNNUMBERED/{source.sha256[:8]}/{part_of_file}"


def _name(resolution: Resolution, document: Document) -> None:
    """Take over the symbol that an earlier reading of the text had missed, unless it is another's."""
    symbol = document.symbol
    if symbol and resolution.symbol_is_provisional and not Resolution.objects.filter(symbol=symbol).exists():
        resolution.symbol, resolution.symbol_is_provisional = symbol, False
        resolution.save(update_fields=["symbol", "symbol_is_provisional", "updated_at"])


def _check_same_text(resolution: Resolution, document: Document) -> None:
    held = ParagraphText.objects.filter(
        version__resolution=resolution,
        version__language=document.language,
        version__is_current=True,
        paragraph__in=Paragraph.objects.operative(),
    ).values_list("text", flat=True)
    new = " ".join(paragraph.text for paragraph in document.operative)
    share = overlap(" ".join(held), new) if held else 1.0
    if share < SAME_TEXT:
        raise ImportRefused(
            "symbol_taken",
            f"{resolution.symbol} is in the register with other words: the two texts share only {share:.0%} "
            "of them. Check the symbol. If this is a corrected text of the same resolution, import it again "
            "and mark it as corrected.",
        )
