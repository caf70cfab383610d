"""The forms by which a person settles what was read: a clause, a missed one, the facts of the resolution."""

from collections.abc import Sequence
from typing import Any

from django import forms

from resolutions.corrections import Correction, Named
from resolutions.models import Clause, ClauseAddressee, Entity, Organ, Resolution, Role, Verb
from tracker.forms.cycles import entity_named
from tracker.forms.fields import OFFERED, DayField, TextField, WholeNumberField, WordsField

FACTS = ("symbol", "title", "adopted_on", "organ", "meeting", "agenda_item")


class VerbField(TextField):
    """A verb of the table, typed or chosen from the page's list; cleaned to the `Verb`."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": "verbs", "autocomplete": "off", "autocapitalize": "none"})
        super().__init__(label="Verb", widget=widget, max_length=60, **kwargs)

    def clean(self, value: Any) -> Any:
        """Find the verb by its lemma.

        Raises:
            ValidationError: no verb of the table is that word.
        """
        lemma = super().clean(value).strip().lower()
        verb = Verb.objects.filter(lemma=lemma).first()
        if verb is None:
            raise forms.ValidationError(
                f"“{lemma}” is not in the table of verbs. Give its base form, for instance “request”."
            )
        return verb


class EntityField(TextField):
    """An entity of the directory by one of its names; cleaned to the `Entity` or None."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": "entity-names", "autocomplete": "off"})
        super().__init__(widget=widget, required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        """Find the entity.

        Raises:
            ValidationError: none or several bear that name.
        """
        typed = super().clean(value).strip()
        entity = entity_named(typed) if typed else None
        if typed and entity is None:
            raise forms.ValidationError(f"No one entity is called “{typed}”. Choose one that is suggested.")
        return entity


class NamingForm(forms.Form):
    """Somebody to be named beside those that stand already."""

    add = EntityField(label="Add somebody who is asked")
    add_role = forms.ChoiceField(
        label="as", error_messages=OFFERED, choices=Role.choices, initial=Role.ADDRESSEE, required=False
    )
    add_words = TextField(
        label="in the words of the text", required=False, help_text="Empty where the words only imply it."
    )

    def added(self) -> list[Named]:
        """Return whom the person adds, one or nobody; the form must be valid."""
        given = self.cleaned_data
        entity: Entity | None = given["add"]
        role = Role(given["add_role"] or Role.ADDRESSEE)
        return [Named(entity, given["add_words"].strip(), role)] if entity else []


class CorrectClauseForm(NamingForm):
    """What a person changes in a reading."""

    verb = VerbField()
    asks = forms.BooleanField(label="It asks for something (an obligation to follow up)", required=False)
    keep = forms.MultipleChoiceField(
        error_messages=OFFERED,
        label="Named",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Untick who is not asked.",
    )
    field_order = ("verb", "asks", "keep", "add", "add_role", "add_words")

    def __init__(self, *args: Any, clause: Clause, **kwargs: Any) -> None:
        self.named: Sequence[ClauseAddressee] = list(clause.addressees.all())
        kwargs["prefix"] = f"clause-{clause.pk}"
        kwargs["initial"] = {
            "verb": clause.verb.lemma,
            "asks": clause.asks,
            "keep": [str(a.pk) for a in self.named],
        }
        super().__init__(*args, **kwargs)
        field = self.fields["keep"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(a.pk), self._told(a)) for a in self.named]
        if not self.named:
            field.widget = forms.MultipleHiddenInput()

    @staticmethod
    def _told(addressee: ClauseAddressee) -> str:
        words = f" (“{addressee.text}”)" if addressee.text not in ("", addressee.entity.name) else ""
        return f"{addressee.entity.name}{words}: {addressee.get_role_display().lower()}"

    def correction(self) -> Correction:
        """Return what is to change; the form must be valid."""
        given = self.cleaned_data
        kept = [Named(a.entity, a.text, Role(a.role)) for a in self.named if str(a.pk) in given["keep"]]
        unchanged = len(kept) == len(self.named) and not self.added()
        return Correction(
            verb=given["verb"],
            asks=given["asks"],
            addressees=None if unchanged else [*kept, *self.added()],
        )


class MissedClauseForm(NamingForm):
    """A clause that the parser missed."""

    words = WordsField(
        label="Its words",
        rows=3,
        help_text="Copied from the paragraph, from the verb to the end of what it asks.",
    )
    occurrence = WholeNumberField(
        label="Which of the places",
        required=False,
        min_value=1,
        help_text="Only where these words stand in the paragraph several times: 1 is the first place.",
    )
    verb = VerbField()
    asks = forms.BooleanField(
        label="It asks for something (an obligation to follow up)", required=False, initial=True
    )
    field_order = ("words", "occurrence", "verb", "asks", "add", "add_role", "add_words")


class FactsForm(forms.Form):
    """What the resolution is: its symbol, title, date and body."""

    symbol = TextField(label="Symbol", max_length=100, help_text="For instance E/RES/2004/33.")
    title = WordsField(label="Title", rows=2, required=False)
    adopted_on = DayField(label="Adopted on", required=False)
    organ = forms.ModelChoiceField(
        error_messages=OFFERED,
        label="Body",
        queryset=Organ.objects.all(),
        required=False,
        empty_label="Not known",
    )
    meeting = TextField(label="Meeting", max_length=200, required=False)
    agenda_item = TextField(label="Agenda item", max_length=500, required=False)

    def __init__(self, *args: Any, resolution: Resolution, **kwargs: Any) -> None:
        initial = {name: getattr(resolution, name) for name in FACTS}
        if resolution.symbol_is_provisional:
            initial["symbol"] = ""
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)

    def clean_symbol(self) -> str:
        """Refuse what no symbol holds and what an address cannot carry."""
        symbol: str = self.cleaned_data["symbol"]
        if set(symbol) & set("#?%\\") or symbol.startswith("/") or symbol.endswith("/"):
            raise forms.ValidationError(
                "A symbol is letters, numbers and strokes, for instance E/RES/2004/33."
            )
        return symbol
