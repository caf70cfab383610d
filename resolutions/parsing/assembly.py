"""The pieces put together: one piece of a file becomes one document.

Reads a `Piece` and the fields of the file; writes a `Document`.
"""

import re
from collections.abc import Iterable

from resolutions.parsing.allowance import Allowance
from resolutions.parsing.calls import with_calls
from resolutions.parsing.citations import as_citation, cited_in, resolve_ibid
from resolutions.parsing.clauses import ClauseReader
from resolutions.parsing.context import Context
from resolutions.parsing.document import (
    Annex,
    Citation,
    Document,
    Footnote,
    OperativeParagraph,
    PreambularParagraph,
    Warning,  # noqa: A004 - the word of the parse output
)
from resolutions.parsing.doubts import LONGEST_READ, doubts_about, over_recitals, spoiled_numbers, text_before
from resolutions.parsing.drafts import Draft
from resolutions.parsing.footnotes import Flow, in_order, lift_footnotes
from resolutions.parsing.furniture import without_furniture
from resolutions.parsing.languages import (
    ANALYSED,
    in_other_language,
    language_of,
    not_analysed,
    other_language,
)
from resolutions.parsing.lead_lines import with_leads
from resolutions.parsing.leads import opens_in_first_person, preambular_phrase
from resolutions.parsing.loose_numbers import with_numbers
from resolutions.parsing.marked_up import is_marked_up, read_marked_up, take_stated
from resolutions.parsing.marks import CALL, CALL_END, unmark, without_marks
from resolutions.parsing.masthead import Masthead, read_masthead
from resolutions.parsing.outline import Outline, read_outline
from resolutions.parsing.paragraphs import Paragraph, paragraphs_of
from resolutions.parsing.relations import relation_by_lead, with_relations
from resolutions.parsing.run_in import parted
from resolutions.parsing.speaking import held_on
from resolutions.parsing.speeches import RESOLUTION
from resolutions.parsing.splitting import Piece
from resolutions.parsing.symbols import organ_of

CALLED = re.compile(f"{CALL}([^{CALL_END}]*){CALL_END}")
CHAPTER_VII = re.compile(r"\bacting under Chapter VII\b", re.IGNORECASE)


def assemble(
    piece: Piece, fields: Iterable[tuple[str, str]], warnings: Iterable[Warning], allowance: Allowance
) -> Document:
    """Read one resolution, its clauses as far as the allowance of its file goes."""
    marked_up = is_marked_up(piece.body)
    flow, outline = read_marked_up(piece.body, speaks=piece.speaks) if marked_up else _sorted(piece)
    head = read_masthead(piece.head, piece.organ, fields, piece.kind)
    if marked_up:
        take_stated(head, dict(fields))
    organ = piece.organ or organ_of(head.symbol)
    adopted_on = outline.adopted_on or head.adopted_on or (held_on(outline.words()) if piece.speaks else None)
    language = language_of(outline.words(), dict(fields).get("language"))
    analysed = language == ANALYSED
    context = Context(organ, history=[head.title] if head.title else [])
    preamble = _preamble(outline, context)
    reader = ClauseReader(context, adopted_on, allowance=allowance) if analysed else None
    operative = _operative(outline, reader)
    notes = tuple(resolve_ibid(in_order(flow.notes)))
    citations = tuple(_citations(preamble, operative, notes, organ)) if analysed else ()
    return Document(
        language=language,
        kind=piece.kind,
        symbol=head.symbol,
        organ=organ,
        title=head.title,
        session=head.session,
        agenda_item=head.agenda_item,
        proponent=head.proponent,
        meeting=outline.meeting or head.meeting,
        adopted_on=adopted_on,
        vote=outline.vote or head.vote,
        chapter_vii=_under_chapter_vii(preamble, operative),
        preamble=preamble,
        operative=operative,
        footnotes=notes,
        citations=citations,
        annexes=tuple(_annexes(outline)),
        warnings=(
            *warnings,
            *_warnings(head, operative, adopted_on is not None),
            *spoiled_numbers((draft.eid, draft.printed) for draft in outline.part.drafts),
            *doubts_about(preamble if analysed else (), operative),
            *over_recitals(outline.over_recitals),
            *text_before(piece.head),
            *(_strangers((*preamble, *operative)) if analysed else ()),
            *(_wording(piece, operative, reader.unread) if reader else [not_analysed(language)]),
        ),
    )


def _sorted(piece: Piece) -> tuple[Flow, Outline]:
    """Part the notes from the text and the text into its parts by the drafting rules."""
    flow = lift_footnotes(without_furniture(piece.body))
    paragraphs = _with_calls(list(parted(with_numbers(paragraphs_of(flow.lines)))), flow)
    paragraphs = with_leads(paragraphs)
    return flow, read_outline(paragraphs, speaks=piece.speaks)


def _under_chapter_vii(
    preamble: tuple[PreambularParagraph, ...], operative: tuple[OperativeParagraph, ...]
) -> bool:
    texts = [recital.text for recital in preamble] + [paragraph.text for paragraph in operative]
    return any("hapter VII" in text and CHAPTER_VII.search(text) for text in texts)


def _with_calls(paragraphs: list[Paragraph], flow: Flow) -> list[Paragraph]:
    """Put back calls that are plain digits, where the file knows no superscripts or lost most of them."""
    called = {label for paragraph in paragraphs for label in CALLED.findall(paragraph.text)}
    labels = frozenset(note.label for note in flow.notes)
    if len(called) * 2 < len(labels) or not called:
        for paragraph in paragraphs:
            paragraph.text = with_calls(paragraph.text, labels - called, slashed=flow.slashed)
    return paragraphs


