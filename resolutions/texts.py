"""Write the words of a document: paragraphs, their texts in this version, footnotes, annexes, citations."""

from resolutions.models import (
    Annex,
    Citation,
    Footnote,
    Paragraph,
    ParagraphKind,
    ParagraphText,
    Resolution,
    TextVersion,
)
from resolutions.parsing.document import (
    Document,
    FootnoteCall,
    OperativeParagraph,
    PreambularParagraph,
)


def store_texts(*, version: TextVersion, document: Document, only_new: bool = False) -> dict[str, Paragraph]:
    """Write every paragraph of the document in this version.

    Args:
        version: the text in one language, new or with the words of the document already.
        document: the reading.
        only_new: leave the labels and headings of paragraphs that stand, as for a translation.

    Returns:
        the paragraphs by eid.
    """
    paragraphs = _paragraphs(version.resolution, document, only_new)
    _texts(version, document, paragraphs)
    _notes(version, document)
    _citations(version, document, paragraphs)
    return paragraphs


def has_words_of(*, version: TextVersion, document: Document) -> bool:
    """Whether a version has exactly the paragraphs and the words of the document."""
    read = {(p.eid, p.text, "") for p in document.preamble}
    read |= {(p.eid, p.text, p.tail or "") for p in document.operative}
    return read == set(version.paragraph_texts.values_list("paragraph__eid", "text", "tail"))


def _paragraphs(resolution: Resolution, document: Document, only_new: bool) -> dict[str, Paragraph]:
    """Create the paragraphs that are new and settle place and label of all."""
    for position, recital in enumerate(document.preamble, 1):
        _place(resolution, recital.eid, only_new, kind=ParagraphKind.PREAMBULAR, position=position)
    for position, paragraph in enumerate(document.operative, len(document.preamble) + 1):
        _place(
            resolution,
            paragraph.eid,
            only_new,
            kind=ParagraphKind.OPERATIVE,
            position=position,
            label=paragraph.label,
            part=paragraph.part or "",
            heading=paragraph.heading or "",
        )
    placed = {p.eid: p for p in resolution.paragraphs.select_related("resolution")}
    for paragraph in document.operative:
        parent = placed[paragraph.parent] if paragraph.parent else None
        held = placed[paragraph.eid]
        if held.parent_id != (parent and parent.pk) and not (only_new and held.parent_id):
            held.parent = parent
            held.save(update_fields=["parent"])
    return placed


def _place(resolution: Resolution, eid: str, only_new: bool, **place: object) -> None:
    paragraph, created = Paragraph.objects.get_or_create(resolution=resolution, eid=eid, defaults=place)
    if not (created or only_new) and any(getattr(paragraph, name) != value for name, value in place.items()):
        Paragraph.objects.filter(pk=paragraph.pk).update(**place)


def _texts(version: TextVersion, document: Document, paragraphs: dict[str, Paragraph]) -> None:
    rows = [_recital(version, paragraphs[r.eid], r) for r in document.preamble]
    rows += [_operative(version, paragraphs[p.eid], p) for p in document.operative]
    ParagraphText.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["paragraph", "version"],
        # The words themselves are those that stand.
        update_fields=["phrase", "calls"],
    )


def _recital(version: TextVersion, paragraph: Paragraph, read: PreambularParagraph) -> ParagraphText:
    return ParagraphText(
        version=version, paragraph=paragraph, phrase=read.phrase, text=read.text, calls=_calls(read.calls)
    )


def _operative(version: TextVersion, paragraph: Paragraph, read: OperativeParagraph) -> ParagraphText:
    return ParagraphText(
        version=version,
        paragraph=paragraph,
        phrase=read.clauses[0].phrase if read.clauses else "",
        text=read.text,
        tail=read.tail or "",
        calls=_calls(read.calls),
    )


def _calls(calls: tuple[FootnoteCall, ...]) -> list[dict[str, object]]:
    return [{"label": call.label, "at": call.at} for call in calls]


def _notes(version: TextVersion, document: Document) -> None:
    version.footnotes.all().delete()
    Footnote.objects.bulk_create(
        [
            Footnote(version=version, position=n, label=f.label, text=f.text, resolved=f.resolved or "")
            for n, f in enumerate(document.footnotes, 1)
        ]
    )
    version.annexes.all().delete()
    Annex.objects.bulk_create(
        [
            Annex(version=version, position=n, title=a.title, text=a.text)
            for n, a in enumerate(document.annexes, 1)
        ]
    )


def _citations(version: TextVersion, document: Document, paragraphs: dict[str, Paragraph]) -> None:
    version.citations.all().delete()
    held = {r.symbol: r for r in Resolution.objects.filter(symbol__in={c.symbol for c in document.citations})}
    Citation.objects.bulk_create(
        [
            Citation(
                version=version,
                paragraph=paragraphs.get(c.eid),
                position=n,
                symbol=c.symbol,
                text=c.text,
                pinpoint=c.pinpoint or "",
                start=c.start if c.end else None,
                end=c.end or None,
                note=c.note or "",
                rule=c.rule,
                relation=c.relation,
                cited=held.get(c.symbol),
            )
            for n, c in enumerate(document.citations, 1)
        ]
    )
    # Earlier documents that cited this one before we held it now point to it.
    Citation.objects.filter(symbol=version.resolution.symbol, cited=None).update(cited=version.resolution)
