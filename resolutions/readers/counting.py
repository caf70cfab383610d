"""Numbers as letters and roman numerals, as word processors and browsers print them in lists."""

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
LARGEST_ROMAN = 3999
MOST_LETTERS = 5


def roman(count: int) -> str:
    """Write a number in small roman numerals; plain digits where there are none for it."""
    if not 0 < count <= LARGEST_ROMAN:
        return str(count)
    written = ""
    for worth, letters in ROMAN:
        times, count = divmod(count, worth)
        written += letters * times
    return written


def alphabetic(count: int) -> str:
    """Write a number in small letters: a … z, then aa, bb … as Word does; else in digits."""
    repeats, letter = divmod(count - 1, 26)
    if count < 1 or repeats >= MOST_LETTERS:
        return str(count)
    return chr(ord("a") + letter) * (repeats + 1)
