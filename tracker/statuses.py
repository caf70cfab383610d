"""The state machines, as tables: what a status may become, and by which door.

docs/statuses.md shows them as pictures; `manage.py state_diagrams` writes it and a test compares.
"""

from django.db import models


class Status(models.TextChoices):
    """How far one occurrence of an assignment is. Overdue is no status: it is computed for a day."""

    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    PARTIALLY_IMPLEMENTED = "partially_implemented", "Partially implemented"
    IMPLEMENTED = "implemented", "Implemented"
    OVERTAKEN = "overtaken", "Overtaken by events"
    NOT_IMPLEMENTED = "not_implemented", "Not implemented (closed)"
    NO_ACTION = "no_action", "No action required"

    @property
    def shape(self) -> str:
        """The sign that stands beside the word, so that no status is told by colour alone."""
        return SHAPES[self]


SHAPES: dict[Status, str] = {
    Status.NOT_STARTED: "○",
    Status.IN_PROGRESS: "◔",
    Status.PARTIALLY_IMPLEMENTED: "◑",
    Status.IMPLEMENTED: "●",
    Status.OVERTAKEN: "⊘",
    Status.NOT_IMPLEMENTED: "✕",
    Status.NO_ACTION: "–",
}

OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.PARTIALLY_IMPLEMENTED)
CLOSED = (Status.IMPLEMENTED, Status.OVERTAKEN, Status.NOT_IMPLEMENTED)

# What an accepted report may make of a status. A closed occurrence is not opened by a report.
BY_REPORT: dict[Status, tuple[Status, ...]] = {
    Status.NOT_STARTED: (
        Status.IN_PROGRESS,
        Status.PARTIALLY_IMPLEMENTED,
        Status.IMPLEMENTED,
        Status.OVERTAKEN,
        Status.NOT_IMPLEMENTED,
    ),
    Status.IN_PROGRESS: (
        Status.PARTIALLY_IMPLEMENTED,
        Status.IMPLEMENTED,
        Status.OVERTAKEN,
        Status.NOT_IMPLEMENTED,
    ),
    Status.PARTIALLY_IMPLEMENTED: (
        Status.IN_PROGRESS,
        Status.IMPLEMENTED,
        Status.OVERTAKEN,
        Status.NOT_IMPLEMENTED,
    ),
    Status.IMPLEMENTED: (),
    Status.OVERTAKEN: (),
    Status.NOT_IMPLEMENTED: (),
    Status.NO_ACTION: (),
}

# What a reasoned decision may make of it, beyond what a report may: open again, or find nothing was asked.
BY_DECISION: dict[Status, tuple[Status, ...]] = {
    Status.NOT_STARTED: (*BY_REPORT[Status.NOT_STARTED], Status.NO_ACTION),
    Status.IN_PROGRESS: (*BY_REPORT[Status.IN_PROGRESS], Status.NO_ACTION),
    Status.PARTIALLY_IMPLEMENTED: (*BY_REPORT[Status.PARTIALLY_IMPLEMENTED], Status.NO_ACTION),
    Status.IMPLEMENTED: (Status.IN_PROGRESS,),
    Status.OVERTAKEN: (Status.IN_PROGRESS,),
    Status.NOT_IMPLEMENTED: (Status.IN_PROGRESS,),
    Status.NO_ACTION: (Status.NOT_STARTED,),
}

# What undoing a relation of items may make of the statuses it had set: what they were before.
BY_UNDOING: dict[Status, tuple[Status, ...]] = {
    **dict.fromkeys(Status, ()),
    Status.OVERTAKEN: OPEN,
    Status.IN_PROGRESS: (Status.NOT_STARTED,),
}


class ReportState(models.TextChoices):
    """Where a follow-up report is on its way."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    SENT_BACK = "sent_back", "Sent back"
    ACCEPTED = "accepted", "Accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"


REPORT_TRANSITIONS: dict[ReportState, tuple[ReportState, ...]] = {
    ReportState.DRAFT: (ReportState.SUBMITTED, ReportState.WITHDRAWN),
    ReportState.SUBMITTED: (ReportState.SENT_BACK, ReportState.ACCEPTED, ReportState.WITHDRAWN),
    ReportState.SENT_BACK: (ReportState.SUBMITTED, ReportState.WITHDRAWN),
    ReportState.ACCEPTED: (ReportState.SENT_BACK,),
    ReportState.WITHDRAWN: (),
}

# Only in these may the words of a report be changed.
EDITABLE = (ReportState.DRAFT, ReportState.SENT_BACK)
