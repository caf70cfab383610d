"""What a person should look at in a reading, each doubt with its place.

Reads the recitals and operative paragraphs of one document; writes warnings. Nothing is changed for a doubt.
"""

import re
from collections.abc import Iterable, Iterator

from resolutions.parsing.document import (
    OperativeParagraph,
    PreambularParagraph,
    Warning,  # noqa: A004 - the word of the parse output
)
from resolutions.parsing.lines import Line

LONGEST_HEAD = 250  # words
WHOLE = re.compile(r"\d{1,3} ?[.)] *")
LONGEST_READ = 100_000  # characters: what is longer is no paragraph, and its clauses are not looked for
LONGEST = 6000  # characters; the longest paragraphs of the General Assembly have half as many


def doubts_about(
    preamble: Iterable[PreambularParagraph], operative: Iterable[OperativeParagraph]
) -> Iterator[Warning]:
    """Warn about gaps in the numbering and about paragraphs that do not look like what they stand as."""
    paragraphs = tuple(operative)
    recitals = tuple(preamble)
    yield from _gaps(paragraphs, len(recitals))
    for recital in recitals:
        if not recital.phrase:
            yield Warning(
                "no_preambular_phrase",
                "The paragraph stands in the preamble and opens with no participle.",
                recital.eid,
            )
    for paragraph in paragraphs:
        if len(paragraph.text) > LONGEST:
            yield Warning(
                "long_paragraph",
                f"The paragraph has {len(paragraph.text)} characters; several may have run together."
                + (" Its clauses were not read." if len(paragraph.text) > LONGEST_READ else ""),
                paragraph.eid,
            )


def spoiled_numbers(printed: Iterable[tuple[str, str]]) -> Iterator[Warning]:
    """Warn about numbers that were read although they are not printed as numbers: "l.", "4,".

    Args:
        printed: the eid of each paragraph and the number as printed.
    """
    for eid, number in printed:
        if number and not WHOLE.fullmatch(number):
            yield Warning(NUMBER_READ, f"“{number.strip()}” was read as the number of the paragraph.", eid)


HEADING_OVER_RECITALS = "heading_over_recitals"
NUMBER_READ = "number_read"


def over_recitals(headings: Iterable[tuple[int, str]]) -> Iterator[Warning]:
    """Tell of headings among the recitals: "Situation at sea"; a reading keeps recitals without headings.

    Args:
        headings: each with the number of the recital before it, 0 where it stands above the first.
    """
    for number, heading in headings:
        yield Warning(
            HEADING_OVER_RECITALS,
            f"The heading “{heading}” stands {'below this recital' if number else 'above the recitals'}; "
            "recitals are kept without headings.",
            f"pp{number}" if number else None,
        )


def text_before(head: Iterable[Line]) -> Iterator[Warning]:
    """Warn where more stands above a resolution than its head: the end of another one, or a report."""
    count = sum(len(line.text.split()) for line in head)
    if count > LONGEST_HEAD:
        yield Warning(
            "text_before", f"{count} words stand before the resolution and were not read as part of it."
        )


def _gaps(operative: tuple[OperativeParagraph, ...], recitals: int) -> Iterator[Warning]:
    """Compare each number with the one before it in its part; the first may go on from numbered recitals."""
    part: str | None = None
    last = 0
    for paragraph in operative:
        if paragraph.parent is not None or not paragraph.label.isdigit():
            continue
        last = last if paragraph.part == part else 0
        part, number = paragraph.part, int(paragraph.label)
        if number != last + 1 and (last or number != recitals + 1):
            before = f"paragraph {last}" if last else "the beginning"
            yield Warning(
                "numbering_gap",
                f"Paragraph {number} follows {before}; compare the numbers with the original.",
                paragraph.eid,
            )
        last = number
