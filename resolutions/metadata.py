"""What a document says about itself, written to its resolution, except where a person has spoken."""

from typing import Any

from resolutions.models import Organ, Resolution, Session
from resolutions.parsing.document import Document


def write_metadata(*, resolution: Resolution, document: Document, only_gaps: bool = False) -> None:
    """Set title, organ, session, date and the like from the reading.

    Args:
        resolution: what to write to.
        document: the reading.
        only_gaps: write only where nothing is said yet, as for a translation.

    A field that a person corrected stays; so does one about which the reading says nothing.
    """
    said = {name: _fit(name, value) for name, value in _said(document).items() if value not in (None, "")}
    changed = [
        name
        for name, value in said.items()
        if name not in resolution.corrected_fields
        and getattr(resolution, name) != value
        and not (only_gaps and getattr(resolution, name))
    ]
    for name in changed:
        setattr(resolution, name, said[name])
    if changed:
        resolution.save(update_fields=[*changed, "updated_at"])


def _fit(name: str, value: Any) -> Any:
    """Cut what was taken for a meeting or an agenda item, and is too long for any, to its column."""
    room = Resolution._meta.get_field(name).max_length  # type: ignore[union-attr]
    return value[:room] if room and isinstance(value, str) else value


def _said(document: Document) -> dict[str, Any]:
    organ = Organ.objects.filter(code=document.organ).first() if document.organ else None
    return {
        "kind": document.kind,
        "organ": organ,
        "session": _session(organ, document),
        "title": document.title,
        "adopted_on": document.adopted_on,
        "meeting": document.meeting,
        "agenda_item": document.agenda_item,
        "proponent": document.proponent,
        "vote": document.vote,
        "chapter_vii": document.chapter_vii or None,
    }


def _session(organ: Organ | None, document: Document) -> Session | None:
    if organ is None:
        return None
    sessions = Session.objects.filter(organ=organ)
    if document.session:
        return sessions.filter(label=document.session).first()
    if document.adopted_on:
        day = document.adopted_on
        return sessions.filter(opens__lte=day, closes__gte=day).order_by("-opens").first()
    return None
