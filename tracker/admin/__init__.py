"""The admin of what is tracked, one subject a module; every write goes through the doors."""

from django.contrib import admin

from tracker.admin import (
    attention,
    cycles,
    decisions,
    entities,
    imports,
    indicators,
    items,
    occurrences,
    people,
    policies,
    readings,
    reports,
    resolutions,
    suggestions,
)
from tracker.forms.login import AdminLoginForm

__all__ = [
    "attention",
    "cycles",
    "decisions",
    "entities",
    "imports",
    "indicators",
    "items",
    "occurrences",
    "people",
    "policies",
    "readings",
    "reports",
    "resolutions",
    "suggestions",
]

admin.site.site_header = admin.site.site_title = "Obligations tracker"
admin.site.login_form = AdminLoginForm
admin.site.index_title = "Enter and keep"
