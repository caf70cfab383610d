"""Say who acts and why, for the row history: every row that changes inside carries it, in any table.

Decisions with rows of their own (`StatusChange`, `DueDateChange`, `ReportStep`) name the person there; the
doors that write none open this around their writes.
"""

from contextlib import AbstractContextManager

import pghistory
from django.contrib.auth.models import User


def acting(by: User, *, why: str = "") -> AbstractContextManager[object]:
    """Return a context in which the row history names the person and the reason."""
    told: dict[str, object] = {"user": by.pk}
    if why.strip():
        told["why"] = why.strip()
    context: AbstractContextManager[object] = pghistory.context(**told)
    return context
