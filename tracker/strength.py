"""How strongly a clause asks, in three steps of its verb's force: an aid for sorting, no legal advice.

The force counts from 0 to 10, towards the Secretariat and towards States; the greater of the two decides, as
with the review policies.
"""

from django.db.models import F, Q, TextChoices
from django.db.models.functions import Greatest

from resolutions.models import Clause

CLAUSE = "clause"
STRONG_FROM, MODERATE_FROM = 7, 5

# The force of an item's clause, for annotations and orders.
FORCE = Greatest(F(f"{CLAUSE}__force_secretariat"), F(f"{CLAUSE}__force_states"))


class Strength(TextChoices):
    """How strongly something is asked: requests and decides; calls upon; invites and encourages."""

    STRONG = "strong", "Asks strongly"
    MODERATE = "moderate", "Asks moderately"
    WEAK = "weak", "Asks weakly"


def strength_of(clause: Clause) -> Strength | None:
    """Return how strongly a clause asks; nothing where it asks for nothing."""
    if not clause.asks:
        return None
    force = max(clause.force_secretariat, clause.force_states)
    if force >= STRONG_FROM:
        return Strength.STRONG
    return Strength.MODERATE if force >= MODERATE_FROM else Strength.WEAK


def of_strength(strength: Strength) -> Q:
    """Return the condition on items that their clause asks just as strongly."""
    strong, moderate = _at_least(STRONG_FROM), _at_least(MODERATE_FROM)
    asks = Q(**{f"{CLAUSE}__asks": True})
    return (
        asks
        & {
            Strength.STRONG: strong,
            Strength.MODERATE: moderate & ~strong,
            Strength.WEAK: ~moderate,
        }[strength]
    )


def _at_least(force: int) -> Q:
    return Q(**{f"{CLAUSE}__force_secretariat__gte": force}) | Q(**{f"{CLAUSE}__force_states__gte": force})
