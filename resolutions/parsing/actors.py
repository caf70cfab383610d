"""Who can act: "regional organizations" can, "regional efforts" cannot.

Reads a noun phrase without its article; looks at its head, the noun that what follows only describes.
"""

import re
from functools import cache, lru_cache

from resolutions.parsing.document import Addressee
from resolutions.parsing.vocabulary.tables import rows, word_group

# Words that begin what only describes the noun before them: "States *that* …", "groups *other* than …".
AFTER_HEAD = word_group("after_head")
AFTER_NOUN = word_group("describing_after")
# Plurals that end as those of doers do and are none: "matters", "grants", "committees" aside.
NO_DOERS = word_group("no_doers")
TEXTS = word_group("texts")
# Capitals that only describe: "all *Afghan* and international parties".
ADJECTIVE = re.compile(r"(?:[ai]an|ese|ish|i?al|ic|ous)$")
BRACKETED = re.compile(r" ?\([^)]*\)")
DOERS = ("ers", "ors", "ists", "ians", "ants", "ees", "eurs")
SHORTEST_DOER = 6  # letters: "actors"


@cache
def actor_nouns() -> frozenset[str]:
    """Give the nouns of those who can act, in lower case."""
    return frozenset(row["noun"] for row in rows("actor_nouns"))


def can_act(addressee: Addressee, *, told: bool = False) -> bool:
    """Tell whether somebody is named who can act.

    Args:
        addressee: as read.
        told: an infinitive follows, "requests X to", so that any proper name is taken for a doer.
    """
    return addressee.entity is not None or may_act(addressee.text, told=told)


@lru_cache(maxsize=1024)  # "Secretary-General", "Member States": the same phrases come again and again
def may_act(text: str, *, told: bool = True) -> bool:
    """Tell by its head whether a noun phrase without its article may be a doer."""
    words = [word.strip(",’") for word in BRACKETED.sub("", text).split()]
    head = head_of(words) if words else None
    if head is None or is_activity(words):
        return False
    low = head.lower()
    if low in actor_nouns() or low in TEXTS:
        return low not in TEXTS
    if low == "all":
        return told and len(words) > 1  # "all concerned"
    if head[:1].isupper():
        return (told or len(words) == 1) and (len(words) == 1 or ADJECTIVE.search(head) is None)
    return told and _is_doer(head)


def is_described(text: str) -> bool:
    """Tell whether a noun phrase goes on after its head: "States *maintaining diplomatic*"."""
    words = [word.strip(",’") for word in text.split()[1:]]
    return any(word in AFTER_HEAD or (word.islower() and word.endswith(("ed", "ing"))) for word in words)


def head_of(words: list[str]) -> str | None:
    """Give the noun of a phrase, cut into words: the one before the first word that only describes it."""
    head: str | None = None
    for word in words:
        low = word.lower()
        describes = low in AFTER_NOUN or (low.endswith(("ed", "ing")) and "-" not in low)
        if low in AFTER_HEAD or (describes and head is not None and head.lower() in actor_nouns()):
            break
        head = word
    if (
        head is not None
        and words[0].lower() in ("all", "those")
        and head.lower() in ("involved", "concerned")
    ):
        return words[0]
    return head


def is_activity(words: list[str]) -> bool:
    """Tell "evaluating programmes" from "developing countries": a gerund with an object is no doer."""
    if not (words[0].islower() and words[0].endswith("ing")):
        return False
    if len(words) > 3 and words[1] in ("and", "or") and words[2].endswith(("ed", "ly")):
        return False  # "graduating and recently graduated countries"
    after = [word for word in words[1:3] if word not in ("and", "or")][:1]
    return words[0] not in word_group("describing") or any(word.endswith("ing") for word in after)


def _is_doer(noun: str) -> bool:
    return len(noun) >= SHORTEST_DOER and noun.endswith(DOERS) and noun not in NO_DOERS
