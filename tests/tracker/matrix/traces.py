"""What a deed has left in the database, whatever table it wrote to: nothing has to be named beforehand."""

from collections.abc import Iterator, Mapping

from django.db import connection

# What is no follow-up: a session that was read, the admin's own note of a deed.
BESIDES = frozenset({"django_session", "django_admin_log"})
# The server counts what this transaction wrote, also where it was undone.
WRITTEN = """
    SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
        + pg_stat_get_xact_tuples_deleted(oid)
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""


class Traces:
    """Remembers how every table stood, and tells afterwards which of them differ."""

    def __init__(self) -> None:
        self.before: Mapping[str, object] = {name: _content(name) for name in _written()}
        self.written = _written()

    def left(self) -> Iterator[str]:
        """Yield the tables that a deed has changed since the last time this was asked.

        A deed that wrote and was refused has undone it: only tables that were written to are compared.
        """
        now = _written()
        touched = [name for name, rows in now.items() if rows != self.written[name]]
        self.written = now
        yield from (name for name in touched if _content(name) != self.before[name])


def _written() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return {name: rows for name, rows in cursor.fetchall() if name not in BESIDES}


def _content(table: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*), sum(hashtext(t::text)) FROM "{table}" t')
        return cursor.fetchone()
