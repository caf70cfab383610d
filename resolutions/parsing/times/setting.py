"""What surrounds a clause and gives its times their meaning: the body, its day, the words before."""

import datetime as dt

from msgspec import Struct

from resolutions.parsing.context import Context


class Setting(Struct):
    """What is known where a clause is read.

    Args:
        context: the document so far; "its" sessions are those of its organ unless another body is nearer.
        adopted_on: the day from which "within 90 days" counts; None where it is unknown.
        mandate_ends: the last end of a mandate that was read, which "at the end of this period" means.
    """

    context: Context
    adopted_on: dt.date | None = None
    mandate_ends: dt.date | None = None
