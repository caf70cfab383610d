"""Do several things at the same moment, each on a database connection of its own."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection


def at_once(deeds: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run the deeds in threads that start together; return, in their order, what each returned or raised."""
    start = threading.Barrier(len(deeds))
    ends: dict[int, Any] = {}

    def run(number: int, deed: Callable[[], Any]) -> None:
        try:
            start.wait(30)
            ends[number] = deed()
        except Exception as error:
            ends[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [ends.get(number, TimeoutError("still not done")) for number in range(len(deeds))]
