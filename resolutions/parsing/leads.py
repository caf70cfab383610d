"""How paragraphs open: a recital with a participle, an operative paragraph with a verb.

Reads a paragraph's text without its number; the drafting rule is the Editorial Manual's: preambular
paragraphs begin with a participle or adjective, operative ones with a verb in the present indicative.
"""

import re
from functools import cache, lru_cache

from resolutions.parsing.phrases import Form, Match, can_begin, heads, match_phrase
from resolutions.parsing.vocabulary.tables import rows
from resolutions.parsing.words import Words, words_of

LEAD = 100  # characters: more than the longest lead phrase
PARTICIPLE = re.compile(r"[a-z-]+ing")
# First words of the adverbs that can stand before a verb, and of "would welcome", "continues to urge".
BEFORE_VERB = frozenset(
    row["phrase"].split()[0] for row in rows("adverbs") if row["place"] in ("before", "both")
) | {"would", "continues"}


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("preambular_leads"))


def preambular_phrase(text: str) -> str | None:
    """Give the words a recital opens with: "Recalling also", "Deeply concerned"; None for other texts."""
    return _preambular_phrase(text[:LEAD])


@lru_cache(maxsize=128)  # asked for by the outline, and again when the recitals are read
def _preambular_phrase(text: str) -> str | None:
    words = _opening(text)
    if found := match_phrase(words, 0, Form.GERUND):
        return words.slice(0, found.last)
    last = 0
    while words.at(last).endswith("ly") or words.at(last) in ("also", "further", "ever", "again"):
        last += 1
    word = words.at(last)
    if not (PARTICIPLE.fullmatch(word) or word in _adjectives()):
        return None
    last += 1
    if word in ("having", "being"):
        last += 1
    while words.at(last) in ("also", "further", "again", "deeply", "fully"):
        last += 1
    return words.slice(0, min(last, len(words)))


@lru_cache(maxsize=64)  # each stage asks for the opening of the paragraph at hand
def _opening(text: str) -> Words:
    return words_of(text)


def opens_preambular(text: str) -> bool:
    """Tell whether a text opens like a recital."""
    first = text.partition(" ")[0].rstrip(",").lower()
    if not (first.endswith(("ing", "ly")) or first in _adjectives() or first in ("also", "further")):
        return False
    return preambular_phrase(text) is not None


def operative_lead(words: Words) -> Match | None:
    """Give the operative verb a text opens with, in the third person."""
    return match_phrase(words, 0, Form.FINITE)


def _first_word(text: str) -> str:
    return text.partition(" ")[0].rstrip(",:").lower()


def _can_open(text: str) -> bool:
    """Tell by the first word alone, before a text is cut into words, whether a verb phrase can begin here."""
    first = _first_word(text)
    return first in heads(Form.FINITE) or first in BEFORE_VERB or first.endswith("ly")


def opens_operative(text: str) -> bool:
    """Tell whether a text opens like an operative paragraph."""
    return _can_open(text) and operative_lead(_opening(text[:LEAD])) is not None


def opens_in_first_person(text: str) -> bool:
    """Tell whether a text opens as a declaration's paragraphs do: "Reaffirm that", "We call upon"."""
    first = _first_word(text)
    if first != "we" and not can_begin(first, Form.BARE):
        return False
    words = _opening(text[:LEAD])
    at = 1 if first == "we" else 0
    return match_phrase(words, at, Form.BARE) is not None
