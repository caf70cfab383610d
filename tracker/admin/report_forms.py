"""The forms of a follow-up report: its words, its lines by the obligation's name, its evidence."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from resolutions.admin.forms import HouseForm
from resolutions.models import Entity
from tracker import evidence, permissions
from tracker.models import ActionItem, Evidence, FollowUpReport, Occurrence, ReportLine
from tracker.statuses import Status

PROPOSED = [(status.value, status.label) for status in Status if status != Status.NO_ACTION]


def obligation_name(occurrence: Occurrence) -> str:
    """Return how a person knows an obligation: "E/RES/2004/33 para. 6 — invites Member States"."""
    clause = occurrence.assignment.item.clause
    paragraph = clause.paragraph
    due = f", due {occurrence.due_to:%-d %B %Y}" if occurrence.due_to else ""
    return (
        f"{paragraph.resolution.symbol} para. {paragraph.label} — "
        f"{Truncator(clause.phrase.lower()).chars(60)} {occurrence.assignment.entity}{due}"
    )


def with_names(occurrences: QuerySet[Any]) -> QuerySet[Any]:
    """Return occurrences with what their names are made of."""
    return occurrences.select_related("assignment__item__clause__paragraph__resolution", "assignment__entity")


def entity_of(given: str) -> Entity:
    """Return the entity with an id that the program put into an address.

    Raises:
        Http404: there is none.
    """
    entity = Entity.objects.in_use().filter(pk=given).first() if given.isdecimal() else None
    if entity is None:
        raise Http404("No such entity.")
    return entity


class ObligationChoices(AutocompleteJsonView):
    """What a person can choose from when they report for an entity: what it is asked, by name."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return the running obligations of the entity that match what was typed."""
        entity = entity_of(self.request.GET.get("entity", ""))
        if not permissions.may_report_for(self.request.user, entity):
            raise PermissionDenied
        rows: QuerySet[Any] = Occurrence.objects.current().asking(entity, on=timezone.localdate())
        if self.term:
            found = ActionItem.objects.search(self.term)
            rows = rows.filter(assignment__item__in=found)
        return with_names(rows).order_by(
            "assignment__item__clause__paragraph__resolution__symbol",
            "assignment__item__clause__paragraph__position",
            "id",
        )

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """Return an obligation as a choice."""
        return {"id": str(obj.pk), "text": obligation_name(obj)}


class ObligationSelect(AutocompleteSelect):
    """Finds the obligations of one entity while the person types."""

    def __init__(self, entity: Entity) -> None:
        super().__init__(ReportLine._meta.get_field("occurrence"), admin.site)
        self.entity = entity

    def get_url(self) -> str:
        """Return the address of the choices."""
        return f"{reverse('admin:tracker_obligation_choices')}?{urlencode({'entity': self.entity.pk})}"


class ObligationField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An obligation, shown by its name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return its name."""
        return obligation_name(obj)


class ReportForm(HouseForm):
    """The words of a report. `entity` and `author` are set by the page, not by the person."""

    entity: ClassVar[Entity | None] = None
    author: ClassVar[Any] = None

    class Meta:
        model = FollowUpReport
        fields = (
            "cycle",
            "period_from",
            "period_to",
            "action_taken",
            "results",
            "challenges",
            "next_steps",
        )
        widgets = {
            name: forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
            for name in ("action_taken", "results", "challenges", "next_steps")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.entity is not None and self.instance.pk is None:
            self.instance.entity, self.instance.author = self.entity, self.author


class LineForm(HouseForm):
    """What the report says of one obligation."""

    entity: ClassVar[Entity]
    proposed_status = forms.ChoiceField(label="Status", choices=[("", "—"), *PROPOSED])

    class Meta:
        model = ReportLine
        fields = ("occurrence", "proposed_status", "percentage", "effective_on", "note")
        labels = {"effective_on": "Since", "percentage": "Per cent"}
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["occurrence"] = ObligationField(
            label="Obligation",
            queryset=with_names(Occurrence.objects.asking(self.entity, on=timezone.localdate())),
            widget=ObligationSelect(self.entity),
            error_messages={
                "invalid_choice": f"This asks nothing of {self.entity}. Choose an obligation from the list."
            },
        )


class EvidenceForm(HouseForm):
    """A file, a document symbol or a link; a file may take the place of one of the same report."""

    report: ClassVar[FollowUpReport | None] = None

    file = forms.FileField(required=False)
    link = forms.URLField(required=False, max_length=1000, assume_scheme="https")

    class Meta:
        model = Evidence
        fields = ("title", "speaks_for", "file", "symbol", "link", "revises")
        labels = {"revises": "It takes the place of"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["revises"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = evidence.replaceable(self.report)

    def clean(self) -> dict[str, Any]:
        """Want exactly one of file, symbol and link."""
        given: dict[str, Any] = super().clean() or {}
        if self.has_changed() and sum(bool(given.get(name)) for name in ("file", "symbol", "link")) != 1:
            raise forms.ValidationError("Give a file, or a document symbol, or a link: one of them.")
        if given.get("revises") and not given.get("file"):
            raise forms.ValidationError("Only a file takes the place of another.")
        return given
