"""The clauses of an operative part: verb, addressees, action, and what else each says.

Reads the operative paragraphs in order with a `Context`; writes their clauses. A sub-paragraph with a verb
of its own is a clause of its own; one that goes on with its chapeau takes over the chapeau's last verb and
addressees; one that only completes a list has none.
"""

import datetime as dt
import re

from msgspec import Struct, field
from msgspec.structs import replace

from resolutions.parsing.addressees import read_addressees, read_subject
from resolutions.parsing.allowance import Allowance
from resolutions.parsing.asked import Asked
from resolutions.parsing.context import Context
from resolutions.parsing.document import Clause, ClauseType, Deadline, Force, Place, Reporting
from resolutions.parsing.items import ACTING, Chapeau, announcing, goes_on, own_infinitive, taken_over
from resolutions.parsing.lexicon import asks, entry, is_known, type_of
from resolutions.parsing.passive import passive_request
from resolutions.parsing.phrases import Match
from resolutions.parsing.provenance import alternatives
from resolutions.parsing.qualifiers import bare_action, qualifiers_in, with_rhythm
from resolutions.parsing.reporting import reporting_in
from resolutions.parsing.signs import Wording, wording
from resolutions.parsing.times import Setting, deadlines_in, governing
from resolutions.parsing.unknown_verbs import unknown_verb
from resolutions.parsing.verbs import Span, find_verbs, further_verbs
from resolutions.parsing.vocabulary import VerbEntry
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words, words_of

AWAITING = ("look forward",)  # a report that the body looks forward to is due to it
INTENTIONS = word_group("intentions")
SEIZED = re.compile(r"(?:to )?(?:remain|continue to be|be kept)(?: \w+)? seized\b", re.IGNORECASE)


