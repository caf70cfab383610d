"""Numbers in words, as sessions and months are counted: "forty-eighth", "seventy-ninth", "21st", "six".

Reads a word, writes a number; for what is printed, the other way round.
"""

import re


def _counted(words: str, start: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=start)}


UNITS = _counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    start=1,
)
TENS = _counted("twent thirt fort fift sixt sevent eight ninet", start=2)
CARDINALS = _counted(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty",
    start=1,
) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
# Spans that the Security Council uses
CARDINALS |= {"one hundred": 100, "one hundred and twenty": 120, "one hundred and eighty": 180}
ROUND = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
CARDINAL = (
    rf"(?:\d{{1,3}}|(?:{ROUND})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    + "|".join(sorted(CARDINALS, key=len, reverse=True))
    + ")"
)
FIGURE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")
COMPOUND = re.compile(r"([a-z]+)y[- ]([a-z]+)")
# The ordinals a text can hold, for patterns: "seventy-ninth", "twentieth", "third", "21st".
ORDINAL = (
    r"(?:(?:(?:"
    + ROUND
    + r")[- ])?(?:"
    + "|".join(UNITS)
    + r")|(?:"
    + "|".join(stem + "ieth" for stem in TENS)
    + r")|\d{1,3}(?:st|nd|rd|th))"
)


def ordinal_number(word: str) -> int | None:
    """Give the number an ordinal means; None for other words."""
    low = word.lower()
    if low in UNITS:
        return UNITS[low]
    if low.endswith("ieth") and low[:-4] in TENS:
        return TENS[low[:-4]] * 10
    if (found := COMPOUND.fullmatch(low)) and found[1] in TENS and found[2] in UNITS:
        return TENS[found[1]] * 10 + UNITS[found[2]]
    figure = FIGURE.fullmatch(low)
    return int(figure[1]) if figure else None


def ordinal_word(number: int) -> str | None:
    """Give the word that means an ordinal from 1 to 99: "seventy-ninth"; None for other numbers."""
    units = {value: word for word, value in UNITS.items()}
    tens = {value: stem for stem, value in TENS.items()}
    if number in units:
        return units[number]
    ten, unit = divmod(number, 10)
    if ten not in tens:
        return None
    return f"{tens[ten]}y-{units[unit]}" if unit else f"{tens[ten]}ieth"


def cardinal_number(word: str) -> int | None:
    """Give the number a word or figure means: "six", "forty-five", "90"; None for other words."""
    if word.isdigit():
        return int(word)
    tens, _, unit = word.lower().partition("-")
    known = [CARDINALS.get(part) for part in (tens, unit) if part]
    return sum(number or 0 for number in known) if known and all(known) else None
