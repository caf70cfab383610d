"""The words the parser knows: tables beside this file, each loaded once into frozen values.

The functions named here are the only way in; the database is filled from the same values.
"""

from resolutions.parsing.vocabulary.lexicon import (
    EntityEntry,
    OrganEntry,
    VerbEntry,
    VerbPhrase,
    entities,
    organs,
    verb_class_types,
    verb_phrases,
    verbs,
)
from resolutions.parsing.vocabulary.sessions import SessionEntry, sessions

__all__ = [
    "EntityEntry",
    "OrganEntry",
    "SessionEntry",
    "VerbEntry",
    "VerbPhrase",
    "entities",
    "organs",
    "sessions",
    "verb_class_types",
    "verb_phrases",
    "verbs",
]
