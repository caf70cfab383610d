"""The life of a mandate: what a later item does to an earlier one, who said so, and what was carried over."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from resolutions.history import row_history
from resolutions.models import Paragraph, Resolution
from tracker.models.decisions import StatusChange
from tracker.models.obligations import ActionItem, Assignment, Occurrence
from tracker.validity import ENDING, ProposalQuerySet, RelationQuerySet, RetirementQuerySet


class RelationKind(models.TextChoices):
    """What a later item does to an earlier one."""

    SUPERSEDES = "supersedes", "Supersedes"
    EXTENDS = "extends", "Extends"
    RENEWS = "renews", "Renews"
    MERGES = "merges", "Merges"
    REPLACES = "replaces", "Replaces"
    REPEATS = "repeats", "Repeats"

    @property
    def ends(self) -> bool:
        """Whether the earlier item is no longer in force where the later one does this to the whole of it."""
        return self.value in ENDING

    @property
    def passive(self) -> str:
        """What the earlier item is then: "renewed by"."""
        return PASSIVE[self]


PASSIVE = {
    RelationKind.SUPERSEDES: "superseded by",
    RelationKind.EXTENDS: "extended by",
    RelationKind.RENEWS: "renewed by",
    RelationKind.MERGES: "merged into",
    RelationKind.REPLACES: "replaced by",
    RelationKind.REPEATS: "repeated by",
}


@row_history()
class ItemRelation(models.Model):
    """A later item and what it does to an earlier one, from a day on, confirmed by a person.

    One that was undone stays, with the reason, and counts no more.
    """

    later = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="relations_to_earlier")
    earlier = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="relations_to_later")
    kind = models.CharField(max_length=12, choices=RelationKind)
    in_part = models.BooleanField(default=False)
    effective_on = models.DateField()
    stated_in = models.ForeignKey(
        Paragraph, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField("reason", blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_why = models.TextField(blank=True)

    objects: ClassVar[RelationQuerySet] = RelationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-effective_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["later", "earlier"], condition=Q(undone_at=None), name="relation_once"
            ),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="relation_not_to_itself"),
            models.CheckConstraint(condition=Q(kind__in=RelationKind.values), name="relation_kind_known"),
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_at=None, undone_why="")
                | (Q(undone_by__isnull=False, undone_at__isnull=False) & ~Q(undone_why="")),
                name="relation_undone_says_who_when_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display().lower()} {self.earlier}"

    @property
    def ends(self) -> bool:
        """Whether it ends the earlier item."""
        return RelationKind(self.kind).ends and not self.in_part

    @property
    def passive(self) -> str:
        """What it makes of the earlier item: "renewed by", "extended in part by"."""
        said = RelationKind(self.kind).passive
        return f"{said.rpartition(' ')[0]} in part {said.rpartition(' ')[2]}" if self.in_part else said


@row_history()
class CarriedOver(models.Model):
    """Open work that a relation took from an earlier occurrence; nobody goes on where `to` is missing.

    `closed` closed the earlier one, `moved` told the later one that work is under way, where it was;
    `assigned` is the assignment that was made for it, where the later text does not ask the entity.
    """

    relation = models.ForeignKey(ItemRelation, on_delete=models.PROTECT, related_name="carried")
    from_occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="carried_to")
    to_occurrence = models.ForeignKey(
        Occurrence, null=True, blank=True, on_delete=models.PROTECT, related_name="carried_from"
    )
    closed = models.OneToOneField(StatusChange, on_delete=models.PROTECT, related_name="+")
    moved = models.OneToOneField(
        StatusChange, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assigned = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "carried over"
        constraints = [
            models.UniqueConstraint(fields=["relation", "from_occurrence"], name="carried_once_per_relation")
        ]

    def __str__(self) -> str:
        return f"{self.from_occurrence} by {self.relation}"


@row_history()
class Retirement(models.Model):
    """That an item was retired from a day on: nobody is to follow it up any more. It can be lifted."""

    item = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="retirements")
    effective_on = models.DateField()
    why = models.TextField("reason")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_why = models.TextField(blank=True)

    objects: ClassVar[RetirementQuerySet] = RetirementQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-effective_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["item"], condition=Q(lifted_at=None), name="retired_once"),
            models.CheckConstraint(condition=~Q(why=""), name="retirement_says_why"),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None, lifted_why="")
                | (Q(lifted_by__isnull=False, lifted_at__isnull=False) & ~Q(lifted_why="")),
                name="retirement_lifted_says_who_when_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} retired"


class ProposalState(models.TextChoices):
    """What became of a proposed relation."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"
    DISMISSED = "dismissed", "Dismissed"


class Basis(models.TextChoices):
    """What made the program propose a relation."""

    CITATION = "citation", "The later text cites the earlier one"
    LIKENESS = "likeness", "The two ask for much the same"
    MOVED = "moved", "The text as now read has the words elsewhere"


@row_history()
class RelationProposal(models.Model):
    """That a later item seems to do something to an earlier one; a pair is proposed once and for all.

    Or, in one resolution, that an item seems to have the words that another one lost to a new text.
    """

    later = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="proposals_to_earlier")
    earlier = models.ForeignKey(ActionItem, on_delete=models.PROTECT, related_name="proposals_to_later")
    kind = models.CharField(max_length=12, choices=RelationKind)
    in_part = models.BooleanField(default=False)
    basis = models.CharField(max_length=8, choices=Basis)
    why = models.TextField("words that say so", blank=True)
    score = models.PositiveSmallIntegerField("words in common", help_text="Per cent.")
    state = models.CharField(max_length=10, choices=ProposalState, default=ProposalState.PROPOSED)
    proposed_at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects: ClassVar[ProposalQuerySet] = ProposalQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="proposal_once_per_pair"),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="proposal_not_to_itself"),
            models.CheckConstraint(condition=Q(kind__in=RelationKind.values), name="proposal_kind_known"),
            models.CheckConstraint(condition=Q(score__lte=100), name="proposal_score_up_to_100"),
            models.CheckConstraint(
                condition=Q(state=ProposalState.PROPOSED, settled_by=None, settled_at=None)
                | Q(
                    state__in=[ProposalState.CONFIRMED, ProposalState.DISMISSED],
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                ),
                name="proposal_settled_says_who_and_when",
            ),
        ]
        # Serves the list of what waits for a person.
        indexes = [
            models.Index(fields=["-score"], condition=Q(state="proposed"), name="proposal_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display().lower()} {self.earlier}?"

    def get_absolute_url(self) -> str:
        """Return the address where it is settled."""
        return reverse("proposal", args=[self.pk])


class RelationSearch(models.Model):
    """That relations of a resolution's items are looked for, or were; each new reading asks anew."""

    resolution = models.OneToOneField(Resolution, on_delete=models.CASCADE, related_name="relation_search")
    requested_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-requested_at"]
        verbose_name_plural = "relation searches"
        indexes = [
            models.Index(
                fields=["requested_at"], condition=Q(finished_at=None), name="relation_search_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"Relations of {self.resolution}"
