"""The models of obligations and their follow-up, one subject a file."""

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
from tracker.models.reports import (
    Evidence,
    EvidenceKind,
    FollowUpReport,
    ReportingCycle,
    ReportLine,
    ReportStep,
)

__all__ = [
    "ActionItem",
    "Assignment",
    "AssignmentRole",
    "AssignmentSource",
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
    "StatusChange",
]
