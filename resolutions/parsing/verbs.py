"""Where the clauses of a paragraph begin: its lead verb and the further verbs of the adopting body.

Reads the words of a paragraph; writes spans, one a verb. A further verb stands after a comma, a semicolon
or "and" and is not italic in print, so it is known by its place and its form. Verbs inside a quotation, a
parenthesis or a "which"-clause belong to somebody else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from resolutions.parsing.document import ClauseType
from resolutions.parsing.lexicon import entry
from resolutions.parsing.nouns import NOUNS, is_verb
from resolutions.parsing.openings import lead_of
from resolutions.parsing.phrases import Form, Match, can_begin, governing, heads, match_phrase, skip_asides
from resolutions.parsing.speaking import after_subject
from resolutions.parsing.unknown_verbs import TURNING, unknown_further
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

# Verbs that are more often told of others than of the body: "that eradicates hunger, creates jobs".
OF_OTHERS = word_group("of_others")
MODALS = word_group("modals")
OPENING = {"(": ")", "[": "]", "“": "”", "«": "»"}
CONNECTORS = frozenset((",", ";", "and", "but"))
TURNS = CONNECTORS.union(OPENING, OPENING.values(), (".",))
RELATIVE = frozenset(("which", "who", "that"))
LONG_ASIDES = frozenset(("with", "for", "in", "as", "on"))
LONGEST_ASIDE = 10  # words
MOST_CONNECTORS = 6  # "; and, ": a longer row of them joins nothing and would only cost time
BACK = 30  # words in which a "which"-clause can still govern an "and"


class Span(NamedTuple):
    """A clause as words: it begins with its phrase and ends before the connector of the next.

    Args:
        match: its verb phrase.
        last: the word after its last one.
        doubtful: the verb may belong to somebody else.
        connector: the word after the clause before it.
    """

    match: Match
    last: int
    doubtful: bool = False
    connector: int = 0


def find_verbs(words: Words, *, first_person: bool = False, top: bool = False) -> list[Span]:
    """Give the clauses of a paragraph; none where it opens with no verb of the adopting body.

    Args:
        words: of the paragraph.
        first_person: it may open as a declaration's do: "Reaffirm that …".
        top: it is no item, so that it may run on from the formula: "recalling it, decides to …".
    """
    lead = lead_of(words, first_person=first_person, top=top)
    if lead is None:
        return []
    starts = [(lead.match, 0, lead.doubtful), *_further(words, lead.match.last, lead.form)]
    ends = [connector for _, connector, _ in starts[1:]] + [_without_stop(words, len(words))]
    return [Span(match, end, doubt) for (match, _, doubt), end in zip(starts, ends, strict=True)]


def further_verbs(words: Words) -> list[Span]:
    """Give the verbs inside an item that opens with a thing: "(a) The work of X, and takes note of …"."""
    found = [
        (match, at)
        for match, at, doubt in _further(words, 0, Form.FINITE)
        if not doubt and (words.at(at) == "," or words.at(match.last) == "that")
    ]
    ends = [at for _, at in found[1:]] + [_without_stop(words, len(words))]
    return [Span(match, end, connector=at) for (match, at), end in zip(found, ends, strict=False)]


def _further(words: Words, at: int, form: Form) -> Iterator[tuple[Match, int, bool]]:
    """Give the further verbs with the place of their connector and whether they are doubtful."""
    begun = at
    closing: list[str] = []
    for at, word in [turn for turn in enumerate(words.low) if turn[1] in TURNS]:
        if at < begun:
            continue
        if word in OPENING:
            closing.append(OPENING[word])
        elif closing and word == closing[-1]:
            closing.pop()
        elif not closing and word in CONNECTORS:
            found = _verb_after(words, at, begun, form)
            if found is not None:
                yield found[0], at, found[1]
                begun = found[0].last
        elif word == "." and (verb := _in_next_sentence(words, at + 1, form)):
            yield verb, at, False
            begun = verb.last


def _in_next_sentence(words: Words, at: int, form: Form) -> Match | None:
    """Give the verb of a further sentence that names the body: "The Council requests …", "We reaffirm …"."""
    if words.at(at) == "we":
        return match_phrase(words, at + 1, Form.BARE)
    end = after_subject(words, at)
    return match_phrase(words, end, form) if end else None


def _verb_after(words: Words, connector: int, begun: int, form: Form) -> tuple[Match, bool] | None:
    """Give the verb right after a connector, with whether it is doubtful."""
    start = connector
    joined = False
    while start < connector + MOST_CONNECTORS and words.low[start] in CONNECTORS:
        joined |= words.low[start] in ("and", "but")
        start += 1
    if joined:
        start = _after_long_aside(words, start, form)
    if not can_begin(words.at(start), form):
        return None
    after = skip_asides(words, start)
    start = after if words.at(after) in heads(form) else start
    match = match_phrase(words, start, form)
    if match is None and joined and words.at(connector) == "," and (unknown := unknown_further(words, start)):
        return unknown, True
    serial = joined and words.low[connector] == "," and words.at(connector + 1) in ("and", "but")
    if match is None or not is_verb(words, match, form, joined=joined, serial=serial):
        return None
    if match.meant.lemma in OF_OTHERS and not _is_own(words, match, begun, connector, joined=joined):
        return None
    governed = _governed(words, begun, connector, form)
    if governed and words.at(connector) == "and":
        return None
    return match, governed


def _after_long_aside(words: Words, at: int, form: Form) -> int:
    """Give the place of the call in "and with regard to the lamps *calls upon* …"; the same place without."""
    if words.at(at) not in LONG_ASIDES:
        return at
    for verb in range(at + 2, at + LONGEST_ASIDE):
        if words.at(verb) in TURNS or not words.at(verb):
            return at
        match = match_phrase(words, verb, form) if words.low[verb] in heads(form) else None
        if match and entry(match.meant.lemma).type is ClauseType.DIRECTIVE:
            return verb if is_verb(words, match, form, joined=True) else at
    return at


def _is_own(words: Words, match: Match, begun: int, connector: int, *, joined: bool) -> bool:
    """Tell whether a verb that is seldom the body's is: "can earn, and creates jobs" says what others do."""
    if words.at(match.first) in TURNING or (joined and words.at(match.last) == "that"):
        return True
    between = words.low[begun:connector]
    return RELATIVE.isdisjoint(between) and MODALS.isdisjoint(between)


def _governed(words: Words, first: int, last: int, form: Form) -> bool:
    """Tell whether a "which" or "that" with its own verb of the same form stands open before a place."""
    for at in range(max(first, last - BACK), last - 1):
        if words.at(at) in RELATIVE:
            following = words.low[at + 1 : min(at + 8, last)]
            if any(word in governing(form) and word not in NOUNS for word in following):
                return True
    return form is Form.BARE and "to" in words.low[first:last]


def _without_stop(words: Words, last: int) -> int:
    while last > 0 and words.at(last - 1) in (";", ".", ",", ":"):
        last -= 1
    return last
