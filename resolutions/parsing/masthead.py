"""What stands above the opening formula: symbol, session, agenda item, proponent, date, title.

Reads the lines before the formula, the fields of the file, and the organ that the formula names; writes
a `Masthead`. A symbol that is not printed is made from the number and the organ.
"""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from resolutions.parsing.days import read_date
from resolutions.parsing.formulas import MEETING, RESOLUTION_HEADING
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import without_marks
from resolutions.parsing.ordinals import ordinal_number
from resolutions.parsing.speeches import DECISION, RESOLUTION
from resolutions.parsing.symbols import canonical, resolution_symbol
from resolutions.parsing.vocabulary import organs
from resolutions.readers.blocks import BlockKind


class Masthead(Struct):
    """What the head of a resolution says; None where it says nothing."""

    symbol: str | None = None
    title: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    proponent: str | None = None
    meeting: str | None = None
    adopted_on: dt.date | None = None
    vote: str | None = None
    number: str | None = None


SYMBOL_LINE = re.compile(
    r"(?:.*\s)?"
    r"(?P<symbol>(?:[AES]/(?:[\w.]+/)*(?:RES|DEC|PRST)/|(?:UNEP/EA|HSP/HA)\.\d+/RES\.|WHA\d+\.)\S*"
    r"(?: ?\(\d{4}\))?(?: [A-Z])?)$",  # "S/RES/1325 (2000)", "A/RES/78/183 A"
    re.I,
)
# "63/260.  Title", "Resolution 2413 (2018)", "14 (1946). Resolution of 16 December 1946", "WHA66.10 Title"
NUMBER_LINE = re.compile(
    r"(?:(?:ECOSOC )?(?:Resolution|Decision) )?"
    r"(?P<number>(?:S-|ES-)?\d{1,4}(?:/\d{1,3})?(?: [A-Z])?(?: ?\([\dIVXLC-]+\))?|WHA\d+\.\d+)"
    r"\.?(?:\s+(?P<title>\S.*))?$",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\d{1,4}/\d{1,3}")  # "21/18" on a line of its own, the title below
SESSION = re.compile(
    r"(?P<ordinal>[A-Z][\w-]+(?: [\w-]+)?) (?:regular |special |emergency )?session"
    r"|(?P<year>\d{4}) session",
    re.I,
)
LATE_DATE = re.compile(r"(?:on )?\d{1,2} [A-Z][a-z]+ \d{4}")
AGENDA = re.compile(r"Agenda items? (?P<item>\d[\w ,()]*?)\*?$", re.IGNORECASE)
PROPONENT = re.compile(r"\[(?P<text>[^\]]+)\]")
ADOPTED = re.compile(
    r"\b(?:Resolution )?adopted (?:by|on|at)\b|(?:^|\) )of \d|\bResolution (?:\d{1,4} )?of \d"
    r"|\bAt the \d{1,5}(?:st|nd|rd|th) (?:\(\w+\) )?(?:plenary )?meeting\b",
    re.IGNORECASE,
)
# Lines that every UN document carries: "Distr.: General", "Original: English", "05-27133 (E)".
COMMON = re.compile(
    r"(?:UNITED)+$|S?(?:NATIONS)+\w{0,8}$|United Nations$|Distr\b|Original:|GENERAL$|Limited$"
    r"|\d{2}-\d{5}|\*\d+\*|\[?[AES]/|\d{4,}$"
    r"|(?:\d{1,2}[–-])?\d{1,2} [A-Z][a-z]+(?:[–-]\d{1,2} [A-Z][a-z]+)? \d{4}|to this end,?$|<!--",
    re.IGNORECASE,
)


def read_masthead(
    lines: list[Line], organ: str | None, fields: Iterable[tuple[str, str]], kind: str = RESOLUTION
) -> Masthead:
    """Read the head of a resolution, decision or statement adopted by `organ`."""
    head = Masthead()
    code = "DEC" if kind == DECISION else "RES"
    blocks = [block for block in _blocks(lines) if block]
    title_free = [block for block in blocks if not _read_block(block, head, organ, code)]
    if head.title is None and title_free and organ != "SC":
        head.title = " ".join(title_free[-1])
    if organ == "SC":
        head.title = None
    _complete(head, dict(fields), organ)
    return head


def _blocks(lines: list[Line]) -> list[list[str]]:
    """Give the texts of the lines, block by block."""
    blocks: list[list[str]] = []
    for line in lines:
        if line.opens or not blocks or line.kind is BlockKind.HEADING:
            blocks.append([])
        blocks[-1].append(without_marks(line.text).strip("*_ "))
    return blocks


def _read_block(block: list[str], head: Masthead, organ: str | None, kind: str) -> bool:
    """Take what a block says; True if it said something that is no title."""
    text = " ".join(block)
    known = _read_proponent(text, head) or _read_adoption(text, head) or _read_late_date(text, head)
    for nth, line in enumerate(block):
        known |= _read_line(line, head)
        number = NUMBER_LINE.match(line)
        if number and (RESOLUTION_HEADING.match(line) or BARE_NUMBER.fullmatch(line)):
            head.symbol = head.symbol or resolution_symbol(number["number"], organ, kind)
            head.number = number["number"].split()[0]
            title = " ".join([number["title"] or "", *block[nth + 1 :]]).strip()
            if title and not ADOPTED.search(title):
                head.title = title
            return True
    return known


def _read_proponent(text: str, head: Masthead) -> bool:
    found = PROPONENT.fullmatch(text)
    if found and not found["text"].startswith(("S/", "A/")):
        head.proponent = found["text"]
    return found is not None


def _read_adoption(text: str, head: Masthead) -> bool:
    if not ADOPTED.search(text):
        return False
    head.adopted_on = read_date(text) or head.adopted_on
    if meeting := MEETING.search(text):
        head.meeting = meeting[0]
    return True


def _read_late_date(text: str, head: Masthead) -> bool:
    """Read the day where it stands below "Adopted by the Security Council at its 3119th meeting,"."""
    if head.meeting is None or head.adopted_on is not None or not LATE_DATE.fullmatch(text):
        return False
    head.adopted_on = read_date(text)
    return True


def _read_line(line: str, head: Masthead) -> bool:
    known = COMMON.match(line) is not None or line.casefold() in _organ_names()
    if found := SYMBOL_LINE.match(line):
        head.symbol = head.symbol or canonical(found["symbol"])
        known = True
    if found := AGENDA.match(line):
        head.agenda_item, known = found["item"].strip(), True
    if found := SESSION.fullmatch(line):
        number = ordinal_number(found["ordinal"]) if found["ordinal"] else None
        head.session, known = found["year"] or (str(number) if number else found["ordinal"]), True
    return known


@cache
def _organ_names() -> frozenset[str]:
    return frozenset(organ.name.casefold() for organ in organs())


def _complete(head: Masthead, fields: dict[str, str], organ: str | None) -> None:
    """Fill what the text does not say from the fields of the file."""
    head.symbol = head.symbol or (canonical(fields["symbol"]) if fields.get("symbol") else None)
    head.title = head.title or (fields.get("title") if organ != "SC" else None) or None
    for name in ("session", "agenda_item", "proponent", "meeting", "vote"):
        if fields.get(name) and getattr(head, name) is None:
            setattr(head, name, fields[name])
    if head.adopted_on is None and (day := fields.get("date")):
        try:
            head.adopted_on = dt.date.fromisoformat(day)
        except ValueError:
            head.adopted_on = read_date(day)
    if organ == "SC" and head.symbol is None and head.number and head.adopted_on:
        head.symbol = resolution_symbol(f"{head.number} ({head.adopted_on.year})", organ)  # "Resolution 290"
