"""The app of documents and what they say."""

from django.apps import AppConfig


class ResolutionsConfig(AppConfig):
    """Resolutions, their texts and their readings."""

    name = "resolutions"
    verbose_name = "Resolutions"
