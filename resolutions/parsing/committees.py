"""Committees named by the resolution that set them up: "Committee established by resolution 1343 (2001)".

Reads a text; writes the names, that of the directory where it says more: "… concerning Libya".
"""

import re
from functools import cache

from resolutions.parsing.vocabulary import entities

ESTABLISHED = re.compile(
    r"\bCommittee (?:of the (?:Security )?Council )?(?:established |created )?"
    r"(?:pursuant to|by|under|in accordance with) (?:(?:the )?(?:terms of )?paragraph \d+ of )?"
    r"(?:Security Council |its |Council )?resolutions? (?P<resolution>\d+ \(\d{4}\))"
)


def committees_in(text: str) -> list[str]:
    """Give the committees that a text names by a resolution, in order."""
    return [committee_of(found["resolution"]) for found in ESTABLISHED.finditer(text)]


def committee_of(resolution: str) -> str:
    """Give the name of the Security Council's committee of a resolution such as "1343 (2001)"."""
    plain = f"Security Council Committee established pursuant to resolution {resolution}"
    return next((name for name in _listed() if name.startswith(plain)), plain)


@cache
def _listed() -> tuple[str, ...]:
    return tuple(entity.name for entity in entities() if entity.type == "sanctions_committee")
