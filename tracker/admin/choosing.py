"""Form fields to choose by name: nobody types an id, and no page carries the whole directory."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Model


def choose(model: type[Model], field: str, **options: Any) -> "forms.ModelChoiceField[Any]":
    """Return a field that finds one row of what `model.field` points to while the person types."""
    pointing: Any = model._meta.get_field(field)
    return forms.ModelChoiceField(
        queryset=pointing.remote_field.model._default_manager.all(),
        widget=AutocompleteSelect(pointing, admin.site),
        **options,
    )


def choose_some(model: type[Model], field: str, **options: Any) -> "forms.ModelMultipleChoiceField[Any]":
    """Return a field that finds any number of rows of what `model.field` points to."""
    pointing: Any = model._meta.get_field(field)
    return forms.ModelMultipleChoiceField(
        queryset=pointing.remote_field.model._default_manager.all(),
        widget=AutocompleteSelectMultiple(pointing, admin.site),
        **options,
    )
