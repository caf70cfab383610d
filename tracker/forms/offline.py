"""The forms of the page "Work offline": whose worklist, and the worklist that comes back."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from resolutions.models import Entity
from tracker.forms.fields import FileField, TextField
from tracker.offline.reading import check_size
from tracker.uploads import read_upload


class WhoseForm(forms.Form):
    """Whose worklist somebody takes out who records on behalf of entities."""

    entity = TextField(label="Entity", help_text="Its name or acronym as the directory has it.")

    def clean_entity(self) -> Entity:
        """Find the entity that bears the name."""
        found = list(Entity.objects.in_use().named(self.cleaned_data["entity"])[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                "The directory has no entity of this name alone. Look it up under Entities and copy its name."
            )
        return found[0]


class BringBackForm(forms.Form):
    """A worklist that was filled in."""

    file = FileField(label="Worklist that was filled in (.xlsx)", allow_empty_file=True)

    def data_read(self) -> bytes:
        """Return the bytes of the file; the form must be valid.

        Raises:
            Refused: it is too large.
        """
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        return read_upload(upload, check_size)
