"""Whom a short name means: "the Office", "the Council", "UNTMIS", "them".

Reads a noun phrase and the text before it; writes the name it stands for and whether that was a guess.
A short name takes the nearest earlier name with the same noun in it; the adopting body's own short name
is the body; "the Special Rapporteur" has the mandate named most often; a pronoun takes the addressee before
it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from resolutions.parsing.directory import entity_of, named_at
from resolutions.parsing.mandates import ANY_HOLDER, HOLDERS, mandates_in
from resolutions.parsing.phrases import Form, heads
from resolutions.parsing.vocabulary import OrganEntry, organs
from resolutions.parsing.vocabulary.tables import rows, word_group
from resolutions.parsing.words import words_of

PRONOUNS = frozenset(("them", "him", "her", "it", "those", "they"))
SHORT_NAME = re.compile(r"(?:[A-Z][\w’-]+ )?[A-Z][\w’-]+")  # "Office", "Special Committee"
ACRONYM = re.compile(r"[A-Z][A-Z/-]+[A-Za-z]*")  # "UNTMIS", "FGS"
# "Chair of the Committee", "members of the Forum"
OFFICE_OF = re.compile(
    r"(?P<office>(?:[\w-]+ ){0,3}(?:(?:co-|vice-)?chairs?|chairman|chairperson|presidents?|bureau|members?"
    r"|secretariat|secretary|rapporteurs?|director(?:-general)?|prosecutor|registrar|officers|experts)"
    r" of the )(?P<body>(?:[A-Z][\w-]+ )?[A-Z][\w-]+)",
    re.IGNORECASE,
)
CAPITAL = r"(?:d’)?[A-Z][\w’-]+"
NAME = rf"(?:{CAPITAL}|of|on|for|the|and|to|in|against|with|or)"
SPELLED = re.compile(rf"(?:[A-Z][\w’-]+ )(?:{NAME} ){{0,16}}$")  # a name before "(FGS)"
LONGEST_SPELLED = 400  # characters
# What can stand before a noun in a name, "Economic and Social (Council)", and after it, "(Office) on Drugs".
BEFORE = re.compile(rf"(?:{CAPITAL} (?:(?:and|of|for|on) )?){{0,9}}{CAPITAL} $")
LONGEST_BEFORE = 300  # characters
LONGEST_AFTER = 250
MOST_OTHERS = 3  # of those a short name may mean as well
AFTER = re.compile(
    rf" (?:of|on|for|against) (?:the )?{CAPITAL}"
    rf"(?: (?:(?:of|on|for|and|the|in|with) ){{0,2}}{CAPITAL}){{0,12}}"
)
STANDARD = {
    "High Commissioner": "United Nations High Commissioner for Human Rights",
    "Assembly": "General Assembly",
}


@dataclass(slots=True)
class Context:
    """What has been read of a document so far.

    Args:
        organ: the adopting body's code.
        history: all words before the paragraph at hand, the title first.
        recent: the entity addressed last in the paragraph at hand, for "him" and "them".
    """

    organ: str | None = None
    history: list[str] = field(default_factory=list)
    recent: str | None = None
    _names: dict[str, "_Names"] = field(default_factory=dict)
    _mandates: "_Names" = field(default_factory=lambda: _Names())

    @property
    def body(self) -> str | None:
        """The adopting body's name."""
        return _bodies()[self.organ].name if self.organ in _bodies() else None

    def names_with(self, short: str) -> list[str]:
        """Give the longer names that hold a short one, in order; no paragraph is read twice for it."""
        found = self._names.setdefault(short, _Names())
        for text in self.history[found.read :]:
            if short in text:
                found.names += _names_in(text, short)
        found.read = len(self.history)
        return found.names

    def mandates(self) -> list[str]:
        """Give the mandates of special procedures named in full so far, in order."""
        for text in self.history[self._mandates.read :]:
            self._mandates.names += mandates_in(text)
        self._mandates.read = len(self.history)
        return self._mandates.names

    def spelled_out(self, acronym: str) -> str | None:
        """Give the name before an acronym in parentheses: "Federal Government of Somalia (FGS)"."""
        bracketed = f"({acronym})"
        text = next((text for text in self.history if bracketed in text), "")
        at = text.find(bracketed)
        while at >= 0:
            if found := SPELLED.search(text, max(0, at - LONGEST_SPELLED), at):
                return _trimmed(found[0])
            at = text.find(bracketed, at + 1)
        return None


@dataclass(slots=True)
class _Names:
    """The names found for a short one, and how many paragraphs were read for them."""

    names: list[str] = field(default_factory=list)
    read: int = 0


class Resolved(NamedTuple):
    """Who is meant, None for nobody of a lasting identity; whether that is a guess, and who else may be."""

    entity: str | None
    guessed: bool = False
    others: tuple[str, ...] = ()


