"""The models of obligations and their follow-up, one subject a file."""

from tracker.models.bulk import UNFINISHED, BulkJob, BulkKind, BulkRefusal, BulkState
from tracker.models.cycles import CycleRequest, ReportingCycle
from tracker.models.decisions import DueDateChange, Ground, StatusChange
from tracker.models.jobs import Digest, DueNotice, ImportJob, ImportState, NoticeKind
from tracker.models.measures import Indicator, IndicatorValue
from tracker.models.obligations import (
    ActionItem,
    Assignment,
    AssignmentRole,
    AssignmentSource,
    DueSource,
    ItemRelation,
    MemberResponse,
    Nature,
    Occurrence,
    RelationKind,
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

__all__ = [
    "UNFINISHED",
    "ActionItem",
    "Assignment",
    "AssignmentRole",
    "AssignmentSource",
    "BulkJob",
    "BulkKind",
    "BulkRefusal",
    "BulkState",
    "CycleRequest",
    "Digest",
    "DueDateChange",
    "DueNotice",
    "DueSource",
    "Evidence",
    "EvidenceKind",
    "FocalPoint",
    "FollowUpReport",
    "Ground",
    "Handover",
    "ImportJob",
    "ImportState",
    "Indicator",
    "IndicatorValue",
    "ItemRelation",
    "MemberResponse",
    "Nature",
    "NoticeKind",
    "Occurrence",
    "RelationKind",
    "ReportLine",
    "ReportStep",
    "ReportingCycle",
    "ReviewPolicy",
    "StatusChange",
]
