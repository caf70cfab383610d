"""Events that set a time without a day: "ahead of the elections", "at the forthcoming ministerial meeting".

Reads the text of a clause; writes the words. What is held before an event is due before it, whenever it is;
only the words that name an event as such are read, so that "before the courts" is a place and no time.
"""

import re
from collections.abc import Iterator

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import mentions

NOUNS = "|".join(sorted(word_group("events"), key=len, reverse=True))
NAME = rf"(?:(?!of\b|to\b|in\b|by\b|with\b|that\b|which\b|and\b|or\b)[\w’-]+ ){{0,8}}(?:{NOUNS})\b"
# "in advance of the policy review negotiations", "ahead of the 2031 segment", "prior to the elections"
AHEAD = re.compile(
    r"\b(?:[Ii]n advance of|[Aa]head of|in time for|(?:(?:no|not) later than |well )?(?:prior to|before))"
    rf" (?:the|its|their|any|each) {NAME}"
)
# "at the next review conference", "during the upcoming debate"
COMING = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Bb]y) (?:the|its|their|his) (?:next|upcoming|forthcoming) "
    rf"(?:annual |regular )?{NAME}"
)
# Each match of the patterns above holds one of these.
AHEAD_WORDS = ("advance of ", "head of ", "in time for ", "prior to ", "before ")
COMING_WORDS = (" next ", " upcoming ", " forthcoming ")
# Whose time it is: "the report issued ahead of the summit"
OF_ANOTHER = re.compile(r"(?<!\bbe )\b(?:adopted|agreed|held|issued|made|reached|signed|taken|existing) $")


def events_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the events before or at which something is due; their days are not printed."""
    low = text.lower()
    for pattern, words in ((AHEAD, AHEAD_WORDS), (COMING, COMING_WORDS)):
        for found in pattern.finditer(text) if mentions(low, words) else ():
            if not OF_ANOTHER.search(text, max(0, found.start() - 20), found.start()):
                at = offset + found.start()
                yield Deadline(found[0], DeadlineKind.RELATIVE, at, at + len(found[0]))
