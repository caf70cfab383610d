"""Resolutions and paragraphs: public to everybody with a role."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from resolutions.models import Citation, Paragraph, ParagraphText, Resolution, TextVersion
from tracker.api.filters import ParagraphFilter, ResolutionFilter
from tracker.api.references import paragraph_named, resolution_named
from tracker.api.serializers.documents import ParagraphRow, ResolutionDetail, ResolutionRow
from tracker.api.views.base import Resource

CURRENT_WORDS = Prefetch(
    "texts", queryset=ParagraphText.objects.filter(version__is_current=True).select_related("version")
)


class Resolutions(Resource):
    """Resolutions, by symbol: `/api/v1/resolutions/E/RES/2004/33/`."""

    model = Resolution
    serializer_class = ResolutionRow
    detail_class = ResolutionDetail
    filterset_class = ResolutionFilter
    orderings = {"adopted": ("adopted_on", "-symbol"), "symbol": ("symbol",), "updated": ("updated_at",)}
    default_ordering = "-adopted"
    lookup_value_regex = ".+"

    def rows(self) -> QuerySet[Resolution]:
        """Return all resolutions."""
        return Resolution.objects.select_related("organ", "session")

    def details(self) -> QuerySet[Resolution]:
        """Return resolutions with their texts."""
        versions = (
            TextVersion.objects.select_related("source")
            .defer("source__content")
            .prefetch_related(Prefetch("citations", Citation.objects.select_related("paragraph")))
        )
        return self.rows().prefetch_related(
            Prefetch("paragraphs", with_words(Paragraph.objects.order_by("position"))),
            Prefetch("versions", versions),
        )

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by symbol or number."""
        return resolution_named(queryset, reference)


class Paragraphs(Resource):
    """Paragraphs with their current words, by reference: `/api/v1/paragraphs/E/RES/2004/33%23op2/`."""

    model = Paragraph
    serializer_class = detail_class = ParagraphRow
    filterset_class = ParagraphFilter
    orderings = {
        "reading": ("-resolution__adopted_on", "resolution__symbol", "position"),
        "symbol": ("resolution__symbol", "position"),
    }
    default_ordering = "reading"
    lookup_value_regex = ".+"

    def rows(self) -> QuerySet[Paragraph]:
        """Return all paragraphs."""
        return with_words(Paragraph.objects.all())

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by reference or number."""
        return paragraph_named(queryset, reference)


def with_words(paragraphs: QuerySet[Paragraph]) -> QuerySet[Paragraph]:
    """Return the paragraphs with their current words and their clauses."""
    return paragraphs.select_related("resolution", "parent").prefetch_related(CURRENT_WORDS, "clauses")
