"""Territories and those that administer them: "Question of Montserrat", "France, the administering Power".

Reads a text; writes the names.
"""

import re
from functools import cache

from resolutions.parsing.directory import named_at
from resolutions.parsing.vocabulary import entities
from resolutions.parsing.words import Words, words_of

ADMINISTERING = "administering Power"
# "France, as the administering Power", "the administering Power, New Zealand"
AFTER_STATE = re.compile(r"(?P<state>[A-Z][^,;.]{2,80}?),? (?:as )?(?:the )?[Aa]dministering Power\b")
BEFORE_STATE = re.compile(
    r"[Aa]dministering Power, (?:the )?(?:Government of )?(?:the )?(?P<state>[A-Z].{2,80})"
)


def territories_in(text: str) -> list[str]:
    """Give the territories that a text names, in order."""
    return [found[0] for found in _territories().finditer(text)]


def administering_in(text: str) -> list[str]:
    """Give the States that a text calls the administering Power, in order."""
    before = [_last_state(words_of(found["state"])) for found in AFTER_STATE.finditer(text)]
    after = [_first_state(words_of(found["state"])) for found in BEFORE_STATE.finditer(text)]
    return [state for state in (*before, *after) if state]


def _last_state(words: Words) -> str | None:
    """Give the State whose name ends a stretch of words."""
    for at in range(len(words)):
        named = named_at(words, at)
        if named and named.last == len(words) and named.entity.type == "state":
            return named.entity.name
    return None


def _first_state(words: Words) -> str | None:
    named = named_at(words, 0)
    return named.entity.name if named and named.entity.type == "state" else None


@cache
def _territories() -> re.Pattern[str]:
    names = [entity.name for entity in entities() if entity.type == "territory"]
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
