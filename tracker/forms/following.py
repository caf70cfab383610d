"""The forms of what a person follows: a name for a list, an entity for a feed."""

from django import forms

from resolutions.models import Entity
from tracker.filters import entity_key
from tracker.forms.fields import TextField
from tracker.saved_filters import LONGEST_NAME, LONGEST_QUERY


class SavedFilterForm(forms.Form):
    """A list of the register and the name it is kept under."""

    name = TextField(label="Name", max_length=LONGEST_NAME)
    query = TextField(required=False, max_length=LONGEST_QUERY, widget=forms.HiddenInput)
    shared = forms.BooleanField(label="Let everybody with a role find it", required=False)
    on_my_work = forms.BooleanField(label="Show it on My work", required=False)


class EntityFeedForm(forms.Form):
    """The entity a feed is of."""

    entity = TextField(label="Entity", help_text="Its name, acronym or key as the directory has it.")

    def clean_entity(self) -> Entity:
        """Find the entity that bears the name or the key."""
        name = self.cleaned_data["entity"].strip()
        found = list(Entity.objects.in_use().named(name)[:2])
        if not found and (key := entity_key(name)):
            found = [Entity.objects.get(key=key)]
        if len(found) != 1:
            raise forms.ValidationError(
                f"The directory has {'several entities' if found else 'no entity'} called “{name}”. "
                "Look it up under Entities and copy its name."
            )
        return found[0]
