"""Leads on lines of their own, in small letters: "resolves", "instructs the Secretary-General".

Reads paragraphs; puts each lead to the words below it, as the resolutions of the International
Telecommunication Union need it (Final Acts of the Plenipotentiary Conference, Dubai, 2018). Below a lead
stand items, "a) …" after a participle, "1 …" after a verb, or a single sentence without any.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from msgspec.structs import replace

from resolutions.parsing.leads import opens_operative, opens_preambular
from resolutions.parsing.marks import without_marks
from resolutions.parsing.paragraphs import Paragraph
from resolutions.readers.blocks import BlockKind

LONGEST = 160  # characters of "instructs the Director of the … Bureau, in close collaboration with …"
ENDS = (".", ",", ";", ":")
# "1 to hold", "2) that": no stop, and the lead's sentence goes on in small letters.
NUMBERED = re.compile(r"(\d{1,2})[).]? (?=[a-z(])")
ITEM = re.compile(r"\(?\d{1,2}[).]? |\(?[a-z]{1,3}\) ")


def with_leads(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Give the paragraphs with each lead put to its words; texts without such leads come back as they are."""
    found = list(paragraphs)
    begins = True
    for paragraph in found:
        if begins and _is_verb(paragraph):
            return list(_put(found))
        begins = _ends_with_comma(paragraph.text)
    return found


def _ends_with_comma(text: str) -> bool:
    last = text[-1:]
    return last == "," or (not last.isascii() and without_marks(text).endswith(","))


def _put(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    lead: Paragraph | None = None
    ended = True
    for paragraph, following in pairwise(chain(paragraphs, (None,))):
        assert paragraph is not None
        plain = without_marks(paragraph.text)
        begins, ended = ended and plain[:1].islower(), _ends_with_comma(plain)
        if _is_verb(paragraph) and following and _is_item(following):
            lead = replace(paragraph, kind=BlockKind.TEXT, leads=True)
            yield lead
            lead = None
        elif _is_verb(paragraph) or _is_participle(paragraph):
            if lead is not None:
                yield lead
            lead = replace(paragraph, kind=BlockKind.TEXT, leads=True)
        elif lead is not None:
            yield replace(lead, text=f"{lead.text} {paragraph.text}")
            lead = None
        elif begins and opens_operative(plain):
            yield replace(paragraph, leads=True)  # "instructs the Secretary-General to report,"
        else:
            yield _item(paragraph)
    if lead is not None:
        yield lead


def _is_verb(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is nothing but a verb and who is asked: "further instructs the Council"."""
    plain = _alone(paragraph)
    return bool(plain) and opens_operative(plain)


def _is_participle(paragraph: Paragraph) -> bool:
    plain = _alone(paragraph)
    return bool(plain) and opens_preambular(plain)


def _alone(paragraph: Paragraph) -> str:
    plain = without_marks(paragraph.text).strip()
    small = plain[:1].islower() and len(plain) <= LONGEST
    return plain if small and not plain.endswith(ENDS) else ""


def _is_item(paragraph: Paragraph) -> bool:
    return ITEM.match(without_marks(paragraph.text)) is not None


def _item(paragraph: Paragraph) -> Paragraph:
    """Give an item with its number in brackets, as those of other bodies have it."""
    found = NUMBERED.match(paragraph.text)
    return replace(paragraph, text=f"({found[1]}) {paragraph.text[found.end() :]}") if found else paragraph