class ClauseReader(Struct):
    """Reads the paragraphs of one operative part in order.

    Args:
        context: what has been read of the document; grows with every paragraph.
        adopted_on: the day from which "within 90 days" counts.
        first_person: the paragraphs open as a declaration's do: "Reaffirm that …".
        allowance: how much of the file may still be read.
        unread: the first paragraph for which nothing was left, None where all were read.
    """

    context: Context
    adopted_on: dt.date | None = None
    first_person: bool = False
    chapeaux: dict[str, Chapeau] = field(default_factory=dict)
    mandate_ends: dt.date | None = None
    allowance: Allowance = field(default_factory=Allowance)
    unread: str | None = None

    def read(self, eid: str, text: str, parent: str | None) -> tuple[Clause, ...]:
        """Give the clauses of the next paragraph; none once the allowance is spent."""
        if self.allowance.is_spent:
            self.unread = self.unread or eid
            return ()
        clauses = self._read(eid, text, parent)
        self.allowance.spend(len(clauses))
        return clauses

    def _read(self, eid: str, text: str, parent: str | None) -> tuple[Clause, ...]:
        words = words_of(text)
        self.context.recent = None
        self.context.at_hand = text
        above = self.chapeaux.get(parent or "")
        spans = find_verbs(words, first_person=self.first_person, top=parent is None)
        if spans:
            clauses = self._own(eid, words, spans, "lead")
        elif above is not None:
            clauses = self._item(eid, words, above)
        elif request := passive_request(words):
            clauses = self._passive(eid, words, request)
        elif verb := unknown_verb(words):
            clauses = self._own(eid, words, [Span(verb, _last(words))], "unknown verb")
        else:
            clauses = ()
        self.context.history.append(text)
        if clauses:
            self.chapeaux[eid] = Chapeau(announcing(clauses, text), eid, text)
        elif above is not None:
            self.chapeaux[eid] = replace(above, text=text)
        return clauses

    def _item(self, eid: str, words: Words, above: Chapeau) -> tuple[Clause, ...]:
        """Read a sub-paragraph that opens with no verb in the third person."""
        if (match := own_infinitive(words, above)) is not None:
            return self._own(eid, words, [Span(match, _last(words))], "item with a verb")
        further = further_verbs(words)
        last = further[0].connector if further else _last(words)
        asked = self._asked_in_item(words, above)
        goes = bool(asked.addressees) or goes_on(words, above)
        first = (self._inherited(eid, words, last, above, asked),) if goes else ()
        return first + self._own(eid, words, further, "further verb", begun=len(first))

    def _asked_in_item(self, words: Words, above: Chapeau) -> Asked:
        """Read who is asked in "Requests: (a) The Committee to act", where the chapeau names nobody."""
        bare = above.clause.type is ClauseType.DIRECTIVE and not above.clause.action
        if not bare or above.clause.addressees or len(words) == 0:
            return Asked()
        return read_addressees(words, 0, _last(words), above.clause.verb, self.context)

    def _own(
        self, eid: str, words: Words, spans: list[Span], rule: str, *, begun: int = 0
    ) -> tuple[Clause, ...]:
        """Give the clauses of spans; `begun` of the paragraph's clauses stand before them."""
        clauses: list[Clause] = []
        for nth, span in enumerate(spans, start=begun + 1):
            named = rule if nth == 1 else "further verb"
            clauses.append(self._clause(f"{eid}.{nth}", words, span, named))
        return tuple(_share_complement(words, spans, clauses))

    def _passive(self, eid: str, words: Words, request: Match) -> tuple[Clause, ...]:
        """Read "Member States are invited to …", where those asked stand before the verb."""
        asked = read_subject(words, request.first, self.context)
        asked.action = request.last + 1
        span = Span(request, _last(words))
        clause = self._clause(f"{eid}.1", words, span, "passive", asked)
        return (replace(clause, start=0),)

    def _clause(
        self, clause_id: str, words: Words, span: Span, rule: str, known: Asked | None = None
    ) -> Clause:
        """Give a clause; who is asked is read after the verb where it is not known from elsewhere."""
        match = span.match
        lemma = _lemma(words, match)
        verb = entry(lemma)
        asked = known or read_addressees(words, match.last, span.last, lemma, self.context)
        self.context.recent = next((each.entity for each in asked.addressees), self.context.recent)
        start, end = words.starts[match.first], words.end(max(span.last, match.last) - 1)
        wording_ = wording(words, match.first, max(span.last, match.last))
        deadlines = self._times(wording_, start)
        type_ = type_of(verb, judges=match.judges)
        demands = asks(verb, words.slice(match.last, span.last))
        phrase = words.slice(match.first, match.last)
        needed = demands and bool(asked.addressees)  # "stresses the need for the Office to report by May"
        to_come = needed or _own_deed(words, match, lemma)
        acts = type_ in ACTING or (type_ is ClauseType.REINFORCING and to_come)
        reporting, told = self._reporting(words, span, wording_, lemma, type_)
        doubts = _doubts(asked, verb, demands, doubtful=span.doubtful)
        said = qualifiers_in(wording_, start, type_, told)
        action = words.slice(max(asked.action, match.last), span.last).lstrip(",: ")
        return Clause(
            id=clause_id,
            phrase=phrase,
            verb=lemma,
            type=type_,
            start=start,
            end=end,
            action=bare_action(action, said.conditions, said.purposes),
            force=Force(verb.force_secretariat, verb.force_states),
            rule=rule,
            asks=demands,
            reiterated=match.meant.reiterated,
            addressees=tuple(asked.addressees),
            deadline=governing(deadlines) if acts or (lemma in AWAITING and reporting) else None,
            deadlines=deadlines,
            reporting=with_rhythm(reporting, deadlines),
            resources=said.resources,
            conditions=said.conditions,
            purposes=said.purposes,
            procedure=said.procedure,
            agenda_items=said.agenda_items,
            doubts=doubts,
            places=(Place("verb", phrase, start, start + len(phrase), rule), *said.places),
            alternatives=tuple(alternatives(doubts, asked.others, phrase)),
        )

    def _times(self, said: Wording, offset: int) -> tuple[Deadline, ...]:
        """Give the times of a clause, and keep the end of a mandate for "at the end of this period"."""
        found = deadlines_in(said, offset, Setting(self.context, self.adopted_on, self.mandate_ends))
        ends = [deadline.last for deadline in found if deadline.expiry and deadline.last]
        self.mandate_ends = ends[0] if ends else self.mandate_ends
        return found

    def _reporting(
        self, words: Words, span: Span, said: Wording, lemma: str, type_: ClauseType
    ) -> tuple[Reporting, Place] | tuple[None, None]:
        if type_ is ClauseType.DIRECTIVE or lemma in ("decide", "look forward", "resolve", "remind"):
            awaited = lemma in AWAITING
            return reporting_in(words, span.match.last, span.last, said, self.context, awaited=awaited)
        return None, None

    def _inherited(self, eid: str, words: Words, last: int, above: Chapeau, asked: Asked) -> Clause:
        """Give the clause of an item, up to word `last`, that takes over verb and addressees."""
        end = words.end(last - 1)
        wording_ = wording(words, 0, last)
        deadlines = self._times(wording_, 0)
        acting = above.clause.type in ACTING
        reporting, told = reporting_in(words, 0, last, wording_, self.context) if acting else (None, None)
        said = qualifiers_in(wording_, 0, above.clause.type, told)
        return replace(
            above.clause,
            id=f"{eid}.1",
            start=0,
            end=end,
            action=bare_action(words.slice(asked.action, last), said.conditions, said.purposes),
            rule="goes on with the chapeau",
            inherited=True,
            chapeau=above.clause.chapeau or above.clause.id,
            addressees=tuple(asked.addressees or taken_over(above)),
            deadline=governing(deadlines) if acting else None,
            deadlines=deadlines,
            reporting=with_rhythm(reporting, deadlines),
            resources=said.resources,
            conditions=said.conditions,
            purposes=said.purposes,
            procedure=said.procedure,
            agenda_items=said.agenda_items,
            doubts=(),
            places=said.places,
            alternatives=(),
        )


