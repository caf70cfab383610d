"""Do several things at the same moment, each on a database connection of its own."""

import threading
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from django.db import connection, transaction


def while_held(hold: Callable[[], Any], deed: Callable[[], Any]) -> Any:
    """Do one thing, start another before the first is committed; return what the other returned or raised.

    The other must wait for the first, or nothing is shown.
    """
    ends: list[Any] = []

    def run() -> None:
        try:
            ends.append(deed())
        except Exception as error:
            ends.append(error)
        finally:
            connection.close()

    with transaction.atomic():
        hold()
        meanwhile = threading.Thread(target=run)
        meanwhile.start()
        meanwhile.join(0.5)
        assert meanwhile.is_alive(), "the other waits until the first is committed"
    meanwhile.join(30)
    return ends[0]


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


def database_url() -> str:
    """Return the address of the test database, for another process."""
    of = connection.settings_dict
    password = f":{quote(of['PASSWORD'], safe='')}" if of["PASSWORD"] else ""
    # A server on a Unix socket has its folder among the options.
    host, port = of["OPTIONS"].get("host", of["HOST"]), of["OPTIONS"].get("port", of["PORT"] or 5432)
    where = urlencode({"host": host, "port": port})
    return f"postgresql://{quote(of['USER'], safe='')}{password}@/{of['NAME']}?{where}"
