"""What the paragraphs of a resolution cite, and how."""

from django.db import models
from django.db.models import Q

from resolutions.history import row_history
from resolutions.models.documents import Paragraph, Resolution, TextVersion


class CitationRelation(models.TextChoices):
    """What a paragraph does with a document it cites."""

    RECALLS = "recalls", "Recalls"
    REAFFIRMS = "reaffirms", "Reaffirms"
    TAKES_NOTE_OF = "takes note of", "Takes note of"
    WELCOMES = "welcomes", "Welcomes"
    ENDORSES = "endorses", "Endorses"
    IMPLEMENTS = "implements", "Implements"
    AMENDS = "amends", "Amends"
    EXTENDS = "extends", "Extends"
    SUPERSEDES = "supersedes", "Supersedes"
    RELATED = "related", "Refers to"


@row_history()
class Citation(models.Model):
    """A document that a text version cites, linked to its resolution where we hold it.

    `paragraph` is empty where only a footnote cites it.
    """

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="citations")
    paragraph = models.ForeignKey(
        Paragraph, null=True, blank=True, on_delete=models.PROTECT, related_name="citations"
    )
    position = models.PositiveSmallIntegerField()
    symbol = models.CharField(max_length=100, db_index=True)
    text = models.TextField("words")
    pinpoint = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(
        max_length=40, blank=True, help_text="The label of the footnote in whose words the offsets count."
    )
    rule = models.CharField(max_length=60, blank=True, help_text="What found it.")
    relation = models.CharField(max_length=20, choices=CitationRelation)
    cited = models.ForeignKey(
        Resolution, null=True, blank=True, on_delete=models.SET_NULL, related_name="cited_by"
    )

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="citation_position_once"),
            models.CheckConstraint(
                condition=Q(relation__in=CitationRelation.values), name="citation_relation_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} ({self.get_relation_display().lower()})"
