"""The whole register as text, to compare what stood before a deed with what stands after it."""

from django.apps import apps
from django.db import connection

Snapshot = dict[str, list[str]]


def snapshot(*, but: tuple[str, ...] = ()) -> Snapshot:
    """Return every row of every table of both apps, row history included, save the models named in BUT."""
    return {
        model.__name__: _rows(model._meta.db_table)
        for app in ("resolutions", "tracker")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if model.__name__ not in but
    }


def _rows(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row::text FROM "{table}" row ORDER BY 1')
        return [text for (text,) in cursor.fetchall()]
