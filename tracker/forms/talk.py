"""The form of a comment, shown on a page of its own where something in it must be mended."""

from django import forms

from tracker.forms.fields import WordsField


class CommentForm(forms.Form):
    """What somebody has to say."""

    text = WordsField(
        label="Your comment",
        help_text="Everybody who may see this can read it. Write @ and a user name to tell somebody.",
        error_messages={"required": "Write what you have to say."},
    )
