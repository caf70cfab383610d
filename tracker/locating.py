"""Where each paragraph of a reading stands in the text of its source, for links from one to the other."""

from collections.abc import Iterable, Sequence

from tracker.extracts import Extract
from tracker.passages import Passage

# So many letters and digits tell a paragraph from the others, also where the source breaks its lines.
TELLING = 24


def places_in_source(blocks: Sequence[Extract], passages: Iterable[Passage]) -> dict[str, int]:
    """Return by the paragraph's eid the number of the block in which its words begin, counted from 1.

    Paragraphs come in the order of the text, so that words which stand there twice lead to the later place
    the second time. One whose beginning is not found, such as words broken over two blocks, has no place.
    """
    texts = [_letters(block.text) for block in blocks]
    found: dict[str, int] = {}
    after = 0
    for passage in passages:
        words = _letters("".join(piece.text for piece in passage.pieces if not piece.call))[:TELLING]
        places = (at for at in range(after, len(texts)) if words in texts[at])
        at = next(places, None) if words and not passage.is_tail else None
        if at is not None:
            found[passage.paragraph.eid], after = at + 1, at
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
