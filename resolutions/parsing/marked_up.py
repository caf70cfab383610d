"""Sources whose mark-up says where in a resolution each block stands: nothing is guessed that is stated.

Reads lines with places, as Akoma Ntoso gives them; writes the pieces of the file, and for each the `Flow`
and the `Outline` that other formats get by cleaning and by the drafting rules. Only the tree of the operative
part is built by the same rules for all, since the UN's files nest "(i)" after "(h)" as if it were roman.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from resolutions.parsing.footnotes import Flow, lift_footnotes
from resolutions.parsing.formulas import is_annex_heading, is_formula, read_formula
from resolutions.parsing.lead_lines import with_leads
from resolutions.parsing.leads import opens_operative, opens_preambular
from resolutions.parsing.lines import Line, cleaned
from resolutions.parsing.marks import without_marks
from resolutions.parsing.masthead import Masthead
from resolutions.parsing.outline import AnnexDraft, Outline, State
from resolutions.parsing.paragraphs import Paragraph
from resolutions.parsing.slips import marker_of
from resolutions.parsing.speaking import opens_speech
from resolutions.parsing.speeches import RESOLUTION, kind_of, speaker
from resolutions.parsing.splitting import Piece
from resolutions.parsing.symbols import canonical
from resolutions.readers.blocks import BlockKind, Place

RECITAL_ENDS = (",", "،", "，")  # in English, Arabic and Chinese
WORD = re.compile(r"\w")
STATED = ("title", "session", "agenda_item", "proponent", "meeting", "vote")


def is_marked_up(lines: Iterable[Line]) -> bool:
    """Tell whether the format said where the lines belong."""
    return Place.OPERATIVE in {line.place for line in lines}


def split_marked_up(lines: list[Line]) -> list[Piece]:
    """Part the lines of a file into resolutions: each begins with a head, or with a formula after its end."""
    starts = [at for at, line in enumerate(lines) if at == 0 or _begins_anew(lines[at - 1].place, line.place)]
    return [
        _piece(lines[begins:ends]) for begins, ends in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _begins_anew(before: Place | None, place: Place | None) -> bool:
    """Tell whether a head or preamble comes after what can only stand behind it."""
    if place is Place.HEAD:
        return before is not Place.HEAD
    return place is Place.PREAMBLE and before in (Place.CLOSING, Place.ANNEX)


def _piece(lines: list[Line]) -> Piece:
    head = [line for line in lines if line.place is Place.HEAD and line.kind is not BlockKind.FOOTNOTE]
    body = [line for line in lines if line.place is not Place.HEAD or line.kind is BlockKind.FOOTNOTE]
    spoken = (read_formula(without_marks(line.text)) for line in body if line.place is Place.PREAMBLE)
    formula = next((found for found in spoken if found), None)
    if formula is None and (speech := _speech(head, body)):
        return speech
    return Piece(formula.organ if formula else None, head, body, kind_of(head))


def _speech(head: list[Line], body: list[Line]) -> Piece | None:
    """Read a presidential statement or a decision: no formula, the sentences name the body themselves."""
    texts = [without_marks(line.text) for line in body]
    start = next((at for at, text in enumerate(texts) if opens_speech(text)), None)
    if start is None or kind_of([*head, *body[:start]]) == RESOLUTION:
        return None
    said = [
        line._replace(place=Place.OPERATIVE) if line.place is Place.PREAMBLE else line
        for line in body[start:]
    ]
    above = [*head, *body[:start]]
    return Piece(speaker(texts[start], above), above, said, kind_of(above), speaks=True)


def read_marked_up(lines: Iterable[Line], *, speaks: bool = False) -> tuple[Flow, Outline]:
    """Sort the lines of one resolution as their places say.

    Args:
        lines: those below the head.
        speaks: there is no formula, since the sentences name the body themselves.
    """
    lines = list(lines)
    flow = Flow(notes=lift_footnotes([line for line in lines if line.kind is BlockKind.FOOTNOTE]).notes)
    outline = Outline()
    outline.part.speaks = speaks
    numbered = any(line.place is Place.OPERATIVE and marker_of(line.text)[0] for line in lines)
    text = _paragraphs([line for line in lines if line.kind is not BlockKind.FOOTNOTE])
    for place, group in groupby(text, key=itemgetter(1)):
        paragraphs = [paragraph for paragraph, _ in group]
        for paragraph in with_leads(paragraphs) if place is Place.OPERATIVE else paragraphs:
            _add(outline, paragraph, place, numbered=numbered)
    outline.finish()
    return flow, outline


def take_stated(head: Masthead, fields: dict[str, str]) -> None:
    """Take what the mark-up states in place of what the words of the head seemed to say."""
    for name in STATED:
        if value := fields.get(name):
            setattr(head, name, cleaned(value))
    if symbol := fields.get("symbol"):
        head.symbol = canonical(symbol) or symbol
    if day := fields.get("adopted_on"):
        head.adopted_on = dt.date.fromisoformat(day)


def _paragraphs(lines: Iterable[Line]) -> Iterator[tuple[Paragraph, Place | None]]:
    """Give each block as one paragraph; the lines of the adoption line stay apart."""
    held: Line | None = None
    for line in lines:
        if held is not None and not line.opens and line.place is not Place.CLOSING:
            held = held._replace(text=f"{held.text} {line.text}")
            continue
        if held is not None:
            yield Paragraph(held.text, held.kind, held.number), held.place
        held = line
    if held is not None:
        yield Paragraph(held.text, held.kind, held.number), held.place


def _add(outline: Outline, paragraph: Paragraph, place: Place | None, *, numbered: bool) -> None:
    plain = without_marks(paragraph.text).strip()
    if not WORD.search(plain):
        return  # an asterisk between two paragraphs
    if place is Place.PREAMBLE:
        _recital(outline, paragraph, plain)
    elif place is Place.CLOSING:
        outline.close(plain)
    elif place is Place.ANNEX or outline.state is State.ANNEX or _opens_annex(paragraph, plain):
        _annex(outline, paragraph, plain)
    elif not outline.part.drafts and _is_recital(paragraph, plain, numbered):
        outline.preamble.append(paragraph.text)
    else:
        outline.state = State.OPERATIVE
        _operative(outline, paragraph)


def _operative(outline: Outline, paragraph: Paragraph) -> None:
    if paragraph.kind is BlockKind.CONTINUATION:
        outline.part.go_on(paragraph.text)
    else:
        outline.part.add(paragraph)


def _opens_annex(paragraph: Paragraph, plain: str) -> bool:
    """Tell whether an annex stands in the main body instead of behind it."""
    return paragraph.kind is BlockKind.HEADING and is_annex_heading(plain)


def _is_recital(paragraph: Paragraph, plain: str, numbered: bool) -> bool:
    """Tell whether the last recital slipped into the main body: no number where the others have one.

    Where nothing is numbered only a participle in front tells: the paragraph may be the only one.
    """
    if paragraph.leads or paragraph.kind is BlockKind.HEADING or marker_of(paragraph.text)[0] is not None:
        return False
    if numbered and plain.endswith(RECITAL_ENDS):
        return True  # "Recalls that the Agreement of 1974 is a step toward peace," by a slip of the drafter
    return opens_preambular(plain) and not opens_operative(plain)


def _recital(outline: Outline, paragraph: Paragraph, plain: str) -> None:
    """Add a recital, or the item of a list in one; headings over recitals head no operative paragraph."""
    marker, _ = marker_of(paragraph.text)
    if paragraph.kind is BlockKind.HEADING:
        outline.over_recitals.append((len(outline.preamble), plain))
        return
    if not outline.preamble and is_formula(plain):
        return
    if marker is not None and outline.preamble:
        outline.preamble[-1] = f"{outline.preamble[-1]} {paragraph.text}"
    else:
        outline.preamble.append(paragraph.text)


def _annex(outline: Outline, paragraph: Paragraph, plain: str) -> None:
    """Add to the annex that is open; its heading and the title under it are its title."""
    opens = outline.state is not State.ANNEX or is_annex_heading(plain)
    heads = paragraph.kind is BlockKind.HEADING
    outline.state = State.ANNEX
    if opens and (heads or is_annex_heading(plain)):
        outline.annexes.append(AnnexDraft(plain))
        return
    if opens:
        outline.annexes.append(AnnexDraft(""))
    if not outline.annexes[-1].take_title(plain):
        outline.annexes[-1].paragraphs.append(plain)
