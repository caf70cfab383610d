"""The adopting body as the subject of a sentence: “The Security Council calls upon …”, "the Council decided".

Presidential statements and decisions say who speaks in every paragraph, which resolutions do once at the top.
Reads words or text; says where the subject ends and which verb follows it.
"""

import datetime as dt
import re
from collections import defaultdict
from functools import cache

from resolutions.parsing.days import read_date
from resolutions.parsing.phrases import Form, Match, match_phrase
from resolutions.parsing.vocabulary import organs
from resolutions.parsing.words import Words, words_of

QUOTES = "“\"‘'«"
# "At its 12th plenary meeting, on 5 June 2030, the Council decided …"
AT_MEETING = re.compile(r"At (?:its|the) [^,;.]{1,60}\bmeeting\b[^;.]{0,120}?, (?=the )")
RESOLVING = re.compile(
    r"It is (?:hereby )?(?:resolved|decided|recommended|requested|suggested) that\b"
    r"|(?P<now>Now,? therefore,? )(?=the )"
)
LONGEST_REASONS = 250  # words between "The General Assembly, recalling …," and "decides"
OPENING = 500  # characters


@cache
def _names() -> dict[str, list[tuple[str, ...]]]:
    """Give the names of the adopting bodies, long and short, by their first word, the longest first."""
    grouped: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for organ in organs():
        for name in (organ.name, organ.short_name):
            said = words_of(name).low[:-1]
            grouped[said[0]].add(said)
    return {first: sorted(found, key=len, reverse=True) for first, found in grouped.items()}


def after_subject(words: Words, at: int = 0) -> int | None:
    """Give the place after "the Security Council"; None where no body is named there."""
    while words.at(at) and words.at(at) in QUOTES:
        at += 1
    if words.at(at) != "the":
        return None
    for said in _names().get(words.at(at + 1), ()):
        if words.low[at + 1 : at + 1 + len(said)] == said:
            return at + 1 + len(said)
    return None


def spoken_verb(words: Words) -> tuple[Match, Form] | None:
    """Give the verb of a sentence in which the body is the subject, and its form: present or past."""
    before = AT_MEETING.match(words.text) or RESOLVING.match(words.text)
    start = len(words_of(before[0])) if before else 0
    end = after_subject(words, start)
    if end is None:
        return _resolved(words)
    for form in (Form.FINITE, Form.PAST, Form.BARE) if start else (Form.FINITE, Form.PAST):
        if match := match_phrase(words, end, form) or _after_reasons(words, end, form):
            return match, form
    return None


def _resolved(words: Words) -> tuple[Match, Form] | None:
    """Give "resolved" in "It is resolved that all States shall …", where no body is named."""
    resolving = RESOLVING.match(words.text)
    if resolving is None or resolving["now"]:
        return None
    match = match_phrase(words, 2, Form.PAST)
    return (match._replace(first=0), Form.PAST) if match else None


def _after_reasons(words: Words, at: int, form: Form) -> Match | None:
    """Give the verb after "The General Assembly, recalling its resolution 80/1, *decides* …"."""
    if words.at(at) != ",":
        return None
    commas = (
        place for place in range(at + 1, min(len(words), at + LONGEST_REASONS)) if words.low[place] == ","
    )
    return next((match for place in commas if (match := match_phrase(words, place + 1, form))), None)


def run_on_verb(words: Words) -> Match | None:
    """Give the verb of a sentence without its subject: "recalling its resolution 80/1, *decides* …"."""
    commas = (place for place in range(1, min(len(words), LONGEST_REASONS)) if words.low[place] == ",")
    return next((match for place in commas if (match := match_phrase(words, place + 1, Form.FINITE))), None)


def held_on(text: str) -> dt.date | None:
    """Give the day in "At its 12th plenary meeting, on 5 June 2030, the Council decided …"."""
    meeting = AT_MEETING.match(text)
    return read_date(meeting[0]) if meeting else None


def is_resolving(text: str) -> bool:
    """Tell whether a paragraph opens in the old style: "It is resolved that", "Now, therefore, the"."""
    return text.startswith(("It is ", "Now")) and RESOLVING.match(text) is not None


def opens_speech(text: str) -> bool:
    """Tell whether a paragraph begins with the words of the body: in quotation marks, or naming it."""
    if text[:1] in QUOTES and text[1:2].isupper():
        return True
    if not text.startswith(("The ", "At ")):
        return False
    words = words_of(text[:OPENING])
    return spoken_verb(words) is not None or _announces(words)


def _announces(words: Words) -> bool:
    """Tell whether the items below carry the verbs: "At its 3rd meeting, the Council: / (a) Decided …"."""
    meeting = AT_MEETING.match(words.text)
    end = after_subject(words, len(words_of(meeting[0]))) if meeting else None
    return end is not None and words.at(end) == ":"
