"""The form by which one entity's assignments are handed over to another."""

from django import forms

from resolutions.models import Entity
from tracker.forms.cycles import entity_named
from tracker.forms.fields import TextField, WordsField


class ReassignForm(forms.Form):
    """From whom, to whom and why; `seen` is the number the person saw before they confirmed."""

    of = TextField(label="Entity that has them now", help_text="Its name or key in the directory.")
    to = TextField(label="Entity that is to have them", help_text="Its name or key in the directory.")
    why = WordsField(label="Reason", rows=2)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def clean_of(self) -> Entity:
        """Find who has them."""
        return self._found("of")

    def clean_to(self) -> Entity:
        """Find who is to have them."""
        return self._found("to")

    def _found(self, name: str) -> Entity:
        words = self.cleaned_data[name]
        entity = entity_named(words)
        if entity is None:
            raise forms.ValidationError(f"No one entity is called “{words}”. Look it up under Entities.")
        return entity
