"""Numbers that a scan or a typist spoiled: "1, Requests …", "ll. Calls …", "13 Urges …"; "A. Requests …".

Reads a text; writes the marker that was meant. A number without its stop is one only where an operative
verb follows, so that "30 September 1972" and "1, 3 and 5" stay what they are.
"""

import re

from resolutions.parsing.leads import opens_operative
from resolutions.parsing.marks import ITALIC, without_marks
from resolutions.parsing.numbering import Marker, Style, split_marker

# "1,", "12 ", "l.", "I.", "lO." in front of a word; the letters that scans take for digits.
SLIPPED = re.compile(
    rf"(?P<value>[lI\d][lIO\d]{{0,2}}(?=[.,;: ])|\d{{1,3}})(?P<stop>[.,;:]?) ?(?=[A-Za-z{ITALIC}])"
)
LETTERED = re.compile(rf"([A-HJ-Z])\. (?=[A-Z{ITALIC}])")  # "A. Requests …;" where others print a number
FIRST_ITEM = re.compile(rf"{ITALIC}?\((?:a|i|1)\)")
ENDS = (";", ".", ",", ":", "; and")
MANY = "ivxlI"  # letters that a number of more than one letter can begin with: "ii.", "ll."
LOOKALIKES = str.maketrans("lIO", "110")


def marker_of(text: str) -> tuple[Marker | None, str]:
    """Part the marker from a paragraph, a spoiled number included."""
    if opens_with_word(text):
        return None, text
    marker, rest = split_marker(text)
    if marker is not None and (marker.style is not Style.LETTER or text[:1] not in "lI"):
        return marker, rest
    return slipped_number(text) or lettered(text) or (marker, rest)


def opens_with_word(text: str) -> bool:
    """Tell by its first two letters, as for most texts can be, that a text opens with no marker at all."""
    return text[1:2].isalpha() and text[:1].isalpha() and text[0] not in MANY


def first_item(text: str) -> tuple[Marker | None, str]:
    """Part the marker of a list's first item from a text: "(a) Decides …", not "(a) of the resolution"."""
    found = FIRST_ITEM.match(text)
    if found is None:
        return None, text
    marker, rest = split_marker(text)
    opens = without_marks(rest)[:1]
    return (marker, rest) if opens.isupper() or opens in ("(", "[", "“") else (None, text)


def capital_of(text: str) -> str:
    """Give the capital in front of a sentence, "A. A Commission is established."; "" where there is none."""
    found = LETTERED.match(text) if text[1:2] == "." else None
    return found[1] if found and without_marks(text).endswith(ENDS) else ""


def lettered(text: str) -> tuple[Marker, str] | None:
    """Give the capital that stands for a number; a heading such as "A. Notes on the plan" has none."""
    found = LETTERED.match(text) if text[1:2] == "." else None
    if found is None:
        return None
    plain = without_marks(text[found.end() :])
    if not plain.endswith(ENDS) or not opens_operative(plain):
        return None
    return Marker(Style.NUMBER, found[1]), text[found.end() :]


def slipped_number(text: str) -> tuple[Marker, str] | None:
    """Give the number that a text opens with although it is not printed as one; None where there is none."""
    if text[:1] not in "0123456789lI":
        return None
    found = SLIPPED.match(text)
    if found is None or not (found["stop"] or found["value"].isdigit()):
        return None
    rest = text[found.end() :]
    plain = without_marks(rest)
    if not plain[:1].isupper() or not opens_operative(plain):
        return None
    return Marker(Style.NUMBER, str(int(found["value"].translate(LOOKALIKES)))), rest
