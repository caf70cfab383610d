"""What a paragraph does with a document it cites: recalls it, implements it, extends or replaces it.

Reads the words before a citation; writes the relation. The words nearest to it decide ("pursuant to", "to
extend the mandate … of"), else the verb of the clause it stands in. Further numbers of a list go with the
first.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from resolutions.parsing.citations import Cited, relation_of
from resolutions.parsing.document import (
    Clause,
    ClauseType,
    OperativeParagraph,
    PreambularParagraph,
    Relation,
)
from resolutions.parsing.phrases import Form, match_phrase
from resolutions.parsing.words import words_of

LOOK_BACK = 200  # characters
# "pursuant to", "the measures imposed by paragraph 5 of", "to implement fully"
IMPLEMENTS = re.compile(
    r"\b(?:pursuant to|in (?:accordance|conformity|compliance|line) with|in (?:implementation|fulfilment) of"
    r"|implement(?:s|ed|ing|ation of)?|comply(?:ing)? with|compliance with"
    r"|(?:requested|mandated|called for|decided|provided for|imposed|established|authorized) (?:by|in))"
    r"(?: [^\s,;]+){0,9} ?$"
)
# What a decision does to an earlier one; "as amended by" only names it.
DEEDS = (
    (Relation.EXTENDS, re.compile(r"\b(?:extend|renew|prolong)(?:s|ed|ing)?\b")),
    (
        Relation.SUPERSEDES,
        re.compile(r"\b(?:supersed|replac|repeal|rescind|revok|terminat|discontinu)\w*(?! by)\b"),
    ),
    (Relation.AMENDS, re.compile(r"(?<!as )\b(?:amend|modif|revis)\w*\b(?! by)")),
)
NEXT_IN_LIST = re.compile(r"(?: of \d{1,2} \w+ \d{4})?(?:,? and |, | or )$")


def with_relations(
    found: Iterable[Cited], paragraph: PreambularParagraph | OperativeParagraph
) -> Iterator[tuple[Cited, Relation]]:
    """Give the documents that a paragraph's own words cite, each with its relation."""
    before: tuple[Cited, Relation] | None = None
    for cited in found:
        relation = _relation(cited.start, paragraph)
        if before and NEXT_IN_LIST.fullmatch(
            paragraph.text[before[0].start + len(before[0].text) : cited.start]
        ):
            relation = before[1]
        before = cited, relation
        yield before


def relation_by_lead(paragraph: PreambularParagraph | OperativeParagraph) -> Relation:
    """Give the relation to what a paragraph's footnotes cite, by its first verb."""
    return relation_of(_lemma(paragraph, 0))


def _relation(at: int, paragraph: PreambularParagraph | OperativeParagraph) -> Relation:
    clause = _clause(at, paragraph)
    words = paragraph.text[max(clause.start if clause else 0, at - LOOK_BACK) : at]
    if clause and clause.type is ClauseType.DECIDING:
        done = [(met.start(), relation) for relation, deed in DEEDS for met in deed.finditer(words)]
        if done:
            return max(done)[1]
    if IMPLEMENTS.search(words):
        return Relation.IMPLEMENTS
    return relation_of(_lemma(paragraph, at))


def _clause(at: int, paragraph: PreambularParagraph | OperativeParagraph) -> Clause | None:
    """Give the clause in which an offset lies."""
    if isinstance(paragraph, PreambularParagraph) or not paragraph.clauses:
        return None
    begun = [clause for clause in paragraph.clauses if clause.start <= at]
    return begun[-1] if begun else paragraph.clauses[0]


def _lemma(paragraph: PreambularParagraph | OperativeParagraph, at: int) -> str | None:
    if isinstance(paragraph, OperativeParagraph):
        clause = _clause(at, paragraph)
        return clause.verb if clause else None
    return _lemma_of_recital(paragraph.phrase)


@lru_cache(maxsize=256)  # recitals open with few phrases, and each is asked for once a citation
def _lemma_of_recital(phrase: str) -> str | None:
    found = match_phrase(words_of(phrase), 0, Form.GERUND)
    return found.meant.lemma if found else None
