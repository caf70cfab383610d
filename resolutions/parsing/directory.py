"""The directory of addressees as the parser asks it: by exact name, and by the words at a place.

Reads words; writes names of the directory. Quantifiers ("all", "relevant") and restrictions ("that have
not yet done so") do not change who is meant.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from resolutions.parsing.vocabulary import EntityEntry, entities
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words, words_of

# Words in front of a name that leave it the same: "all relevant States", "its Member States".
LOOSE = word_group("loose")
RESTRICTION = re.compile(
    r",? (?:that|which|who|whose|in whose|in a position|in arrears|able|willing"
    r"|currently|concerned|whether|not yet"
    r"|with|within)\b.*"
)
# "Member States *acting under* …" are Member States; the same words make another body of a single one.
DESCRIPTION = re.compile(r",? (?:[a-z]+ed|[a-z]+ing|at all levels|to (?:the|those|these|this|that))\b.*")
BRACKETED = re.compile(r" \([^)]*\)$| of the Secretariat$")


class Named(NamedTuple):
    """A name of the directory found at a place: words `first` to `last`."""

    entity: EntityEntry
    first: int
    last: int


@cache
def _by_words() -> dict[tuple[str, str], list[tuple[tuple[str, ...], EntityEntry]]]:
    """Give all names by their first two words, the longest first; many begin with "United Nations"."""
    grouped: defaultdict[tuple[str, str], list[tuple[tuple[str, ...], EntityEntry]]] = defaultdict(list)
    for entity in entities():
        for name in (entity.name, *entity.aliases):
            said = words_of(name).low
            grouped[said[0], said[1]].append((said[:-1], entity))
    return {key: sorted(found, key=lambda pair: -len(pair[0])) for key, found in grouped.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(first for first, _ in _by_words())


@cache
def _by_acronym() -> dict[str, EntityEntry]:
    return {entity.acronym: entity for entity in entities() if entity.acronym}


def named_at(words: Words, at: int) -> Named | None:
    """Give the longest name of the directory that begins at a place."""
    first = words.at(at)
    if first in _first_words():
        for key in ((first, words.at(at + 1)), (first, "")):
            for said, entity in _by_words().get(key, ()):
                if words.low[at : at + len(said)] == said:
                    return Named(entity, at, at + len(said))
    if at < len(words) and (entity_ := _by_acronym().get(words.printed[at])):
        return Named(entity_, at, at + 1)
    return None


@lru_cache(maxsize=1024)  # "Secretary-General", "Member States": the same names come again and again
def entity_of(text: str) -> EntityEntry | None:
    """Give the entity that a noun phrase names exactly, quantifiers and restrictions aside."""
    plain = BRACKETED.sub("", text)
    for candidate in dict.fromkeys((text, plain, RESTRICTION.sub("", plain))):
        if found := _named_exactly(candidate):
            return found
    described = _named_exactly(DESCRIPTION.sub("", plain))
    return described if described is not None and described.type == "state_group" else None


def _named_exactly(text: str) -> EntityEntry | None:
    words = words_of(text)
    at = 0
    while at < len(words):
        found = named_at(words, at)
        if found is not None and found.last == len(words):
            return found.entity
        if words.at(at) not in LOOSE:
            return None
        at += 1
    return None
