"""Texts without an opening formula in which a body still speaks: presidential statements and decisions.

Reads the lines of a file; says what kind of text its head announces and where the words of the body begin.
A heading must announce it, so that a report which says what the Council decided is taken for neither.
"""

import re
from collections.abc import Sequence

from resolutions.parsing.formulas import is_resolution_heading
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import without_marks
from resolutions.parsing.speaking import opens_speech
from resolutions.parsing.vocabulary import organs

RESOLUTION, DECISION, STATEMENT = "resolution", "decision", "presidential statement"
# "Statement by the President of the Security Council", "S/PRST/2030/1", "A/HRC/PRST/OS/12/1"
STATEMENT_HEADING = re.compile(
    r"(?:Draft )?Statement by the President\b|.*\b[AS]/(?:HRC/)?PRST/", re.IGNORECASE
)
# "Decision 80/501", "Draft decision", "80/501. Title", "Decision adopted by …"
DECISION_HEADING = re.compile(
    r"(?:Draft )?Decision(?: [IVX]+| [A-Z]*\d[\w/.-]*)?\.?$|(?:Draft )?Decision (?:adopted|submitted)\b"
    r"|(?:Decision )?(?:\d{1,2}/[45]\d\d|\d{4}/[2-9]\d\d)\.? |.*\b[AES]/(?:HRC/)?DEC/",
    re.IGNORECASE,
)
WRAPPED = 8  # lines that the beginning of a sentence can be wrapped over


def kind_of(head: Sequence[Line]) -> str:
    """Give the kind of text that a head announces; the heading nearest to the text counts."""
    for line in reversed(head):
        text = without_marks(line.text).strip("*_ ")
        if STATEMENT_HEADING.match(text):
            return STATEMENT
        if DECISION_HEADING.match(text):
            return DECISION
        if is_resolution_heading(text):
            return RESOLUTION
    return RESOLUTION


def speech_start(lines: Sequence[Line]) -> int | None:
    """Give the line with which the words of the body begin, below a heading that announces them."""
    for at, line in enumerate(lines):
        if line.text[:1].isupper() or line.opens:
            text = " ".join(without_marks(each.text) for each in lines[at : at + WRAPPED])
            if opens_speech(text) and kind_of(lines[:at]) != RESOLUTION:
                return at
    return None


def speaker(text: str, head: Sequence[Line]) -> str | None:
    """Give the code of the body that speaks: the one the text names in full, else the one the head names."""
    for words in (text, *(without_marks(line.text) for line in head)):
        for organ in organs():
            if organ.name.casefold() in words.casefold():
                return organ.code
    return None
