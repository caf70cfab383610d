"""What every form of the pages says in words of its own."""

import copy
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

import tracker.forms
from tracker.filter_fields import DaysField
from tracker.forms.fields import NOT_OFFERED, AmountField, DayField, TextField, WholeNumberField


def fields() -> Iterator[tuple[str, forms.Field]]:
    """Yield the fields of every form there is, by the form's and the field's name."""
    for module in pkgutil.iter_modules(tracker.forms.__path__, "tracker.forms."):
        for _, form in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(form, forms.Form) and form.__module__ == module.name:
                for name, field in form.base_fields.items():
                    yield f"{form.__name__}.{name}", field


FIELDS = {name: field for name, field in fields() if "Login" not in name and "_Limited" not in name}
CHOICES = {name: field for name, field in FIELDS.items() if isinstance(field, forms.ChoiceField)}
TYPED = {
    name: field
    for name, field in FIELDS.items()
    if not isinstance(field, (forms.ChoiceField, forms.BooleanField)) and not field.widget.is_hidden
}
# How the sentences of the framework begin.
STOCK = ("Enter a", "Ensure ", "This field is", "The submitted file", "No file was", "Null characters")
WRONG: tuple[Any, ...] = (
    "", "soon", "-1", "1.5", "1,000", "9" * 40, "0.1234567890123", "2021-02-30", "x" * 5000, "a\0b",
)  # fmt: skip


def test_there_are_forms_to_look_at():
    assert len(CHOICES) > 10
    assert len(TYPED) > 40


@pytest.mark.django_db
@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_wrong_is_refused_in_a_person_s_words(name):
    field = copy.deepcopy(TYPED[name])
    told = []
    empty = SimpleUploadedFile("empty.txt", b"")
    for value in (None, empty) if isinstance(field, forms.FileField) else WRONG:
        try:
            field.clean(value)
        except forms.ValidationError as refusal:
            told += refusal.messages
    assert [words for words in told if words.startswith(STOCK)] == []
    assert told or not field.required


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (DayField(), "31.3.2026", "This is no day. Write it as year-month-day, for instance 2026-03-31."),
        (WholeNumberField(min_value=0, max_value=100), "101", "Write a whole number from 0 to 100."),
        (WholeNumberField(min_value=1), "one", "Write a whole number from 1 on."),
        (AmountField(), "1,250,000", "Write a number in digits, without commas or spaces"),
        (TextField(max_length=3), "four", "Shorten this: at most 3 characters fit here, these are 4."),
        (DaysField(), "soon", "Write a whole number of days from 0 to 3660."),
    ],
)
def test_it_is_said_what_to_write_instead(field, typed, told):
    with pytest.raises(forms.ValidationError, match=re.escape(told)):
        field.clean(typed)


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_that_is_not_offered_is_refused_in_a_person_s_words(name):
    told = CHOICES[name].error_messages
    assert (told["invalid_choice"], told["required"]) == (NOT_OFFERED, "Choose one from the list.")
