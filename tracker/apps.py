"""The app of obligations and their follow-up."""

from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """Action items, assignments, reports and their histories."""

    name = "tracker"
    verbose_name = "Follow-up"
