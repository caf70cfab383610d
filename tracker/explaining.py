"""What was read in a paragraph and by which rule: the explanation for a person at a page or a shell."""

import difflib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from resolutions.models import Clause, Paragraph, Resolution, ReviewState
from resolutions.parsing.explaining import rule_reasons
from tracker.checking import read_clauses
from tracker.doubts import in_words
from tracker.refusals import Refused
from tracker.wording import day


@dataclass(frozen=True, slots=True)
class Value:
    """One value that was read.

    Args:
        of: what it is: "verb", "addressee", "deadline" …
        value: as the register holds it.
        words: as they stand in the text, "" where they only imply it.
        start, end: their offsets in the text of the paragraph `place`, None where there are no words.
        rule, reason: what read it, and why it reads so.
    """

    of: str
    value: str
    words: str
    start: int | None
    end: int | None
    place: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A clause explained: its values, its doubts and other readings in words, and what a person did."""

    reference: str
    words: str
    asks: bool
    values: tuple[Value, ...]
    doubts: tuple[str, ...]
    alternatives: tuple[str, ...]
    person: str
    suggestions: int


def explain(clause: Clause) -> Explained:
    """Explain a clause, fetched by `tracker.checking.read_clauses`."""
    text = next((t.text for t in clause.paragraph.texts.all() if t.version_id == clause.version_id), "")
    return Explained(
        clause.reference,
        text[clause.start : clause.end],
        clause.asks,
        tuple(_values(clause)),
        tuple(in_words(doubt) for doubt in clause.doubts),
        tuple(_other(each) for each in clause.alternatives),
        _by_person(clause),
        len(clause.open_suggestions),  # type: ignore[attr-defined]
    )


def _values(clause: Clause) -> Iterator[Value]:
    eid = clause.paragraph.eid
    verb = next((place for place in clause.places if place["of"] == "verb"), None)
    start, end = (verb["start"], verb["end"]) if verb else (None, None)
    rule, value = verb["rule"] if verb else clause.rule, f"{clause.verb} ({clause.type})"
    yield Value("verb", value, clause.phrase, start, end, eid, rule, reason_of(rule))
    for named in clause.addressees.all():
        place = named.offsets_in.eid if named.offsets_in else eid
        reason = reason_of(named.rule)
        yield Value(
            named.role, named.entity.name, named.text, named.start, named.end, place, named.rule, reason
        )
    for due in clause.deadlines.all():
        span = " to ".join(dict.fromkeys(day(each) for each in (due.first_day, due.last_day) if each))
        told = [span or "no day known", due.recurrence, "estimated" if due.estimated else ""]
        told += ["end of a mandate" if due.expiry else "", "" if due.governs else "not the due date"]
        value, reason = ", ".join(part for part in told if part), reason_of(due.rule)
        yield Value("deadline", value, due.text, due.start, due.end, eid, due.rule, reason)
    values = {"reporting": clause.report_what, "resources": clause.resources}
    for at in clause.places:
        if at["of"] != "verb":
            value, reason = values.get(at["of"]) or at["text"], reason_of(at["rule"])
            yield Value(at["of"], value, at["text"], at["start"], at["end"], eid, at["rule"], reason)


def reason_of(rule: str) -> str:
    """Return why a rule reads as it does; nothing for one that an older parser named."""
    return rule_reasons().get(rule, "")


def _other(alternative: dict[str, str]) -> str:
    if alternative["of"] == "asks":
        return "It asks for nothing."
    return f"“{alternative['text']}” may mean {alternative['value']}."


def _by_person(clause: Clause) -> str:
    if clause.review_state == ReviewState.SUGGESTED or clause.reviewed_by is None:
        return ""
    settled = ", ".join(in_words(doubt) for doubt in clause.settled_doubts)
    said = f"{clause.get_review_state_display()} by {clause.reviewed_by} on {day(clause.reviewed_at)}"
    return f"{said}; settled: {settled}" if settled else said


def paragraph_named(reference: str) -> tuple[Paragraph, list[Clause]]:
    """Return the paragraph of a reference such as `E/RES/2004/33#op2` with its clauses (or the one named).

    Raises:
        Refused: there is none; the message says what comes nearest.
    """
    symbol, _, place = reference.strip().partition("#")
    if not place:
        raise Refused("Name a paragraph after the symbol, for instance E/RES/2004/33#op2.", field="reference")
    if not Resolution.objects.filter(symbol=symbol).exists():
        raise Refused(f"{symbol} is not in the register.{_nearest(symbol)}", field="reference")
    eid, _, number = place.partition(".")
    paragraph = Paragraph.objects.by_reference(f"{symbol}#{eid}").select_related("resolution").first()
    clauses = read_clauses().filter(paragraph=paragraph, vanished=False)
    if number.isdecimal():
        clauses = clauses.filter(number=int(number))
    if paragraph is None or (number and not clauses):
        held = Paragraph.objects.operative().filter(resolution__symbol=symbol).values_list("eid", flat=True)
        near = difflib.get_close_matches(eid, held, n=3, cutoff=0.3)
        hint = f" Its paragraphs include {', '.join(near)}." if near else ""
        raise Refused(f"{symbol} has no {place}.{hint}", field="reference")
    return paragraph, list(clauses.order_by("start", "number"))


def _nearest(symbol: str) -> str:
    held = Resolution.objects.values_list("symbol", flat=True)
    near = difflib.get_close_matches(symbol.upper(), list(held), n=3, cutoff=0.6)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def as_json(paragraph: Paragraph, clauses: list[Clause]) -> dict[str, Any]:
    """Return the explanation of a paragraph as plain values."""
    text = paragraph.texts.filter(version__is_current=True).first()
    return {
        "reference": paragraph.reference,
        "text": text.text if text else "",
        "clauses": [asdict(explain(clause)) for clause in clauses],
    }
