"""Where the clauses of a paragraph begin: its lead verb and the further verbs of the adopting body.

Reads the words of a paragraph; writes spans, one a verb. A further verb stands after a comma, a semicolon
or "and" and is not italic in print, so it is known by its place and its form. Verbs inside a quotation, a
parenthesis or a "which"-clause belong to somebody else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from resolutions.parsing.phrases import Form, Match, can_begin, heads, match_phrase, skip_asides
from resolutions.parsing.speaking import after_subject, run_on_verb, spoken_verb
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

# Words that are a noun as often as a verb, "requests for assistance"; and what follows where they are verbs.
NOUNS = word_group("nouns_too")
AFTER_VERB = word_group("after_verb")
OPENING = {"(": ")", "[": "]", "“": "”", "«": "»"}
CONNECTORS = frozenset((",", ";", "and", "but"))
TURNS = CONNECTORS.union(OPENING, OPENING.values(), (".",))
RELATIVE = frozenset(("which", "who", "that"))
INTRODUCING = word_group("introducing")
MOST_CONNECTORS = 6  # "; and, ": a longer row of them joins nothing and would only cost time
LONGEST_INTRODUCTION = 40  # words
BACK = 30  # words in which a "which"-clause can still govern an "and"


@dataclass(frozen=True, slots=True)
class Span:
    """A clause as words: it begins with its phrase and ends before the connector of the next.

    Args:
        match: its verb phrase.
        last: the word after its last one.
        doubtful: the verb may belong to somebody else.
    """

    match: Match
    last: int
    doubtful: bool = False


def find_verbs(words: Words, *, first_person: bool = False, top: bool = False) -> list[Span]:
    """Give the clauses of a paragraph; none where it opens with no verb of the adopting body.

    Args:
        words: of the paragraph.
        first_person: it may open as a declaration's do: "Reaffirm that …".
        top: it is no item, so that it may run on from the formula: "recalling it, decides to …".
    """
    form = Form.FINITE
    lead = match_phrase(words, 0, form) or _after_introduction(words)
    if lead is None and (first_person or words.at(0) == "we"):
        form = Form.BARE
        lead = match_phrase(words, 1 if words.at(0) == "we" else 0, form)
    if lead is None and (spoken := spoken_verb(words)):
        lead, form = spoken
    if lead is None and top and words.at(0).endswith("ing") and words.text[:1].islower():
        lead = run_on_verb(words)
    if lead is None:
        return []
    starts = [(lead, 0, False), *_further(words, lead.last, form)]
    ends = [connector for _, connector, _ in starts[1:]] + [_without_stop(words, len(words))]
    return [Span(match, end, doubt) for (match, _, doubt), end in zip(starts, ends, strict=True)]


def further_verbs(words: Words) -> list[Span]:
    """Give the verbs inside an item that opens with a thing: "(a) The work of X, and takes note of …"."""
    found = [
        (match, at)
        for match, at, doubt in _further(words, 0, Form.FINITE)
        if words.at(at) == "," and not doubt
    ]
    ends = [at for _, at in found[1:]] + [_without_stop(words, len(words))]
    return [Span(match, end) for (match, _), end in zip(found, ends, strict=False)]


def _after_introduction(words: Words) -> Match | None:
    """Give the verb after an opening aside: "Acting under Chapter VII of the Charter, *decides* …"."""
    if not words.printed or not words.printed[0][:1].isupper() or words.at(0) not in INTRODUCING:
        return None
    for at in range(1, min(len(words), LONGEST_INTRODUCTION)):
        if words.at(at) == ",":
            match = match_phrase(words, at + 1, Form.FINITE)
            if match is not None and _is_verb(words, match, Form.FINITE, joined=False):
                return match
    return None


def _further(words: Words, at: int, form: Form) -> Iterator[tuple[Match, int, bool]]:
    """Give the further verbs with the place of their connector and whether they are doubtful."""
    begun = at
    closing: list[str] = []
    last = len(words)
    while at < last:
        word = words.low[at]
        if word not in TURNS:
            pass
        elif word in OPENING:
            closing.append(OPENING[word])
        elif closing and word == closing[-1]:
            closing.pop()
        elif not closing and word in CONNECTORS:
            found = _verb_after(words, at, begun, form)
            if found is not None:
                yield found[0], at, found[1]
                at = begun = found[0].last
                continue
        elif (
            word == "." and (end := after_subject(words, at + 1)) and (verb := match_phrase(words, end, form))
        ):
            yield verb, at, False
            at = begun = verb.last
            continue
        at += 1


def _verb_after(words: Words, connector: int, begun: int, form: Form) -> tuple[Match, bool] | None:
    """Give the verb right after a connector, with whether it is doubtful."""
    start = connector
    joined = False
    while start < connector + MOST_CONNECTORS and words.at(start) in CONNECTORS:
        joined |= words.at(start) in ("and", "but")
        start += 1
    if not can_begin(words.at(start), form):
        return None
    after = skip_asides(words, start)
    start = after if words.at(after) in heads(form) else start
    match = match_phrase(words, start, form)
    if match is None or not _is_verb(words, match, form, joined=joined):
        return None
    governed = _governed(words, begun, connector, form)
    if governed and words.at(connector) == "and":
        return None
    return match, governed


def _is_verb(words: Words, match: Match, form: Form, *, joined: bool) -> bool:
    """Tell a verb from a noun of the same form: "and requests the …" from "and requests for …"."""
    if form is Form.BARE and not joined:
        return False
    after, word = words.at(match.last), words.at(match.head)
    if form is Form.PAST and after == "by":
        return False  # "and endorsed by the Commission"
    if match.last > match.head + 1 or word not in NOUNS:
        return bool(after)
    return after in AFTER_VERB or (match.last < len(words) and words.printed[match.last][:1].isupper())


def _governed(words: Words, first: int, last: int, form: Form) -> bool:
    """Tell whether a "which" or "that" with its own verb of the same form stands open before a place."""
    for at in range(max(first, last - BACK), last - 1):
        if words.at(at) in RELATIVE:
            following = words.low[at + 1 : min(at + 8, last)]
            if any(word in heads(form) and word not in NOUNS for word in following):
                return True
    return form is Form.BARE and "to" in words.low[first:last]


def _without_stop(words: Words, last: int) -> int:
    while last > 0 and words.at(last - 1) in (";", ".", ",", ":"):
        last -= 1
    return last
