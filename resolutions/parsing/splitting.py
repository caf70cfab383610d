"""One file, several resolutions: where each begins.

Reads the lines of a file; writes for each resolution the lines of its head and of its body. A second
opening formula begins a second resolution only where a resolution's number or symbol stands before it;
otherwise it opens an annexed text or the recitals of a further part.
"""

from msgspec import Struct

from resolutions.parsing.bilingual import apart
from resolutions.parsing.formulas import (
    Formula,
    is_resolution_heading,
    names_in_sentence,
    opening_letters,
    read_formula,
)
from resolutions.parsing.leads import opens_operative, opens_preambular
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import without_marks
from resolutions.parsing.slips import marker_of
from resolutions.parsing.speaking import is_resolving
from resolutions.parsing.speeches import RESOLUTION, WRAPPED, kind_of, speaker, speech_start

HEAD = 40  # lines: the longest head of a resolution, with every line of the cover counted


class Piece(Struct, frozen=True):
    """The lines of one resolution: above its opening formula and below.

    Args:
        organ: the code of the body, None where the formula is missing.
        head, body: above the formula and below.
        kind: resolution, decision or presidential statement, as the head says.
        speaks: there is no formula: the paragraphs name the body themselves.
    """

    organ: str | None
    head: list[Line]
    body: list[Line]
    kind: str = RESOLUTION
    speaks: bool = False


def split(lines: list[Line]) -> list[Piece]:
    """Part the lines of a file into resolutions; none where nothing speaks as a body does."""
    formulas = [
        (at, found)
        for at, line in enumerate(lines)
        if line.text[:1] in opening_letters() and (found := _formula(lines, at, line))
    ]
    languages = dict.fromkeys(found.language for _, found in formulas)
    if len(languages) > 1:
        return [piece for text in apart(lines, languages) for piece in split(text)]
    starts: list[tuple[int, int, Formula]] = []
    for at, found in formulas:
        begins = _head_start(lines, at, starts[-1][1] + 1 if starts else 0, first=not starts)
        if begins is not None:
            starts.append((begins, at, found))
    if not starts:
        return _speech(lines) or _without_formula(lines)
    ends = [begins for begins, _, _ in starts[1:]] + [len(lines)]
    return [
        Piece(found.organ, lines[begins:at], _body(lines, at, end, found), kind_of(lines[begins:at]))
        for (begins, at, found), end in zip(starts, ends, strict=True)
    ]


def _formula(lines: list[Line], at: int, line: Line) -> Formula | None:
    """Read the formula in a line; a body that the line before only speaks of does not open its mouth."""
    text = without_marks(line.text)
    found = read_formula(text)
    if found and at and not line.opens and names_in_sentence(without_marks(lines[at - 1].text), text):
        return None
    return found


def _head_start(lines: list[Line], at: int, floor: int, *, first: bool) -> int | None:
    """Give the line with which the head above a formula begins; None where it has no head of its own."""
    if first:
        return floor
    for place in range(at - 1, max(floor, at - HEAD) - 1, -1):
        if is_resolution_heading(without_marks(lines[place].text)):
            return place
    return None


def _speech(lines: list[Line]) -> list[Piece]:
    """Read a presidential statement or a decision, where the body is named in the sentence itself."""
    start = speech_start(lines)
    if start is None:
        return []
    head = lines[:start]
    opening = " ".join(without_marks(line.text) for line in lines[start : start + WRAPPED])
    return [Piece(speaker(opening, head), head, lines[start:], kind_of(head), speaks=True)]


def _without_formula(lines: list[Line]) -> list[Piece]:
    """Read a resolution whose opening formula was lost: a number above, recitals, operative paragraphs."""
    texts = [without_marks(line.text) for line in lines]
    heading = next((at for at, text in enumerate(texts) if is_resolution_heading(text)), None)
    if heading is None:
        return []
    first = next((at for at in range(heading + 1, len(texts)) if opens_preambular(texts[at])), None)
    resolves = (opens_operative(marker_of(text)[1]) or is_resolving(text) for text in texts[first:])
    if first is None or not any(resolves):
        return []
    return [Piece(None, lines[:first], lines[first:])]


def _body(lines: list[Line], at: int, end: int, found: Formula) -> list[Line]:
    rest = [lines[at]._replace(text=found.rest, opens=True)] if found.rest else []
    following = lines[at + 1 : end]
    if following and not rest:
        following = [following[0]._replace(opens=True), *following[1:]]
    return rest + following
