"""How the parameters of the register are read: words of the vocabulary, fixed words, flags, days, months.

A value that cannot be read is refused with the nearest one that can.
"""

import difflib
import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import django_filters as filters
from django import forms

Pairs = Iterable[tuple[str, str]]

ANY = ("", "Any")
FLAG_WORDS = (("true", "Yes"), ("false", "No"))
MOST_DAYS_AHEAD = 3660
NOT_A_WORD = "not_a_word"
# What the database's own numbers reach to.
LARGEST_NUMBER = 2**63 - 1


def hint(value: str, words: Iterable[str]) -> str:
    """Return " Did you mean “…”?" with the word nearest to the value, or nothing where none is near."""
    near = nearest(value, words)
    return f" Did you mean “{near}”?" if near else ""


def nearest(value: str, words: Iterable[str]) -> str:
    """Return the word most like the value, whatever its case; empty where none is like it."""
    folded = {word.casefold(): word for word in words}
    near = difflib.get_close_matches(value.casefold(), folded, n=1)
    return folded[near[0]] if near else ""


class VocabularyField(forms.ChoiceField):
    """A word of the vocabulary. It offers those in use and takes every one that is known.

    Args:
        offered: gives the (value, label) pairs to choose from.
        known: gives the canonical form of a value, None where there is no such word.
        words: gives every known value, for the hint in the sentence that refuses one.
        what: what it is, for that sentence.
    """

    def __init__(
        self,
        *,
        offered: Callable[[], Pairs],
        known: Callable[[str], str | None],
        words: Callable[[], Iterable[str]],
        what: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.offered, self.known, self.words, self.what = offered, known, words, what

    def __deepcopy__(self, memo: dict[int, Any]) -> "VocabularyField":
        # Each form copies its fields: it asks for the words on offer when it shows them, and once.
        copied: VocabularyField = super().__deepcopy__(memo)
        copied.choices = functools.cache(lambda: [ANY, *self.offered()])
        return copied

    def clean(self, value: Any) -> str:
        """Return the canonical form of a value; raise ValidationError naming the nearest where unknown."""
        value = self.to_python(value).strip().replace("\0", "�")
        if not value:
            return ""
        canonical = self.known(value)
        if canonical is None:
            raise forms.ValidationError(f"There is no {self.what} “{value}”.{hint(value, self.words())}")
        return canonical


class WordField(forms.ChoiceField):
    """One of a few fixed words."""

    def __init__(self, *, words: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(choices=[ANY, *words], **kwargs)
        self.words = [value for value, _ in words]
        self.labels = {value: str(label) for value, label in words}

    def clean(self, value: Any) -> Any:
        """Return the value; raise ValidationError naming the nearest word where it is none of them."""
        value = self.to_python(value).strip()
        if value and value not in self.words:
            offer = hint(value, self.words) or f" It can be {', '.join(self.words)}."
            said = f"“{value}” is not possible here.{offer}"
            raise forms.ValidationError(said, NOT_A_WORD, {"value": value})
        return value

    def in_words(self, value: str) -> str:
        """Return why a value cannot be, by the labels that a page shows instead of the words themselves."""
        near = nearest(value, self.words) or nearest(value, self.labels.values())
        offer = f"Did you mean “{self.labels.get(near, near)}”?" if near else "Choose from its list."
        return f"{self.label}: “{value}” is none of the choices. {offer}"


class FlagField(WordField):
    """Yes or no, written `true` or `false`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(words=FLAG_WORDS, **kwargs)

    def clean(self, value: Any) -> bool | None:
        """Return True or False, None where neither is asked; raise ValidationError for any other word."""
        return {"true": True, "false": False}.get(super().clean(value))


class MonthField(forms.RegexField):
    """A month written as 2021-03."""

    def __init__(self, **kwargs: Any) -> None:
        message = "Write the month as year-month, for instance 2021-03."
        super().__init__(r"^[1-9]\d{3}-(0[1-9]|1[0-2])\Z", error_messages={"invalid": message}, **kwargs)


class DayField(forms.DateField):
    """A day written as 2021-12-31."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages={"invalid": "Write the day as year-month-day, for instance 2021-12-31."},
            **kwargs,
        )


class DaysField(forms.IntegerField):
    """A number of days to look ahead."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=MOST_DAYS_AHEAD, **kwargs)
        wrong = f"Write a whole number of days from 0 to {MOST_DAYS_AHEAD}."
        self.error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), wrong)


class NumberField(forms.IntegerField):
    """The number by which something is known, such as a reporting cycle."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=LARGEST_NUMBER, **kwargs)
        wrong = "Write its number in digits, for instance 3."
        self.error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), wrong)


class VocabularyFilter(filters.CharFilter):
    """Narrows to a word of the vocabulary."""

    field_class = VocabularyField


class WordFilter(filters.CharFilter):
    """Narrows to one of a few fixed words."""

    field_class = WordField


class FlagFilter(filters.BooleanFilter):
    """Narrows to yes or to no."""

    field_class = FlagField


class DayFilter(filters.DateFilter):
    """Narrows by a day."""

    field_class = DayField


class MonthFilter(filters.CharFilter):
    """Narrows to a month."""

    field_class = MonthField


class DaysFilter(filters.NumberFilter):
    """Says how many days ahead to look."""

    field_class = DaysField


class NumberFilter(filters.NumberFilter):
    """Names something by its number."""

    field_class = NumberField
