"""Requests in the passive: "The Secretary-General is requested to …", "that Member States be urged to …".

Decisions and older resolutions put them so. Reads the words of a paragraph; gives the verb phrase.
"""

from resolutions.parsing.document import ClauseType
from resolutions.parsing.lexicon import entry
from resolutions.parsing.phrases import Form, Match, match_phrase
from resolutions.parsing.words import Words

TO_BE = frozenset(("is", "are", "be"))
LONGEST_SUBJECT = 40  # words
ENDS_SUBJECT = frozenset((":", ";", ".", "which", "who", "to"))


def passive_request(words: Words) -> Match | None:
    """Give the phrase "is requested" before "to"; its first word is the one after the subject."""
    for at in range(1, min(len(words), LONGEST_SUBJECT)):
        if words.low[at] in ENDS_SUBJECT or (at > 1 and words.low[at] == "that"):
            return None
        if words.low[at] in TO_BE:
            match = match_phrase(words, at + 1, Form.PAST)
            asks = match is not None and entry(match.meant.lemma).type is ClauseType.DIRECTIVE
            if match is not None and asks and words.at(match.last) == "to":
                return Match(at, match.last, match.head, match.meant)
    return None
