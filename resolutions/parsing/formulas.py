"""The fixed lines of a resolution: who speaks, when it was adopted, where annexes and parts begin.

Reads single lines without marks; says what they are. Each pattern has an example.
"""

import re
from functools import cache

from msgspec import Struct

from resolutions.parsing.days import is_day
from resolutions.parsing.marks import MARK_CHARACTERS
from resolutions.parsing.vocabulary import organs
from resolutions.parsing.vocabulary.tables import rows

# "47th plenary meeting", "10028th meeting", "54th (resumed) plenary meeting"; then French, Spanish, Russian,
# Arabic and Chinese: "49e séance plénière", "49ª sesión plenaria", "49-е пленарное заседание" …
MEETING = re.compile(
    r"\b\d{1,5}(?:(?:st|nd|rd|th)(?: \(resumed\))?(?: \(closed\))?(?: plenary)?\s+meeting"
    r"|e séance(?: plénière)?|[aª.]{1,2} sesión(?: plenaria)?|-[еe] (?:пленарное )?заседание)\b"
    r"|الجلسة(?: العامة)? \d{1,5}|第 ?\d{1,5} ?次(?:全体)?会议"
)
MEETING_IN_SCRIPT = frozenset("ا第")  # what a meeting begins with where not with its number
MEETING_LINE = re.compile(rf"(?:{MEETING.pattern})[.,]?(?: ?,? ?\d{{1,2}} [A-Z][a-z]+ \d{{4}})?")
# "[Adopted without a vote.]", "Adopted unanimously at the 869th meeting.", "Adopted at the 84th meeting …"
ADOPTED = re.compile(
    r"\[?(?:Ad[ao]pted|Approved),? (?:without|unanimously|by|at|on)\b"
    r"|\[?Resolution adopted by (?:consensus|\d)",
    re.I,
)
# "Annex", "ANNEX II", "Annex I A", "Annex A: Terms of reference"
ANNEX = re.compile(
    r"(?:annex|appendix|enclosure|attachment)(?: (?:[IVX]+|[A-Z]|\d{1,2})(?: ?[A-Z])?)?"
    r"(?:[.:]|(?:[.:]| [–—-]) \S.{0,120})?",
    re.IGNORECASE,
)
COMMAS = {"ar": "،", "zh": "，"}
FORMULA_ENDS = frozenset([",", *COMMAS.values()])
LONGEST_TRANSLATED = 60  # characters
LONGEST_PART = 20  # characters of "== Section XVIII. =="
LONGEST_HEADING = 160  # characters, of an annex with its title on the same line
# "I", "IV.", "Part A", "Section II", "B" and the like on a line of their own
PART = re.compile(r"(?:(?:part|section) )?(?P<name>[IVX]{1,6}|[A-H])\.?", re.I)
# "63/260. Title", "Resolution 2413 (2018)", "14 (1946). Resolution of …", "ECOSOC Resolution 2004/33"
RESOLUTION_HEADING = re.compile(
    r"""
      (?:ECOSOC[ ])?(?:resolution|decision)[ ]\d[\w/]*(?:[ ]?\([\dIVXLC-]+\))?\.?$
    | (?:S-|ES-)?\d{1,4}/\d{1,3}(?:[ ][A-Z])?\.(?:[ ]|$)
    | \d{1,4}/\d{1,3}[ ](?-i:[A-Z][a-z])
    | \d{1,4}[ ]?(?:[A-Z][ ])?\([\dIVXLC-]+\)\.(?:[ ]|$)
    | WHA\d+\.\d+
    | (?:Resolution|Decision)s?[ ]adopted[ ](?:by|on)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Formula(Struct, frozen=True):
    """The words with which the adopting body begins to speak, and what follows them on the line."""

    organ: str
    rest: str
    language: str = "en"


@cache
def _names() -> dict[str, str]:
    """Give the names under which bodies speak, with their codes: in full, or what stands before "of"."""
    named = {organ.name.casefold(): organ.code for organ in organs()}
    for organ in organs():
        if " " in organ.short_name and organ.name.startswith(f"{organ.short_name} of "):
            named.setdefault(organ.short_name.casefold(), organ.code)
    return named


@cache
def _formula() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    return re.compile(
        rf"(?:to this end,? |therefore,? )?(?P<the>the (?:[\w-]+ )?)?(?P<organ>{names})"
        r"(?: of the United Nations (?:Environment|Human Settlements) Programme)?"
        r"(?: \([^()]{2,40}\))?"  # "(Bucharest, 2022)", as ITU gives place and year
        r"(?P<stop>[,.:;]?)(?P<rest>.*)",
        re.IGNORECASE | re.DOTALL,
    )


# "The (Seventh World) Health Assembly": the first words of a formula, to pass over other lines quickly.
BEFORE_NAME = ("the", "to", "therefore")
FIRST_WORDS = re.compile(r"(?:to this end,? |therefore,? )?(?:the )?([\w-]+)(?: ([\w-]+))?", re.IGNORECASE)


@cache
def _organ_openings() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _names())


@cache
def opening_letters() -> frozenset[str]:
    """Give what a line with a formula can begin with, marks, emphasis and space included."""
    names = {name[0].upper() for name in (*_organ_openings(), *BEFORE_NAME)}
    translated = {formula[0].upper() for formula in _translated()}
    return frozenset([*names, *translated, "t", "*", "_", " ", *MARK_CHARACTERS])


@cache
def _translated() -> dict[str, tuple[str, str]]:
    """Give the formulas of other languages with the code of the body and the language."""
    return {row["formula"].casefold(): (row["code"], row["language"]) for row in rows("formulas")}


def enacting_words(code: str | None, language: str) -> str:
    """Give a body's opening formula in a language, its comma with it; "" where none is known."""
    for row in rows("formulas"):
        if (row["code"], row["language"]) == (code, language):
            return row["formula"] + COMMAS.get(language, ",")
    name = next((organ.name for organ in organs() if organ.code == code), "")
    return f"The {name}," if name else ""


def _read_translated(text: str) -> Formula | None:
    """Read a formula in another language, alone on its line: "L’Assemblée générale,"."""
    if len(text) > LONGEST_TRANSLATED or text[-1:] not in FORMULA_ENDS:
        return None
    code, language = _translated().get(text[:-1].strip("*_ ").replace("'", "’").casefold(), ("", ""))
    return Formula(code, "", language) if code else None


def _can_be_formula(text: str) -> bool:
    if not text[:1].isupper():
        return text[:8].lower() in ("to this ", "therefor") and FIRST_WORDS.match(text) is not None
    openings = _organ_openings()
    first = text.partition(" ")[0].rstrip(",").casefold()
    if first not in openings and first not in BEFORE_NAME:
        return False
    found = FIRST_WORDS.match(text)
    if found is None:
        return False
    return found[1].casefold() in openings or (found[2] or "").casefold() in openings


def read_formula(text: str) -> Formula | None:
    """Read the opening formula: "The General Assembly,", "Therefore the Security Council,".

    What follows on the same line is kept only after a comma and a participle, so that "The Security
    Council Committee shall …" is no formula.
    """
    if text[:1] not in opening_letters():
        return None
    text = text.strip("*_ ")
    if translated := _read_translated(text):
        return translated
    found = _formula().fullmatch(text) if _can_be_formula(text) else None
    if found is None:
        return None
    rest = found["rest"].strip()
    if not found["the"] and found["stop"] != ",":
        return None  # "Human Rights Council" on the cover
    if rest and not (found["stop"] == "," and re.match(r"[A-Za-z-]+(?:ing|ed|ful|ware|ous|en)\b", rest)):
        return None
    return Formula(_names()[found["organ"].casefold()], rest)


def is_formula(text: str) -> bool:
    """Tell whether a line is an opening formula."""
    return read_formula(text) is not None


def names_in_sentence(before: str, text: str) -> bool:
    """Tell whether a body's name goes on with the line before it: "be fixed by the / Security Council,"."""
    return before.endswith(" the") and not text[:4].lower().startswith("the ") and is_formula(text)


def is_meeting_line(text: str) -> bool:
    """Tell whether a line names the meeting of adoption and nothing else."""
    return MEETING_LINE.fullmatch(text) is not None


def is_date_line(text: str) -> bool:
    """Tell whether a line is a date and nothing else."""
    return is_day(text.rstrip("."))


def is_part_heading(text: str) -> bool:
    """Tell whether a line is the number of a part: "II", "Part B"."""
    return PART.fullmatch(text.strip("= ")) is not None  # "== II ==" in texts from a wiki


def is_annex_heading(text: str) -> bool:
    """Tell whether a line begins an annex."""
    return ANNEX.fullmatch(text) is not None


def is_resolution_heading(text: str) -> bool:
    """Tell whether a line is the number, with or without the title, of a resolution."""
    return RESOLUTION_HEADING.match(text) is not None


def stands_alone(text: str) -> bool:
    """Tell whether a line is never part of a sentence: a formula, a date, the heading of a part or annex."""
    if text[:1].islower():
        return False  # "the Security Council" at the beginning of a wrapped line
    if text[:1].isdigit() or text[:1] in MEETING_IN_SCRIPT:
        return is_meeting_line(text) or is_date_line(text)
    if len(text) <= LONGEST_PART and is_part_heading(text):
        return True
    if text[:1] in "AE" and len(text) <= LONGEST_HEADING and is_annex_heading(text):
        return True
    return is_formula(text)


def opens_adoption(text: str) -> bool:
    """Tell whether a line says when or how the resolution was adopted."""
    if text[:1].isdigit() or text[:1] in MEETING_IN_SCRIPT:
        return is_meeting_line(text) or is_date_line(text)
    return text[:1] in "[AR" and ADOPTED.match(text) is not None
