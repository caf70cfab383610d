"""Numbers of several parts, each below the paragraph it names: "2.1", "2.2.1", "3.a", "3.a)".

UNESCO numbers the items of a paragraph so (Records of the General Conference, volume 1), the International
Telecommunication Union those of an item. What only looks like one, "2.5 million", follows no "2.4".
"""

from resolutions.parsing.drafts import Draft
from resolutions.parsing.numbering import Style

NAMED = (Style.NUMBER, Style.PARENTHESISED, Style.POINTED)  # what the first parts of a number can name
FIRST = ("1", "a")


def level_of(value: str, open_levels: list[Draft]) -> int | None:
    """Give which open level a number of several parts belongs to; None where it follows on none."""
    above, _, last = value.rpartition(".")
    for at in range(len(open_levels) - 1, -1, -1):
        draft = open_levels[at]
        if draft.style in NAMED and number_of(draft) == above:
            before = open_levels[at + 1] if at + 1 < len(open_levels) else None
            return at if _comes_next(before, last) else None
    return None


def number_of(draft: Draft) -> str:
    """Give the number of a paragraph as it is printed, without stop or parentheses."""
    return draft.value or draft.label


def label_below(parent: Draft, value: str) -> str:
    """Give the label of a number of several parts: "2.1"; "u1(1.1)" below the item "u1(1)"."""
    above = value.rpartition(".")[0]
    return value if parent.label == above else f"{parent.label.removesuffix(f'({above})')}({value})"


def _comes_next(before: Draft | None, last: str) -> bool:
    """Tell whether a last part is the first of its list, or comes after the one before it."""
    if before is None or before.style is not Style.POINTED:
        return last in FIRST
    known = before.value.rpartition(".")[2]
    return known.isdigit() == last.isdigit() and (len(known), known) < (len(last), last)
