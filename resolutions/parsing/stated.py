"""A reading that a file states beside its text, as `stating` writes it.

`take_reading` puts these facts in place of what the parser would read. Facts that do not fit the text (an
offset outside it, a paragraph that is not there) are not taken: the text is then read as any other, with the
warning "stated_reading_ignored".
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from resolutions.parsing.document import (
    Addressee,
    AddresseeRole,
    Alternative,
    Annex,
    Clause,
    ClauseType,
    Deadline,
    DeadlineKind,
    Document,
    Footnote,
    Force,
    OperativeParagraph,
    Procedure,
    Reporting,
    Warning,  # noqa: A004 - the word of the parse output
)
from resolutions.parsing.document import Place as ReadAt
from resolutions.parsing.lines import lines_of
from resolutions.parsing.marks import Unmarked, unmark
from resolutions.parsing.stated_facts import Facts, Misfit
from resolutions.parsing.stating import ALTERNATIVE
from resolutions.readers.blocks import Block, BlockKind, Place, Source, Stated

LONGEST = 100  # characters of an id or label; nothing the parser makes is longer

TAKEN = Warning(
    "stated_reading_taken",
    "The file carries its own reading; verbs, addressees and times were taken from it, not read anew.",
)


def take_reading(document: Document, source: Source) -> Document:
    """Give the document with the reading that its file states, where that fits the text."""
    if source.stated is None:
        return document
    try:
        return _taken(document, source.blocks, source.stated)
    except (KeyError, ValueError) as misfit:
        warning = Warning(
            "stated_reading_ignored",
            f"The file carries a reading that does not fit its text ({misfit}); the text was read anew.",
        )
        return replace(document, warnings=(*document.warnings, warning))


def _taken(document: Document, blocks: Iterable[Block], stated: Stated) -> Document:
    words = _Words.of(blocks)
    facts = Facts(stated)
    paragraphs = [_paragraph(each, words) for each in stated.parts if each.name == "paragraph"]
    _check_tree(paragraphs, words)
    notes = [_footnote(each, words) for each in stated.parts if each.name == "footnote"]
    if len(notes) != len(words.notes):
        raise Misfit(f"{len(notes)} footnotes stated, {len(words.notes)} in the text")
    titles = [Facts(each).text("title") for each in stated.parts if each.name == "annex"]
    if len(titles) != len(words.annexes):
        raise Misfit(f"{len(titles)} annexes stated, {len(words.annexes)} in the text")
    texts = zip(titles, words.annexes.values(), strict=True)
    return replace(
        document,
        symbol=facts.text("symbol") or None,
        organ=facts.text("organ") or None,
        kind=facts.text("kind") or document.kind,
        title=facts.text("title") or None,
        session=facts.text("session") or None,
        agenda_item=facts.text("agenda_item") or None,
        proponent=facts.text("proponent") or None,
        meeting=facts.text("meeting") or None,
        vote=facts.text("vote") or None,
        adopted_on=facts.day("adopted_on"),
        chapter_vii=facts.flag("chapter_vii"),
        operative=tuple(_with_clauses(paragraphs, stated)),
        footnotes=tuple(notes),
        annexes=tuple(Annex(title, "\n\n".join(text)) for title, text in texts),
        warnings=(*(w for w in document.warnings if w.eid is None), TAKEN),
    )


class _Words(Struct, frozen=True):
    """The words of the file by the ids the mark-up gives them."""

    texts: dict[str, Unmarked]
    tails: dict[str, str]
    annexes: dict[str, list[str]]
    notes: dict[str, Footnote]

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> "_Words":
        words = cls({}, {}, {}, {})
        for block in blocks:
            if block.kind is BlockKind.FOOTNOTE:
                words.notes[block.anchor] = Footnote(block.marker, _text(block).text)
            elif block.place is Place.ANNEX:
                paragraphs = words.annexes.setdefault(block.anchor, [])
                if block.kind is not BlockKind.HEADING:
                    paragraphs.append(_text(block).text)
            elif block.place is Place.OPERATIVE and block.kind is BlockKind.CONTINUATION:
                words.tails[block.anchor] = _text(block).text
            elif block.place is Place.OPERATIVE and block.kind is not BlockKind.HEADING:
                words.texts[block.anchor] = _text(block)
        return words


def _text(block: Block) -> Unmarked:
    return unmark(" ".join(line.text for line in lines_of([replace(block, marker="")])))


def _paragraph(stated: Stated, words: _Words) -> OperativeParagraph:
    facts = Facts(stated)
    anchor, eid = facts.said["for"].removeprefix("#"), facts.said["eid"]
    bare = facts.flag("bare")
    if (anchor in words.texts) is bare or len(eid) > LONGEST:
        raise Misfit(f"no paragraph {anchor} in the text")
    said = Unmarked("", (), ()) if bare else words.texts[anchor]
    return OperativeParagraph(
        eid=eid,
        label=facts.said["label"][:LONGEST],
        text=said.text,
        parent=facts.text("parent") or None,
        part=facts.text("part") or None,
        heading=facts.text("heading") or None,
        tail=words.tails.get(anchor),
        calls=said.calls,
    )


def _footnote(stated: Stated, words: _Words) -> Footnote:
    facts = Facts(stated)
    note = words.notes[facts.said["for"].removeprefix("#")]
    return replace(note, resolved=facts.text("resolved") or None)


def _check_tree(paragraphs: list[OperativeParagraph], words: _Words) -> None:
    seen: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.eid in seen or (paragraph.parent and paragraph.parent not in seen):
            raise Misfit(f"paragraph {paragraph.eid} stands twice or before its parent")
        seen.add(paragraph.eid)
    saying = [paragraph for paragraph in paragraphs if paragraph.text]
    if len(saying) != len(words.texts):
        raise Misfit(f"{len(saying)} paragraphs stated, {len(words.texts)} in the text")


def _with_clauses(paragraphs: list[OperativeParagraph], stated: Stated) -> Iterator[OperativeParagraph]:
    texts = {paragraph.eid: paragraph.text for paragraph in paragraphs}
    parts = (each for each in stated.parts if each.name == "paragraph")
    for paragraph, part in zip(paragraphs, parts, strict=True):
        yield replace(paragraph, clauses=tuple(_clause(each, paragraph.eid, texts) for each in part.parts))


def _clause(stated: Stated, eid: str, texts: Mapping[str, str]) -> Clause:
    facts = Facts(stated)
    start, end = facts.span(texts[eid])
    deadlines = [
        (_deadline(each, texts[eid]), Facts(each)) for each in stated.parts if each.name == "deadline"
    ]
    return Clause(
        id=facts.said["id"],
        phrase=facts.said["phrase"],
        verb=facts.said["verb"],
        type=ClauseType(facts.said["type"]),
        start=start,
        end=end,
        action=facts.text("action"),
        force=Force(facts.number("secretariat"), facts.number("states")),
        rule=facts.said["rule"],
        asks=facts.flag("asks"),
        inherited=facts.flag("inherited"),
        chapeau=facts.text("chapeau") or None,
        reiterated=facts.flag("reiterated"),
        addressees=tuple(_addressee(each, eid, texts) for each in stated.parts if each.name == "addressee"),
        deadline=next((deadline for deadline, said in deadlines if said.flag("governs")), None),
        deadlines=tuple(deadline for deadline, _ in deadlines),
        reporting=next((_reporting(each) for each in stated.parts if each.name == "reporting"), None),
        resources=facts.text("resources") or None,
        conditions=_texts_of(stated, "condition"),
        purposes=_texts_of(stated, "purpose"),
        procedure=Procedure(facts.text("procedure")) if facts.text("procedure") else None,
        agenda_items=_texts_of(stated, "agenda_item"),
        doubts=_texts_of(stated, "doubt"),
        places=tuple(_place(each, texts[eid]) for each in stated.parts if each.name == "place"),
        alternatives=tuple(_alternative(each) for each in stated.parts if each.name == "alternative"),
    )


def _texts_of(stated: Stated, name: str) -> tuple[str, ...]:
    return tuple(Facts(each).said["text"] for each in stated.parts if each.name == name)


def _place(stated: Stated, text: str) -> ReadAt:
    facts = Facts(stated)
    start, end = facts.span(text)
    return ReadAt(facts.text("of"), facts.text("text"), start, end, facts.text("rule"))


def _alternative(stated: Stated) -> Alternative:
    facts = Facts(stated)
    return Alternative(*(facts.text(name) for name in ALTERNATIVE))


def _addressee(stated: Stated, eid: str, texts: Mapping[str, str]) -> Addressee:
    facts = Facts(stated)
    start, end = facts.span(texts[facts.text("eid") or eid])
    role, entity = AddresseeRole(facts.said["role"]), facts.text("entity") or None
    return Addressee(
        facts.text("text"), entity, role, start, end, facts.text("eid") or None, facts.text("rule")
    )


def _deadline(stated: Stated, text: str) -> Deadline:
    facts = Facts(stated)
    start, end = facts.span(text)
    return Deadline(
        text=facts.said["text"],
        kind=DeadlineKind(facts.said["kind"]),
        start=start,
        end=end,
        first=facts.day("first"),
        last=facts.day("last"),
        estimated=facts.flag("estimated"),
        recurrence=facts.text("recurrence") or None,
        expiry=facts.flag("expiry"),
        target=facts.flag("target"),
        rule=facts.text("rule"),
    )


def _reporting(stated: Stated) -> Reporting:
    facts = Facts(stated)
    return Reporting(facts.text("to") or None, facts.text("what"), facts.text("recurrence") or None)
