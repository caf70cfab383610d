"""The form of one piece of evidence: a file, a document symbol or a link."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.models import User

from tracker import evidence
from tracker.forms.fields import OFFERED, DayField, FileField, TextField, check_beside
from tracker.models import Evidence, FollowUpReport
from tracker.uploads import read_upload


class EvidenceForm(forms.Form):
    """What shows that something was done, and the day it speaks for."""

    use_required_attribute = False
    # Never called optional: once anything is given there must be a title, a day and one of the three.
    asked = ("title", "speaks_for", "file", "symbol", "url")

    title = TextField(label="What it is", max_length=300, required=False)
    speaks_for = DayField(
        label="Date it speaks for",
        required=False,
        help_text="The day whose state of affairs it shows, not the day you upload it.",
    )
    file = FileField(label="File", required=False, help_text="At most 20 MB.")
    symbol = TextField(
        label="or document symbol", max_length=100, required=False, help_text="For instance E/2005/97."
    )
    url = TextField(
        label="or link", max_length=1000, required=False, help_text="It begins with https:// or http://."
    )

    revises = forms.ModelChoiceField(
        error_messages=OFFERED,
        label="It takes the place of",
        queryset=Evidence.objects.none(),
        required=False,
        empty_label="Nothing: it is new",
        help_text="A newer file for one that is there already; the older one is kept.",
    )

    def __init__(
        self, *args: Any, must: bool = True, report: FollowUpReport | None = None, **kwargs: Any
    ) -> None:
        """Take `must=False` where no evidence need be given at all; of `report` files can be replaced."""
        self.must = must
        kwargs["prefix"] = "evidence"
        super().__init__(*args, **kwargs)
        field = self.fields["revises"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = evidence.replaceable(report)
        if not field.queryset.exists():
            del self.fields["revises"]

    @property
    def given(self) -> bool:
        """Whether anything was filled in."""
        return any(self.cleaned_data.get(name) for name in self.fields)

    def clean(self) -> dict[str, Any]:
        """Ask for a title, a day, and exactly one of file, symbol and link."""
        given: dict[str, Any] = self.cleaned_data
        day = given.get("speaks_for")
        if day:
            check_beside(self, "speaks_for", partial(evidence.check_day, day))
        if not (self.must or self.given or self.errors):
            return given
        if given.get("title") == "":
            self.add_error("title", "Say what the evidence is.")
        if "speaks_for" in given and not day:
            self.add_error("speaks_for", "Give the day it speaks for.")
        ways = ("file", "symbol", "url")
        if set(ways) <= set(given) and sum(bool(given[name]) for name in ways) != 1:
            self.add_error(None, "Give one of the three: a file, a document symbol or a link.")
        if given.get("revises") and "file" in given and not given["file"]:
            self.add_error("revises", "Only a file takes the place of another.")
        return given

    def add_to(self, report: FollowUpReport, by: User) -> Evidence:
        """Add it to a report through the door; the form must be valid.

        Raises:
            NotAllowed, Refused: as the door says.
        """
        given = self.cleaned_data
        title, day = given["title"], given["speaks_for"]
        if given["symbol"]:
            return evidence.add_document(
                report=report, by=by, title=title, speaks_for=day, symbol=given["symbol"]
            )
        if given["url"]:
            return evidence.add_link(report=report, by=by, title=title, speaks_for=day, url=given["url"])
        file = given["file"]
        return evidence.add_file(
            report=report,
            by=by,
            title=title,
            speaks_for=day,
            name=file.name,
            data=read_upload(file, evidence.check_size),
            media_type=file.content_type or "application/octet-stream",
            revises=given.get("revises"),
        )
