"""The report, update or briefing that a clause asks for, and to whom.

Reads the text of a clause; writes what and to whom. What asking looks like is in report_patterns.py, the
words in report_words.tsv.
"""

import re
from collections.abc import Iterator
from itertools import chain

from resolutions.parsing.context import Context
from resolutions.parsing.document import Place, Reporting
from resolutions.parsing.recipients import recipient
from resolutions.parsing.report_patterns import (
    AWAITED,
    HAND_WORDS,
    HANDS,
    IN_REPORT,
    INFORMS,
    MADE,
    MEANS,
    MEANS_WORDS,
    NAMED_ONLY,
    NEXT,
    PAPER,
    PAPER_WORDS,
    PLACES,
    PRODUCT,
    PRODUCT_WORDS,
    RECEIVES,
    STOOD,
    STRAIGHT,
    SUBJUNCTIVE,
    SUBMITS,
    TELLS,
    TITLE,
    TO_BODY,
    VERB_BEFORE,
)
from resolutions.parsing.signs import Wording, any_of, sign
from resolutions.parsing.words import Words, lowered, mentions

ASKED_FOR = any_of((sign(*PRODUCT_WORDS), sign(*PAPER_WORDS)))
NEAR = 60  # characters
LONGEST_BEFORE = 30  # characters: more than the longest of the words that stand before a verb

Found = tuple[str, tuple[int, int], str]  # what is asked for, where it is said, and the rule


def reporting_in(
    words: Words, first: int, last: int, said: Wording, context: Context, *, awaited: bool = False
) -> tuple[Reporting, Place] | tuple[None, None]:
    """Give the report that a clause asks for, to whom where that is printed, and the words asking for it.

    Args:
        words: of the paragraph.
        first, last: what the clause's verb is followed by.
        said: the clause's words.
        context: the document so far.
        awaited: the body looks forward to what follows.
    """
    if first >= last or not said.signs & ASKED_FOR:
        return None, None
    start, end = words.starts[first], words.end(last - 1)
    what, place = _product(words.text, start, end, awaited=awaited)
    return (Reporting(recipient(words, first, last, place, context), what), place) if place else (None, None)


def _product(text: str, start: int, end: int, *, awaited: bool) -> tuple[str, Place | None]:
    """Give what is asked for and the words asking for it; nothing where all is only named."""
    low = lowered(text[start:end])
    if "“" in low:
        low = TITLE.sub(lambda title: " " * len(title[0]), low)
    if mentions(low, PRODUCT_WORDS):
        found = chain(
            _awaited(low) if awaited else (), _told(low), _handed_in(low), _given(low), _placed(low)
        )
    elif mentions(low, PAPER_WORDS) and mentions(low, HAND_WORDS):
        found = chain(_handed_in(low))
    else:
        return "", None
    for what, (first, last), rule in found:
        at = Place("reporting", text[start + first : start + last], start + first, start + last, rule)
        return what, at
    return "", None


def _awaited(low: str) -> Iterator[Found]:
    if found := AWAITED.search(low):
        yield (
            "information" if found[0].endswith("information") else "report",
            found.span(),
            "product to receive",
        )


def _placed(low: str) -> Iterator[Found]:
    """Give what is to stand in a report that somebody makes anyway."""
    for found in PLACES.finditer(low) if IN_REPORT.search(low) else ():
        if _is_verb(low, found.start()) and not STOOD.search(found["between"]):
            yield "report", found.span(), "product to submit"


def _told(low: str) -> Iterator[Found]:
    means = mentions(low, MEANS_WORDS)
    for found in TELLS.finditer(low):
        if _is_verb(low, found.start()) and not (means and MEANS.search(low, 0, found.start())):
            yield "report" if found[0].startswith("report") else "briefing", found.span(), "to tell"


def _handed_in(low: str) -> Iterator[Found]:
    """Give the products of verbs; a verb within the object of another is tried as well."""
    papers = mentions(low, PAPER_WORDS)
    for pattern, rule in ((SUBMITS, "product to submit"), (RECEIVES, "product to receive")):
        at = 0
        while verb := pattern.search(low, at):
            product = _object(low, verb) or (_paper(low, verb) if papers else None)
            if product and (pattern is RECEIVES or _is_verb(low, verb.start())):
                yield product[0], (verb.start(), product.end()), rule
            at = verb.start() + 1


def _given(low: str) -> Iterator[Found]:
    for pattern, what in ((INFORMS, "information"), (NEXT, "report")):
        if given := pattern.search(low):
            yield what, given.span(), "product to submit"


def _object(low: str, verb: re.Match[str]) -> re.Match[str] | None:
    """Give what is to be handed in or received; a report that is only named on the way is passed over."""
    first, last = verb.span("object")
    for product in PRODUCT.finditer(low, first, last):
        between = low[first : product.start()]
        if NAMED_ONLY.search(between) and not verb[0].startswith("include"):
            continue
        if product["report"] or MADE.search(between) or STRAIGHT.match(between):
            return product
    return None


def _paper(low: str, verb: re.Match[str]) -> re.Match[str] | None:
    """Give the paper that is to be handed to a body: "submit its findings to the Council".

    What something will cost is told to the body that asks, whether it is named or not.
    """
    if not HANDS.match(verb[0]):
        return None
    first, last = verb.span("object")
    if verb[0].startswith("provide"):  # what else is provided may only serve a plan
        last = min(last, first + NEAR)
    for paper in PAPER.finditer(low, first, last):
        if not NAMED_ONLY.search(low[first : paper.start()]):
            return paper if paper["cost"] or TO_BODY.search(verb["object"]) else None
    return None


def _is_verb(low: str, at: int) -> bool:
    """Tell whether a word is a verb that somebody is to do, and no noun as in "the Code of Conduct"."""
    if at == 0 or VERB_BEFORE.search(low[max(0, at - LONGEST_BEFORE) : at].rstrip()):
        return True
    return "that" in low[:at] and SUBJUNCTIVE.match(low[:at].rstrip()) is not None
