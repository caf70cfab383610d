"""Doers that stand elsewhere than right after the verb: "decides that *X* shall", "calls for efforts by *X*".

Reads the words of a clause; gives those on whom it puts something.
"""

from itertools import pairwise

from resolutions.parsing.actors import actor_nouns
from resolutions.parsing.anaphora import resolve
from resolutions.parsing.asked import Asked, addressee_of, listed, only_actors, stop_before
from resolutions.parsing.context import Context
from resolutions.parsing.coordination import ARTICLES, RELATIVE, Phrase
from resolutions.parsing.directory import named_at
from resolutions.parsing.document import Addressee, AddresseeRole, ClauseType
from resolutions.parsing.infinitives import STOP, infinitive
from resolutions.parsing.lexicon import entry
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

MODALS = word_group("modals")
DUTY_MODALS = word_group("duty_modals")
ASKING_MODALS = DUTY_MODALS | {"will", "may"}  # where the body decides or asks, "will" settles it too
BEFORE_NOUNS = word_group("determiner") | {"urgent", "pressing", "no", "their", "continued"}
NOUNS_TOO = ("need", "needs")  # "that the need for lamps …" is no modal verb
LONGEST_SUBJECT = 40  # words between "that" and its modal verb, asides not counted
LONGEST_ACTOR = 12
BOUND = word_group("bound")
MADE_TO = word_group("made_to")  # "that the Committee shall be *empowered* to act"
# Words after which an agent belongs to what is told besides: "if the Council …", "while welcoming …"
ENDS_AGENTS = word_group("ends_agents")
BEFORE_ASIDE = word_group("before_aside")
OPENS_ASIDE = RELATIVE | {"notwithstanding", "if", "unless", "while", "without", "whose", "where", "when"}
NO_ACTOR = frozenset(("in", "by", "of", "for", ",", "and", "or", "to"))
DESCRIBING = word_group("describing")
DISPOSED = word_group("disposed")  # "requests that the Mission be *prepared* to assist": it is to act
RESPONSIBILITIES = word_group("responsibilities")
NEED = word_group("need")
OBJECT_STOPS = word_group("object_stops")
DEEDS = word_group("deeds")
DEED_WITHIN = 5  # words: "the full and continued *cooperation*"
OWN_DEED_WITHIN = 3  # words: "the Mission’s close and continuing *assistance*"


def subject_of_that(words: Words, start: int, last: int, context: Context, lemma: str) -> Asked:
    """Read "that X shall do": X is asked where X can act and the verb puts a duty on it.

    In "decides that X shall act, and that Y shall report" the body asks both.
    """
    more = [at for at in range(start, last - 1) if words.low[at] == "and" and words.at(at + 1) == "that"]
    if not more or entry(lemma).type not in (ClauseType.DIRECTIVE, ClauseType.DECIDING):
        return _subject_of_one(words, start, last, context, lemma)
    ends = [*more, last]
    asked = _subject_of_one(words, start, ends[0], context, lemma)
    for at, end in pairwise(ends):
        asked.addressees += _subject_of_one(words, at + 2, end, context, lemma).addressees
    return asked


def _subject_of_one(words: Words, start: int, last: int, context: Context, lemma: str) -> Asked:
    """Read one "that X shall do"."""
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
    if words.at(at + 1) == "be" and not (words.at(at + 2) in MADE_TO and words.at(at + 3) == "to"):
        return agents_by(words, at + 1, last, context)
    asked = only_actors(listed(words, start, at, context), start)
    found = any(who.role is AddresseeRole.ADDRESSEE for who in asked.addressees)
    return asked if found else _after_aside(words, start, at, context)


def _modal(words: Words, start: int, last: int) -> int | None:
    """Give the place of the modal verb of a that-clause; "which"-clauses in its subject are passed over."""
    inside = False
    counted = 0
    for at in range(start, last):
        word = words.at(at)
        counted += not inside
        if word in STOP or counted > LONGEST_SUBJECT or _opens_inner(words, at, start):
            return None
        if word == ",":
            inside = words.at(at + 1) in OPENS_ASIDE
        elif word in MODALS and not inside and not _is_noun(words, at) and words.at(at - 1) != "as":
            return at
    return None


