"""Operative verb phrases in a text: "Also requests", "Reiterates its call upon", "takes note of".

Reads words and a place; writes the phrase that begins there. Everything is looked up by word in tables
built once from the vocabulary, so the cost does not grow with the number of phrases.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from resolutions.parsing.vocabulary import VerbPhrase, verb_phrases
from resolutions.parsing.vocabulary.tables import rows, word_group
from resolutions.parsing.words import Words

# Verbs that double their last letter: "committing", "deferring".
DOUBLING = {
    "admit",
    "commit",
    "recommit",
    "defer",
    "permit",
    "refer",
    "regret",
    "set",
    "transfer",
    "transmit",
}
IRREGULAR = {
    **{
        "be": "was",
        "bear": "bore",
        "draw": "drew",
        "find": "found",
        "forgive": "forgave",
        "give": "gave",
        "pay": "paid",
    },
    **{"hold": "held", "make": "made", "bring": "brought"},
    **{"set": "set", "take": "took", "understand": "understood", "undertake": "undertook"},
    **{"uphold": "upheld", "withdraw": "withdrew"},
}
GAP = "…"
LONGEST_GAP = 5
NO_GAP = {"to", "of", "that", "for", "upon", "on", "and", "with", ",", ";", ":", ".", "(", ")"}
LONGEST_ATTITUDE = 4


class Form(StrEnum):
    """The grammatical form of a head verb; a string, because tables are asked for by it at every comma."""

    FINITE = "requests"
    BARE = "request"
    PAST = "requested"
    GERUND = "requesting"


class Match(NamedTuple):
    """A verb phrase found in a text, as word numbers.

    Args:
        first, last: the phrase from its first adverb up to but without word `last`.
        head: the verb itself.
        meant: what the vocabulary says about it.
        judges: an attitude such as "with concern" turns noting into judging.
    """

    first: int
    last: int
    head: int
    meant: VerbPhrase
    judges: bool = False


def finite(head: str) -> str:
    """Give the third person: "requests", "stresses", "clarifies"."""
    if head == "be":
        return "is"
    if head.endswith(("s", "x", "sh", "ch")):
        return head + "es"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + "s"


def gerund(head: str) -> str:
    """Give the "-ing" form: "noting", "committing"."""
    if head == "be":
        return "being"
    if head in DOUBLING:
        return head + head[-1] + "ing"
    return (head[:-1] if head.endswith("e") else head) + "ing"


def past(head: str) -> str:
    """Give the past: "requested", "took", "committed"."""
    if head in IRREGULAR:
        return IRREGULAR[head]
    if head in DOUBLING:
        return head + head[-1] + "ed"
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ied"
    return head + ("d" if head.endswith("e") else "ed")


_INFLECTIONS: dict[Form, Callable[[str], str]] = {
    Form.FINITE: finite,
    Form.GERUND: gerund,
    Form.BARE: str,
    Form.PAST: past,
}


@cache
def heads(form: Form) -> dict[str, str]:
    """Give the head verb of each word of this form, British spellings included."""
    inflect = _INFLECTIONS[form]
    found: dict[str, str] = {}
    for head in {phrase.head for phrase in verb_phrases()}:
        found[inflect(head)] = head
        if head.endswith("ize"):
            found[inflect(head[:-3] + "ise")] = head
    if form is Form.BARE:
        found["are"] = "be"  # "we are concerned"
    return found


@cache
def governing(form: Form) -> frozenset[str]:
    """Give the words of this form that are the verb of a clause by themselves: "requests", not "takes"."""
    plain = {phrase.head for phrase in verb_phrases() if not phrase.complement}
    return frozenset(word for word, head in heads(form).items() if head in plain - word_group("of_others"))


@cache
def _complements() -> dict[str, tuple[VerbPhrase, ...]]:
    """Give the phrases of each head, the one with most words first."""
    grouped: defaultdict[str, list[VerbPhrase]] = defaultdict(list)
    for phrase in verb_phrases():
        grouped[phrase.head].append(phrase)
    return {head: tuple(sorted(found, key=lambda p: -len(p.complement))) for head, found in grouped.items()}


@cache
def _adverbs(*places: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the adverbs that can stand at these places, by first word, the longest first."""
    grouped: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows("adverbs"):
        if row["place"] in places:
            said = tuple(row["phrase"].split())
            grouped[said[0]].append(said)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in grouped.items()}


