"""Numbers on a line of their own, as scans and extracted text leave them.

Reads paragraphs; puts each loose number in front of the paragraph it belongs to: the next one ("1." above
"Decides …"), or the one before where a list's first item stands above its "(i)".
"""

from collections.abc import Iterable

from resolutions.parsing.numbering import is_loose_number
from resolutions.parsing.paragraphs import Paragraph
from resolutions.parsing.slips import marker_of


def with_numbers(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Give the paragraphs with every loose number in its place; one without a paragraph stays."""
    found: list[Paragraph] = []
    trailing = waiting = False
    for paragraph in paragraphs:
        if waiting:
            found[-1].text = f"{found[-1].text} {paragraph.text}"
            waiting = False
        elif not is_loose_number(paragraph.text):
            found.append(paragraph)
        elif trailing := _belongs_above(found, trailing):
            found[-1].text = f"{paragraph.text} {found[-1].text}"
        else:
            found.append(paragraph)
            waiting = True
    return found


def _belongs_above(found: list[Paragraph], trailing: bool) -> bool:
    """Tell whether the item of a loose number stands above it: unnumbered, first or next of its list."""
    if len(found) < 2 or marker_of(found[-1].text)[0] is not None:
        return False
    follows = trailing and marker_of(found[-2].text)[0] is not None
    return follows or found[-2].text.endswith(":")
