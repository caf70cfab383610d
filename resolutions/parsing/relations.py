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
from resolutions.parsing.items import ACTING
from resolutions.parsing.phrases import Form, match_phrase
from resolutions.parsing.words import words_of

LOOK_BACK = 200  # characters
# "pursuant to", "the measures imposed by paragraph 5 of", "to implement fully"
IMPLEMENTS = re.compile(
    r"\b(?:pursuant to|in (?:(?:full|strict|close|complete) )*"
    r"(?:(?:accordance|conformity|compliance|line|keeping) with|implementation of|fulfilment of)"
    r"|implement(?:s|ed|ing|ation of)?|compl(?:y|ying|iance)(?: \w+ly)? with"
    r"|(?:give|giving) (?:full )?effect to|carry(?:ing)? out|consistent with"
    r"|(?:requested|mandated|called for|decided|provided for|imposed|established|authorized) (?:by|in))"
    r"(?: [^\s,;]+){0,9} ?$"
)
# "the tasks outlined in", "obligations under": done by an earlier text, unless the verb says more of it
BY_IT = re.compile(
    r"\b(?:(?:contained|defined|entrusted|envisaged|laid down|outlined|prescribed|required"
    r"|set forth|set out|specified|stipulated) (?:by|in|under)"
    r"|(?:obligations?|commitments?|measures|actions?|exemptions?|provisions) (?:under|of))"
    r"(?: [^\s,;]+){0,9} ?$"
)
# "bearing in mind its resolution": a participle within the clause
PARTICIPLE = re.compile(
    r"\b(?P<verb>recalling|reaffirming|taking note of|noting|welcoming|endorsing|reiterating)\b[^,;]*$"
)
# "the measures imposed by its resolution … shall be lifted"
ENDED = re.compile(
    r"[^,;]{0,60}? (?:shall|will|should|is|are|be) (?:hereby )?(?:be )?"
    r"(?:superseded|replaced|rescinded|revoked|terminated|lifted|discontinued|no longer apply|cease to)"
)
# What a decision does to an earlier one; "as amended by" only names it.
DEEDS = (
    (Relation.EXTENDS, re.compile(r"\b(?:extend|renew|prolong)(?:s|ed|ing)?\b")),
    (
        Relation.SUPERSEDES,
        re.compile(r"\b(?:(?:supersed|replac|repeal|rescind|revok|terminat|discontinu)\w*|lifts?)(?! by)\b"),
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
        relation = _relation(cited, paragraph)
        if before and NEXT_IN_LIST.fullmatch(
            paragraph.text[before[0].start + len(before[0].text) : cited.start]
        ):
            relation = before[1]
        before = cited, relation
        yield before


def relation_by_lead(paragraph: PreambularParagraph | OperativeParagraph) -> Relation:
    """Give the relation to what a paragraph's footnotes cite, by its first verb."""
    return relation_of(_lemma(paragraph, 0))


def _relation(cited: Cited, paragraph: PreambularParagraph | OperativeParagraph) -> Relation:
    at, end = cited.start, cited.start + len(cited.text)
    clause = _clause(at, paragraph)
    words = paragraph.text[max(clause.start if clause else 0, at - LOOK_BACK) : at]
    if clause and clause.type is ClauseType.DECIDING:
        done = [(met.start(), relation) for relation, deed in DEEDS for met in deed.finditer(words)]
        if done:
            return max(done)[1]
        if ENDED.match(paragraph.text, end):
            return Relation.SUPERSEDES
    tail = words[max(words.rfind(","), words.rfind(";")) + 1 :]  # what follows looks no further back
    if IMPLEMENTS.search(tail):
        return Relation.IMPLEMENTS
    if within := PARTICIPLE.search(tail):
        return relation_of(_lemma_of_recital(within["verb"]))
    relation = relation_of(_lemma(paragraph, at))
    acts = clause is not None and clause.type in ACTING and "/RES/" in cited.symbol
    by_it = acts and relation is Relation.RELATED and BY_IT.search(tail)
    return Relation.IMPLEMENTS if by_it else relation


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
