"""Policies of follow-up: when what has no due date is looked at again, and when a missed time gives way."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from resolutions.history import row_history
from resolutions.models import ClauseType, Organ
from tracker.report_querysets import ReviewPolicyQuerySet


@row_history()
class ReviewPolicy(models.Model):
    """When obligations of an organ, a type of verb and a force are looked at; what is left empty is any.

    Of the policies that fit an obligation the most particular one holds: one that names the organ before one
    that does not, then one that names the type of verb, then the one with the greatest force.
    """

    organ = models.ForeignKey(
        Organ, null=True, blank=True, on_delete=models.PROTECT, related_name="review_policies"
    )
    type = models.CharField("type of verb", max_length=20, choices=ClauseType, blank=True)
    force_from = models.PositiveSmallIntegerField(
        "force from",
        default=0,
        help_text="Verbs of at least this force, 0 to 10, towards whoever is asked most strongly.",
    )
    first_months = models.PositiveSmallIntegerField(
        "first looked at after",
        validators=[MinValueValidator(1)],
        help_text="Months after the adoption.",
    )
    then_months = models.PositiveSmallIntegerField(
        "then every", validators=[MinValueValidator(1)], help_text="Months after the last look."
    )
    grace_days = models.PositiveSmallIntegerField(
        "days of grace",
        default=90,
        help_text="How long after its last due day a recurring obligation that was not met waits before "
        "its next time is opened.",
    )

    objects: ClassVar[ReviewPolicyQuerySet] = ReviewPolicyQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["organ", "type", "-force_from"]
        verbose_name_plural = "review policies"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "type", "force_from"],
                name="policy_once_per_organ_type_and_force",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(first_months__gte=1, then_months__gte=1), name="policy_months_at_least_one"
            ),
            models.CheckConstraint(condition=Q(force_from__lte=10), name="policy_force_up_to_ten"),
            models.CheckConstraint(
                condition=Q(type="") | Q(type__in=ClauseType.values), name="policy_type_known"
            ),
        ]

    def __str__(self) -> str:
        organ = self.organ.code if self.organ else "any organ"
        kind = self.get_type_display() if self.type else "any verb"
        return f"{organ}, {kind.lower()}, force {self.force_from} or more"