@cache
def _attitudes() -> dict[str, bool]:
    return {row["noun"]: row["judges"] == "yes" for row in rows("attitudes")}


@cache
def _beginnings(form: Form) -> frozenset[str]:
    """Give the first words of all phrases of a form, adverbs and asides before them included."""
    return frozenset(heads(form)).union(_adverbs("before", "both"), _adverbs("aside"), ("would", "continues"))


def can_begin(word: str, form: Form) -> bool:
    """Tell by its first word whether a phrase, with what can stand before it, may begin here."""
    return word in _beginnings(form) or word.endswith("ly")


def skip_adverbs(words: Words, at: int, *places: str) -> int:
    """Give the place after any adverbs that begin here: "also", "once again", "strongly"."""
    table = _adverbs(*places)
    word = words.at(at)
    if word not in table and word[-2:] != "ly":
        return at
    while (after := _after_adverb(words, at, table)) > at:
        at = after
    return at


def _after_adverb(words: Words, at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    word = words.at(at)
    for said in table.get(word, ()):
        if words.low[at : at + len(said)] == said:
            return at + len(said)
    if word[-2:] == "ly" and len(word) > 4 and word.isalpha():
        return at + 1
    return at


def skip_asides(words: Words, at: int) -> int:
    """Give the place after an aside between commas or without: ", in this regard,"."""
    start = at + 1 if words.at(at) == "," else at
    after = skip_adverbs(words, start, "aside")
    if after == start:
        return at
    return after + 1 if words.at(after) == "," else after


def match_phrase(words: Words, at: int, form: Form) -> Match | None:
    """Give the verb phrase that begins at a place, adverbs first; None where none does."""
    place = skip_adverbs(words, at, "before", "both")
    if form is Form.FINITE and words.at(place) == "would":
        place, form = skip_adverbs(words, place + 1, "both"), Form.BARE
    elif words.at(place) == "continues" and words.at(place + 1) == "to":
        place, form = place + 2, Form.BARE
    head = heads(form).get(words.at(place))
    if head is None:
        return None
    after = skip_adverbs(words, place + 1, "both", "after")
    starts = dict.fromkeys((place + 1, after, skip_asides(words, place + 1)))
    for phrase in _complements()[head]:
        end = _complement_end(words, starts, phrase.complement) if phrase.complement else after
        if end is not None:
            last, judges = _with_attitude(words, end, phrase)
            return Match(at, last, place, phrase, judges)
    return None


def _complement_end(words: Words, starts: Iterable[int], complement: tuple[str, ...]) -> int | None:
    """Give the place after a complement that begins at one of these, the first where it does."""
    for start in starts:
        end = _words_end(words, start, complement)
        if end is not None:
            return end
    return None


def _words_end(words: Words, at: int, complement: tuple[str, ...]) -> int | None:
    if complement[0] != GAP:
        return at + len(complement) if words.low[at : at + len(complement)] == complement else None
    said = complement[1:]
    if said[0] not in words.low[at : at + LONGEST_GAP + 1]:
        return None
    for start in range(at, at + LONGEST_GAP + 1):
        if words.low[start : start + len(said)] == said:
            return start + len(said)
        if words.at(start) in NO_GAP or not words.at(start):
            return None
    return None


def _with_attitude(words: Words, at: int, phrase: VerbPhrase) -> tuple[int, bool]:
    """Take in "with deep concern" and the "of" that "takes note" still needs."""
    last, judges = at, False
    if words.at(at) == "with":
        for end in range(at + 1, at + 1 + LONGEST_ATTITUDE):
            if words.at(end) in _attitudes():
                last, judges = end + 1, _attitudes()[words.at(end)]
                break
    if phrase.complement[-1:] == ("note",) and words.at(last) == "of":
        last += 1
    return last, judges
