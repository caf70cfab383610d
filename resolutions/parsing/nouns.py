"""Verbs told from nouns of the same form: "and requests the …" from "and requests for …".

Reads a verb phrase found in a text; says whether its place makes it a verb.
"""

from resolutions.parsing.phrases import Form, Match, finite
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

NOUNS = word_group("nouns_too")
NOUNS_MOSTLY = word_group("nouns_mostly")
AFTER_VERB = word_group("after_verb")
DETERMINERS = word_group("determiner")
QUALIFIERS = word_group("qualifiers")
AFTER_NOUNS = QUALIFIERS | word_group("after_nouns")


def is_verb(words: Words, match: Match, form: Form, *, joined: bool, serial: bool = False) -> bool:
    """Tell whether a match further on in a paragraph is a verb.

    Args:
        words: of the paragraph.
        match: the phrase found.
        form: of its head.
        joined: "and" or "but" stands before it.
        serial: a comma stands before that, so that the word is rather a verb than a noun.
    """
    if form is Form.BARE and not joined:
        return False
    if form is Form.PAST and words.at(match.last) == "by":
        return False  # "and endorsed by the Commission"
    if not may_be_noun(match):
        return bool(words.at(match.last))
    return has_object(words, match) or (serial and form is Form.FINITE and _has_plain_object(words, match))


def _has_plain_object(words: Words, match: Match) -> bool:
    """Tell "…, and requests regular reviews" from "…, and requests for help" and "…, and requests made"."""
    after = words.at(match.last)
    noun = after in AFTER_NOUNS or after.endswith("ed") or not after.isalpha()
    return finite(match.meant.head) not in NOUNS_MOSTLY and not noun


def may_be_noun(match: Match) -> bool:
    """Tell whether the phrase is a single word that is a noun as often as a verb: "demands"."""
    return match.last == match.head + 1 and finite(match.meant.head) in NOUNS


def has_object(words: Words, match: Match) -> bool:
    """Tell a verb by what follows: its object, or an aside; after "and mandates in …" neither does."""
    after = words.at(match.last)
    if match.last < len(words) and words.printed[match.last][:1].isupper():
        return True
    if finite(match.meant.head) in NOUNS_MOSTLY:
        return after in DETERMINERS
    if after == ",":
        return match.first < match.head or words.at(match.last + 1) in QUALIFIERS
    return after in AFTER_VERB
