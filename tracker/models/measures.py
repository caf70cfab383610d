"""What is measured: an indicator of an item, and the values that reports give for it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from resolutions.history import row_history
from tracker.models.obligations import ActionItem, Assignment
from tracker.models.reports import ReportLine
from tracker.report_querysets import IndicatorQuerySet, IndicatorValueQuerySet

DIGITS, PLACES = 20, 4


@row_history()
class Indicator(models.Model):
    """What shows in numbers how far an item is: where it began, where it is to get, in which unit.

    It measures the item as a whole, or what one addressee does about it (`assignment`). It is retired,
    never deleted.
    """

    item = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="indicators")
    assignment = models.ForeignKey(
        Assignment,
        verbose_name="addressee",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="indicators",
        help_text="Whom it measures; empty where it measures all who are asked.",
    )
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, help_text="For instance “US dollars per year” or “%”.")
    adds_up = models.BooleanField(
        "the entities' values add up",
        default=False,
        help_text="Contributions of several States do; rates do not.",
    )
    baseline = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    baseline_on = models.DateField("day of the baseline", null=True, blank=True)
    target = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    target_on = models.DateField("day of the target", null=True, blank=True)
    defined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[IndicatorQuerySet] = IndicatorQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "name"], condition=Q(retired_at=None), name="indicator_name_once_per_item"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(unit=""), name="indicator_has_name_and_unit"),
            models.CheckConstraint(
                condition=Q(baseline=None, baseline_on=None)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="indicator_baseline_says_when",
            ),
            models.CheckConstraint(
                condition=Q(target=None, target_on=None) | Q(target__isnull=False, target_on__isnull=False),
                name="indicator_target_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"


@row_history()
class IndicatorValue(models.Model):
    """What a report's line measured on a day. It counts once the report is accepted."""

    line = models.ForeignKey(ReportLine, on_delete=models.CASCADE, related_name="measures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measures")
    value = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    measured_on = models.DateField("day it is measured for")
    note = models.CharField(max_length=300, blank=True)

    objects: ClassVar[IndicatorValueQuerySet] = IndicatorValueQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["indicator", "measured_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "indicator", "measured_on"], name="indicator_value_once_per_line_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value.normalize():f} on {self.measured_on:%-d %B %Y}"
