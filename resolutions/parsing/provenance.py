"""Where the values of a clause were read, and what may be read there as well."""

from collections.abc import Iterable, Iterator

from resolutions.parsing.document import Alternative, Place

# Doubts whether the body asks anything at all here.
ASKS_PERHAPS = ("two_readings", "soft_need")


def places(
    text: str,
    start: int,
    told: Place | None,
    resources: str | None,
    conditions: tuple[str, ...],
    purposes: tuple[str, ...],
) -> Iterator[Place]:
    """Give the words of a report asked for, of resources, conditions and purposes.

    Args:
        text: the clause's words, which begin at offset `start` of the paragraph.
        told: the words of the report.
        resources, conditions, purposes: words as they stand in the text.
    """
    if told:
        yield told
    said = [("resources", resources), *(("condition", each) for each in conditions)]
    for of, words in (*said, *(("purpose", each) for each in purposes)):
        at = text.find(words) if words else -1
        if words and at >= 0:
            yield Place(of, words, start + at, start + at + len(words), of)


def alternatives(
    doubts: Iterable[str], others: Iterable[tuple[str, str]], phrase: str
) -> Iterator[Alternative]:
    """Give the other readings that remain: somebody else is meant, or nothing is asked.

    Args:
        doubts: of the clause.
        others: words, and by the directory's name somebody they may mean as well.
        phrase: the words of the verb.
    """
    for text, name in dict.fromkeys(others):
        yield Alternative("anaphora_guessed", "addressee", text, name)
    for doubt in doubts:
        if doubt in ASKS_PERHAPS:
            yield Alternative(doubt, "asks", phrase, "no")
