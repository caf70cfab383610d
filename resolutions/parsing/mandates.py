"""Mandates of special procedures in full: "Special Rapporteur on the right to food".

Reads a text; writes the names. A thematic mandate is one of the directory; a country mandate ends with the
name of the State.
"""

import re

from resolutions.parsing.directory import named_at
from resolutions.parsing.words import words_of

HOLDERS = (
    *("Special Rapporteur", "Independent Expert", "Working Group", "Expert Mechanism", "Special Adviser"),
    *("Special Representative", "Special Envoy", "Personal Envoy", "Special Coordinator"),
)
ANY_HOLDER = "mandate holder"
# "Special Rapporteur on the situation of human rights in the Sudan"
OF_COUNTRY = re.compile(
    r" on (?:the )?(?:situation of )?human rights (?:situation )?in (?:the )?"
    r"|(?: of the Secretary-General)? (?:for|to|in) (?:the )?"
)
LONGEST = 250  # characters of a name


def mandates_in(text: str) -> list[str]:
    """Give the mandates that a text names in full, in order."""
    found: list[str] = []
    for holder in re.finditer("|".join(HOLDERS), text):
        said = text[holder.start() : holder.start() + LONGEST]
        if name := _listed(said, holder[0]) or _of_country(said, holder[0]):
            found.append(name)
    return found


def _listed(said: str, holder: str) -> str | None:
    named = named_at(words_of(said), 0)
    return named.entity.name if named and f"{holder} " in named.entity.name else None


def _of_country(said: str, holder: str) -> str | None:
    country = OF_COUNTRY.match(said, len(holder))
    if country is None:
        return None
    words = words_of(said[country.end() :])
    state = named_at(words, 0)
    return said[: country.end() + words.end(state.last - 1)] if state else None
