"""What words mean: organs and their sessions, operative verbs, and the directory of entities.

The rows come from the parser's tables by `manage.py load_vocabulary`, which may run any number of times;
people may then correct them in the admin.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from resolutions.history import row_history
from resolutions.querysets import EntityQuerySet


class ClauseType(models.TextChoices):
    """What the adopting body does in a clause."""

    DIRECTIVE = "directive", "Directive"
    DECIDING = "deciding", "Deciding"
    EVALUATIVE = "evaluative", "Evaluative"
    OBSERVING = "observing", "Observing"
    REINFORCING = "reinforcing", "Reinforcing"


@row_history()
class Organ(models.Model):
    """A body that adopts resolutions or receives reports."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    symbol_prefix = models.CharField(max_length=20, blank=True)
    time_zone = models.CharField(max_length=50, default="America/New_York")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@row_history()
class Session(models.Model):
    """A session of an organ, as an interval of days; `estimated` where only a formula gives the days."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="sessions")
    label = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    opens = models.DateField()
    closes = models.DateField()
    estimated = models.BooleanField(default=True)

    class Meta:
        ordering = ["organ", "opens"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "label"], name="session_label_once_per_organ"),
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="session_closes_after_it_opens"),
        ]

    def __str__(self) -> str:
        return f"{self.organ.code}, session {self.label}"


class CreatesAction(models.TextChoices):
    """Whether a verb makes an obligation: always, only with a fitting complement, or never."""

    YES = "yes", "Yes"
    CONDITIONAL = "conditional", "Depends on what follows"
    NO = "no", "No"


@row_history()
class Verb(models.Model):
    """An operative verb: its lemma, its type and its force (0 to 10, an aid, not legal advice)."""

    lemma = models.CharField(max_length=60, unique=True)
    type = models.CharField(max_length=20, choices=ClauseType)
    verb_class = models.CharField("class", max_length=40, blank=True)
    force_secretariat = models.PositiveSmallIntegerField("force towards the Secretariat", default=0)
    force_states = models.PositiveSmallIntegerField("force towards States", default=0)
    creates_action = models.CharField(max_length=12, choices=CreatesAction, default=CreatesAction.NO)

    class Meta:
        ordering = ["lemma"]
        constraints = [
            models.CheckConstraint(
                condition=Q(force_secretariat__lte=10) & Q(force_states__lte=10), name="verb_force_up_to_ten"
            ),
            models.CheckConstraint(condition=Q(type__in=ClauseType.values), name="verb_type_known"),
            models.CheckConstraint(
                condition=Q(creates_action__in=CreatesAction.values), name="verb_creates_action_known"
            ),
        ]

    def __str__(self) -> str:
        return self.lemma


@row_history()
class Entity(models.Model):
    """Somebody who can be asked: an organ, a secretariat unit, a State, a group, an organisation.

    `provisional` marks a name that a text brought and that nobody has placed in the directory yet.
    A merged entity stays, points to its successor, and its key goes on working.
    """

    key = models.SlugField(max_length=200, unique=True, help_text="Stable short name used in addresses.")
    name = models.CharField(max_length=500)
    type = models.CharField(max_length=40, blank=True)
    is_group = models.BooleanField(
        "group",
        default=False,
        help_text="Stands for many, as “Member States” does; its members may answer each.",
    )
    iso3 = models.CharField("ISO 3166 code", max_length=3, blank=True)
    provisional = models.BooleanField("to be placed", default=False)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from"
    )

    objects: ClassVar[EntityQuerySet] = EntityQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "entities"
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="entity_not_merged_into_itself"),
        ]
        indexes = [models.Index("name", name="entity_by_name")]

    def __str__(self) -> str:
        return self.name


class NameKind(models.TextChoices):
    """What kind of name it is."""

    OFFICIAL = "official", "Official name"
    ACRONYM = "acronym", "Acronym"
    ALIAS = "alias", "Also called"
    FORMER = "former", "Former name"


@row_history()
class EntityName(models.Model):
    """A name an entity bears or bore, with the days between which it did."""

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=10, choices=NameKind)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["entity", "kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["entity", "name", "kind"], name="entity_name_once"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="entity_name_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="entity_name_kind_known"),
        ]
        # Serves the look-up of names whatever their case.
        indexes = [models.Index(Lower("name"), name="entity_name_folded")]

    def __str__(self) -> str:
        return self.name


@row_history()
class EntityMembership(models.Model):
    """A member of a group, with the days between which it is one."""

    group = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="memberships_held")
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["group", "member"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member", "valid_from"],
                nulls_distinct=False,
                name="membership_once_per_beginning",
            ),
            models.CheckConstraint(condition=~Q(group=F("member")), name="membership_not_of_itself"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} in {self.group}"
