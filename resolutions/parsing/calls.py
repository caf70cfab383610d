"""Footnote calls that lost their superscript: "Vienna Declaration,2 adopted", "of 20 January 1994, 1/ and".

Reads the text of a paragraph and the labels of the footnotes; writes the text with the calls marked. A plain
number is a call where a footnote of that label exists and the place fits, or, where the footnotes did not
come with the text, in places where no figure of a sentence can stand.
"""

import re
from functools import partial

from resolutions.parsing.marks import CALL, CALL_END

SLASHED_NUMBER = re.compile(r"\d(?<!\d\d)\d{0,2}+(?!\d)")  # of at most three digits: no year is a call
# What no call of a footnote follows: the beginning, or "(" and the like, "resolution 63/260 (part 2)"
NUMBER = re.compile(r"\d(?<=[^\d(/–-]\d)\d{0,2}+(?!\d)")
# The same without "resolution 12" and the like, which only a footnote of that label can make a call.
NOT_AFTER_WORD = re.compile(r"\d(?<=[^\d(/–-]\d)(?<![A-Za-z] \d)\d{0,2}+(?!\d)")
BEFORE, AFTER = 24, 16  # characters around a number that are looked at
YEAR = r"(?:19|20)\d\d"
# What a sentence goes on with after a call: "Secretary-General 42 at its …", "of 11 December 1991, 196 and …"
GOES_ON = re.compile(
    r" (?:and|as|at|by|concerning|from|has|have|in|is|of|on|or|pursuant|regarding|submitted|that|the|to"
    r"|was|were|which|with|would)\b|[,;.:]|$"
)
SLASHED = re.compile(r"\S ?$")  # "20 January 1994, 1/ and"
AFTER_SLASHED = re.compile(r"/(?:[\s,;.:)]|$)")
# "money-laundering,1 and"; with a space only after punctuation or a year: "of Mali, 18 and", "1991 197 would"
LISTED = re.compile(
    rf"(?:[a-z)”’]|(?<!\d)\.|[^\W\d][,;:] ?|[)”’\]][,;.:] ?|\d{{4}}[,;.] ?|\b{YEAR} |[)”’] "
    r"|[a-z)”’,;.] ?\d{1,3} )$"
)
AFTER_LISTED = re.compile(r"[,;:. ]|$")
# A document or its author, then the call: "Secretary-General 42 at its", "first report 23 and".
SPACED = re.compile(
    r"\b(?:Secretary-General|[Rr]eports?|[Ll]etters?|[Nn]otes?|[Ss]tatements?|[Dd]eclarations?|negotiations"
    r"|[Cc]ommunications?|[Aa]greements?|[Pp]roposals?|[Pp]lan|[Pp]rinciples) $"
)
# Sure without any footnote: after the stop that ends a paragraph, glued to a word, after a year.
AT_END = re.compile(r"(?:[^\W\d][,;.]|[)”’][,;.]|\d{4}[,;.])(?: ?| ?\d{1,3} )$")
ENDS = re.compile(r"(?: \d{1,3})?$")
GLUED = re.compile(r"(?:[a-z]{4}|[a-z][,;])$")
AFTER_GLUED = re.compile(r"[,; ]|$")
AFTER_YEAR = re.compile(rf"\b{YEAR},? $")


def with_calls(text: str, labels: frozenset[str], *, slashed: bool) -> str:
    """Mark the calls that lost their superscript.

    Args:
        text: of a paragraph.
        labels: of the footnotes found; "Declaration,2 adopted" is a call where there is a footnote 2.
        slashed: the footnotes are labelled "1/", and so are their calls.
    """
    number = SLASHED_NUMBER if slashed else NUMBER if labels else NOT_AFTER_WORD
    marked = number.sub(partial(_call, labels=labels, slashed=slashed), text)
    if CALL not in marked:
        return text
    return marked.replace(f" {CALL}", CALL).replace(f"{CALL_END}/", CALL_END)


def _call(found: re.Match[str], labels: frozenset[str], slashed: bool) -> str:
    """Mark a number where its place in the sentence makes it a call."""
    text, (start, end), label = found.string, found.span(), found[0]
    spaced = text[max(0, start - 1) : start] == " " and text[start - 2 : start - 1].isalpha()
    if (spaced or slashed) and label not in labels:
        return label  # "resolution 12" and the like
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    if slashed:
        called = _fits(SLASHED, before, AFTER_SLASHED, after)
    elif spaced:
        called = _fits(SPACED, before, GOES_ON, after)
    else:
        called = (label in labels and _is_listed(before, after)) or _is_sure(before, after)
    return f"{CALL}{label}{CALL_END}" if called else label


def _fits(left: re.Pattern[str], before: str, right: re.Pattern[str], after: str) -> bool:
    return left.search(before) is not None and right.match(after) is not None


def _is_listed(before: str, after: str) -> bool:
    return _fits(LISTED, before, AFTER_LISTED, after)


def _is_sure(before: str, after: str) -> bool:
    return (
        _fits(AT_END, before, ENDS, after)
        or _fits(GLUED, before, AFTER_GLUED, after)
        or _fits(AFTER_YEAR, before, GOES_ON, after)
    )