def _opens_inner(words: Words, at: int, start: int) -> bool:
    """Tell whether another that-clause begins: "that States act, recognizing *that* youth may suffer"."""
    before = words.low[at - 1]
    return words.low[at] == "that" and at > start and before.endswith("ing") and before != "during"


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
    asked = Asked(action=start)
    if comma is not None:
        asked = only_actors(listed(words, comma + 1, end, context), start)
    return asked if asked.addressees else _right_before(words, start, end, context)


def _right_before(words: Words, start: int, end: int, context: Context) -> Asked:
    """Read "that in its first phase *UNTMIS* will": a name right before the verb, after an aside."""
    if words.at(start) not in BEFORE_ASIDE:
        return Asked(action=start)
    for first in range(max(start + 1, end - LONGEST_ACTOR), end):
        named = named_at(words, first)
        if (named and named.last == end) or (first == end - 1 and words.printed[first].isupper()):
            phrase = Phrase(first, end, AddresseeRole.ADDRESSEE)
            return Asked([addressee_of(words, phrase, context, None)[0]], start)
    return Asked(action=start)


def _first_actor(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read the subjunctive "demands that X cease": the actor right after "that"."""
    first = start + 1 if words.at(start) in ARTICLES else start
    named = named_at(words, first)
    ends = range(first + 1, min(last, first + LONGEST_ACTOR) + 1)
    if named is None and first < last and words.printed[first].isupper():
        acronym = Phrase(first, first + 1, AddresseeRole.ADDRESSEE)  # "that UNTMIS prioritize"
        return Asked([addressee_of(words, acronym, context, None)[0]], start)
    end = named.last if named else next((at for at in ends if words.at(at - 1) in actor_nouns()), None)
    if end is None or end > last or (named is None and not NO_ACTOR.isdisjoint(words.low[first:end])):
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
        if words.low[at] in ENDS_AGENTS:
            break
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
            end = infinitive(words, at + 2, last) or _gerund_after(words, at + 2, last)
            if end is None and words.at(at) in RESPONSIBILITIES:
                end = stop_before(words, at + 2, last, STOP | {"for", "in", "under"})
            if end is None:
                return _possessor(words, at + 2, last, context)
            return only_actors(listed(words, at + 2, end, context), start)
    return Asked(action=start)


def _possessor(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "the importance of *the Mission*’s continued support": whose deed it is that is needed."""
    first = start + 1 if words.at(start) in ARTICLES else start
    for at in range(first, min(last, first + LONGEST_ACTOR)):
        if words.low[at] in STOP or words.low[at] in NO_ACTOR:
            break
        if words.low[at].endswith("’s") or words.at(at + 1) == "’":
            after = at + 1 + (words.at(at + 1) == "’")
            if DEEDS.isdisjoint(words.low[after : after + OWN_DEED_WITHIN]):
                break
            text = words.slice(first, at + 1)
            text = text[:-2] if words.low[at].endswith("’s") else text
            begins, entity = words.starts[first], resolve(text, context).entity
            who = Addressee(text, entity, AddresseeRole.ADDRESSEE, begins, begins + len(text))
            return only_actors(Asked([who], start), start)
    return Asked(action=start)


def doer_of(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "urges the continued cooperation of *X* in the search": X is asked to cooperate."""
    if words.at(start) not in ARTICLES:
        return Asked(action=start)
    for at in range(start + 1, min(last, start + DEED_WITHIN)):
        if words.low[at] in DEEDS and words.at(at + 1) in ("of", "by"):
            end = stop_before(words, at + 2, last, STOP | OBJECT_STOPS | {"to"})
            return only_actors(listed(words, at + 2, end, context), start)
        if words.low[at] in STOP or words.low[at] in OBJECT_STOPS:
            break
    return Asked(action=start)


def _gerund_after(words: Words, start: int, last: int) -> int | None:
    """Give the place of the gerund in "the importance of the Committee *being* told": one after its actor."""
    at = start
    while at < min(last, start + LONGEST_ACTOR):
        if named := named_at(words, at):
            at = named.last
            continue
        if words.low[at] in STOP or words.low[at] in NO_ACTOR or words.low[at].endswith("’s"):
            return None
        if at > start and words.low[at].endswith("ing") and words.low[at] not in DESCRIBING:
            return at
        at += 1
    return None
