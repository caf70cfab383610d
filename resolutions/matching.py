"""Match an old reading with a new one by the words they share. Pure: strings in, pairs out."""

from collections import Counter
from collections.abc import Sequence

# Below this share of common words two clauses are not the same clause, two texts not the same text.
SAME_CLAUSE = 0.5
SAME_TEXT = 0.5


def overlap(one: str, other: str) -> float:
    """Return the share of words two texts have in common (Dice, 0 to 1), repeated words counted.

    >>> overlap("Requests the Secretary-General", "Also requests the Secretary-General")
    0.8571428571428571
    """
    ours, theirs = Counter(one.casefold().split()), Counter(other.casefold().split())
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


def pair(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Pair old clauses with new ones, the likeliest first, each at most once.

    Returns:
        new index → old index; what is missing on either side has no partner.
    """
    likeness = sorted(
        ((overlap(o, n), -abs(i - j), i, j) for i, o in enumerate(old) for j, n in enumerate(new)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for share, _, i, j in likeness:
        if share >= SAME_CLAUSE and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def anchor(words: str, text: str, *, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Return the offsets of the words in the text, None where they do not stand there.

    Of several places one `within` those offsets is preferred, else the first.

    >>> anchor("States", "Invites States, and urges States", within=(15, 32))
    (26, 32)
    """
    if not words:
        return None
    inside = text.find(words, *within) if within else -1
    start = inside if inside >= 0 else text.find(words)
    return (start, start + len(words)) if start >= 0 else None


def nth(words: str, text: str, number: int) -> tuple[int, int] | None:
    """Return the offsets of the nth place where the words stand, counted from 1; None where there is none.

    >>> nth("States", "Invites States, and urges States", 2)
    (26, 32)
    """
    start = -1
    for _ in range(number if words else 0):
        start = text.find(words, start + 1)
        if start < 0:
            return None
    return (start, start + len(words)) if start >= 0 else None


def times(words: str, text: str) -> int:
    """Return how many times the words stand in the text.

    >>> times("States", "Invites States, and urges States")
    2
    """
    found = 0
    while nth(words, text, found + 1):
        found += 1
    return found
