"""What every form of the pages says in words of its own."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms

import tracker.forms
from tracker.forms.fields import NOT_OFFERED


def fields_to_choose_from() -> Iterator[tuple[str, forms.Field]]:
    """Yield the choices of every form there is, by the form's and the field's name."""
    for module in pkgutil.iter_modules(tracker.forms.__path__, "tracker.forms."):
        for _, form in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(form, forms.Form) and form.__module__ == module.name:
                for name, field in form.base_fields.items():
                    if isinstance(field, forms.ChoiceField):
                        yield f"{form.__name__}.{name}", field


CHOICES = dict(fields_to_choose_from())


def test_there_are_forms_to_look_at():
    assert len(CHOICES) > 10


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_that_is_not_offered_is_refused_in_a_person_s_words(name):
    assert CHOICES[name].error_messages["invalid_choice"] == NOT_OFFERED
