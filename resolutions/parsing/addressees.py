"""Who is asked: the noun phrases that a verb is aimed at.

Reads the words of a clause after its verb phrase; writes the addressees with offsets and the place where
the action begins. Where the doer stands depends on the verb: "requests X to", "decides that X shall",
"calls for … by X", "expresses its appreciation to X", "stresses the need for X to".
"""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile

from resolutions.parsing.anaphora import PRONOUNS, Context, Resolved, resolve
from resolutions.parsing.coordination import (
    ARTICLES,
    BEFORE_TOGETHER,
    NAME_LINKS,
    QUALIFIERS,
    RELATIVE,
    Phrase,
    consulted_after,
    read_list,
)
from resolutions.parsing.directory import named_at
from resolutions.parsing.document import Addressee, AddresseeRole, ClauseType
from resolutions.parsing.lexicon import entry
from resolutions.parsing.vocabulary.tables import rows, word_group
from resolutions.parsing.words import Words

# "to" after these belongs to the restriction of an addressee: "in a position to do so".
HOLDS_TO = word_group("holds_to")
# Words that cannot be the bare verb of an infinitive.
NO_VERB = word_group("no_verb")
MODALS = word_group("modals")
DUTY_MODALS = word_group("duty_modals")
ASKING_MODALS = DUTY_MODALS | {"will", "may"}  # where the body decides or asks, "will" settles it too
NOUNS_TOO = ("need", "needs")  # "that the need for lamps …" is no modal verb
LONGEST_SUBJECT = 40  # words between "that" and its modal verb
LONGEST_LIST = 90
LONGEST_ACTOR = 12
NOT_HEAD = re.compile(
    r",? (?:that|which|who|whose|of|in|on|for|against|from|with|within|to|concerned|able|willing)\b"
)
STOP = frozenset((":", ";"))
OBJECT_STOPS = word_group("object_stops")
NEED = word_group("need")


@dataclass(slots=True)
class Asked:
    """Who is asked in a clause, where the action begins (a word number), and what is doubtful.

    `others` are words that may mean somebody else, with the name of that one.
    """

    addressees: list[Addressee] = field(default_factory=list)
    action: int = 0
    doubts: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)


@cache
def _actor_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("actor_nouns"))


@cache
def _slots() -> dict[str, str]:
    return {row["lemma"]: row["slot"] for row in rows("slots")}


def read_addressees(words: Words, first: int, last: int, lemma: str, context: Context) -> Asked:
    """Find who is asked in a clause.

    Args:
        words: the paragraph.
        first, last: the clause after its verb phrase.
        lemma: its verb, whose slot says where the doer stands.
        context: the document so far, for "the Office" and the like.
    """
    slot = _slots().get(lemma, "that")
    start = _skip_qualifiers(words, first, last)
    if words.at(start) == "that":
        rule, asked = "subject of that", _subject_of_that(words, start + 1, last, context, lemma)
    elif slot == "object":
        rule, asked = "object of the verb", _object(words, start, last, context)
    elif slot == "to":
        rule, asked = "after to", _after_to(words, start, last, context)
    elif slot == "by":
        rule, asked = "agent", _agents(words, start, last, context)
    elif slot == "thanked":
        rule, asked = "one who is thanked", _thanked(words, start, last, context)
    elif entry(lemma).type in (ClauseType.REINFORCING, ClauseType.OBSERVING):
        rule, asked = "one in need", _need_for(words, start, last, context)
    else:
        rule, asked = "", Asked(action=start)
    asked.addressees = [replace(addressee, rule=rule) for addressee in asked.addressees]
    if entry(lemma).type in (ClauseType.DIRECTIVE, ClauseType.DECIDING):
        known = {addressee.start for addressee in asked.addressees}
        consulted = _consulted(words, max(asked.action, start), last, context)
        new = (addressee for addressee in consulted if addressee.start not in known)
        asked.addressees += [replace(addressee, rule="consulted with") for addressee in new]
    asked.action = max(asked.action, first)
    return asked


