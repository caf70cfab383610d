"""The form by which one person's work goes over to another."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone

from resolutions.models import Entity
from tracker.forms.fields import OFFERED, TextField, WordsField
from tracker.models import FocalPoint


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person, by name and user name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the person's name and user name."""
        name = obj.get_full_name()
        return f"{name} ({obj.get_username()})" if name else obj.get_username()


class HandOverForm(forms.Form):
    """Whose work, to whom, and why; once it is known whose, for which of their entities."""

    from_user = PersonField(label="Whose work", queryset=User.objects.none(), error_messages=OFFERED)
    to_user = TextField(
        label="Who takes it over",
        help_text="The user name. Whoever only looks cannot answer.",
        widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
    )
    why = WordsField(label="Reason", rows=2, help_text="It is kept in the history.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["from_user"]
        assert isinstance(field, forms.ModelChoiceField)
        in_office = FocalPoint.objects.active(timezone.localdate())
        field.queryset = User.objects.filter(pk__in=in_office.values("user")).order_by("username")
        whose = str(self.data.get("from_user", ""))
        if whose.isdecimal() and len(whose) < 10:
            held = in_office.filter(user=int(whose)).values("entity")
            self.fields["entities"] = forms.ModelMultipleChoiceField(
                label="For which entities",
                queryset=Entity.objects.filter(pk__in=held).order_by("name"),
                widget=forms.CheckboxSelectMultiple,
                error_messages=OFFERED | {"required": "Nothing has moved yet: tick what is to go over."},
            )

    def clean_to_user(self) -> User:
        """Find the person with the user name."""
        user = User.objects.filter(username=self.cleaned_data["to_user"].strip(), is_active=True).first()
        if user is None:
            raise forms.ValidationError("Nobody here has this user name. An administrator adds accounts.")
        return user
