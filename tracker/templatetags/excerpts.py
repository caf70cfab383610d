"""The words of a clause, marked in the paragraph they stand in."""

from dataclasses import dataclass

from django import template

from resolutions.models import Clause, TextVersion
from tracker.passages import printed_label
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
def clause_words(clause: Clause, version: TextVersion | None = None) -> dict[str, Excerpt]:
    """Show the paragraph of a clause with the clause's words marked.

    Args:
        clause: whose offsets count in the text version it was read from.
        version: another version to show the paragraph in, where the words cannot be marked.
    """
    return {"excerpt": excerpt(clause, version)}


def excerpt(clause: Clause, version: TextVersion | None = None) -> Excerpt:
    """Return the paragraph of a clause cut around its words; without marked words for another version."""
    label = printed_label(clause.paragraph.label)
    wanted = version.pk if version else clause.version_id
    text = next((t.text for t in clause.paragraph.texts.all() if t.version_id == wanted), "")
    if wanted != clause.version_id:
        return Excerpt(label, text, "", "")
    return Excerpt(label, text[: clause.start], text[clause.start : clause.end], text[clause.end :])


@register.simple_tag
def clause_extract(clause: Clause, words: int = 14) -> str:
    """Return the first words of a clause, for a row of a list."""
    said = excerpt(clause).words.split()
    return " ".join(said[:words]) + (" …" if len(said) > words else "")
