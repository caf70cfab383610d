"""Organs, their sessions and the operative verbs."""

from django.contrib import admin

from resolutions.admin.base import HouseAdmin
from resolutions.models import Organ, Session, Verb


@admin.register(Organ)
class OrganAdmin(HouseAdmin):
    """The bodies that adopt resolutions."""

    list_display = ("name", "code", "symbol_prefix", "time_zone")
    search_fields = ("name", "code", "symbol_prefix")


@admin.register(Session)
class SessionAdmin(HouseAdmin):
    """Sessions as intervals of days; correcting one moves no due date that stands already."""

    list_display = ("label", "organ", "opens", "closes", "estimated")
    list_filter = ("organ", "estimated")
    list_select_related = ("organ",)
    search_fields = ("label", "organ__code", "organ__name")
    autocomplete_fields = ("organ",)
    date_hierarchy = "opens"
    ordering = ("-opens", "id")


@admin.register(Verb)
class VerbAdmin(HouseAdmin):
    """Operative verbs: what each does, and how strongly."""

    list_display = ("lemma", "type", "creates_action", "force_secretariat", "force_states")
    list_filter = ("type", "creates_action")
    search_fields = ("lemma",)
