"""Footnote calls that lost their superscript: "Vienna Declaration,2 adopted", "of 20 January 1994, 1/ and".

Reads the text of a paragraph and the labels of the footnotes; writes the text with the calls marked. A plain
number is a call where a footnote of that label exists and the place fits, or, where the footnotes did not
come with the text, in places where no figure of a sentence can stand.
"""

import re
from functools import partial

from resolutions.parsing.marks import CALL, CALL_END

YEAR = r"(?:19|20)\d\d"
# What a sentence goes on with after a call: "Secretary-General 42 at its …", "of 11 December 1991, 196 and …"
GOES_ON = (
    r"(?= (?:and|as|at|by|concerning|from|has|have|in|is|of|on|or|pursuant|regarding|submitted|that|the|to"
    r"|was|were|which|with|would)\b|[,;.:]|$)"
)
SLASHED = re.compile(r"(?<=\S) ?\d{1,3}/(?=[\s,;.:)]|$)")  # "20 January 1994, 1/ and"
# "money-laundering,1 and"; with a space only after punctuation or a year: "of Mali, 18 and", "1991 197 would"
LISTED = re.compile(
    r"(?:(?<=[a-z)”’])|(?<=[^\W\d][,;.:]) ?|(?<=[)”’\]][,;.:]) ?|(?<=\d{4}[,;.]) ?"
    rf"|(?<={YEAR}) |(?<=[)”’{CALL_END}]) )\d{{1,3}}(?=[,;:. ]|$)"
)
# A document or its author, then the call: "Secretary-General 42 at its", "first report 23 and".
SPACED = re.compile(
    r"\b(?:Secretary-General|[Rr]eports?|[Ll]etters?|[Nn]otes?|[Ss]tatements?|[Dd]eclarations?|negotiations"
    rf"|[Cc]ommunications?|[Aa]greements?|[Pp]roposals?|[Pp]lan|[Pp]rinciples) \d{{1,3}}{GOES_ON}"
)
# Sure without any footnote: after the stop that ends a paragraph, glued to a word, after a year.
UNLISTED = re.compile(
    rf"(?:(?<=[^\W\d][,;.]) ?|(?<=[)”’][,;.]) ?|(?<=\d{{4}}[,;.]) ?|(?<={CALL_END}) )\d{{1,3}}$"
    rf"|(?:(?<=[a-z]{{4}})|(?<=[a-z][,;]))\d{{1,3}}(?=[,; ]|$)"
    rf"|(?:(?<={YEAR}) |(?<={YEAR},) )\d{{1,3}}{GOES_ON}"
)


def with_calls(text: str, labels: frozenset[str], *, slashed: bool) -> str:
    """Mark the calls that lost their superscript.

    Args:
        text: of a paragraph.
        labels: of the footnotes found; "Declaration,2 adopted" is a call where there is a footnote 2.
        slashed: the footnotes are labelled "1/", and so are their calls.
    """
    if slashed:
        return SLASHED.sub(partial(_call, labels=labels), text)
    listed = text
    if labels:
        listed = SPACED.sub(partial(_call, labels=labels), LISTED.sub(partial(_call, labels=labels), text))
    return UNLISTED.sub(partial(_call, labels=None), UNLISTED.sub(partial(_call, labels=None), listed))


def _call(found: re.Match[str], labels: frozenset[str] | None) -> str:
    """Mark the number at the end of a match, without the space before it, if its label is one of these."""
    words = found[0].rstrip("/")
    before = words.rstrip("0123456789")
    label = words[len(before) :]
    if labels is not None and label not in labels:
        return found[0]
    return f"{before.rstrip()}{CALL}{label}{CALL_END}"
