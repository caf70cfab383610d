"""What else a clause says about the action: a report asked for, resources, conditions.

Reads the text of a clause; writes the words. Each pattern has an example and is in lower case, as is the text
it is tried on: a pattern that minds no case is tried letter by letter and costs several times as much.
"""

import re

from resolutions.parsing.anaphora import Context, resolve
from resolutions.parsing.directory import named_at
from resolutions.parsing.document import Place, Reporting
from resolutions.parsing.words import Words, lowered

PRODUCT = r"(?:report|update|briefing|note|study|summary|assessment|analysis|overview|compilation|survey)s?"
# "to report to", "to brief the Council", "keep the Council informed"
TELLS = re.compile(
    r"\b(?:report(?: back)?(?= |[,;.]|$)|brief|inform|update|apprise|keep\b.{1,80}?\binformed)\b"
)
# "submit to the Council a report", "present an oral update", "prepare a study"
SUBMITS = re.compile(
    r"\b(?:submit|present|provide|prepare|transmit|issue|produce|deliver|convey|publish|circulate|make"
    rf"|undertake|carry out|conduct|include|continue submitting)\b[^;:]{{0,280}}?\b(?P<what>{PRODUCT})\b"
)
# "looks forward to receiving the report"
RECEIVES = re.compile(rf"\breceiv(?:e|ing)\b[^;:]{{0,200}}?\b(?P<what>{PRODUCT})\b")
VERB_BEFORE = re.compile(r"\b(?:to|and|also|further|regularly|periodically|annually|orally|,)$")
LONGEST_BEFORE = 16  # characters: more than the longest of those words

# "within existing resources", "subject to the availability of voluntary contributions"
RESOURCES = re.compile(
    r"within (?:the )?(?:limits of )?(?:existing|available|approved|current) "
    r"(?:(?:and \w+|budgetary|financial|overall) )*"
    r"(?:resources|means|budget|appropriations?)\b"
    r"|subject to (?:the )?availability of (?:\w+[- ]){0,3}(?:resources|contributions|funds|funding)"
    r"|(?:through|from|using|by) (?:the use of )?"
    r"(?:voluntary contributions|extrabudgetary (?:resources|contributions|funds))"
    r"|without (?:prejudice to|additional) (?:cost|resources|budgetary implications)\w*"
)
# "as appropriate", "upon request", "in a position to do so", "where applicable"
CONDITIONS = re.compile(
    r"as (?:and when )?(?:appropriate|necessary|applicable|required)"
    r"|where(?:ver)? (?:appropriate|applicable|possible|necessary)"
    r"|if (?:necessary|appropriate|required|requested)|upon (?:their |its )?request|at (?:their|its) request"
    r"|in a position to do so|that have not (?:yet )?done so|when requested"
)


# Each match of the patterns above holds one of these.
PRODUCT_WORDS = (
    *("report", "brief", "inform", "update", "apprise", "note", "stud", "summar", "assessment", "analysis"),
    *("overview", "compilation", "survey"),
)
RESOURCE_WORDS = ("resource", "means", "budget", "appropriation", "contribution", "fund", "cost")
CONDITION_WORDS = (
    *("appropriate", "necessary", "applicable", "required", "requested", "possible"),
    *("pon request", "their request", "its request"),
    *("position to", "done so"),
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


def _mentions(low: str, words: tuple[str, ...]) -> bool:
    """Tell quickly whether a text can match a pattern: it holds one of the words that each match has."""
    for word in words:  # noqa: SIM110 - a generator costs twice as much, and this is asked of every clause
        if word in low:
            return True
    return False


def _product(text: str, start: int, end: int) -> tuple[str, Place | None]:
    low = lowered(text[start:end])
    if not _mentions(low, PRODUCT_WORDS):
        return "", None
    for found in TELLS.finditer(low):
        at = found.start()
        if at == 0 or VERB_BEFORE.search(low[max(0, at - LONGEST_BEFORE) : at].rstrip()):
            what = "report" if found[0].startswith("report") else "briefing"
            return what, _place(text, start, found, "to tell")
    for pattern, rule in ((SUBMITS, "product to submit"), (RECEIVES, "product to receive")):
        if submitted := pattern.search(low):
            return submitted["what"], _place(text, start, submitted, rule)
    return "", None


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


def resources_in(text: str) -> str | None:
    """Give the words that tie an action to resources."""
    low = lowered(text)
    found = RESOURCES.search(low) if _mentions(low, RESOURCE_WORDS) else None
    return text[found.start() : found.end()] if found else None


def conditions_in(text: str) -> tuple[str, ...]:
    """Give the words that make an action conditional."""
    low = lowered(text)
    if not _mentions(low, CONDITION_WORDS):
        return ()
    return tuple(dict.fromkeys(text[found.start() : found.end()] for found in CONDITIONS.finditer(low)))
