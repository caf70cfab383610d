"""Who is asked: the noun phrases that a verb is aimed at.

Reads the words of a clause after its verb phrase; writes the addressees with offsets and the place where
the action begins. Where the doer stands depends on the verb: "requests X to", "decides that X shall",
"calls for … by X", "expresses its appreciation to X", "stresses the need for X to".
"""

from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from resolutions.parsing.actors import can_act
from resolutions.parsing.asked import Asked, addressee_of, are_bodies, listed, only_actors, stop_before, whole
from resolutions.parsing.consulting import BEFORE_TOGETHER, TOGETHER_WITHIN, WITH_OTHERS, consulted_after
from resolutions.parsing.context import Context
from resolutions.parsing.coordination import ARTICLES, QUALIFIERS, Phrase, read_list
from resolutions.parsing.directory import named_at
from resolutions.parsing.document import Addressee, AddresseeRole, ClauseType
from resolutions.parsing.doers import agents, agents_by, doer_of, need_for, subject_of_that
from resolutions.parsing.infinitives import LONGEST_LIST, STOP, infinitive, opens_action
from resolutions.parsing.lexicon import entry
from resolutions.parsing.phrases import skip_asides
from resolutions.parsing.vocabulary.tables import rows, word_group
from resolutions.parsing.words import Words

OBJECT_STOPS = word_group("object_stops")
DETERMINERS = word_group("determiner") | {"their", "his", "her"}
AFTER_CONSULTED = (QUALIFIERS | {"to", "a", "an", "which"}) - {"including"}
THANKS = frozenset(("appreciation", "gratitude", "thanks"))


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
    start = _skip_qualifiers(words, skip_asides(words, first), last)
    rule, asked = _in_slot(words, first, start, last, lemma, context)
    asked.addressees = [replace(addressee, rule=rule) for addressee in asked.addressees]
    type_ = entry(lemma).type
    if type_ is ClauseType.DECIDING:
        asked.addressees = [who for who in asked.addressees if not _is_body(who, context)]
    if type_ in (ClauseType.DIRECTIVE, ClauseType.DECIDING):
        known = {addressee.start for addressee in asked.addressees}
        consulted = _consulted(words, first, last, context)
        new = (addressee for addressee in consulted if addressee.start not in known)
        asked.addressees += [replace(addressee, rule="consulted with") for addressee in new]
    asked.action = max(asked.action, first)
    return asked


def _in_slot(
    words: Words, first: int, start: int, last: int, lemma: str, context: Context
) -> tuple[str, Asked]:
    """Look where the verb puts the doer; give the rule's name with who is asked."""
    thanks = words.at(first - 1) in THANKS and words.at(first) == "to"  # "reiterates its appreciation to X"
    slot = "thanked" if thanks else _slots().get(lemma, "that")
    if words.at(start) == "that":
        if words.low[start + 1 : start + 3] == ("it", "is"):  # "that it is the responsibility of X to"
            return "one in need", need_for(words, start + 3, last, context)
        return "subject of that", subject_of_that(words, start + 1, last, context, lemma)
    if slot in READERS:
        rule, read = READERS[slot]
        return rule, read(words, start, last, context)
    if entry(lemma).type in (ClauseType.REINFORCING, ClauseType.OBSERVING):
        return "one in need", need_for(words, start, last, context)
    return "", Asked(action=start)


def _is_body(who: Addressee, context: Context) -> bool:
    """Tell whether the deciding body means itself: "decides that *it* shall review the measures"."""
    return who.text.lower() == "it" or (who.entity is not None and who.entity == context.body)


def read_subject(words: Words, last: int, context: Context) -> Asked:
    """Find who is asked before a verb in the passive: "*Member States* are urged to …"."""
    first = 1 if words.at(0) == "that" else 0
    asked = only_actors(listed(words, first, last, context), first)
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


