"""Fields and gestures that several forms share."""

from collections.abc import Callable
from typing import Any

from django import forms

from tracker.models.measures import DIGITS, PLACES
from tracker.refusals import Refused

# Said where a page is sent what its list does not offer; an address or a program can, a person hardly.
NOT_OFFERED = "This is not among what is offered here. Choose from the list."
OFFERED = {
    "required": "Choose one from the list.",
    "invalid_choice": NOT_OFFERED,
    "invalid_pk_value": NOT_OFFERED,
}


EMPTY = "Fill this in; it cannot stay empty."
TOO_LONG = "Shorten this: at most %(limit_value)d characters fit here, these are %(show_value)d."
UNREADABLE = "A sign in this cannot be kept. Type it again instead of pasting it."


class DayField(forms.DateField):
    """A day, picked from the browser's calendar or typed."""

    default_error_messages = {
        "required": "Give the day.",
        "invalid": "This is no day. Write it as year-month-day, for instance 2026-03-31.",
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, **kwargs)


class TextField(forms.CharField):
    """A line of text."""

    default_error_messages = {
        "required": EMPTY,
        "max_length": TOO_LONG,
        "null_characters_not_allowed": UNREADABLE,
    }


class WordsField(TextField):
    """Several lines of text."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class FileField(forms.FileField):
    """A file to be taken in."""

    default_error_messages = {
        "required": "Choose a file.",
        "invalid": "No file came with the form. Choose it again.",
        "missing": "No file came with the form. Choose it again.",
        "empty": "This file is empty. Choose another one.",
    }


class WholeNumberField(forms.IntegerField):
    """A whole number, in words from where to where."""

    default_error_messages = {"required": EMPTY}

    def __init__(self, *, min_value: int, max_value: int | None = None, **kwargs: Any) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)
        reach = f"from {min_value} to {max_value}" if max_value is not None else f"from {min_value} on"
        wrong = dict.fromkeys(("invalid", "min_value", "max_value"), f"Write a whole number {reach}.")
        self.error_messages |= wrong


class AmountField(forms.DecimalField):
    """A value in the unit of an indicator."""

    default_error_messages = {
        "required": EMPTY,
        "invalid": "Write a number in digits, without commas or spaces, for instance 1250000.5.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=DIGITS, decimal_places=PLACES, **kwargs)
        digits = f"Write at most {DIGITS - PLACES} digits before the point and {PLACES} behind it."
        self.error_messages |= dict.fromkeys(("max_digits", "max_decimal_places", "max_whole_digits"), digits)


def check_beside(form: forms.Form, field: str, check: Callable[[], object]) -> None:
    """Ask a door's rule while a form is read: a refusal stands beside its field, with all that is wrong."""
    try:
        check()
    except Refused as refusal:
        form.add_error(field, refusal.message)


def tell(form: forms.Form, refusal: Refused) -> None:
    """Show a door's refusal beside the field it concerns, or above the form where it has no such field."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
