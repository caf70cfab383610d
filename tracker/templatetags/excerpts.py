"""The words of a clause, marked in the paragraph they stand in."""

from dataclasses import dataclass

from django import template

from resolutions.models import Clause
from tracker.models import ReportLine
from tracker.passages import printed_label
from tracker.quoting import clause_of, quote
from tracker.strength import strength_of

register = template.Library()


@register.filter
def strength(clause: Clause) -> str:
    """Return how strongly a clause asks, in words; nothing where it asks for nothing."""
    told = strength_of(clause)
    return told.label.lower() if told else ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paragraph's text, cut around the words of one clause."""

    label: str
    before: str
    words: str
    after: str

    @property
    def whole(self) -> bool:
        """Whether the words are the whole paragraph but for its full stop or semicolon."""
        return len(self.before) + len(self.after) <= 1


@register.inclusion_tag("tracker/parts/excerpt.html")
def clause_words(clause: Clause) -> dict[str, Excerpt]:
    """Show the paragraph of a clause with the clause's words marked, in the text it was last read from."""
    return {"excerpt": excerpt(clause)}


@register.inclusion_tag("tracker/parts/answered.html")
def answered_words(line: ReportLine) -> dict[str, object]:
    """Show the paragraph that a line answered with the words marked, and today's beside it where they differ.

    Args:
        line: with the texts of its paragraph, fetched or not.
    """
    paragraph = clause_of(line).paragraph
    texts = {(paragraph.pk, text.version_id): text.text for text in paragraph.texts.all()}
    said = quote(line, texts)
    label = printed_label(paragraph.label)
    return {"line": line, "quote": said, "excerpt": Excerpt(label, said.before, said.words, said.after)}


def excerpt(clause: Clause) -> Excerpt:
    """Return the paragraph of a clause cut around its words."""
    label = printed_label(clause.paragraph.label)
    text = next((t.text for t in clause.paragraph.texts.all() if t.version_id == clause.version_id), "")
    return Excerpt(label, text[: clause.start], text[clause.start : clause.end], text[clause.end :])


@register.simple_tag
def clause_extract(clause: Clause, words: int = 14) -> str:
    """Return the first words of a clause, for a row of a list."""
    said = excerpt(clause).words.split()
    return " ".join(said[:words]) + (" …" if len(said) > words else "")
