"""Doers that stand elsewhere than right after the verb: "decides that *X* shall", "calls for efforts by *X*".

Reads the words of a clause; gives those on whom it puts something.
"""

from resolutions.parsing.actors import actor_nouns
from resolutions.parsing.asked import Asked, addressee_of, listed, only_actors, stop_before
from resolutions.parsing.context import Context
from resolutions.parsing.coordination import ARTICLES, RELATIVE, Phrase
from resolutions.parsing.directory import named_at
from resolutions.parsing.document import AddresseeRole, ClauseType
from resolutions.parsing.infinitives import STOP, infinitive
from resolutions.parsing.lexicon import entry
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

MODALS = word_group("modals")
DUTY_MODALS = word_group("duty_modals")
ASKING_MODALS = DUTY_MODALS | {"will", "may"}  # where the body decides or asks, "will" settles it too
BEFORE_NOUNS = word_group("determiner") | {"urgent", "pressing", "no", "their", "continued"}
NOUNS_TOO = ("need", "needs")  # "that the need for lamps …" is no modal verb
LONGEST_SUBJECT = 40  # words between "that" and its modal verb
LONGEST_ACTOR = 12
BOUND = word_group("bound")
DISPOSED = word_group("disposed")  # "requests that the Mission be *prepared* to assist": it is to act
RESPONSIBILITIES = word_group("responsibilities")
NEED = word_group("need")
OBJECT_STOPS = word_group("object_stops")


def subject_of_that(words: Words, start: int, last: int, context: Context, lemma: str) -> Asked:
    """Read "that X shall do": X is asked where X can act and the verb puts a duty on it."""
    type_ = entry(lemma).type
    at = _modal(words, start, last)
    if at is None:
        directive = type_ is ClauseType.DIRECTIVE
        return _first_actor(words, start, last, context) if directive else Asked(action=start)
    duties = DUTY_MODALS if type_ not in (ClauseType.DIRECTIVE, ClauseType.DECIDING) else ASKING_MODALS
    if words.at(at) == "be" and words.at(at + 1) in DISPOSED and type_ is ClauseType.DIRECTIVE:
        return only_actors(listed(words, start, at, context), start)
    if words.at(at) not in duties and not _is_bound(words, at):
        return Asked(action=start)
    if words.at(at + 1) == "be":
        return agents(words, start, last, context)
    asked = only_actors(listed(words, start, at, context), start)
    return asked if asked.addressees else _after_aside(words, start, at, context)


def _modal(words: Words, start: int, last: int) -> int | None:
    """Give the place of the modal verb of a that-clause; "which"-clauses in its subject are passed over."""
    inside = False
    for at in range(start, min(last, start + LONGEST_SUBJECT)):
        word = words.at(at)
        if word in STOP:
            return None
        if word == ",":
            inside = words.at(at + 1) in RELATIVE
        elif word in MODALS and not inside and not _is_noun(words, at):
            return at
    return None


def _is_noun(words: Words, at: int) -> bool:
    """Tell "the need for lamps" and "the need to have lamps" from "States need to have lamps"."""
    if words.at(at) not in NOUNS_TOO:
        return False
    return words.at(at + 1) not in ("to", "not") or words.at(at - 1) in BEFORE_NOUNS


def _is_bound(words: Words, at: int) -> bool:
    """Tell whether "is" goes on with a duty: "is required to", "are to"."""
    return words.at(at) in ("is", "are") and (words.at(at + 1) in BOUND or words.at(at + 1) == "to")


def _after_aside(words: Words, start: int, end: int, context: Context) -> Asked:
    """Read "that, drawing from the report, the Mission shall": those between the last comma and the verb."""
    comma = next((at for at in range(end - 1, start - 1, -1) if words.at(at) == ","), None)
    if comma is None:
        return Asked(action=start)
    return only_actors(listed(words, comma + 1, end, context), start)


def _first_actor(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read the subjunctive "demands that X cease": the actor right after "that"."""
    first = start + 1 if words.at(start) in ARTICLES else start
    named = named_at(words, first)
    ends = range(first + 1, min(last, first + LONGEST_ACTOR) + 1)
    if named is None and first < last and words.printed[first].isupper():
        acronym = Phrase(first, first + 1, AddresseeRole.ADDRESSEE)  # "that UNTMIS prioritize"
        return Asked([addressee_of(words, acronym, context, None)[0]], start)
    end = named.last if named else next((at for at in ends if words.at(at - 1) in actor_nouns()), None)
    if end is None or end > last:
        return Asked(action=start)
    phrase = Phrase(first, end, AddresseeRole.ADDRESSEE)
    return Asked([addressee_of(words, phrase, context, None)[0]], start)


def agents(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "calls for renewed efforts by all parties", "calls for all parties to act"."""
    end = infinitive(words, start, last)
    if end is not None and words.at(end + 1) != "be":
        asked = only_actors(listed(words, start, end, context), start)
        asked.action = end + 1
        if asked.addressees:
            return asked
    return agents_by(words, start, last, context)


def agents_by(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "renewed efforts by all parties", "be respected by Governments"."""
    for at in range(start, last):
        if words.at(at) == "by" and not words.at(at + 1).endswith("ing"):
            end = stop_before(words, at + 1, last, STOP | OBJECT_STOPS | {"to", "of"})
            asked = only_actors(listed(words, at + 1, end, context), start)
            if asked.addressees:
                return asked
    return Asked(action=start)


def need_for(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "stresses the need for X to do", "the obligation of X to do", "the need to have Y"."""
    for at in range(start, min(last, start + 8)):
        if words.at(at) in NEED and words.at(at + 1) in ("for", "of"):
            end = infinitive(words, at + 2, last)
            if end is None and words.at(at) in RESPONSIBILITIES:
                end = stop_before(words, at + 2, last, STOP | {"for", "in", "under"})
            return only_actors(listed(words, at + 2, end or at + 2, context), start)
    return Asked(action=start)