def _lemma(words: Words, match: Match) -> str:
    """Give the verb of a match; "decides to remain seized" is a verb of its own."""
    lemma = match.meant.lemma
    decides = lemma in ("decide", "resolve") and match.last < len(words)
    return "remain seized" if decides and SEIZED.match(words.text, words.starts[match.last]) else lemma


def _own_deed(words: Words, match: Match, lemma: str) -> bool:
    """Tell "reaffirms its intention to review", a deed to come, from "recalls its decision", one that was."""
    its = match.last if words.at(match.last) == "its" else match.last - 2  # the phrase may hold both words
    return lemma != "recall" and words.at(its) == "its" and words.at(its + 1) in INTENTIONS


def _doubts(asked: Asked, verb: VerbEntry, demands: bool, *, doubtful: bool) -> tuple[str, ...]:
    doubts = list(dict.fromkeys(asked.doubts))
    if not is_known(verb.lemma):
        doubts.append("unknown_verb")
    if doubtful:
        doubts.append("two_readings")
    if demands and verb.type is ClauseType.REINFORCING:
        doubts.append("soft_need")
    elif verb.type is ClauseType.DIRECTIVE and not asked.addressees:
        doubts.append("no_addressee")
    return tuple(doubts)


def _share_complement(words: Words, spans: list[Span], clauses: list[Clause]) -> list[Clause]:
    """Let "Welcomes" share the complement in "Welcomes and endorses the report"."""
    for nth in range(len(clauses) - 2, -1, -1):
        if spans[nth].last <= spans[nth].match.last:
            after = clauses[nth + 1]
            clauses[nth] = replace(
                clauses[nth],
                action=after.action,
                addressees=after.addressees,
                doubts=after.doubts,
                alternatives=after.alternatives,
            )
    return clauses


def _last(words: Words) -> int:
    last = len(words)
    while last > 1 and words.at(last - 1) in (";", ".", ",", ":", "and", "or"):
        last -= 1
    return last
