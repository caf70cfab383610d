"""What language a text is in: among the six official ones, by its letters and its commonest words.

Files of one collection are not always what they claim: French stands under an English name. The clauses of
English texts are read; a text in another language keeps its paragraphs and gets a warning.
"""

import re

from resolutions.parsing.document import Warning  # noqa: A004 - the word of the parse output

ANALYSED = "en"
NAMES = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}
ENOUGH = 1500  # characters: more does not change the answer
SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
# Words that stand in every paragraph of their language and in none of the others'.
COMMON = {
    "en": frozenset(["the", "of", "and", "to", "in", "that", "with", "by", "its"]),
    "fr": frozenset(["les", "des", "et", "dans", "du", "une", "aux", "sur", "pour", "par"]),
    "es": frozenset(["los", "las", "y", "del", "el", "por", "con", "una", "su", "para"]),
}
ANY_COMMON = frozenset().union(*COMMON.values())
ACCENTED = re.compile(r"[àâçéèêëîïôùûœáíóúñ¿]")
LEAST_COMMON = 5  # common words without which a paragraph's language is not told
SURE = 0.8  # of the common words of a paragraph are its language's own
MARGIN = 2  # how much more often a language's words must stand than those of the language stated


def language_of(text: str, stated: str | None = None) -> str:
    """Give the language of a text as two letters; what the file states holds unless the words object."""
    sample = text[:ENOUGH]
    if len(sample.encode("ascii", "ignore")) * 3 < len(sample) * 2:
        for code, letters in SCRIPTS:
            if len(letters.findall(sample)) * 3 > len(sample):
                return code
    counts = common_words(sample)
    best = max(counts, key=lambda code: counts[code])
    claimed = stated if stated in NAMES else ANALYSED
    if claimed in counts and counts[best] <= counts[claimed] * MARGIN:
        return claimed
    return best if counts[best] else claimed


def common_words(text: str) -> dict[str, int]:
    """Count the common words of English, French and Spanish in the beginning of a text."""
    words = [word for word in text[:ENOUGH].lower().split() if word in ANY_COMMON]
    return {code: sum(map(common.__contains__, words)) for code, common in COMMON.items()}


def in_other_language(text: str) -> str | None:
    """Give the language of a paragraph that is clearly not English, None for others: "Prie les États"."""
    if ACCENTED.search(text) is None:
        return None  # quickly for nearly every English paragraph; no long one in the others is without
    counts = common_words(text)
    best = max(counts, key=lambda code: counts[code])
    most = sum(counts.values())
    return best if most >= LEAST_COMMON and counts[best] > most * SURE and best != ANALYSED else None


def other_language(language: str, eid: str) -> Warning:
    """Give the warning for a paragraph in another language than the text around it."""
    return Warning(
        "other_language",
        f"The paragraph is in {NAMES[language]}, unlike the others; a column of a page in two languages may "
        "have been read with them.",
        eid,
    )


def not_analysed(language: str) -> Warning:
    """Give the warning for a text whose language is not read for clauses."""
    name = NAMES.get(language, language)
    return Warning(
        "language_not_analysed",
        f"The text is in {name}: its paragraphs were read, but verbs, addressees and due dates are read in "
        "English only. Import the English text of the same resolution for those.",
    )
