"""Corrections follow words that a new text has in another paragraph.

A clause keeps its paragraph and number for ever. Where its words now stand elsewhere it vanishes, and what is
read there is a clause of its own; what a person settled of the same words is taken over to it.
"""

from collections.abc import Sequence

from resolutions.matching import overlap
from resolutions.models import Clause

# From this share of words on they are the same words, but for what a better reading mended in them.
SAME_WORDS = 0.9
SETTLED = (
    "verb_id",
    "type",
    "asks",
    "action",
    "force_secretariat",
    "force_states",
    "settled_doubts",
    "review_state",
    "reviewed_by_id",
    "reviewed_at",
)


def places_of(gone: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Say where words went: the index among the new ones by that among those gone, each at most once.

    >>> places_of(["Invites States to help"], ["Welcomes it", "Invites States to help"])
    {0: 1}
    """
    alike = sorted(
        ((overlap(g, n), -i, -j) for i, g in enumerate(gone) for j, n in enumerate(new)), reverse=True
    )
    found: dict[int, int] = {}
    for share, i, j in alike:
        if share >= SAME_WORDS and -i not in found and -j not in found.values():
            found[-i] = -j
    return found


def take_over(*, settled: Clause, new: Clause) -> None:
    """Give a new clause what a person settled of the one whose words it has: verb, addressees, times.

    Its offsets stay its own; those of addressees and times are to be sought in its words anew.
    """
    for name in SETTLED:
        setattr(new, name, getattr(settled, name))
    new.doubts = []
    new.save()
    new.addressees.all().delete()
    new.deadlines.all().delete()
    copies: dict[int | None, int] = {}
    for row in settled.addressees.order_by("position"):
        was, group = row.pk, row.group_id
        row.pk, row.clause, row.group_id = None, new, copies.get(group)
        row.start = row.end = row.offsets_in = None
        row.save(force_insert=True)
        copies[was] = row.pk
    for time in settled.deadlines.all():
        time.pk, time.clause, time.start, time.end = None, new, None, None
        time.save(force_insert=True)
