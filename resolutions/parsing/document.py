"""The values a reading consists of: frozen, without Django, one class for one thing the text says.

Field names and meanings follow docs/parse-output.md; `to_json` in `resolutions.parsing.output` writes
them in that shape. Offsets count code points of the `text` of the paragraph they belong to.
"""

import datetime as dt
from enum import StrEnum

from msgspec import Struct, field


class ClauseType(StrEnum):
    """What the adopting body does in a clause; the finer classes of the verb table map onto these."""

    DIRECTIVE = "directive"
    DECIDING = "deciding"
    EVALUATIVE = "evaluative"
    OBSERVING = "observing"
    REINFORCING = "reinforcing"


class AddresseeRole(StrEnum):
    """Who is asked, who is named as part of those asked, and who is only consulted."""

    ADDRESSEE = "addressee"
    INCLUDING = "including"
    CONSULTED = "consulted"


class DeadlineKind(StrEnum):
    """How the text states a time."""

    SESSION = "session"
    DATE = "date"
    RELATIVE = "relative"
    RECURRING = "recurring"


class Procedure(StrEnum):
    """What a body decides about its own work."""

    AGENDA = "agenda"
    SEIZED = "seized"
    REVIEW = "review"
    SUNSET = "sunset"


class Relation(StrEnum):
    """What a paragraph does with a document it cites."""

    RECALLS = "recalls"
    REAFFIRMS = "reaffirms"
    TAKES_NOTE_OF = "takes note of"
    WELCOMES = "welcomes"
    ENDORSES = "endorses"
    IMPLEMENTS = "implements"
    AMENDS = "amends"
    EXTENDS = "extends"
    SUPERSEDES = "supersedes"
    RELATED = "related"


class Warning(Struct, frozen=True):  # noqa: A001 - the word of the parse output
    """A doubt about the document that a person should look at."""

    code: str
    message: str
    eid: str | None = None


class Addressee(Struct, frozen=True):
    """Somebody a clause names.

    Args:
        text: the exact words without the leading article.
        entity: the directory's name of what they mean, None where no stable identity exists.
        role: asked, named after "including", or consulted.
        start, end: offsets in the text of paragraph `eid`.
        eid: the paragraph the offsets belong to when the addressee is taken over from a chapeau.
        rule: what found it, a row of vocabulary/rules.tsv; so in all that was read.
    """

    text: str
    entity: str | None
    role: AddresseeRole
    start: int
    end: int
    eid: str | None = None
    rule: str = ""


class Deadline(Struct, frozen=True):
    """A time expression as an interval of days.

    Args:
        text: the exact words.
        first, last: the interval's days; "from X" has no last day, an unresolved one has neither.
        estimated: the interval comes from a formula or a guess, not from the text or the calendar.
        recurrence: an RFC 5545 RRULE value, for instance "FREQ=YEARLY".
        expiry: the time ends a mandate instead of being when something is due.
        target: the time belongs to an aim ("to end hunger by 2030"); nothing is due then.
    """

    text: str
    kind: DeadlineKind
    start: int
    end: int
    first: dt.date | None = None
    last: dt.date | None = None
    estimated: bool = False
    recurrence: str | None = None
    expiry: bool = False
    target: bool = False
    rule: str = ""


class Reporting(Struct, frozen=True):
    """A request for a report, update, briefing or the like; `recurrence` says how often, as an RRULE."""

    to: str | None
    what: str
    recurrence: str | None = None


class Place(Struct, frozen=True):
    """The words of a clause from which a value without offsets of its own was read.

    Args:
        of: which value: "verb", "reporting", "resources", "condition", "purpose".
        start, end: offsets in the paragraph's text.
    """

    of: str
    text: str
    start: int
    end: int
    rule: str


class Alternative(Struct, frozen=True):
    """Another reading that remained possible, kept for a person to choose.

    Args:
        doubt: which of the clause's doubts it belongs to.
        of: what is read otherwise: "addressee" (somebody else is meant) or "asks".
        text: the words that are read.
        value: whom they may mean by the directory's name; "no" where nothing may be asked.
    """

    doubt: str
    of: str
    text: str
    value: str


class Force(Struct, frozen=True):
    """How strongly the verb binds, 0 to 10; a configurable aid, never legal advice."""

    secretariat: int
    states: int


class Clause(Struct, frozen=True):
    """One operative verb of the adopting body with its complement."""

    id: str
    phrase: str
    verb: str
    type: ClauseType
    start: int
    end: int
    action: str
    force: Force
    rule: str
    asks: bool = False
    inherited: bool = False
    chapeau: str | None = None
    reiterated: bool = False
    addressees: tuple[Addressee, ...] = ()
    deadline: Deadline | None = None
    deadlines: tuple[Deadline, ...] = ()
    reporting: Reporting | None = None
    resources: str | None = None
    conditions: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    procedure: Procedure | None = None
    agenda_items: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class FootnoteCall(Struct, frozen=True):
    """Where a footnote is called in a paragraph's text: just before offset `at`."""

    label: str
    at: int


class PreambularParagraph(Struct, frozen=True):
    """A recital, opening with a participle."""

    eid: str
    phrase: str
    text: str
    calls: tuple[FootnoteCall, ...] = ()


class OperativeParagraph(Struct, frozen=True):
    """A numbered (or counted) paragraph or sub-paragraph of the operative part.

    Args:
        eid: lasting id in the resolution: "op3_a_i", "opu1", "I_op1".
        label: as printed without the trailing stop: "3(a)(i)", "u1".
        parent: the eid of the paragraph it belongs to, None at the top.
        text: up to the first sub-paragraph; `tail` holds the words after the last one.
    """

    eid: str
    label: str
    text: str
    parent: str | None = None
    part: str | None = None
    heading: str | None = None
    tail: str | None = None
    calls: tuple[FootnoteCall, ...] = ()
    clauses: tuple[Clause, ...] = ()


class Footnote(Struct, frozen=True):
    """A footnote, *Ibid.* resolved in `resolved` where it occurs."""

    label: str
    text: str
    resolved: str | None = None


class Citation(Struct, frozen=True):
    """A document that a paragraph or footnote cites, with its symbol normalised.

    Args:
        start, end: offsets in the paragraph's text, or in the footnote's of the label `note`.
    """

    symbol: str
    text: str
    relation: Relation
    eid: str
    pinpoint: str | None = None
    start: int = 0
    end: int = 0
    note: str | None = None
    rule: str = ""


class Annex(Struct, frozen=True):
    """A part kept apart from the operative one."""

    title: str
    text: str


class Document(Struct, frozen=True):
    """A whole resolution (or decision, or statement) as it was read."""

    language: str
    kind: str
    symbol: str | None = None
    organ: str | None = None
    title: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    proponent: str | None = None
    meeting: str | None = None
    adopted_on: dt.date | None = None
    vote: str | None = None
    chapter_vii: bool = False
    preamble: tuple[PreambularParagraph, ...] = ()
    operative: tuple[OperativeParagraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    annexes: tuple[Annex, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
