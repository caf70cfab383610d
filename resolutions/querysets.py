"""Questions about documents and readings, as QuerySet methods that chain like sentences."""

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from resolutions.models import Clause, Entity, Paragraph, Resolution  # noqa: F401

# In the type checker's eyes a QuerySet is generic over its model; at run time the names are forward.


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    """Questions about resolutions."""

    def search(self, words: str) -> Self:
        """Those whose symbol or title contains the words, or whose current text matches them."""
        query = SearchQuery(words, config="english", search_type="websearch")
        in_text = Q(
            pk__in=self.model._base_manager.filter(
                versions__is_current=True, versions__paragraph_texts__search=query
            ).values("pk")
        )
        return self.filter(Q(symbol__icontains=words) | Q(title__icontains=words) | in_text)


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    """Questions about paragraphs."""

    def operative(self) -> Self:
        """Only the operative ones."""
        return self.filter(kind="operative")

    def by_reference(self, reference: str) -> Self:
        """Those with the stable id `E/RES/2004/33#op2`: one or none."""
        symbol, _, eid = reference.partition("#")
        return self.filter(resolution__symbol=symbol, eid=eid)

    def search(self, words: str) -> Self:
        """Those whose current text matches the words."""
        query = SearchQuery(words, config="english", search_type="websearch")
        matching = self.model._base_manager.filter(texts__version__is_current=True, texts__search=query)
        return self.filter(pk__in=matching.values("pk"))


class ClauseQuerySet(models.QuerySet["Clause"]):
    """Questions about clauses."""

    def by_reference(self, reference: str) -> Self:
        """Those with the stable id `E/RES/2004/33#op2.2`: one or none."""
        place, _, number = reference.rpartition(".")
        symbol, _, eid = place.partition("#")
        if not number.isdecimal():
            return self.none()
        return self.filter(paragraph__resolution__symbol=symbol, paragraph__eid=eid, number=int(number))


class EntityQuerySet(models.QuerySet["Entity"]):
    """Questions about the directory of entities."""

    def in_use(self) -> Self:
        """Those not merged into another."""
        return self.filter(merged_into=None)

    def named(self, name: str) -> Self:
        """Those that bear exactly this name (official, acronym, alias or former), whatever its case."""
        return self.filter(_a_name("iexact", name)).distinct()

    def search(self, words: str) -> Self:
        """Those one of whose names contains the words."""
        return self.filter(_a_name("icontains", words)).distinct()


def _a_name(lookup: str, words: str) -> Q:
    """Return the condition on any name; a keyboard's apostrophe finds the one that print uses."""
    condition = Q()
    for said in {words, words.replace("'", "’")}:
        condition |= Q(**{f"name__{lookup}": said}) | Q(**{f"names__name__{lookup}": said})
    return condition