def _preamble(outline: Outline, context: Context) -> tuple[PreambularParagraph, ...]:
    recitals: list[PreambularParagraph] = []
    for number, text in enumerate(outline.preamble, start=1):
        clean = unmark(text)
        phrase = preambular_phrase(clean.text) or ""
        recitals.append(PreambularParagraph(f"pp{number}", phrase, clean.text, clean.calls))
        context.history.append(clean.text)
    return tuple(recitals)


def _operative(outline: Outline, reader: ClauseReader | None) -> tuple[OperativeParagraph, ...]:
    drafts = outline.operative()
    if reader is not None:
        reader.first_person = _in_first_person(drafts)
    return tuple(_paragraph(draft, reader) for draft in drafts)


def _paragraph(draft: Draft, reader: ClauseReader | None) -> OperativeParagraph:
    clean = unmark(draft.text)
    parent = draft.parent.eid if draft.parent else None
    return OperativeParagraph(
        eid=draft.eid,
        label=draft.label,
        text=clean.text,
        parent=parent,
        part=draft.part,
        heading=draft.heading,
        tail=without_marks(draft.tail) or None,
        calls=clean.calls,
        clauses=reader.read(draft.eid, clean.text, parent)
        if reader and len(clean.text) <= LONGEST_READ
        else (),
    )


def _in_first_person(drafts: list[Draft]) -> bool:
    """Tell whether most paragraphs open as a declaration's do, with a bare verb."""
    top = [without_marks(draft.text) for draft in drafts if draft.depth == 0]
    return sum(1 for text in top if opens_in_first_person(text)) * 2 > len(top)


def _citations(
    preamble: tuple[PreambularParagraph, ...],
    operative: tuple[OperativeParagraph, ...],
    notes: tuple[Footnote, ...],
    organ: str | None,
) -> Iterable[Citation]:
    """Give the citations of all paragraphs and of the footnotes where they are called."""
    by_label = {note.label: note for note in notes}
    paragraphs: tuple[PreambularParagraph | OperativeParagraph, ...] = (*preamble, *operative)
    for paragraph in paragraphs:
        called = [by_label[call.label] for call in paragraph.calls if call.label in by_label]
        own = cited_in(paragraph.text, organ)
        for cited, relation in with_relations(own, paragraph):
            yield as_citation(cited, relation, paragraph.eid)
        for note in called:
            for cited in cited_in(note.resolved or note.text, organ):
                yield as_citation(cited, relation_by_lead(paragraph), paragraph.eid, note.label)


def _annexes(outline: Outline) -> Iterable[Annex]:
    for annex in outline.annexes:
        yield Annex(annex.title, "\n\n".join(annex.paragraphs))


def _warnings(head: Masthead, operative: tuple[OperativeParagraph, ...], dated: bool) -> Iterable[Warning]:
    if not operative:
        yield Warning(
            "no_operative_paragraphs", "No operative paragraph was found after the opening formula."
        )
    if head.symbol is None:
        yield Warning("no_symbol", NO_SYMBOL)
    if not dated:
        yield Warning("no_adoption_date", "The text does not say on which day it was adopted.")


def _strangers(paragraphs: Iterable[PreambularParagraph | OperativeParagraph]) -> Iterable[Warning]:
    """Warn about paragraphs in another language than the text."""
    for paragraph in paragraphs:
        if _opens_in_english(paragraph):
            continue
        if language := in_other_language(paragraph.text):
            yield other_language(language, paragraph.eid)


def _opens_in_english(paragraph: PreambularParagraph | OperativeParagraph) -> bool:
    if isinstance(paragraph, PreambularParagraph):
        return bool(paragraph.phrase)
    return bool(paragraph.clauses) and not paragraph.clauses[0].inherited


def _wording(
    piece: Piece, operative: tuple[OperativeParagraph, ...], unread: str | None
) -> Iterable[Warning]:
    """Warn about words that were looked for and not found, in a language in which they are looked for."""
    if piece.organ is None and piece.kind == RESOLUTION:
        yield Warning("no_opening_formula", "The line that names the adopting body is missing.")
    speaking = {paragraph.parent for paragraph in operative if paragraph.clauses}
    for paragraph in operative:
        if paragraph.eid == unread:
            yield Warning("clauses_not_read", CLAUSES_NOT_READ, unread)
            return
        if not paragraph.text and paragraph.eid in speaking:
            continue  # "6. (a) Decides …": its items open with their verbs
        if not paragraph.clauses and paragraph.parent is None:
            yield Warning(
                "no_operative_verb", "The paragraph opens with no known operative verb.", paragraph.eid
            )


NO_SYMBOL = (
    "The text states no symbol, as many of ITU and UNESCO do not. It goes by a provisional one until "
    "somebody gives it its own, among the facts of the resolution."
)
CLAUSES_NOT_READ = (
    "The file has more clauses than are read at once; from here on none were looked for. "
    "Split it into its resolutions."
)
NOT_A_RESOLUTION = Warning(
    "not_a_resolution",
    "No body opens with “The General Assembly,” or the like; the text was not read as a resolution.",
)


def no_resolution(warnings: Iterable[Warning]) -> Document:
    """Give the document for a text in which no body speaks."""
    return Document(language="en", kind="other", warnings=(*warnings, NOT_A_RESOLUTION))
