"""Whom a paragraph spoke of before a pronoun: "welcomes the work of the Fund, and requests *it* to act".

Reads the words before it; gives the last name that agrees in number: "them" are several, "it" is one.
"""

from resolutions.parsing.directory import named_at
from resolutions.parsing.governments import governments_in, state_of
from resolutions.parsing.vocabulary import EntityEntry
from resolutions.parsing.words import Words

SEVERAL = frozenset(("them", "they", "those"))


def spoken_of(words: Words, before: int, pronoun: str) -> str | None:
    """Give the last name before a place that a pronoun can stand for, or else the last name at all."""
    several = pronoun.lower() in SEVERAL
    named = _named(words, before)
    fitting = [entity for entity in named if _is_several(entity) is several and entity.type != "state"]
    states = [entity.name for entity in named if entity.type == "state"]
    governments = governments_in(words.text[: words.starts[before]])
    of_states = [name for name in governments if name.endswith("uthorities") is several]
    if of_states and (not fitting or (states and state_of(of_states[-1]) == states[-1] == named[-1].name)):
        return of_states[-1]
    last = fitting or named
    return last[-1].name if last else None


def _named(words: Words, before: int) -> list[EntityEntry]:
    """Give the entities of the directory that are named before a place, in order."""
    found: list[EntityEntry] = []
    at = 0
    while at < before:
        named = named_at(words, at)
        if named is not None:
            found.append(named.entity)
        at = named.last if named else at + 1
    return found


def _is_several(entity: EntityEntry) -> bool:
    return entity.is_generic and entity.name.endswith("s") and entity.name != "United Nations"
