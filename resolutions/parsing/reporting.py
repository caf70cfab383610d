"""The report, update or briefing that a clause asks for, and to whom.

Reads the text of a clause; writes what and to whom. Each pattern has an example and is in lower case, as is
the text it is tried on: a pattern that minds no case is tried letter by letter and costs several times as
much.
"""

import re

from resolutions.parsing.anaphora import Context, resolve
from resolutions.parsing.directory import named_at
from resolutions.parsing.document import Place, Reporting
from resolutions.parsing.words import Words, lowered, mentions

KIND = (
    r"(?:annual|biennial|triennial|quarterly|monthly|interim|final|progress|mid-?term|oral|written|analytical"
    r"|comprehensive|consolidated|periodic|follow-up)"
)
PRODUCT = (
    rf"(?<!th[ai][ts] )(?<!those )(?<!these )(?:{KIND} (?:and {KIND} )?)*"
    r"(?:report|update|briefing|note|study|summary|assessment|analysis|overview|compilation|survey)s?\b"
    r"(?! executions?\b)"
)
# "to report to", "to brief the Council", "keep the Council informed"
TELLS = re.compile(
    r"\b(?:report(?: back)?(?= |[,;.]|$)|brief(?! (?:summar|overview|report))"
    r"|(?:inform|apprise)\b(?! (?:the )?(?:world|public|people|their|women|local))"
    r"|update (?=(?:the (?:\w+ )?(?:council|assembly|committee|commission|board)|it|member states)\b)"
    r"|keep\b.{1,80}?\b(?:informed|updated|apprised))"
)
# "submit to the Council a report", "present an oral update", "prepare a study"
SUBMITS = re.compile(
    r"\b(?:submit|present|provide|prepare|transmit|issue|produce|deliver|convey|publish|circulate|make"
    rf"|undertake|carry out|conduct|include|continue submitting)\b[^;:]{{0,400}}?\b(?P<what>{PRODUCT})\b"
)
# "looks forward to receiving the report"
RECEIVES = re.compile(rf"\breceiv(?:e|ing)\b[^;:]{{0,200}}?\b(?P<what>{PRODUCT})\b")
VERB_BEFORE = re.compile(r"(?:\b(?:to|and|or|also|further|shall|should|will|not|then|the \w+|\w+ly)|,)$")
LONGEST_BEFORE = 24  # characters: more than the longest of those words
TITLE = re.compile(r"“[^”]*”")  # an item entitled “Report of …” asks for none

# Each match of the patterns above holds one of these.
PRODUCT_WORDS = (
    *("report", "brief", "inform", "update", "apprise", "note", "stud", "summar", "assessment", "analysis"),
    *("overview", "compilation", "survey"),
)


def reporting_in(
    words: Words, first: int, last: int, context: Context
) -> tuple[Reporting, Place] | tuple[None, None]:
    """Give the report that a clause asks for, to whom where that is printed, and the words asking for it."""
    if first >= last:
        return None, None
    start, end = words.starts[first], words.end(last - 1)
    what, place = _product(words.text, start, end)
    return (Reporting(_recipient(words, first, last, context), what), place) if place else (None, None)


def _product(text: str, start: int, end: int) -> tuple[str, Place | None]:
    low = TITLE.sub(lambda title: " " * len(title[0]), lowered(text[start:end]))
    if not mentions(low, PRODUCT_WORDS):
        return "", None
    for found in TELLS.finditer(low):
        if _is_verb(low, found.start()):
            what = "report" if found[0].startswith("report") else "briefing"
            return what, _place(text, start, found, "to tell")
    for pattern, rule in ((SUBMITS, "product to submit"), (RECEIVES, "product to receive")):
        submitted = pattern.search(low)
        while submitted and rule == "product to submit" and not _is_verb(low, submitted.start()):
            submitted = pattern.search(low, submitted.start() + 1)
        if submitted:
            return submitted["what"], _place(text, start, submitted, rule)
    return "", None


def _is_verb(low: str, at: int) -> bool:
    """Tell whether a word is a verb that somebody is to do, and no noun as in "the Code of Conduct"."""
    return at == 0 or VERB_BEFORE.search(low[max(0, at - LONGEST_BEFORE) : at].rstrip()) is not None


def _place(text: str, start: int, found: re.Match[str], rule: str) -> Place:
    first, last = start + found.start(), start + found.end()
    return Place("reporting", text[first:last], first, last, rule)


def _recipient(words: Words, first: int, last: int, context: Context) -> str | None:
    """Give the body after "to": "submit to the General Assembly", "report to the Council"."""
    for at in range(first, last):
        if words.at(at) != "to":
            continue
        place = at + 2 if words.at(at + 1) in ("the", "its") else at + 1
        if place >= last or not words.printed[place][:1].isupper():
            continue
        named = named_at(words, place)
        end = named.last if named else _capitals(words, place, last)
        entity = resolve(words.slice(place, end), context).entity
        if entity:
            return entity
    return None


def _capitals(words: Words, at: int, last: int) -> int:
    while at < last and words.printed[at][:1].isupper():
        at += 1
    return at
