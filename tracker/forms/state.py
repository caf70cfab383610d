"""The form that asks for the state of a past day."""

import datetime as dt

from django import forms
from django.utils import timezone

from tracker.forms.fields import DayField


class AsAtForm(forms.Form):
    """The day in question, and up to which day what was recorded counts."""

    as_at = DayField(label="State on")
    known_on = DayField(
        label="As known on",
        required=False,
        help_text="Leave it empty to count what was recorded since as well.",
    )

    def clean_as_at(self) -> dt.date:
        """Take no day that is still to come."""
        day: dt.date = self.cleaned_data["as_at"]
        if day > timezone.localdate():
            raise forms.ValidationError("This day is still to come. Choose today or a day before.")
        return day
