"""Second stage of cleaning: page headers, page numbers and job numbers leave the lines.

Reads lines, writes lines; what stood on both sides of the furniture is marked as torn, so that a
sentence that ran across the page can be joined again. The masthead of a resolution uses the same words
as a page header, so nothing is removed before the opening formula.
"""

import re
from collections.abc import Iterable

from resolutions.parsing.lines import Line
from resolutions.parsing.marks import without_marks

# Each with a line of a page it takes away.
FURNITURE = re.compile(
    r"""
      (?:[AST]|E|UNEP|HSP)/[\w.]+(?:/[\w.]+)*(?:[ ]?\(\d{4}\))?   # "S/RES/1941 (2010)", "A/RES/78/103"
    | (?:page|p\.)[ ]?\d{1,3}(?:[ ]of[ ]\d{1,3})?               # "Page 2"
    | \d{1,3}/\d{1,3}                                           # "2/6"
    | [-–][ ]?\d{1,3}[ ]?[-–]                                   # "- 2 -"
    | \d{1,4}                                                   # "44"
    | \d{2}-\d{5,7}[ ]?(?:\([A-Z]\))?[ ]?(?:/\.\.\.)?[ ]?(?:\d{1,3}(?:/\d{1,3})?)?
                                                                # "94-04992 (E) /...", "14-221742/4"
    | \d{1,3}(?:/\d{1,3})?[ ]?\d{2}-\d{5}                      # page and job number: "306-48464"
    | English
    | /\.\.\.                                                   # "/..."
    | \*\d{6,8}[A-Z]?\*                                         # "*0527133*"
    | <!--.*-->                                                 # "<!-- Page 1 -->"
    | (?:…|\.\.\.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
RULE = re.compile(r"[-_=—–]{3,}")  # "________", the rule above footnotes
OPENS_RULE = frozenset("-_=—–")
OPENS_FURNITURE = frozenset(
    "AaSsTtEeUuHhPp-–/*<…."
)  # the first characters of the patterns above, but for digits


def is_furniture(text: str) -> bool:
    """Tell whether a line belongs to the page and not to the text."""
    text = without_marks(text)
    return (text[:1] in OPENS_FURNITURE or text[:1].isdigit()) and FURNITURE.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether a line is the rule above footnotes."""
    text = without_marks(text)
    return text[:1] in OPENS_RULE and RULE.fullmatch(text) is not None


def without_furniture(lines: Iterable[Line]) -> list[Line]:
    """Take page furniture away; the line after it is marked as torn from the one before."""
    kept: list[Line] = []
    torn = False
    for line in lines:
        if is_furniture(line.text):
            torn = True
            continue
        kept.append(line._replace(torn=True) if torn else line)
        torn = False
    return kept
