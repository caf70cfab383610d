"""What was read in a paragraph and by which rule, in lines for a person at a shell."""

from collections.abc import Iterator
from functools import cache

from resolutions.parsing.document import Clause, Deadline, Document, OperativeParagraph
from resolutions.parsing.vocabulary.tables import rows


@cache
def rule_reasons() -> dict[str, str]:
    """Return why each rule reads as it does, by its name."""
    return {row["rule"]: row["reason"] for row in rows("rules")}


def explain(document: Document, place: str) -> list[str]:
    """Return the lines that explain a paragraph (`op2`) or one of its clauses (`op2.1`).

    Raises:
        LookupError: the document has neither; the message names those it has.
    """
    eid, _, number = place.partition(".")
    paragraph = next((each for each in document.operative if each.eid == eid), None)
    clauses = [each for each in paragraph.clauses if not number or each.id == place] if paragraph else []
    if paragraph is None or (number and not clauses):
        held = ", ".join(each.eid for each in document.operative) or "none"
        raise LookupError(f"There is no {place}. The operative paragraphs are: {held}.")
    told = [line for clause in clauses for line in _clause(paragraph, clause)]
    return [f"{document.symbol or ''}#{eid}", paragraph.text, *(told or ["No clause was read here."])]


def _clause(paragraph: OperativeParagraph, clause: Clause) -> Iterator[str]:
    yield f"\n{clause.id}: asks for {'something' if clause.asks else 'nothing'}"
    yield f"  “{paragraph.text[clause.start : clause.end]}”"
    verb = next((place for place in clause.places if place.of == "verb"), None)
    value = f"{clause.verb} ({clause.type})"
    if verb:
        yield _value("verb", value, verb.text, (paragraph.eid, verb.start, verb.end), verb.rule)
    else:
        yield _value("verb", value, clause.phrase, None, clause.rule)
    for named in clause.addressees:
        at = (named.eid or paragraph.eid, named.start, named.end) if named.start >= 0 else None
        yield _value(named.role, named.entity or "a new name", named.text, at, named.rule)
    for due in clause.deadlines:
        governs = due == clause.deadline
        yield _value("time", _time(due, governs), due.text, (paragraph.eid, due.start, due.end), due.rule)
    for each in clause.places:
        if each.of != "verb":
            yield _value(each.of, each.text, each.text, (paragraph.eid, each.start, each.end), each.rule)
    for doubt in clause.doubts:
        yield f"  doubt: {doubt.replace('_', ' ')}"
    for other in clause.alternatives:
        yield f"  or: {other.of} of “{other.text}” is {other.value}"


def _value(of: str, value: str, words: str, at: tuple[str, int, int] | None, rule: str) -> str:
    place = f" at {at[0]} {at[1]}–{at[2]}" if at else ""
    because = f" [{rule}] {rule_reasons().get(rule, '')}" if rule else ""
    return f"  {of}: {value} “{words}”{place}{because}".rstrip()


def _time(due: Deadline, governs: bool) -> str:
    days = " to ".join(dict.fromkeys(day.isoformat() for day in (due.first, due.last) if day))
    told = [days or "no day known", due.recurrence or "", "estimated" if due.estimated else ""]
    told += ["end of a mandate" if due.expiry else "", "" if governs else "not the due date"]
    return ", ".join(part for part in told if part)
