"""The models of obligations and their follow-up, one subject a file."""

from tracker.models.attention import Feed, FeedScope, SavedFilter, Watch
from tracker.models.bulk import UNFINISHED, BulkJob, BulkKind, BulkRefusal, BulkState
from tracker.models.cycles import CycleRequest, ReportingCycle
from tracker.models.decisions import DueDateChange, Ground, StatusChange
from tracker.models.jobs import ImportJob, ImportState
from tracker.models.mandates import (
    Basis,
    CarriedOver,
    ItemRelation,
    ProposalState,
    RelationKind,
    RelationProposal,
    RelationSearch,
    Retirement,
)
from tracker.models.measures import Indicator, IndicatorValue
from tracker.models.notices import (
    Digest,
    Frequency,
    NewsMark,
    Notice,
    NoticeKind,
    NoticePreference,
    Weekday,
)
from tracker.models.obligations import (
    ActionItem,
    Assignment,
    AssignmentRole,
    AssignmentSource,
    DueSource,
    MemberResponse,
    Nature,
    Occurrence,
)
from tracker.models.people import FocalPoint, Handover
from tracker.models.policies import ReviewPolicy
from tracker.models.reports import (
    Evidence,
    EvidenceKind,
    FollowUpReport,
    ReportLine,
    ReportStep,
)
from tracker.models.shares import TakenReading
from tracker.models.sheets import Fate, SheetRow, TrackingSheet
from tracker.models.talk import Comment

__all__ = [
    "UNFINISHED",
    "ActionItem",
    "Assignment",
    "AssignmentRole",
    "AssignmentSource",
    "Basis",
    "BulkJob",
    "BulkKind",
    "BulkRefusal",
    "BulkState",
    "CarriedOver",
    "Comment",
    "CycleRequest",
    "Digest",
    "DueDateChange",
    "DueSource",
    "Evidence",
    "EvidenceKind",
    "Fate",
    "Feed",
    "FeedScope",
    "FocalPoint",
    "FollowUpReport",
    "Frequency",
    "Ground",
    "Handover",
    "ImportJob",
    "ImportState",
    "Indicator",
    "IndicatorValue",
    "ItemRelation",
    "MemberResponse",
    "Nature",
    "NewsMark",
    "Notice",
    "NoticeKind",
    "NoticePreference",
    "Occurrence",
    "ProposalState",
    "RelationKind",
    "RelationProposal",
    "RelationSearch",
    "ReportLine",
    "ReportStep",
    "ReportingCycle",
    "Retirement",
    "ReviewPolicy",
    "SavedFilter",
    "SheetRow",
    "StatusChange",
    "TakenReading",
    "TrackingSheet",
    "Watch",
    "Weekday",
]
