"""Names that the directory does not list: "Lamp Service of Norway", "humanitarian lamp organizations".

Reads a noun phrase; gives the name without what does not belong to it. A body has a name where it is
written in capitals; a group has one where a word says which group it is. "All parties" names nobody.
"""

import re
from functools import lru_cache

from resolutions.parsing.actors import actor_nouns, head_of, is_activity
from resolutions.parsing.directory import BRACKETED, LOOSE, RESTRICTION
from resolutions.parsing.vocabulary.tables import word_group

BODIES = word_group("body_nouns")
# Words that leave open who is meant: "other international organizations", "parties concerned".
OPEN = frozenset(
    ("other", "others", "concerned", "involved", "such", "same", "or", "and/or", "alike", "above")
)
COLLECTIVE = frozenset(("community", "industry", "sector", "people", "media", "youth", "women", "system"))
LONGEST = 12  # words
# "organizations *working in* the region"
DESCRIPTION = re.compile(
    r",? [a-z]+(?:ed|ing) (?:in|by|to|with|under|from|on|at|for|out|their|its)\b.*"
    r"|,? (?:regarding|concerning)\b.*"
)
TIME = re.compile(r",? (?:at|in|during) (?:its|his|her|their|the) .*")


@lru_cache(maxsize=1024)
def unlisted_name(text: str) -> str | None:
    """Give the name that a noun phrase without its article is, None where it names nobody."""
    plain = text
    for tail in (RESTRICTION, DESCRIPTION, BRACKETED, TIME):
        plain = tail.sub("", plain)
    words = plain.replace(",", " ,").split()
    while words and words[0].lower() in LOOSE:
        words.pop(0)
    if not 1 < len(words) <= LONGEST or not OPEN.isdisjoint(word.lower() for word in words) or "," in words:
        return None
    head = head_of(words)
    if head is None or is_activity(words):
        return None
    capitals = sum(word[:1].isupper() for word in words)
    if head[:1].isupper():
        named = capitals > 1 and head.lower() in BODIES | actor_nouns()
    else:
        described = words[0] != head or capitals > 0
        named = described and head in actor_nouns() and (head.endswith("s") or head in COLLECTIVE)
    return " ".join(words) if named else None
