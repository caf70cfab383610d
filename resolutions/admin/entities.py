"""The directory of entities, with the names they bear and the groups they belong to."""

from typing import Any

from django.db.models import Case, QuerySet, When
from django.http import HttpRequest

from resolutions.admin.base import HouseAdmin, PartInline
from resolutions.directory import bear_own_name
from resolutions.models import Entity, EntityMembership, EntityName


class NameInline(PartInline):
    """Every name an entity bears or bore; texts are matched by these."""

    model = EntityName
    kept_by = "resolutions.change_entity"
    verbose_name_plural = "names"


class MemberInline(PartInline):
    """The members of a group."""

    model = EntityMembership
    kept_by = "resolutions.change_entity"
    fk_name = "group"
    autocomplete_fields = ("member",)
    verbose_name, verbose_name_plural = "member", "members"


class MembershipInline(PartInline):
    """The groups that an entity is a member of."""

    model = EntityMembership
    kept_by = "resolutions.change_entity"
    fk_name = "member"
    autocomplete_fields = ("group",)
    verbose_name, verbose_name_plural = "group", "groups it belongs to"


class EntityAdmin(HouseAdmin):
    """Who can be asked. One that a text brought and nobody placed yet is marked "to be placed".

    Placing and merging take the follow-up along, so `tracker` registers this page with its deeds.
    """

    model = Entity

    list_display = ("name", "type", "is_group", "iso3", "provisional", "merged_into")
    list_filter = ("provisional", "is_group", "type")
    list_select_related = ("merged_into",)
    search_fields = ("name", "names__name", "iso3")
    fields = ("name", "key", "type", "is_group", "iso3", "provisional", "merged_into")
    # Placing and merging are deeds, no fields to fill in.
    readonly_fields = ("provisional", "merged_into")
    history_of = ((EntityName, "entity"), (EntityMembership, "group"), (EntityMembership, "member"))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """Suggest a key for a new entity only; an old one stands in addresses."""
        return {} if obj else {"key": ("name",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep the key and the name of an entity that exists: renaming is a deed, with a day and a reason."""
        return (*self.readonly_fields, "key", "name") if obj else tuple(self.readonly_fields)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Let a new entity bear its own name beside those that were given."""
        super().save_related(request, form, formsets, change)
        if not change:
            bear_own_name(form.instance)

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Show the members of a group, the groups of everybody else."""
        if obj is None:
            return [NameInline]
        return [NameInline, MemberInline if obj.is_group else MembershipInline]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search names and acronyms; to choose from, offer only entities that were not merged away."""
        if not request.path.endswith("/autocomplete/"):
            return super().get_search_results(request, queryset, search_term)
        found, _ = super().get_search_results(request, queryset.filter(merged_into=None), search_term)
        return _nearest_first(queryset.filter(pk__in=found.values("pk")), search_term), False


def _nearest_first(entities: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Put the entity of exactly this name first, then those whose name begins with it."""
    nearness = Case(When(name__iexact=words, then=0), When(name__istartswith=words, then=1), default=2)
    return entities.order_by(nearness, "name", "pk")
