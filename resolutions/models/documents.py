"""Documents: the file that came in, the resolution it holds, its texts and their paragraphs."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from resolutions.history import row_history
from resolutions.models.vocabulary import Organ, Session
from resolutions.querysets import ParagraphQuerySet, ResolutionQuerySet


class SourceFile(models.Model):
    """A file as it came in, byte for byte; the same bytes are kept once."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_sha256_form")
        ]
        triggers = [
            pgtrigger.Protect(name="source_is_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.name


class Kind(models.TextChoices):
    """What sort of text a body adopted."""

    RESOLUTION = "resolution", "Resolution"
    DECISION = "decision", "Decision"
    STATEMENT = "presidential statement", "Presidential statement"


@row_history()
class Resolution(models.Model):
    """The work itself, whatever file or language it came in.

    `symbol` identifies it; where the text states none, a provisional one stands until a person sets it.
    """

    symbol = models.CharField(max_length=100, unique=True)
    symbol_is_provisional = models.BooleanField("symbol to be set", default=False)
    kind = models.CharField(max_length=30, choices=Kind, default=Kind.RESOLUTION)
    organ = models.ForeignKey(
        Organ, null=True, blank=True, on_delete=models.PROTECT, related_name="resolutions"
    )
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="resolutions"
    )
    title = models.TextField(blank=True)
    adopted_on = models.DateField(null=True, blank=True, db_index=True)
    meeting = models.CharField(max_length=200, blank=True)
    agenda_item = models.CharField(max_length=500, blank=True)
    proponent = models.CharField(max_length=500, blank=True)
    vote = models.TextField(blank=True)
    chapter_vii = models.BooleanField("acting under Chapter VII", default=False)
    corrected_fields = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        editable=False,
        help_text="Fields a person has set; no import overwrites them.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[ResolutionQuerySet] = ResolutionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = [F("adopted_on").desc(nulls_last=True), "symbol"]
        constraints = [
            models.CheckConstraint(condition=~Q(symbol=""), name="resolution_has_a_symbol"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="resolution_kind_known"),
        ]

    def __str__(self) -> str:
        return self.symbol

    def get_absolute_url(self) -> str:
        """Return the address of the reading view."""
        return reverse("resolution", args=[self.symbol])


@row_history()
class TextVersion(models.Model):
    """A resolution in one language from one source; a corrigendum or a better scan is a new version.

    So is a better reading of the same source that finds other words: the words of a version never change.
    """

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="versions")
    source = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="versions")
    part_of_file = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=5, default="en")
    number = models.PositiveSmallIntegerField()
    is_current = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["resolution", "language", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "language", "number"], name="version_number_once_per_language"
            ),
            models.UniqueConstraint(
                fields=["resolution", "source", "part_of_file"],
                condition=Q(is_current=True),
                name="version_one_current_per_source",
            ),
            models.UniqueConstraint(
                fields=["resolution", "language"],
                condition=Q(is_current=True),
                name="version_one_current_per_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resolution}, {self.language}, version {self.number}"


class ParagraphKind(models.TextChoices):
    """Where in the resolution a paragraph stands."""

    PREAMBULAR = "preambular", "Preambular"
    OPERATIVE = "operative", "Operative"


@row_history()
class Paragraph(models.Model):
    """A place in a resolution that lasts over its text versions, named by its eid: `op3_a`, `pp1`."""

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="paragraphs")
    eid = models.CharField(max_length=100)
    kind = models.CharField(max_length=12, choices=ParagraphKind)
    label = models.CharField(max_length=100, blank=True)
    part = models.CharField(max_length=20, blank=True)
    heading = models.TextField(blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    position = models.PositiveIntegerField()

    objects: ClassVar[ParagraphQuerySet] = ParagraphQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["resolution", "position"]
        constraints = [
            models.UniqueConstraint(fields=["resolution", "eid"], name="paragraph_eid_once_per_resolution"),
            models.CheckConstraint(condition=Q(kind__in=ParagraphKind.values), name="paragraph_kind_known"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The stable id shown everywhere: `E/RES/2004/33#op2`."""
        return f"{self.resolution.symbol}#{self.eid}"


@row_history(exclude=("search",))
class ParagraphText(models.Model):
    """The words of a paragraph in one text version, as a reader would read them; they never change."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, related_name="texts")
    version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="paragraph_texts")
    phrase = models.TextField("opening phrase", blank=True)
    text = models.TextField()
    tail = models.TextField(blank=True)
    calls = models.JSONField(
        "footnote calls", default=list, blank=True, help_text='[{"label": "1", "at": 120}, …]'
    )
    search = models.GeneratedField(
        expression=SearchVector("text", "tail", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["version", "paragraph__position"]
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "version"], name="paragraph_text_once_per_version")
        ]
        # Serves every full-text search of the register, the resolutions and the API.
        indexes = [GinIndex(fields=["search"], name="paragraph_text_search")]
        triggers = [
            pgtrigger.Protect(name="words_are_never_dropped", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="words_are_never_changed",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("paragraph", "version", "text", "tail"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paragraph} ({self.version.language}, version {self.version.number})"


@row_history()
class Footnote(models.Model):
    """A footnote of a text version; `resolved` says what *Ibid.* stands for."""

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="footnotes")
    label = models.CharField(max_length=20)
    text = models.TextField()
    resolved = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["version", "position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="footnote_position_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.text}"


@row_history()
class Annex(models.Model):
    """A part of a text version kept apart from the operative one."""

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="annexes")
    title = models.TextField(blank=True)
    text = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["version", "position"]
        verbose_name_plural = "annexes"
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="annex_position_once")]

    def __str__(self) -> str:
        return self.title or f"Annex {self.position}"
