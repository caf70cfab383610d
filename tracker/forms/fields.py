"""Fields and gestures that several forms share."""

from typing import Any

from django import forms

from tracker.refusals import Refused

# Said where a page is sent what its list does not offer; an address or a program can, a person hardly.
NOT_OFFERED = "This is not among what is offered here. Choose from the list."
OFFERED = {"invalid_choice": NOT_OFFERED, "invalid_pk_value": NOT_OFFERED}


class DayField(forms.DateField):
    """A day, picked from the browser's calendar or typed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, **kwargs)


class WordsField(forms.CharField):
    """Several lines of text."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def tell(form: forms.Form, refusal: Refused) -> None:
    """Show a door's refusal beside the field it concerns, or above the form where it has no such field."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
