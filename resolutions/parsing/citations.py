"""Documents that a text cites, over all the ways to write them.

Reads a paragraph's or footnote's text; writes the symbols it cites with their pinpoint. "Ibid." takes
the document of the footnote before it. The lead verb of the citing paragraph gives the relation.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from resolutions.parsing.document import Citation, Footnote, Relation
from resolutions.parsing.symbols import canonical, resolution_symbol
from resolutions.parsing.vocabulary.tables import rows

NUMBER = (
    r"(?:(?:S-|ES-)?\d{1,4}/\d{1,3}\b(?: [A-Z]\b)?"  # "55/25", "S-24/2", "2004/33", "63/260 A"
    r"|\d{1,4}(?: [A-Z](?: and [A-Z])?)? ?\((?:S-|ES-)?[IVXLC]+\)"  # "1514 (XV)", "181 A and B (II)"
    r"|\d{1,4} ?\((?:19|20)\d\d\)"  # "1373 (2001)"
    r"|\d{1,3}/(?:CP|CMA|CMP|COP)\.\d{1,2}|WHA\d{1,2}\.\d{1,3})"  # "1/CP.21", "WHA76.16"
)
DAY = r"(?: ?,? of \d{1,2} [A-Z][a-z]+ \d{4})?"
OWNERS = (
    r"General Assembly|Security Council|Economic and Social Council|Human Rights Council"
    r"|Commission on Human Rights|Assembly|Council|its"
)
# "General Assembly resolutions 53/199 of 15 December 1998 and 61/185", "its resolution 2003/25"
OWNER = re.compile(rf"(?:\b(?P<owner>{OWNERS})(?:’s)? )?(?:(?:previous|relevant|earlier|own) )?$")
LONGEST_OWNER = 50  # characters before "resolution"
PROSE = re.compile(
    r"(?P<kind>[RrDd]e(?:(?<=[Rr]e)solution|(?<=[Dd]e)cision))s? "  # letters first: the search skips to them
    rf"(?P<numbers>{NUMBER}{DAY}(?:(?:, and |, | and | or ){NUMBER}{DAY})*)"
)
ONE_NUMBER = re.compile(NUMBER)
# "A/58/6 (sect. 23)", "S/2005/153", "E/CN.15/2004/2", "A/RES/58/140"
SYMBOL = re.compile(
    r"(?<![\w/])(?:[ASET]|UNEP|CAC|CTOC|HSP)/(?:[A-Z][A-Za-z.]*\.?\d*/|[\w.-]+/)*[\w.-]*\w"
    r"(?: ?\((?:\d{4}|[IVXLC]+|(?:[Ss]ect|[Pp]art|[Vv]ol|[Ii]ntro)[^)]*)\))?"
)
# ", para. 9", ", annex II", ", paras. 3 and 4", ", chap. IV, sect. B"
PINPOINT = re.compile(
    r",? (?P<at>(?:paras?\.|chaps?\.|sects?\.|annex(?:es)?|appendix|art\.)"
    r"(?: [IVX]+\b| \d+(?: \([a-z]\))*(?:(?:[–-]|, | and | to )\d+)*| [A-Z]\b)?)"
)
# "paragraph 5 (h) of General Assembly resolution 60/251", "annex II to its resolution"
PINPOINT_BEFORE = re.compile(
    r"(?P<at>(?:paragraphs?|section|chapter|annex) [\dIVX]+(?: \([a-z]\))*(?:(?:, | and | to )\d+)*)"
    r" (?:of|to) $"
)
LONGEST_PINPOINT = 80  # characters before that
IBID = re.compile(r"Ibid\b\.?")
OWNER_CODES = {
    "General Assembly": "GA",
    "Assembly": "GA",
    "Security Council": "SC",
    "Economic and Social Council": "ECOSOC",
    "Human Rights Council": "HRC",
    "Commission on Human Rights": "CHR",
}


class Cited(NamedTuple):
    """A document named in a text, where its words begin, and the rule that found it."""

    symbol: str
    text: str
    start: int
    pinpoint: str | None
    rule: str


def cited_in(text: str, organ: str | None) -> list[Cited]:
    """Give the documents a text cites, in order.

    Args:
        text: a paragraph or footnote.
        organ: the code of the body that speaks, to resolve "its" and "Council".
    """
    found = [*_in_prose(text, organ), *_by_symbol(text)]
    return sorted(found, key=lambda cited: cited.start)


def _in_prose(text: str, organ: str | None) -> Iterator[Cited]:
    if "esolution" not in text and "ecision" not in text:
        return
    for found in PROSE.finditer(text):
        begins, owner = _owner(text, found.start(), organ)
        kind = "DEC" if found["kind"].lower() == "decision" else "RES"
        pinned = text.endswith((" of ", " to "), 0, begins)
        before = PINPOINT_BEFORE.search(text, max(0, begins - LONGEST_PINPOINT), begins) if pinned else None
        after = PINPOINT.match(text, found.end())
        pinpoint = before["at"] if before else after["at"] if after else None
        numbers = list(ONE_NUMBER.finditer(found["numbers"]))
        for nth, number in enumerate(numbers):
            symbol = resolution_symbol(number[0], owner, kind)
            start = found.start("numbers") + number.start()
            words = text[begins : start + len(number[0])] if nth == 0 else number[0]
            if symbol:
                at = begins if nth == 0 else start
                yield Cited(symbol, words, at, pinpoint if len(numbers) == 1 else None, "named in prose")


def _owner(text: str, at: int, organ: str | None) -> tuple[int, str | None]:
    """Give where the words before "resolution" begin, and whose resolution they make it."""
    found = OWNER.search(text, max(0, at - LONGEST_OWNER), at)
    if found is None:
        return at, organ
    return found.start(), OWNER_CODES.get(found["owner"] or "", organ)


def _by_symbol(text: str) -> Iterator[Cited]:
    if "/" not in text:
        return
    for found in SYMBOL.finditer(text):
        if any(letter.isdigit() for letter in found[0]):
            after = PINPOINT.match(text, found.end())
            pinpoint = after["at"] if after else None
            yield Cited(canonical(found[0]), found[0], found.start(), pinpoint, "printed symbol")


@cache
def _relations() -> dict[str, Relation]:
    return {row["lemma"]: Relation(row["relation"]) for row in rows("relations")}


def relation_of(lemma: str | None) -> Relation:
    """Give what a paragraph with this lead verb does with the documents it cites."""
    return _relations().get(lemma or "", Relation.RELATED)


def resolve_ibid(notes: Iterable[Footnote]) -> list[Footnote]:
    """Resolve "Ibid." in footnotes: the document of the note before, with the note's own pinpoint."""
    resolved: list[Footnote] = []
    last = ""
    for note in notes:
        if IBID.match(note.text):
            rest = IBID.sub("", note.text, count=1)
            full = f"{last}{rest}" if last else None
            resolved.append(replace(note, resolved=full))
            continue
        resolved.append(note)
        last = _without_pinpoint(note.text)
    return resolved


def _without_pinpoint(text: str) -> str:
    """Give the document part of a footnote: "General Assembly resolution 55/25, annex I." → up to "55/25"."""
    pinpoint = PINPOINT.search(text)
    return text[: pinpoint.start()] if pinpoint and pinpoint.start() else text.rstrip(".")


def as_citation(cited: Cited, relation: Relation, eid: str, note: str | None = None) -> Citation:
    """Give the citation by a paragraph, in its own words or in the footnote of the label `note`."""
    return Citation(
        cited.symbol,
        cited.text,
        relation,
        eid,
        cited.pinpoint,
        start=cited.start,
        end=cited.start + len(cited.text),
        note=note,
        rule=cited.rule,
    )
