"""The whole register as values, to compare what stood before a deed with what stands after it."""

from typing import Any

from django.apps import apps

Snapshot = dict[str, list[dict[str, Any]]]


def snapshot(*, but: tuple[str, ...] = ()) -> Snapshot:
    """Return every row of every table of both apps, row history included, save the models named in BUT."""
    return {
        model.__name__: sorted(model._base_manager.values(), key=lambda row: row[model._meta.pk.attname])
        for app in ("resolutions", "tracker")
        for model in apps.get_app_config(app).get_models()
        if model.__name__ not in but
    }
