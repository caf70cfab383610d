"""A stored resolution as a file to hand out: its current text with the reading that stands."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from resolutions.exporting.akn import to_akn
from resolutions.exporting.docx import to_docx
from resolutions.exporting.markdown import to_markdown
from resolutions.exporting.rebuilding import NothingToExport, document_of
from resolutions.models import Entity, Resolution
from resolutions.readers.akn import MEDIA_TYPE as AKN_TYPE
from resolutions.readers.docx import MEDIA_TYPE as WORD_TYPE

__all__ = ["Exported", "Form", "NothingToExport", "export"]

# Entity types of the directory that are offices a person holds; all others are bodies.
OFFICES = ("official_role", "envoy_or_special_adviser", "special_procedure")


class Form(StrEnum):
    """The formats a resolution can be had in."""

    AKN = "akn"
    MARKDOWN = "md"
    WORD = "docx"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out."""

    name: str
    media_type: str
    content: bytes


def export(resolution: Resolution, *, form: Form, on: dt.date, language: str = "") -> Exported:
    """Write a resolution's current text, with whatever was read or corrected in it, as a file.

    Args:
        resolution: with its organ and session at hand, or two more queries fetch them.
        form: the format.
        on: the day of the export.
        language: of the text; English where it is not said, any other where no English text is held.

    Raises:
        NothingToExport: no text is held, or none in that language.
    """
    document = document_of(resolution, language=language)
    stem = re.sub(r"[^A-Za-z0-9]+", "-", resolution.symbol).strip("-")
    if form is Form.MARKDOWN:
        return Exported(f"{stem}.md", "text/markdown; charset=utf-8", to_markdown(document))
    if form is Form.WORD:
        return Exported(f"{stem}.docx", WORD_TYPE, to_docx(document))
    offices = Entity.objects.filter(type__in=OFFICES).values_list("name", flat=True)
    return Exported(f"{stem}.xml", AKN_TYPE, to_akn(document, on=on, roles=frozenset(offices)))
