"""The admin of documents and vocabulary; what hangs on obligations is in `tracker.admin`."""

from resolutions.admin import documents, entities, vocabulary

__all__ = ["documents", "entities", "vocabulary"]
