"""The clauses of an operative part: verb, addressees, action, and what else each says.

Reads the operative paragraphs in order with a `Context`; writes their clauses. A sub-paragraph with a verb
of its own is a clause of its own; one that goes on with its chapeau takes over the chapeau's last verb and
addressees; one that only completes a list has none.
"""

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from resolutions.parsing.addressees import Asked, read_addressees
from resolutions.parsing.anaphora import Context
from resolutions.parsing.document import Addressee, AddresseeRole, Clause, ClauseType, Force, Reporting
from resolutions.parsing.leads import unknown_verb
from resolutions.parsing.lexicon import asks, entry, type_of
from resolutions.parsing.modifiers import conditions_in, reporting_in, resources_in
from resolutions.parsing.phrases import Form, Match, match_phrase
from resolutions.parsing.times import deadlines_in, governing
from resolutions.parsing.verbs import Span, find_verbs, further_verbs
from resolutions.parsing.words import Words, words_of

ACTING = (ClauseType.DIRECTIVE, ClauseType.DECIDING)
SEIZED = re.compile(r"(?:to )?(?:remain|continue to be|be kept)(?: \w+)? seized\b", re.IGNORECASE)
ACTION_NOUN = re.compile(r"(?:The |An? )?(?:\w+ )?\w+(?:tion|sion|ment)s? (?:of|and)\b", re.IGNORECASE)
# Ends of a chapeau that its items go on with as verbs or sentences.
OPEN_ENDS = (" to:", " that:", " shall:", " should:", " must:", " will:")
CONTENT = re.compile(
    r"\b(?:on|following|of|by the following|as follows|are|include|below|fields?|areas?):$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Chapeau:
    """What an item can take over from the paragraph it belongs to."""

    clause: Clause
    eid: str
    text: str


@dataclass(slots=True)
class ClauseReader:
    """Reads the paragraphs of one operative part in order.

    Args:
        context: what has been read of the document; grows with every paragraph.
        adopted_on: the day from which "within 90 days" counts.
        first_person: the paragraphs open as a declaration's do: "Reaffirm that …".
    """

    context: Context
    adopted_on: dt.date | None = None
    first_person: bool = False
    chapeaux: dict[str, Chapeau] = field(default_factory=dict)

    def read(self, eid: str, text: str, parent: str | None) -> tuple[Clause, ...]:
        """Give the clauses of the next paragraph."""
        words = words_of(text)
        self.context.recent = None
        above = self.chapeaux.get(parent or "")
        spans = find_verbs(words, first_person=self.first_person, top=parent is None)
        if spans:
            clauses = self._own(eid, words, spans, "lead")
        elif above is not None:
            clauses = self._item(eid, words, above)
        elif verb := unknown_verb(words):
            clauses = (_unknown(eid, words, verb),)
        else:
            clauses = ()
        self.context.history.append(text)
        if clauses:
            self.chapeaux[eid] = Chapeau(clauses[-1], eid, text)
        elif above is not None:
            self.chapeaux[eid] = replace(above, text=text)
        return clauses

    def _item(self, eid: str, words: Words, above: Chapeau) -> tuple[Clause, ...]:
        """Read a sub-paragraph that opens with no verb in the third person."""
        if (match := _own_infinitive(words, above)) is not None:
            return self._own(eid, words, [Span(match, _last(words))], "item with a verb")
        if further := further_verbs(words):
            return self._own(eid, words, further, "further verb")
        asked = self._asked_in_item(words, above)
        if not asked.addressees and not _goes_on(words, above):
            return ()
        return (self._inherited(eid, words, above, asked),)

    def _asked_in_item(self, words: Words, above: Chapeau) -> Asked:
        """Read who is asked in "Requests: (a) The Committee to act", where the chapeau names nobody."""
        bare = above.clause.type is ClauseType.DIRECTIVE and not above.clause.action
        if not bare or above.clause.addressees or len(words) == 0:
            return Asked()
        return read_addressees(words, 0, _last(words), above.clause.verb, self.context)

    def _own(self, eid: str, words: Words, spans: list[Span], rule: str) -> tuple[Clause, ...]:
        clauses: list[Clause] = []
        for nth, span in enumerate(spans, start=1):
            named = rule if nth == 1 else "further verb"
            clauses.append(self._clause(f"{eid}.{nth}", words, span, named))
        return tuple(_share_complement(words, spans, clauses))

    def _clause(self, clause_id: str, words: Words, span: Span, rule: str) -> Clause:
        match = span.match
        lemma = _lemma(words, match)
        verb = entry(lemma)
        asked = read_addressees(words, match.last, span.last, lemma, self.context)
        self.context.recent = next((each.entity for each in asked.addressees), self.context.recent)
        start, end = words.starts[match.first], words.end(max(span.last, match.last) - 1)
        text = words.text[start:end]
        deadlines = deadlines_in(text, start, self.context.organ, self.adopted_on)
        type_ = type_of(verb, judges=match.judges)
        demands = asks(verb, words.slice(match.last, span.last))
        return Clause(
            id=clause_id,
            phrase=words.slice(match.first, match.last),
            verb=lemma,
            type=type_,
            start=start,
            end=end,
            action=words.slice(max(asked.action, match.last), span.last).lstrip(",: "),
            force=Force(verb.force_secretariat, verb.force_states),
            rule=rule,
            asks=demands,
            reiterated=match.meant.reiterated,
            addressees=tuple(asked.addressees),
            deadline=governing(deadlines) if type_ in ACTING else None,
            deadlines=deadlines,
            reporting=self._reporting(words, span, lemma, type_),
            resources=resources_in(text),
            conditions=conditions_in(text),
            doubts=_doubts(asked, type_, demands, doubtful=span.doubtful),
        )

    def _reporting(self, words: Words, span: Span, lemma: str, type_: ClauseType) -> Reporting | None:
        if type_ is ClauseType.DIRECTIVE or lemma in ("decide", "look forward", "resolve"):
            return reporting_in(words, span.match.last, span.last, self.context)
        return None

    def _inherited(self, eid: str, words: Words, above: Chapeau, asked: Asked) -> Clause:
        """Give the clause of an item that takes over verb and addressees from its chapeau."""
        end = words.end(_last(words) - 1)
        text = words.text[:end]
        deadlines = deadlines_in(text, 0, self.context.organ, self.adopted_on)
        acting = above.clause.type in ACTING
        return replace(
            above.clause,
            id=f"{eid}.1",
            start=0,
            end=end,
            action=words.slice(asked.action, _last(words)),
            rule="goes on with the chapeau",
            inherited=True,
            chapeau=above.clause.chapeau or above.clause.id,
            addressees=tuple(asked.addressees or _taken_over(above)),
            deadline=governing(deadlines) if acting else None,
            deadlines=deadlines,
            reporting=reporting_in(words, 0, len(words), self.context) if acting else None,
            resources=resources_in(text),
            conditions=conditions_in(text),
            doubts=(),
        )


def _unknown(eid: str, words: Words, verb: str) -> Clause:
    """Give a clause for a verb the vocabulary lacks; it asks for nothing until a person has looked."""
    last = _last(words)
    return Clause(
        id=f"{eid}.1",
        phrase=words.printed[0],
        verb=verb,
        type=ClauseType.OBSERVING,
        start=0,
        end=words.end(last - 1),
        action=words.slice(1, last),
        force=Force(0, 0),
        rule="unknown verb",
        doubts=("unknown_verb",),
    )


def _lemma(words: Words, match: Match) -> str:
    """Give the verb of a match; "decides to remain seized" is a verb of its own."""
    lemma = match.meant.lemma
    decides = lemma in ("decide", "resolve") and match.last < len(words)
    return "remain seized" if decides and SEIZED.match(words.text, words.starts[match.last]) else lemma


def _doubts(asked: Asked, type_: ClauseType, demands: bool, *, doubtful: bool) -> tuple[str, ...]:
    doubts = list(dict.fromkeys(asked.doubts))
    if doubtful:
        doubts.append("two_readings")
    if demands and type_ is ClauseType.REINFORCING:
        doubts.append("soft_need")
    elif type_ is ClauseType.DIRECTIVE and not asked.addressees:
        doubts.append("no_addressee")
    return tuple(doubts)


def _share_complement(words: Words, spans: list[Span], clauses: list[Clause]) -> list[Clause]:
    """Let "Welcomes" share the complement in "Welcomes and endorses the report"."""
    for nth in range(len(clauses) - 2, -1, -1):
        if spans[nth].last <= spans[nth].match.last:
            after = clauses[nth + 1]
            clauses[nth] = replace(
                clauses[nth], action=after.action, addressees=after.addressees, doubts=after.doubts
            )
    return clauses


def _own_infinitive(words: Words, above: Chapeau) -> Match | None:
    """Give the verb of an item such as "(a) To request the Secretary-General …" or "Requesting …"."""
    if above.clause.type is not ClauseType.DECIDING or above.clause.action:
        return None  # "Decides to establish a Committee: (a) To recommend …" tells the Committee
    match = match_phrase(words, 1, Form.BARE) if words.at(0) == "to" else match_phrase(words, 0, Form.GERUND)
    if match is None or entry(match.meant.lemma).type is not ClauseType.DIRECTIVE:
        return None
    return replace(match, first=0)


def _goes_on(words: Words, above: Chapeau) -> bool:
    """Tell whether an item is an action of its chapeau and not a member of a list of things."""
    if words.at(0).endswith("ing") and above.text.rstrip().endswith(" by:"):
        return True
    if not len(words) or above.clause.type not in ACTING:
        return len(words) > 0 and words.at(0) == "that" and above.text.rstrip().endswith(":")
    opening = words.at(0)
    if opening in ("to", "that", "not") or above.text.rstrip().endswith(OPEN_ENDS):
        return True
    if CONTENT.search(above.text):
        return False
    if opening.endswith("ing") and words.printed[0].isalpha():
        return True
    modal = {"shall", "should", "must"} & set(words.low[1:25])
    return bool(modal) or ACTION_NOUN.match(words.text) is not None


def _taken_over(above: Chapeau) -> list[Addressee]:
    return [
        replace(addressee, eid=addressee.eid or above.eid)
        for addressee in above.clause.addressees
        if addressee.role is not AddresseeRole.CONSULTED
    ]


def _last(words: Words) -> int:
    last = len(words)
    while last > 1 and words.at(last - 1) in (";", ".", ",", ":", "and", "or"):
        last -= 1
    return last
