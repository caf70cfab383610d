"""The numbers in front of paragraphs: "1.", "(a)", "(ii)", "•".

Reads a text, writes its marker and the rest; joins markers to labels ("3(a)(ii)") and eids ("op3_a_ii").
"""

import re
from enum import IntEnum
from typing import NamedTuple

from resolutions.parsing.marks import ITALIC


class Style(IntEnum):
    """How a level is numbered."""

    NUMBER = 1
    LETTER = 2
    ROMAN = 3
    PARENTHESISED = 4
    BULLET = 5
    POINTED = 6


class Marker(NamedTuple):
    """A number, letter or bullet in front of a paragraph."""

    style: Style
    value: str

    @property
    def label(self) -> str:
        """The marker as it stands in a label."""
        return self.value if self.style in (Style.NUMBER, Style.POINTED) else f"({self.value})"


# "1. Decides", "1) Constate", "12 . Urges": never a year, a decimal, "3.a" or "3.a)".
NUMBER = re.compile(rf"{ITALIC}?(\d{{1,3}}) ?[.)](?![a-z][ .)]){ITALIC}? *(?=[^\d\s])")
# "2.1 to report", "2.2.1 a list", "3.a to pay", "3.b) to report" (UNESCO, Records of the General Conference)
POINTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}\.(?:\d{1,2}|[a-z]))[.)]? +(?=[^\d\s])")
LETTER = re.compile(rf"{ITALIC}?\(([a-z]{{1,2}}|[ivxl]{{3,6}})\){ITALIC}? *(?=\S)")
PARENTHESISED = re.compile(r"\((\d{1,2})\) *(?=\S)")  # "(1) to accelerate", the World Health Assembly's
BARE_LETTER = re.compile(r"([a-z]|[ivx]{2,4})[.)] +(?=\S)")  # "a. Provide", "ii. Provide"
BULLET = re.compile(r"[•▪◦‣·–—] *(?=\S)|- +(?=\S)")
LOOSE = re.compile(r"\d{1,3}\.|\((?:[a-z]{1,2}|[ivxl]{3,6}|\d{1,2})\)")  # a number on a line of its own
LONGEST_LOOSE = len("(xxviii)")
ROMAN = re.compile(r"(?=[ivxl])(?:x{0,3}(?:ix|iv|v?i{0,3}))")
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def _patterns(first: str) -> tuple[tuple[Style, re.Pattern[str]], ...]:
    """Give the markers that can begin with a character."""
    if first.isdigit():
        return ((Style.NUMBER, NUMBER), (Style.POINTED, POINTED))
    if first == "(":
        return ((Style.LETTER, LETTER), (Style.PARENTHESISED, PARENTHESISED))
    if first == ITALIC:
        return ((Style.NUMBER, NUMBER), (Style.LETTER, LETTER))
    return ((Style.LETTER, BARE_LETTER),) if first.isalpha() else ((Style.BULLET, BULLET),)


def split_marker(text: str) -> tuple[Marker | None, str]:
    """Part the marker from a paragraph; letters that are roman numerals come as letters."""
    for style, pattern in _patterns(text[:1]):
        if found := pattern.match(text):
            rest = text[found.end() :]
            return Marker(style, found[1] if style is not Style.BULLET else "•"), rest
    return None, text


def is_loose_number(text: str) -> bool:
    """Tell whether a line is the number of a paragraph and nothing else."""
    return len(text) <= LONGEST_LOOSE and LOOSE.fullmatch(text) is not None


def is_roman(value: str) -> bool:
    """Tell whether letters can be read as a roman numeral: "i", "iv", "c" is none."""
    return ROMAN.fullmatch(value) is not None and bool(value)


def following(value: str) -> str:
    """Give the number after a paragraph's: "13" after "12", "B" after "A"."""
    return str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)


def follows(earlier: str, later: str) -> bool:
    """Tell whether one letter comes right after another: "h" then "i", "z" then "aa", "hh" then "ii"."""
    if len(earlier) == len(later) == 2 and earlier[0] == earlier[1]:
        return later == chr(ord(earlier[0]) + 1) * 2
    return _letter_value(later) == _letter_value(earlier) + 1


def _letter_value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 96
    return value
