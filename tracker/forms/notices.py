"""The form by which people say how often they want mail."""

from django import forms

from tracker.forms.fields import OFFERED
from tracker.models import Frequency, Weekday


class PreferenceForm(forms.Form):
    """How often mail brings what is new, and on which day where it comes once a week."""

    frequency = forms.ChoiceField(
        label="Mail with what is new", choices=Frequency.choices, error_messages=OFFERED
    )
    weekday = forms.TypedChoiceField(
        label="Day of the weekly mail", choices=Weekday.choices, coerce=int, error_messages=OFFERED
    )