def read_subject(words: Words, last: int, context: Context) -> Asked:
    """Find who is asked before a verb in the passive: "*Member States* are urged to …"."""
    first = 1 if words.at(0) == "that" else 0
    asked = _only_actors(_listed(words, first, last, context), first)
    asked.addressees = [replace(addressee, rule="subject of the passive") for addressee in asked.addressees]
    return asked


def _skip_qualifiers(words: Words, at: int, last: int) -> int:
    """Pass over ", in this regard," and ", within its mandate," between the verb and its object."""
    while words.at(at) == "," and words.at(at + 1) in QUALIFIERS | {"also", "further"} and at < last:
        after = at + 1
        while after < last and words.at(after) != ",":
            after += 1
        if after >= last:
            return at
        at = after + 1 if words.at(after + 1) not in QUALIFIERS or words.at(after + 1) == "that" else after
    return at


def infinitive(words: Words, first: int, last: int) -> int | None:
    """Give the place of the "to" that opens the action: "requests X *to* report"."""
    for at in range(first, min(last, first + LONGEST_LIST)):
        word = words.at(at)
        if word in STOP:
            return at if word == ":" and words.at(at - 1) == "to" else None
        if word == "to" and _opens_action(words, at):
            return at - 1 if words.at(at - 1) == "not" else at
    return None


def _opens_action(words: Words, at: int) -> bool:
    after = words.at(at + 1)
    if after in (":", ""):
        return True
    if after == ",":
        return True
    if words.at(at - 1) in HOLDS_TO or after in NO_VERB or after.endswith("ing"):
        return False
    return after.replace("-", "").isalpha() and words.printed[at + 1][:1].islower()


