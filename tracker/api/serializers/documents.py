"""Resolutions and their paragraphs as the API tells them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from resolutions.models import Paragraph, ParagraphText, Resolution, TextVersion


class ResolutionRow(serializers.Serializer[Resolution]):
    """A resolution in a list."""

    id = serializers.IntegerField()
    symbol = serializers.CharField()
    provisional = serializers.BooleanField(source="symbol_is_provisional")
    kind = serializers.CharField()
    organ = serializers.CharField(source="organ.code", allow_null=True)
    session = serializers.CharField(source="session.label", allow_null=True)
    title = serializers.CharField()
    adopted_on = serializers.DateField(allow_null=True)
    meeting = serializers.CharField()
    agenda_item = serializers.CharField()
    proponent = serializers.CharField()
    vote = serializers.CharField()
    chapter_vii = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class ParagraphRow(serializers.Serializer[Paragraph]):
    """A paragraph in a list, with its words in the current text."""

    id = serializers.IntegerField()
    reference = serializers.CharField(help_text="Stable id, for instance E/RES/2004/33#op2.")
    resolution = serializers.CharField(source="resolution.symbol")
    eid = serializers.CharField()
    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    part = serializers.CharField()
    heading = serializers.CharField()
    parent = serializers.CharField(source="parent.eid", allow_null=True)  # type: ignore[assignment]
    position = serializers.IntegerField()
    language = serializers.SerializerMethodField()
    phrase = serializers.SerializerMethodField(help_text="The opening words that carry the verb.")
    text = serializers.SerializerMethodField()
    tail = serializers.SerializerMethodField(help_text="What follows its sub-paragraphs.")
    clauses = serializers.SerializerMethodField(help_text="References of its action items.")

    def get_language(self, paragraph: Paragraph) -> str:
        """Return the language of the words that are given."""
        words = _words(paragraph)
        return words.version.language if words else ""

    def get_phrase(self, paragraph: Paragraph) -> str:
        """Return the opening phrase."""
        words = _words(paragraph)
        return words.phrase if words else ""

    def get_text(self, paragraph: Paragraph) -> str:
        """Return the words."""
        words = _words(paragraph)
        return words.text if words else ""

    def get_tail(self, paragraph: Paragraph) -> str:
        """Return the words behind the sub-paragraphs."""
        words = _words(paragraph)
        return words.tail if words else ""

    def get_clauses(self, paragraph: Paragraph) -> list[str]:
        """Return the references of the clauses that stand in the current text."""
        return [
            f"{paragraph.reference}.{clause.number}"
            for clause in paragraph.clauses.all()
            if not clause.vanished
        ]


def _words(paragraph: Paragraph) -> ParagraphText | None:
    """Return the current words: English before others; none where the current text dropped the paragraph."""
    current = [words for words in paragraph.texts.all() if words.version.is_current]
    return min(current, key=lambda words: words.version.language != "en", default=None)


class TextVersionRow(serializers.Serializer[TextVersion]):
    """A text of a resolution that came in."""

    language = serializers.CharField()
    number = serializers.IntegerField(allow_null=True)
    is_current = serializers.BooleanField()
    file_name = serializers.CharField(source="source.name")
    sha256 = serializers.CharField(source="source.sha256")
    created_at = serializers.DateTimeField()


class CitationRow(serializers.Serializer[Any]):
    """A document that the current text cites."""

    symbol = serializers.CharField()
    relation = serializers.CharField()
    text = serializers.CharField()
    pinpoint = serializers.CharField()
    paragraph = serializers.CharField(source="paragraph.eid", allow_null=True)


class ResolutionDetail(ResolutionRow):
    """A resolution with its paragraphs in order, its texts and what it cites."""

    paragraphs = ParagraphRow(many=True)
    versions = TextVersionRow(many=True)
    citations = serializers.SerializerMethodField()

    @extend_schema_field(CitationRow(many=True))
    def get_citations(self, resolution: Resolution) -> Any:
        """Return what the current texts cite."""
        current = [version for version in resolution.versions.all() if version.is_current]
        cited = [citation for version in current for citation in version.citations.all()]
        return CitationRow(cited, many=True).data
