"""What the parser needs to know about a verb: its entry, its type in a text, whether it asks for something.

Reads the verb table; a clause asks where its verb creates an action, or where the verb leaves that to its
complement and the complement states a need or a duty.
"""

import re
from functools import cache

from resolutions.parsing.document import ClauseType
from resolutions.parsing.vocabulary import VerbEntry, verbs

# "the need to", "the need for X", "the importance of promoting", "that States should"
NEED = re.compile(
    r"^,?(?: in this regard,)? ?(?:the |its )?(?:\w+,? ){0,3}?(?:need|necessity|urgency) (?:to|for|of|that)\b"
    r"|\b(?:obligations?|responsibility|responsibilities|duty) of\b.{0,80}? to\b"
    r"|^that\b.{1,160}?\b(?:should|shall|must|needs? to|ought to)\b",
    re.IGNORECASE,
)


@cache
def _by_lemma() -> dict[str, VerbEntry]:
    return {verb.lemma: verb for verb in verbs()}


def is_known(lemma: str) -> bool:
    """Tell whether the verb table has a lemma."""
    return lemma in _by_lemma()


def entry(lemma: str) -> VerbEntry:
    """Give what the verb table says; a verb it lacks asks for nothing until a person has looked."""
    return _by_lemma().get(lemma) or VerbEntry(lemma, ClauseType.OBSERVING, "", 0, 0, "no")


def type_of(verb: VerbEntry, *, judges: bool) -> ClauseType:
    """Give the type of a clause; noting "with concern" or "with appreciation" is judging."""
    if judges and verb.lemma in ("note", "take note"):
        return ClauseType.EVALUATIVE
    return verb.type


def asks(verb: VerbEntry, complement: str) -> bool:
    """Tell whether a clause asks for something to be followed up."""
    if verb.creates_action == "conditional":
        return NEED.search(complement) is not None
    return verb.creates_action == "yes"