def _object(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "requests X to do": X up to the infinitive, or a known actor without one."""
    if words.at(start) in ("upon", "on", "to"):
        start += 1
    end = infinitive(words, start, last)
    if end is not None:
        asked = listed(words, start, end, context)
        if asked.addressees and not can_act(asked.addressees[0], told=True):
            return Asked(action=start)  # "efforts by all States, the United Nations and others to"
        asked.addressees = [who for who in asked.addressees if can_act(who, told=True)]
        if all(who.role is AddresseeRole.INCLUDING for who in asked.addressees):
            asked.addressees = []
        asked.action = (end + (2 if words.at(end) == "not" else 1)) if asked.addressees else start
        return asked
    stop = stop_before(words, start, last, STOP | OBJECT_STOPS)
    stop = next((at for at in range(start, stop) if words.low[at : at + 2] == ("that", "they")), stop)
    asked = only_actors(listed(words, start, stop, context), start)
    asked = asked if asked.addressees else _before_bare_verb(words, start, last, context)
    return asked if asked.addressees else doer_of(words, start, last, context)


def _before_bare_verb(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "requests the Secretary-General prepare a plan": a listed name before a verb without "to"."""
    first = start + 1 if words.at(start) in ARTICLES else start
    named = named_at(words, first)
    if named is None or named.last >= last or not words.at(named.last).isalpha():
        return Asked(action=start)
    if words.at(named.last) in OBJECT_STOPS | {"and", "or", "of", "to"}:
        return Asked(action=start)
    phrase = Phrase(first, named.last, AddresseeRole.ADDRESSEE)
    return Asked([addressee_of(words, phrase, context, None)[0]], named.last)


def _after_to(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "recommends to X that …", "appeals to X to …", "recommends that X …"."""
    if words.at(start) == "to":
        start += 1
    end = infinitive(words, start, last)
    that = next((at for at in range(start, min(last, start + LONGEST_LIST)) if words.at(at) == "that"), None)
    stop = min((at for at in (end, that) if at is not None), default=None)
    if stop is None:
        return _object(words, start, last, context)
    asked = only_actors(listed(words, start, stop, context), start)
    if asked.addressees:
        asked.action = stop + 1
    return asked


def _reminded(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "reminds X of their duty", "draws the attention of X to the report", "reminds X that …"."""
    if words.at(start) == "of":
        start += 1
    ends = (at for at in range(start, last) if words.at(at) in ("of", "to", "that", ":"))
    end = next((at for at in ends if words.at(at) != "of" or words.at(at + 1) in DETERMINERS), last)
    asked = only_actors(listed(words, start, end, context), start, told=True)
    asked.action = end if asked.addressees else start
    return asked


def _thanked(words: Words, start: int, last: int, context: Context) -> Asked:
    """Read "commends X for", "expresses its appreciation to X for", "commends the efforts of X"."""
    if words.at(start) == "to":
        start += 1
    elif words.at(start) == "for":
        return Asked(action=start)
    end = stop_before(words, start, last, STOP | OBJECT_STOPS | {"to"})
    efforts = next((at for at in range(start, end) if words.at(at) == "of"), None)
    if efforts is not None and words.at(efforts - 1) in (
        "efforts",
        "contribution",
        "contributions",
        "work",
        "role",
    ):
        start = efforts + 1
    asked = only_actors(listed(words, start, end, context), start)
    if not asked.addressees:
        return agents_by(words, start, last, context)
    asked.action = end
    return asked


def _consulted(words: Words, first: int, last: int, context: Context) -> list[Addressee]:
    """Find those consulted further on: "to prepare, in consultation with Member States, a report"."""
    found: list[Addressee] = []
    if WITH_OTHERS.isdisjoint(words.low[first : last + TOGETHER_WITHIN]):
        return found
    for at in [at for at in range(first, last) if words.low[at] in BEFORE_TOGETHER]:
        after = consulted_after(words, at)
        if after > at:
            end = next((i for i in range(after, last) if words.at(i) in STOP or _closes_list(words, i)), last)
            phrases = whole(words, read_list(words, after, end, AddresseeRole.CONSULTED), are_bodies)
            named = [addressee_of(words, phrase, context, None)[0] for phrase in phrases]
            found += takewhile(can_act, named)
    return list({each.start: each for each in found}.values())


def _closes_list(words: Words, at: int) -> bool:
    """Tell whether a list of those consulted ends here: at an infinitive or a qualification."""
    if words.at(at) == "to":
        return opens_action(words, at)
    return words.at(at) == "," and words.at(at + 1) in AFTER_CONSULTED


# The rule and the reader of each slot of slots.tsv.
READERS = {
    "object": ("object of the verb", _object),
    "to": ("after to", _after_to),
    "by": ("agent", agents),
    "reminded": ("one who is reminded", _reminded),
    "thanked": ("one who is thanked", _thanked),
}