def _object(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "requests X to do": X up to the infinitive, or a known actor without one."""
    if words.at(start) in ("upon", "on", "to"):
        start += 1
    end = infinitive(words, start, last)
    if end is not None:
        asked = _listed(words, start, end, context)
        asked.addressees = [addressee for addressee in asked.addressees if _can_act(addressee)]
        asked.action = (end + (2 if words.at(end) == "not" else 1)) if asked.addressees else start
        return asked
    stop = _stop(words, start, last, STOP | OBJECT_STOPS)
    asked = _only_actors(_listed(words, start, stop, context), start)
    return asked if asked.addressees else _before_bare_verb(words, start, last, context)


def _before_bare_verb(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "requests the Secretary-General prepare a plan": a listed name before a verb without "to"."""
    first = start + 1 if words.at(start) in ARTICLES else start
    named = named_at(words, first)
    if named is None or named.last >= last or not words.at(named.last).isalpha():
        return Asked(action=start)
    if words.at(named.last) in OBJECT_STOPS | {"and", "or", "of", "to"}:
        return Asked(action=start)
    phrase = Phrase(first, named.last, AddresseeRole.ADDRESSEE)
    return Asked([_addressee(words, phrase, context, None)[0]], named.last)


def _stop(words: Words, first: int, last: int, stops: frozenset[str]) -> int:
    """Give the first of some words outside a name: "on" ends a list, "Office on Drugs and Crime" goes on."""
    at = first
    while at < last:
        if named := named_at(words, at):
            at = named.last
        elif words.at(at) in stops and not _inside_name(words, at):
            return at
        else:
            at += 1
    return last


def _inside_name(words: Words, at: int) -> bool:
    """Tell whether a small word joins two capitals: "Committee *on* Contributions"."""
    after = at + 2 if words.at(at + 1) == "the" else at + 1
    both = words.printed[at - 1 : at] + words.printed[after : after + 1]
    return words.at(at) in NAME_LINKS and len(both) == 2 and all(word[:1].isupper() for word in both)


def _after_to(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "recommends to X that …", "appeals to X to …", "recommends that X …"."""
    if words.at(start) == "to":
        start += 1
    end = infinitive(words, start, last)
    that = next((at for at in range(start, min(last, start + LONGEST_LIST)) if words.at(at) == "that"), None)
    stop = min((at for at in (end, that) if at is not None), default=None)
    if stop is None:
        return _object(words, start, last, context)
    asked = _only_actors(_listed(words, start, stop, context), start)
    if asked.addressees:
        asked.action = stop + 1
    return asked


def _thanked(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "commends X for", "expresses its appreciation to X for", "commends the efforts of X"."""
    if words.at(start) == "to":
        start += 1
    elif words.at(start) == "for":
        return Asked(action=start)
    end = _stop(words, start, last, STOP | OBJECT_STOPS | {"to"})
    efforts = next((at for at in range(start, end) if words.at(at) == "of"), None)
    if efforts is not None and words.at(efforts - 1) in (
        "efforts",
        "contribution",
        "contributions",
        "work",
        "role",
    ):
        start = efforts + 1
    asked = _only_actors(_listed(words, start, end, context), start)
    asked.action = end if asked.addressees else start
    return asked


def _subject_of_that(words: Words, start: int, last: int, context: Context, lemma: str) -> Asked:
    """Read "that X shall do": X is asked where X can act and the verb puts a duty on it."""
    type_ = entry(lemma).type
    at = _modal(words, start, last)
    if at is None:
        directive = type_ is ClauseType.DIRECTIVE
        return _first_actor(words, start, last, context) if directive else Asked(action=start)
    duties = DUTY_MODALS if type_ not in (ClauseType.DIRECTIVE, ClauseType.DECIDING) else ASKING_MODALS
    if words.at(at) not in duties:
        return Asked(action=start)
    if words.at(at + 1) == "be":
        return _agents(words, start, last, context)
    asked = _only_actors(_listed(words, start, at, context), start)
    return asked if asked.addressees else _name_before(words, start, at, context)


def _modal(words: Words, start: int, last: int) -> int | None:
    """Give the place of the modal verb of a that-clause; "which"-clauses in its subject are passed over."""
    inside = False
    for at in range(start, min(last, start + LONGEST_SUBJECT)):
        word = words.at(at)
        if word in STOP:
            return None
        if word == ",":
            inside = words.at(at + 1) in RELATIVE
        elif word in MODALS and not inside and (word not in NOUNS_TOO or words.at(at + 1) in ("to", "not")):
            return at
    return None


def _name_before(words: Words, start: int, end: int, context: Context) -> Asked:
    """Read "that, in the first phase, the Mission shall": a name right before the modal verb."""
    for first in range(start, end):
        named = named_at(words, first)
        short = first == end - 1 and words.printed[first].isupper()
        if (named is not None and named.last == end) or short:
            return Asked(
                [_addressee(words, Phrase(first, end, AddresseeRole.ADDRESSEE), context, None)[0]], start
            )
    return Asked(action=start)


def _first_actor(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read the subjunctive "demands that X cease": the actor right after "that"."""
    first = start + 1 if words.at(start) in ARTICLES else start
    named = named_at(words, first)
    ends = range(first + 1, min(last, first + LONGEST_ACTOR) + 1)
    if named is None and first < last and words.printed[first].isupper():
        acronym = Phrase(first, first + 1, AddresseeRole.ADDRESSEE)  # "that UNTMIS prioritize"
        return Asked([_addressee(words, acronym, context, None)[0]], start)
    end = named.last if named else next((at for at in ends if words.at(at - 1) in _actor_nouns()), None)
    if end is None or end > last:
        return Asked(action=start)
    phrase = Phrase(first, end, AddresseeRole.ADDRESSEE)
    return Asked([_addressee(words, phrase, context, None)[0]], start)


def _agents(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "calls for renewed efforts by all parties", "calls for all parties to act"."""
    end = infinitive(words, start, last)
    if end is not None and (asked := _only_actors(_listed(words, start, end, context), start)).addressees:
        asked.action = end + 1
        return asked
    for at in range(start, last):
        if words.at(at) == "by" and not words.at(at + 1).endswith("ing"):
            end = _stop(words, at + 1, last, STOP | OBJECT_STOPS | {"to", "of"})
            asked = _only_actors(_listed(words, at + 1, end, context), start)
            if asked.addressees:
                return asked
    return Asked(action=start)


def _need_for(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "stresses the need for X to do", "the obligation of X to do", "the need to have Y"."""
    for at in range(start, min(last, start + 8)):
        if words.at(at) in NEED and words.at(at + 1) in ("for", "of"):
            end = infinitive(words, at + 2, last)
            if end is None:
                break
            asked = _only_actors(_listed(words, at + 2, end, context), start)
            return asked
    return Asked(action=start)


def _listed(words: Words, start: int, end: int, context: Context) -> Asked:
    asked = Asked(action=start)
    previous: str | None = None
    for phrase in read_list(words, start, end):
        addressee, guessed = _addressee(words, phrase, context, previous)
        if asked.addressees and not _can_act(addressee) and _goes_on(words, asked.addressees[-1], phrase):
            last = asked.addressees[-1]
            asked.addressees[-1] = replace(
                last, text=words.text[last.start : addressee.end], end=addressee.end
            )
            continue
        asked.addressees.append(addressee)
        previous = addressee.entity or previous
        if guessed:
            asked.doubts.append("anaphora_guessed")
            asked.others += [(addressee.text, name) for name in guessed.others]
    return asked


def _goes_on(words: Words, before: Addressee, phrase: Phrase) -> bool:
    """Tell whether a phrase only ends the name before it: "for the prevention … and the treatment …"."""
    joined = words.text[before.end : words.starts[phrase.first]].split()
    return joined[:1] == ["and"] and not NAME_LINKS.isdisjoint(before.text.split())


def _addressee(
    words: Words, phrase: Phrase, context: Context, previous: str | None
) -> tuple[Addressee, Resolved | None]:
    """Give an addressee, and where whom it means is a guess, how it was guessed."""
    text = words.slice(phrase.first, phrase.last)
    before: tuple[str | None, ...] = (previous,)
    if text.lower() in PRONOUNS:
        before = (previous, context.recent, _last_named(words, phrase.first))
    found = resolve(text, context, *before)
    start, end = words.starts[phrase.first], words.end(phrase.last - 1)
    return Addressee(text, found.entity, phrase.role, start, end), found if found.guessed else None


def _last_named(words: Words, before: int) -> str | None:
    """Give the last name of the directory before a place in the paragraph."""
    last: str | None = None
    at = 0
    while at < before:
        named = named_at(words, at)
        last = named.entity.name if named else last
        at = named.last if named else at + 1
    return last


def _only_actors(asked: Asked, start: int) -> Asked:
    """Keep a list only where those in it can act; "encourages further cooperation" names nobody."""
    if all(_can_act(addressee) for addressee in asked.addressees):
        return asked
    return Asked(action=start)


def _can_act(addressee: Addressee) -> bool:
    if addressee.entity is not None:
        return True
    head = NOT_HEAD.split(addressee.text, maxsplit=1)[0].split()
    if not head:
        return False
    return head[-1].lower().strip(",’") in _actor_nouns() or (len(head) == 1 and head[0][:1].isupper())


def _consulted(words: Words, first: int, last: int, context: Context) -> list[Addressee]:
    """Find those consulted further on: "to prepare, in consultation with Member States, a report"."""
    found: list[Addressee] = []
    for at in range(first, last):
        after = consulted_after(words, at) if words.low[at] in BEFORE_TOGETHER else at
        if after > at:
            end = next((i for i in range(after, last) if words.at(i) in STOP or _closes_list(words, i)), last)
            phrases = read_list(words, after, end, AddresseeRole.CONSULTED)
            named = [_addressee(words, phrase, context, None)[0] for phrase in phrases]
            found += takewhile(_can_act, named)
    return found


def _closes_list(words: Words, at: int) -> bool:
    """Tell whether a list of those consulted ends here: at an infinitive or a qualification."""
    if words.at(at) == "to":
        return _opens_action(words, at)
    return words.at(at) == "," and words.at(at + 1) in QUALIFIERS | {"to", "a", "an", "which"}
