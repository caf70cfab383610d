"""Lists of those asked, each with whom it means.

Reads stretches of words that hold noun phrases; gives addressees with offsets, and what is doubtful.
"""

from collections.abc import Callable

from msgspec import Struct, field

from resolutions.parsing.actors import can_act, is_described, may_act
from resolutions.parsing.anaphora import PRONOUNS, Resolved, resolve
from resolutions.parsing.context import Context
from resolutions.parsing.coordination import LINKS, NAME_LINKS, SHARING, Phrase, read_list
from resolutions.parsing.directory import LOOSE, named_at
from resolutions.parsing.document import Addressee
from resolutions.parsing.pronouns import spoken_of
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

CLOSE = 2  # words between two parts of one phrase: "and the"
SHORT = 4  # words of a part that can go on after a comma
ASIDES = word_group("asides")
UNMARKED = word_group("unmarked_bodies")


class Asked(Struct):
    """Who is asked in a clause, where the action begins (a word number), and what is doubtful.

    `others` are words that may mean somebody else, with the name of that one.
    """

    addressees: list[Addressee] = field(default_factory=list)
    action: int = 0
    doubts: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)


def listed(words: Words, start: int, end: int, context: Context) -> Asked:
    """Read the list that stands between two places."""
    asked = Asked(action=start)
    previous: str | None = None
    for phrase in whole(words, read_list(words, start, end), _is_one):
        addressee, guessed = addressee_of(words, phrase, context, previous)
        asked.addressees.append(addressee)
        previous = addressee.entity or previous
        if guessed:
            asked.doubts.append("anaphora_guessed")
            asked.others += [(addressee.text, name) for name in guessed.others]
    return asked


Same = Callable[[Words, Phrase, Phrase], bool]


def whole(words: Words, parts: list[Phrase], same: Same) -> list[Phrase]:
    """Join what an "and" or a comma parted though it is one: "all Afghan *and* international parties".

    Args:
        words: the paragraph.
        parts: of a list, in order.
        same: tells of two parts that follow each other whether they are one phrase.
    """
    joined: list[Phrase] = []
    for part in parts:
        if joined and part.role is joined[-1].role and same(words, joined[-1], part):
            joined[-1] = Phrase(joined[-1].first, part.last, part.role)
        else:
            joined.append(part)
    return joined


def _is_one(words: Words, before: Phrase, part: Phrase) -> bool:
    """Tell whether two parts are one phrase: neither names a doer without the other."""
    between = words.low[before.last : part.first]
    said, goes_on = words.slice(before.first, before.last), words.slice(part.first, part.last)
    if are_bodies(words, before, part):
        return True
    described = is_described(said)
    if between[:1] == (",",):
        if len(between) > 1:
            return False
        if may_act(said):  # "States of origin, *transit* and destination"
            return described and not may_act(goes_on) and _is_short(words, part)
        return described or words.at(before.last - 1) in SHARING or said[:1].isupper()
    if len(between) > CLOSE:
        return False
    return not may_act(said) or (described and not may_act(goes_on))


def are_bodies(words: Words, before: Phrase, part: Phrase) -> bool:
    """Tell whether bodies of one owner are listed: "United Nations agencies, *funds and programmes*"."""
    if words.at(before.last - 1) not in UNMARKED:
        return False
    listed = set(words.low[part.first : part.last]) - LINKS
    owner = set(words.low[before.first : before.last]) - LINKS - LOOSE - UNMARKED
    last = "and" in words.low[before.last : part.last]
    goes_on = words.at(part.last) in LINKS and words.at(part.last + 1) in UNMARKED | {"and"}
    return listed <= UNMARKED and (last or goes_on) and (not owner or {"united", "nations"} <= owner)


def _is_short(words: Words, part: Phrase) -> bool:
    first = words.at(part.first)
    return part.last - part.first <= SHORT and not first.endswith(("ed", "ing")) and first not in ASIDES


def addressee_of(
    words: Words, phrase: Phrase, context: Context, previous: str | None
) -> tuple[Addressee, Resolved | None]:
    """Give an addressee, and where whom it means is a guess, how it was guessed."""
    text = words.slice(phrase.first, phrase.last)
    before: tuple[str | None, ...] = (previous,)
    if text.lower() in PRONOUNS:
        before = (previous, context.recent, spoken_of(words, phrase.first, text))
    found = resolve(text, context, *before)
    start, end = words.starts[phrase.first], words.end(phrase.last - 1)
    return Addressee(text, found.entity, phrase.role, start, end), found if found.guessed else None


def only_actors(asked: Asked, start: int, *, told: bool = False) -> Asked:
    """Keep a list only where those in it can act; "encourages further cooperation" names nobody."""
    if all(can_act(addressee, told=told) for addressee in asked.addressees):
        return asked
    return Asked(action=start)


def stop_before(words: Words, first: int, last: int, stops: frozenset[str]) -> int:
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
