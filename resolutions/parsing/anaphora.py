"""Whom a short name means: "the Office", "the Council", "UNTMIS", "them".

Reads a noun phrase and the text before it; writes the name it stands for and whether that was a guess.
A short name takes the nearest earlier name with the same noun in it; the adopting body's own short name
is the body; "the Special Rapporteur" has the mandate named most often; a pronoun takes the addressee before
it.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from resolutions.parsing.committees import committees_in
from resolutions.parsing.context import Context, bodies
from resolutions.parsing.directory import entity_of, named_at
from resolutions.parsing.governments import government_of
from resolutions.parsing.mandates import ANY_HOLDER, HOLDERS
from resolutions.parsing.territories import ADMINISTERING
from resolutions.parsing.unlisted import unlisted_name
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
STANDARD = {
    "High Commissioner": "United Nations High Commissioner for Human Rights",
    "Assembly": "General Assembly",
}


# Short names of Governments and of Non-Self-Governing Territories.
GOVERNMENTS = frozenset(
    f"{kind}{noun}"
    for kind in ("transitional ", "interim ", "federal ", "")
    for noun in ("government", "authorities")
    if kind or noun == "government"
)
TERRITORY = ("territory", "territorial government")
MOST_OTHERS = 3  # of those a short name may mean as well


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
    if told := _told(text, context):
        return _nearest(told)
    if office := _office_of(text, context):
        return office
    if text in HOLDERS or text.lower() == ANY_HOLDER:
        return _mandate(text, context)
    known = entity_of(text)
    if known is not None and (known.is_generic or not _is_short(text)):
        return Resolved(known.name)
    if government := government_of(text):
        return Resolved(government)
    if ACRONYM.fullmatch(text):
        return Resolved(known.name if known else context.spelled_out(text))
    if SHORT_NAME.fullmatch(text) and text.split()[-1].lower() in word_group("body_nouns"):
        return _by_noun(text, context, known.name if known else unlisted_name(text))
    return Resolved(known.name if known else unlisted_name(text))


def _told(text: str, context: Context) -> list[str]:
    """Give the full names, in order, that a short name of a kind of its own can stand for."""
    if not _may_be_told(text):
        return []
    low = text.lower()
    if low in GOVERNMENTS:
        names = context.told("governments")
        return [name for name in names if all(word in name.lower() for word in low.split())]
    if text == ADMINISTERING:
        return context.told("administering")
    if low in TERRITORY:
        names = context.told("territories")
        return [name if low == "territory" else f"Government of {name}" for name in names]
    if text.startswith(("Committee", "Security Council Committee")) and context.organ == "SC":
        return committees_in(text) or (context.told("committees") if text == "Committee" else [])
    return []


@lru_cache(maxsize=1024)  # nearly all are no such names
def _may_be_told(text: str) -> bool:
    low = text.lower()
    return low in GOVERNMENTS or low in TERRITORY or text == ADMINISTERING or "Committee" in text


def _nearest(names: list[str]) -> Resolved:
    """Take the name told last; others make that a guess."""
    meant, *others = dict.fromkeys(reversed(names))
    return Resolved(meant, guessed=bool(others), others=tuple(others[:MOST_OTHERS]))


def _mandate(text: str, context: Context) -> Resolved:
    """Take the mandate named most often, the first of equals: a resolution names its own again and again."""
    named = [name for name in context.told("mandates") if text not in HOLDERS or f"{text} " in name]
    if not named:
        known = entity_of(text)
        return _by_noun(text, context, known.name if known else None)
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
def _own_names() -> dict[tuple[str | None, str], str]:
    """Give whom a body alone may call by a bare title: the Health Assembly its "Director-General"."""
    return {(row["organ"], row["short_name"]): row["name"] for row in rows("own_names")}


def _own_body(text: str, organ: str | None) -> str | None:
    if titled := _own_names().get((organ, text)):
        return titled
    if text in STANDARD and not (organ == "WHA" and text == "Assembly"):
        return STANDARD[text]
    own = bodies().get(organ)
    return own.name if own and text in (own.short_name, own.name) else None


def _by_noun(text: str, context: Context, known: str | None) -> Resolved:
    """Take the nearest earlier name that holds the short name's words and more."""
    names = context.names_with(text)
    if not names and known is None and (told := context.by_acronym(text)):
        return Resolved(told, guessed=True)
    if not names:
        return Resolved(known, guessed=known is None)
    spelled = dict.fromkeys(reversed(names))
    meant, *others = dict.fromkeys(_in_full(name, text, context) for name in spelled)
    return Resolved(meant, guessed=bool(others), others=tuple(others[:MOST_OTHERS]))


def _in_full(name: str, short: str, context: Context) -> str:
    """Give the fullest name: "Committee" may mean a "Scientific Committee", itself short for a longer one."""
    if listed := _listed(name, short):
        return listed
    fuller = context.names_with(name) if SHORT_NAME.fullmatch(name) else []
    return next((found for longer in reversed(fuller) if (found := _listed(longer, name))), name)


def _listed(name: str, short: str) -> str | None:
    """Give the directory's spelling of a name, or of the name in it that the words after it only extend."""
    if exact := entity_of(name):
        return exact.name
    named = named_at(words_of(name), 0)
    return named.entity.name if named and short in named.entity.name else None
