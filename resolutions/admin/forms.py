"""The form every admin page starts from: rules of the database that are broken are told in words."""

import re
from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    RowBase = forms.BaseInlineFormSet[Any, Any, forms.ModelForm[Any]]
else:
    ModelForm = forms.ModelForm
    RowBase = forms.BaseInlineFormSet

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


class RowFormSet(RowBase):
    """Rows below a thing. A table's head is no label to a screen reader, so each field bears its own."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name each field of a row, the one that takes the row out included."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs.setdefault("aria-label", field.label or name.replace("_", " "))
