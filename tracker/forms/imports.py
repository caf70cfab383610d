"""The form by which a resolution comes in: a file, or its text."""

from typing import Any

from django import forms

from resolutions.readers import FORMATS, LARGEST_FILE, SUFFIXES
from tracker import imports
from tracker.forms.fields import FileField, TextField, WordsField
from tracker.uploads import read_upload


class AddResolutionForm(forms.Form):
    """A file or a pasted text, and whether it corrects one we hold."""

    use_required_attribute = False

    file = FileField(
        label="File",
        required=False,
        help_text=f"{FORMATS}, at most {LARGEST_FILE // 2**20} MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    text = WordsField(label="or the text itself", required=False, rows=12, help_text="Paste all of it.")
    name = TextField(
        label="Name for the pasted text",
        max_length=200,
        required=False,
        help_text="So that you recognise it, for instance its symbol.",
    )
    replaces = forms.BooleanField(
        label="This is a corrected text of a resolution in the register", required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a file or a text, not both."""
        given: dict[str, Any] = self.cleaned_data
        if self.errors:
            return given
        if given["file"] and given["text"].strip():
            self.add_error(None, "Give a file or a text, not both.")
        if not given["file"] and not given["text"].strip():
            self.add_error("file", "Choose a file, or paste the text below.")
        return given

    def content(self) -> tuple[bytes, str, str]:
        """Return the bytes, their name and what they are said to be; the form must be valid.

        Raises:
            Refused: the file is too large.
        """
        given = self.cleaned_data
        file = given["file"]
        if file:
            return read_upload(file, imports.check_size), file.name, file.content_type or ""
        return given["text"].encode(), given["name"].strip() or "Pasted text", "text/plain"
