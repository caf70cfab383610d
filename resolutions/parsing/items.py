"""The items of a list: what they take over from the paragraph above them.

Reads the words of a sub-paragraph and its chapeau; says whether it is an action of its own, goes on with the
chapeau, or only completes a list of things.
"""

import re
from dataclasses import dataclass, replace

from resolutions.parsing.document import Addressee, AddresseeRole, Clause, ClauseType
from resolutions.parsing.lexicon import entry
from resolutions.parsing.phrases import Form, Match, match_phrase
from resolutions.parsing.words import Words

ACTING = (ClauseType.DIRECTIVE, ClauseType.DECIDING)
ACTION_NOUN = re.compile(r"(?:The |An? )?(?:\w+ )?\w+(?:tion|sion|ment)s? (?:of|and)\b", re.IGNORECASE)
# Ends of a chapeau that its items go on with as verbs or sentences.
OPEN_ENDS = (" to:", " that:", " shall:", " should:", " must:", " will:")
CONTENT = re.compile(
    r"\b(?:on|following|of|by the following|as follows|are|include|below|fields?|areas?):$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Chapeau:
    """What an item can take over from the paragraph it belongs to."""

    clause: Clause
    eid: str
    text: str


def own_infinitive(words: Words, above: Chapeau) -> Match | None:
    """Give the verb of an item such as "(a) To request the Secretary-General …" or "Requesting …"."""
    if above.clause.type is not ClauseType.DECIDING or above.clause.action:
        return None  # "Decides to establish a Committee: (a) To recommend …" tells the Committee
    match = match_phrase(words, 1, Form.BARE) if words.at(0) == "to" else match_phrase(words, 0, Form.GERUND)
    if match is None or entry(match.meant.lemma).type is not ClauseType.DIRECTIVE:
        return None
    return match._replace(first=0)


def goes_on(words: Words, above: Chapeau) -> bool:
    """Tell whether an item is an action of its chapeau and not a member of a list of things."""
    if words.at(0).endswith("ing") and above.text.rstrip().endswith(" by:"):
        return True
    if not len(words) or above.clause.type not in ACTING:
        return len(words) > 0 and words.at(0) == "that" and above.text.rstrip().endswith(":")
    opening = words.at(0)
    if opening in ("to", "that", "not") or above.text.rstrip().endswith(OPEN_ENDS):
        return True
    if CONTENT.search(above.text):
        return False
    if opening.endswith("ing") and words.printed[0].isalpha():
        return True
    modal = {"shall", "should", "must"} & set(words.low[1:25])
    return bool(modal) or ACTION_NOUN.match(words.text) is not None


def taken_over(above: Chapeau) -> list[Addressee]:
    """Give those asked in the chapeau, with the paragraph their offsets count in."""
    return [
        replace(addressee, eid=addressee.eid or above.eid, rule="taken over from the chapeau")
        for addressee in above.clause.addressees
        if addressee.role is not AddresseeRole.CONSULTED
    ]
