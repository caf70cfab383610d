"""Operative verbs that the vocabulary lacks, known by their place and form: "Reprimands the States that …".

Reads the words of a paragraph; gives the phrase, with its bare form for a lemma, for a person to place. A
noun in the plural looks the same; "States shall …" goes on with a modal verb, as no verb of the body does.
"""

import re

from resolutions.parsing.directory import named_at
from resolutions.parsing.phrases import Match, skip_adverbs
from resolutions.parsing.vocabulary import VerbPhrase
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

VERB_FORM = re.compile(r"[a-z]{3,}(?<!ion)(?<!ment)(?<![sui])s")
MODALS = word_group("modals")
MODAL_WITHIN = 12  # words
OBJECTS = word_group("determiner") - {"such", "both"}  # what follows a verb and no noun: "Anticipates that"
NO_VERBS = frozenset(
    ("the", "all", "who", "as", "do", "have", "in", "of", "and", "can", "must")
)  # after "we"
TURNING = frozenset(("also", "further", "hereby"))  # adverbs with which a body goes on to its next verb


def unknown_verb(words: Words) -> Match | None:
    """Give the opening words that could be an operative verb the vocabulary lacks."""
    if words.at(0) == "we":
        return _in_first_person(words)
    at = skip_adverbs(words, 0, "before", "both")
    word = words.at(at)
    if not len(words) or not words.printed[0][:1].isupper() or VERB_FORM.fullmatch(word) is None:
        return None
    if words.at(at + 1) not in OBJECTS and (named_at(words, at) or _has_modal(words, at + 1)):
        return None
    return _unknown(0, at, _bare(word))


def _in_first_person(words: Words) -> Match | None:
    """Give the verb of "We envisage a world …", "We hereby launch …"."""
    at = skip_adverbs(words, 1, "before", "both")
    word = words.at(at)
    return _unknown(1, at, word) if word.isalpha() and word not in NO_VERBS else None


def unknown_further(words: Words, at: int) -> Match | None:
    """Give such a verb after "and": "and also *reprimands* the …", "and further *anticipates* that …"."""
    verb = skip_adverbs(words, at, "before", "both")
    if verb == at or words.at(at) not in TURNING or VERB_FORM.fullmatch(words.at(verb)) is None:
        return None
    return _unknown(at, verb, _bare(words.at(verb))) if words.at(verb + 1) in OBJECTS else None


def _unknown(first: int, head: int, bare: str) -> Match:
    return Match(first, head + 1, head, VerbPhrase(bare, (), bare, reiterated=False))


def _has_modal(words: Words, at: int) -> bool:
    return not MODALS.isdisjoint(words.low[at : at + MODAL_WITHIN])


def _bare(word: str) -> str:
    """Give the bare form of a third person: "relies" is "rely", "watches" is "watch"."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
