"""The verb a paragraph opens with, wherever its sentence puts it.

Most paragraphs begin with it; others first say why, when or by what right: "Acting under Chapter VII of the
Charter, *decides* …", name the body: "The Council *decides* …", or speak in the first person. Reads words;
gives the phrase, its form, and whether it is sure.
"""

from typing import NamedTuple

from resolutions.parsing.nouns import AFTER_VERB, has_object, is_verb, may_be_noun
from resolutions.parsing.phrases import Form, Match, match_phrase
from resolutions.parsing.speaking import run_on_verb, spoken_verb
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

INTRODUCING = word_group("introducing")
LONGEST_INTRODUCTION = 60  # words
SPECKS = 3  # "~ — Requests": what a scan leaves before the first word
STANDING_APART = frozenset("~—–_*|•·")


class Lead(NamedTuple):
    """The verb a paragraph opens with.

    Args:
        match: its phrase.
        form: the form that further verbs of the paragraph share.
        doubtful: the form is not what the drafting rules ask for.
    """

    match: Match
    form: Form
    doubtful: bool = False


def lead_of(words: Words, *, first_person: bool, top: bool) -> Lead | None:
    """Give the verb of the adopting body that a paragraph opens with.

    Args:
        words: of the paragraph.
        first_person: it may open as a declaration's do: "Reaffirm that …".
        top: it is no item, so that it may run on from the formula, or have lost its ending.
    """
    at = _first_word(words)
    if match := match_phrase(words, at, Form.FINITE) or _after_introduction(words, at):
        return Lead(match, Form.FINITE)
    if first_person or words.at(at) == "we":
        bare = _in_first_person(words, at)
        return Lead(bare, Form.BARE) if bare else None
    if spoken := spoken_verb(words):
        return Lead(*spoken)
    if top and words.at(at).endswith("ing") and words.printed[at][:1].islower():
        match = run_on_verb(words)
        return Lead(match, Form.FINITE) if match else None
    slip = _slip(words, at) if top else None
    return Lead(slip, Form.FINITE, doubtful=True) if slip else None


def _first_word(words: Words) -> int:
    at = 0
    while at < SPECKS and words.at(at) in STANDING_APART and words.at(at):
        at += 1
    return at


def _after_introduction(words: Words, at: int) -> Match | None:
    """Give the verb after an opening aside: "Upon full cessation of hostilities, *calls upon* …"."""
    if words.at(at) not in INTRODUCING or not words.printed[at][:1].isupper():
        return None
    for comma in range(at + 1, min(len(words), LONGEST_INTRODUCTION)):
        if words.low[comma] == ",":
            match = match_phrase(words, comma + 1, Form.FINITE)
            if match is not None and is_verb(words, match, Form.FINITE, joined=False):
                return match
            if words.at(comma + 1) == "we":
                return match_phrase(words, comma + 2, Form.BARE)
    return None


def _in_first_person(words: Words, at: int) -> Match | None:
    """Give the verb of "Reaffirm that …", "We call upon …", "We are determined to …"."""
    if words.at(at) == "we":
        return match_phrase(words, at + 1, Form.BARE)
    match = match_phrase(words, at, Form.BARE)
    if match is None or not may_be_noun(match) or words.at(match.last) == "to" or has_object(words, match):
        return match
    return None  # "Respect for nature"


def _slip(words: Words, at: int) -> Match | None:
    """Give the verb of a paragraph that is not in the third person, as the drafting rules ask for.

    "Request the Secretary-General …" has lost its ending; "Calling upon all States to …" is a recital's form.
    """
    if not len(words) or not words.printed[at][:1].isupper():
        return None
    match = match_phrase(words, at, Form.BARE) or match_phrase(words, at, Form.GERUND)
    if match is None or match.last >= len(words):
        return None
    goes_on = words.at(match.last) in AFTER_VERB or words.printed[match.last][:1].isupper()
    return match if goes_on else None