def resolve(text: str, context: Context, *before: str | None) -> Resolved:
    """Resolve a noun phrase without its article.

    Args:
        text: "Office", "Member States that have not yet done so", "them".
        context: the document so far.
        before: the entities named before, the nearest first, for pronouns.
    """
    if text.lower() in PRONOUNS:
        named = [*dict.fromkeys(name for name in before if name)]
        return Resolved(named[0] if named else None, guessed=True, others=tuple(named[1:]))
    if own := _own_body(text, context.organ):
        return Resolved(own)
    if office := _office_of(text, context):
        return office
    if text in HOLDERS or text.lower() == ANY_HOLDER:
        return _mandate(text, context)
    known = entity_of(text)
    if known is not None and (known.is_generic or not _is_short(text)):
        return Resolved(known.name)
    if ACRONYM.fullmatch(text):
        return Resolved(known.name if known else context.spelled_out(text))
    if SHORT_NAME.fullmatch(text) and text.split()[-1].lower() in word_group("body_nouns"):
        return _by_noun(text, context, known.name if known else None)
    return Resolved(known.name if known else None)


def _mandate(text: str, context: Context) -> Resolved:
    """Take the mandate named most often, the first of equals: a resolution names its own again and again."""
    named = [name for name in context.mandates() if text not in HOLDERS or name.startswith(f"{text} ")]
    if not named:
        known = entity_of(text)
        return Resolved(known.name if known else None)
    meant, *others = (name for name, _ in Counter(named).most_common())
    return Resolved(meant, guessed=bool(others), others=tuple(others[:MOST_OTHERS]))


def _office_of(text: str, context: Context) -> Resolved | None:
    """Spell out the body in "Chair of the Committee"; None where that adds nothing."""
    found = OFFICE_OF.fullmatch(text)
    if found is None or not found["body"][0].isupper():
        return None
    body = resolve(found["body"], context)
    if body.entity is None or body.entity == found["body"]:
        return None
    return Resolved(found["office"] + body.entity, body.guessed)


def _is_short(text: str) -> bool:
    """Tell whether a text is a bare noun such as "Council", which a directory may list for one body only."""
    return text.lower() in word_group("body_nouns")


@cache
def _bodies() -> dict[str | None, OrganEntry]:
    return {organ.code: organ for organ in organs()}


@cache
def _own_names() -> dict[tuple[str | None, str], str]:
    """Give whom a body alone may call by a bare title: the Health Assembly its "Director-General"."""
    return {(row["organ"], row["short_name"]): row["name"] for row in rows("own_names")}


def _own_body(text: str, organ: str | None) -> str | None:
    if titled := _own_names().get((organ, text)):
        return titled
    if text in STANDARD and not (organ == "WHA" and text == "Assembly"):
        return STANDARD[text]
    own = _bodies().get(organ)
    return own.name if own and text in (own.short_name, own.name) else None


def _by_noun(text: str, context: Context, known: str | None) -> Resolved:
    """Take the nearest earlier name that holds the short name's words and more."""
    names = context.names_with(text)
    if not names:
        return Resolved(known, guessed=known is None)
    spelled = dict.fromkeys(reversed(names))
    meant, *others = dict.fromkeys(_listed(name, text) or name for name in spelled)
    return Resolved(meant, guessed=bool(others), others=tuple(others[:MOST_OTHERS]))


def _names_in(text: str, short: str) -> list[str]:
    """Give the names in a text that hold a short one and more: "Economic and Social Council"."""
    names: list[str] = []
    begun = 0
    while (at := text.find(short, begun)) >= 0:
        end = at + len(short)
        before = BEFORE.search(text, max(begun, at - LONGEST_BEFORE), at)
        after = AFTER.match(text, end)
        begun = after.end() if after else end
        if text[end : end + 1].isalnum() or not (before or (after and not text[at - 1 : at].isalnum())):
            continue
        first = before.start() if before else at
        name = _in_directory(text[first : end + LONGEST_AFTER], short) or _trimmed(text[first:begun])
        if name != short:
            names.append(name)
    return names


def _in_directory(text: str, short: str) -> str | None:
    """Give the directory's name that a text begins with: it may go on in small letters, "with regard to"."""
    words = words_of(text)
    named = named_at(words, 1 if words.at(0) == "the" else 0)
    return named.entity.name if named and short in named.entity.name and named.entity.name != short else None


def _listed(name: str, short: str) -> str | None:
    """Give the directory's spelling of a name, or of the name in it that the words after it only extend."""
    if exact := entity_of(name):
        return exact.name
    named = named_at(words_of(name), 0)
    return named.entity.name if named and short in named.entity.name else None


def _trimmed(name: str) -> str:
    """Cut small words from the end of a name: "Office on Drugs and Crime in" ends at "Crime"."""
    words = name.split()
    while words and words[-1].islower():
        words.pop()
    while words and (words[0] in ("The", "In", "By") or words[0].islower() or _is_lead(words[0])):
        words.pop(0)
    return " ".join(words)


def _is_lead(word: str) -> bool:
    """Tell whether a capital only opens a paragraph: "Urges", "Recalling"."""
    return word.lower() in heads(Form.FINITE) or word.endswith("ing")
