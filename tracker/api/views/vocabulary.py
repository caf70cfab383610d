"""Entities, verbs and organs."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from resolutions.models import Entity, EntityMembership, Organ, Verb
from tracker.api.filters import EntityFilter, OrganFilter, VerbFilter
from tracker.api.references import entity_named, organ_named, verb_named
from tracker.api.serializers.vocabulary import EntityDetail, EntityRow, OrganDetail, OrganRow, VerbRow
from tracker.api.views.base import Resource


class Entities(Resource):
    """The directory of entities, by key: `/api/v1/entities/sg/`."""

    model = Entity
    serializer_class = EntityRow
    detail_class = EntityDetail
    filterset_class = EntityFilter
    orderings = {"name": ("name",), "key": ("key",)}
    default_ordering = "name"
    lookup_value_regex = "[^/]+"

    def rows(self) -> QuerySet[Entity]:
        """Return all entities."""
        return Entity.objects.select_related("merged_into").prefetch_related("names")

    def details(self) -> QuerySet[Entity]:
        """Return entities with their groups and members."""
        return self.rows().prefetch_related(
            Prefetch("memberships", EntityMembership.objects.select_related("member")),
            Prefetch("memberships_held", EntityMembership.objects.select_related("group")),
        )

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by key or number."""
        return entity_named(queryset, reference)


class Verbs(Resource):
    """Operative verbs, by lemma: `/api/v1/verbs/request/`."""

    model = Verb
    serializer_class = detail_class = VerbRow
    filterset_class = VerbFilter
    orderings = {"lemma": ("lemma",), "type": ("type", "lemma")}
    default_ordering = "lemma"
    lookup_value_regex = "[^/]+"

    def rows(self) -> QuerySet[Verb]:
        """Return all verbs."""
        return Verb.objects.all()

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by lemma or number."""
        return verb_named(queryset, reference)


class Organs(Resource):
    """Bodies that adopt resolutions, by code: `/api/v1/organs/ECOSOC/`."""

    model = Organ
    serializer_class = OrganRow
    detail_class = OrganDetail
    filterset_class = OrganFilter
    orderings = {"name": ("name",), "code": ("code",)}
    default_ordering = "name"
    lookup_value_regex = "[^/]+"

    def rows(self) -> QuerySet[Organ]:
        """Return all organs."""
        return Organ.objects.all()

    def details(self) -> QuerySet[Organ]:
        """Return organs with their sessions."""
        return Organ.objects.prefetch_related("sessions")

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by code or number."""
        return organ_named(queryset, reference)
