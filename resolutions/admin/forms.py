"""The form every admin page starts from: rules of the database that are broken are told in words."""

import re
from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm

BROKEN_RULE = re.compile(r"Constraint “(\w+)” is violated\.")


def in_words(message: object) -> str:
    """Return a message with the name of a rule as a sentence: `session_closes_after_it_opens` is one."""
    return BROKEN_RULE.sub(
        lambda match: f"This cannot be stored. The rule is: {match[1].replace('_', ' ')}.", str(message)
    )


class HouseForm(ModelForm):
    """A form whose errors are sentences."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        for errors in self.errors.values():
            for error in errors.as_data():
                error.message = in_words(error.message)
