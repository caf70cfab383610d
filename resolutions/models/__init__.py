"""The models of documents, their readings and the vocabulary, one subject a file."""

from resolutions.models.citations import Citation, CitationRelation
from resolutions.models.clause_details import ClauseAddressee, ClauseDeadline, DeadlineKind, Role
from resolutions.models.documents import (
    Annex,
    Footnote,
    Kind,
    Paragraph,
    ParagraphKind,
    ParagraphText,
    Resolution,
    SourceFile,
    TextVersion,
)
from resolutions.models.readings import Clause, ClauseSuggestion, ParseRun, Procedure, ReviewState
from resolutions.models.vocabulary import (
    ClauseType,
    CreatesAction,
    Entity,
    EntityMembership,
    EntityName,
    NameKind,
    Organ,
    Session,
    Verb,
)

__all__ = [
    "Annex",
    "Citation",
    "CitationRelation",
    "Clause",
    "ClauseAddressee",
    "ClauseDeadline",
    "ClauseSuggestion",
    "ClauseType",
    "CreatesAction",
    "DeadlineKind",
    "Entity",
    "EntityMembership",
    "EntityName",
    "Footnote",
    "Kind",
    "NameKind",
    "Organ",
    "Paragraph",
    "ParagraphKind",
    "ParagraphText",
    "ParseRun",
    "Procedure",
    "Resolution",
    "ReviewState",
    "Role",
    "Session",
    "SourceFile",
    "TextVersion",
    "Verb",
]
