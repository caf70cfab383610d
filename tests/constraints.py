"""Show that the database itself refuses a row that must never be, whoever writes it."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

# By constraint: a model, and what makes a twin of one of its rows impossible.
Refusals = Mapping[str, tuple[type[models.Model], dict[str, Any]]]


def constraints_of(app: str) -> set[str]:
    """Return the names of all constraints that the models of an app declare."""
    return {
        constraint.name
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }


def twin(model: type[models.Model], **changed: Any) -> models.Model:
    """Return an unsaved copy of a row, changed as told; a callable value is given the row."""
    row = model._base_manager.order_by("pk").first()
    assert row is not None, f"no {model.__name__} to copy"
    for name, value in changed.items():
        setattr(row, name, value(row) if callable(value) else value)
    row.pk, row._state.adding = None, True
    return row


def assert_database_refuses(constraint: str, model: type[models.Model], changed: dict[str, Any]) -> None:
    """Insert a twin of a row and expect the refusal of exactly this constraint."""
    with pytest.raises(IntegrityError, match=f'"{constraint}"'), transaction.atomic():
        twin(model, **changed).save(force_insert=True)
