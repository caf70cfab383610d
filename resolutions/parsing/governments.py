"""Governments and authorities by their name: "Government of Liberia", "Malian transitional authorities".

Reads a noun phrase or a text; writes the names, "Libyan Government" as "Government of Libya". A Government
has a name of its own; `state_of` gives the State under which a register keeps it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from resolutions.parsing.directory import named_at
from resolutions.parsing.vocabulary import EntityEntry, entities
from resolutions.parsing.vocabulary.tables import rows
from resolutions.parsing.words import words_of

# Words that leave it the same Government: "the *new* Government of Liberia".
LOOSE = (
    r"(?:(?:the|all|its|new|newly elected|current|incoming|future|relevant|competent|concerned|sovereign"
    r"|legitimate|elected|de facto|interested) )*"
)
# Words that belong to its name: "*Transitional* Government of Mali".
KIND = (
    r"(?:(?:[Tt]ransitional|[Nn]ational|[Ii]nterim|[Ff]ederal|[Pp]rovisional|[Rr]egional|[Rr]evolutionary"
    r"|[Tt]erritorial|[Cc]ivilian|[Mm]ilitary|[Ll]ocal|[Jj]udicial) ){0,3}"
)
HEAD = rf"{KIND}Government(?: of [Nn]ational [A-Z][a-z]+)?"
OF = re.compile(rf"(?P<head>{HEAD}|{KIND}[Aa]uthorities) of (?P<the>the )?")
BY_ADJECTIVE = re.compile(
    rf"(?P<adjective>[A-Z][\w’-]+) (?P<head>{HEAD}|{KIND}[Aa]uthorities)(?! of [A-Z])(?![\w-])"
)
LEAD = re.compile(LOOSE)
LONGEST = 120  # characters of the name of a State
PLACES = ("state", "observer_state", "territory")


@lru_cache(maxsize=1024)  # the same few Governments come again and again
def government_of(text: str) -> str | None:
    """Give the name of the Government that a noun phrase without its article names exactly."""
    begun = LEAD.match(text)
    plain = text[begun.end() if begun else 0 :]
    return next((name for name, first, last in _found(plain) if (first, last) == (0, len(plain))), None)


def governments_in(text: str) -> list[str]:
    """Give the Governments and authorities that a text names, in order."""
    return [name for name, _, _ in sorted(_found(text), key=lambda found: found[1])]


@lru_cache(maxsize=1024)
def state_of(name: str) -> str | None:
    """Give the name of the State whose Government or authorities a name means, None for other names."""
    if government_of(name) is None:
        return None
    for found in OF.finditer(name):
        if place := _place_at(name, found.end()):
            return place[0].name
    adjective = BY_ADJECTIVE.search(name)
    state = _by_adjective().get(adjective["adjective"].lower()) if adjective else None
    return state.name if state else None


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each name with its place."""
    if "overnment" not in text and "uthorities" not in text:
        return
    for found in OF.finditer(text):
        if place := _place_at(text, found.end()):
            entity, end = place
            said = entity.name if text[found.end() : end].isupper() else text[found.end() : end]
            yield f"{found['head']} of {found['the'] or ''}{said}", found.start(), end
    for found in BY_ADJECTIVE.finditer(text):
        if state := _by_adjective().get(found["adjective"].lower()):
            yield _spelled(found, state), found.start(), found.end()


def _spelled(found: re.Match[str], state: EntityEntry) -> str:
    """Give "Government of Libya" for "Libyan Government"; authorities keep their words."""
    if found["head"].endswith("Government"):
        return f"{found['head']} of {state.name}"
    return found[0]


def _place_at(text: str, at: int) -> tuple[EntityEntry, int] | None:
    """Give the State or territory whose name begins at a place, and where it ends."""
    words = words_of(text[at : at + LONGEST])
    named = named_at(words, 0)
    if named is None or named.entity.type not in PLACES:
        return None
    return named.entity, at + words.end(named.last - 1)


@cache
def _by_adjective() -> dict[str, EntityEntry]:
    """Give the States by their adjective, "malian", and by their acronym, "car"."""
    by_code = {entity.iso3: entity for entity in entities() if entity.iso3}
    acronyms = {entity.acronym.lower(): entity for entity in by_code.values() if entity.acronym}
    return {row["adjective"].lower(): by_code[row["iso3"]] for row in rows("demonyms")} | acronyms
