"""To whom a report goes: "submit it to the Council", "brief the Assembly", "keep it informed".

Reads the words of a clause and where they ask for the report; writes the body. Who is told stands right after
the verb of telling or after "to"; "it" is the adopting body. A State or a people gets help, not a report.
"""

import re
from collections.abc import Iterator

from resolutions.parsing.anaphora import resolve
from resolutions.parsing.context import Context
from resolutions.parsing.directory import entity_of, named_at
from resolutions.parsing.document import Place
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

# "brief the Council", "keep it informed", "provide the Committee with": whoever stands after these is told
TELLING = frozenset(
    ("keep", "keeping", "brief", "update", "updating", "inform", "informing", "apprise", "provide", "furnish")
)
ARTICLES = ("the", "its", "all")
NO_BODIES = ("state", "territory", "territory_group", "observer_state", "former_state")
BODIES = word_group("body_nouns") | {"secretary-general", "states", "parties", "bodies", "committees"}
ASIDE = re.compile(r",[^,;]{3,80},")  # "inform, as appropriate, the Council"


def recipient(words: Words, first: int, last: int, place: Place, context: Context) -> str | None:
    """Give who gets the report that words `first` to `last` ask for at a place; None where it is not said."""
    begins = next((at for at in range(first, last) if words.starts[at] >= place.start), first)
    for at in (*_told(words, begins, last, place), *_after_to(words, begins, last)):
        if entity := _body(words, at, last, context):
            return entity
    return next(
        (entity for at in _after_to(words, first, begins) if (entity := _body(words, at, last, context))),
        None,
    )


def _told(words: Words, first: int, last: int, place: Place) -> Iterator[int]:
    """Give where the objects of verbs of telling begin, within the words that ask for the report."""
    for at in range(first, last):
        if words.starts[at] >= place.end:
            return
        if words.at(at) in TELLING:
            aside = ASIDE.match(words.text, words.end(at))
            skipped = sum(1 for nth in range(at + 1, last) if aside and words.starts[nth] < aside.end())
            yield at + 1 + skipped


def _after_to(words: Words, first: int, last: int) -> Iterator[int]:
    return (at + 1 for at in range(first, last - 1) if words.at(at) == "to")


def _body(words: Words, at: int, last: int, context: Context) -> str | None:
    """Give the body named at a place, past an article; "it" is the adopting body."""
    if words.at(at) == "it":
        return context.body
    at += words.at(at) in ARTICLES
    if at >= last or not words.printed[at][:1].isupper():
        return None
    named, end = named_at(words, at), _capitals(words, at, last)
    if named and words.at(end - 1) not in BODIES:  # "Security Council Committee" is not the Council
        end = named.last
    entity = resolve(words.slice(at, max(end, named.last if named else end)), context).entity
    return entity if entity and _may_be_told(entity) else None


def _may_be_told(entity: str) -> bool:
    known = entity_of(entity)
    if known is not None and known.type in NO_BODIES:
        return False
    return any(word.lower() in BODIES for word in entity.split())


def _capitals(words: Words, at: int, last: int) -> int:
    while at < last and words.printed[at][:1].isupper():
        at += 1
    return at
