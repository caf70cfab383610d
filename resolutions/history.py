"""Row history: an event for every row that comes, changes or goes, written by the database itself."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=models.Model)


def row_history(*, exclude: tuple[str, ...] = ()) -> Callable[[type[M]], type[M]]:
    """Return the decorator that keeps a model's row history, deletions included.

    Each model gets trackers of its own: those that the settings could name for all are copied in a way
    that statement triggers do not survive.

    Args:
        exclude: fields that the history leaves out, for their size or because they are generated.
    """
    track: Callable[[type[M]], type[M]] = pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=list(exclude)
    )
    return track
