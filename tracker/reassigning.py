"""Hand many assignments of one entity over to another: all or none, in a fixed number of statements.

What is handed over is withdrawn with the reason; the other entity gets an assignment of its own with the same
role, due date and series, not started. What is closed stays with who did it. The history's triggers see every
row, and each new status has the row that explains it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions, rollup
from tracker.acting import acting
from tracker.filters import ActionItemFilter
from tracker.models import ActionItem, BulkJob
from tracker.querysets import OccurrenceQuerySet
from tracker.refusals import Refused
from tracker.selection import Selection
from tracker.statuses import CLOSED, Status

# The first that fits tells why a row cannot be handed over.
REFUSALS = """
    INSERT INTO tracker_bulkrefusal (job_id, assignment_id, why)
    SELECT %(job)s, a.id, r.why
    FROM tracker_assignment a
    JOIN tracker_occurrence o ON o.assignment_id = a.id AND o.is_current
    CROSS JOIN LATERAL (SELECT CASE
        WHEN a.withdrawn_at IS NOT NULL THEN 'It was withdrawn meanwhile.'
        WHEN o.status = ANY(%(closed)s) THEN 'It is closed; what is done stays with who did it.'
        WHEN EXISTS (
            SELECT 1 FROM tracker_reportline l JOIN tracker_followupreport f ON f.id = l.report_id
            WHERE l.occurrence_id = o.id AND f.state IN ('draft', 'submitted', 'sent_back')
        ) THEN 'A report on it is under way; have it accepted or withdrawn first.'
        WHEN EXISTS (
            SELECT 1 FROM tracker_assignment b
            WHERE b.item_id = a.item_id AND b.entity_id = %(to)s AND b.withdrawn_at IS NULL
        ) THEN 'The other entity is assigned to it already.'
    END AS why) r
    WHERE a.id = ANY(%(ids)s) AND r.why IS NOT NULL
"""
WITHDRAW = """
    UPDATE tracker_assignment SET withdrawn_at = %(now)s, withdrawn_why = %(why)s, updated_at = %(now)s
    WHERE id = ANY(%(ids)s)
"""
# One statement, as the rows that it makes are too new for the planner's statistics: joined to again by a
# later statement, they would be taken for few and walked once for each.
ASSIGN_AND_OPEN = """
    WITH handed AS (
        SELECT a.item_id, a.role, o.due_from, o.due_to, o.due_words, o.due_source, o.due_estimated,
            o.recurrence, o.review_on, o.review_set_by_id
        FROM tracker_assignment a
        JOIN tracker_occurrence o ON o.assignment_id = a.id AND o.is_current
        WHERE a.id = ANY(%(ids)s)
    ), assigned AS (
        INSERT INTO tracker_assignment
            (item_id, entity_id, role, source, withdrawn_at, withdrawn_why, created_at, updated_at)
        SELECT item_id, %(to)s, role, 'person', NULL, '', %(now)s, %(now)s FROM handed
        ON CONFLICT (item_id, entity_id) DO UPDATE
        SET withdrawn_at = NULL, withdrawn_why = '', role = EXCLUDED.role, source = 'person',
            updated_at = %(now)s
        RETURNING id, item_id
    ), opened AS (
        INSERT INTO tracker_occurrence
            (assignment_id, sequence, is_current, due_from, due_to, due_words, due_source, due_estimated,
             recurrence, review_on, review_set_by_id, status, reason, version, created_at, updated_at)
        SELECT n.id, 1, true, h.due_from, h.due_to, h.due_words, h.due_source, h.due_estimated,
            h.recurrence, h.review_on, h.review_set_by_id, 'not_started', '', 1, %(now)s, %(now)s
        FROM assigned n JOIN handed h ON h.item_id = n.item_id
        WHERE NOT EXISTS (SELECT 1 FROM tracker_occurrence earlier WHERE earlier.assignment_id = n.id)
        RETURNING id, status
    )
    INSERT INTO tracker_statuschange
        (occurrence_id, ground, from_status, to_status, effective_on, recorded_at, by_id, why)
    SELECT id, 'intake', '', status, %(today)s, %(now)s, %(by)s, %(why)s FROM opened
"""
WORKED_ON = """
    UPDATE tracker_actionitem SET worked_on = true, updated_at = %(now)s
    WHERE NOT worked_on AND id IN (SELECT item_id FROM tracker_assignment WHERE id = ANY(%(ids)s))
"""
ITEMS = "SELECT item_id FROM tracker_assignment WHERE id = ANY(%s)"
# Whoever changes one of these items waits; all take them in one order.
HOLD = f"SELECT id FROM tracker_actionitem WHERE id IN ({ITEMS}) ORDER BY id FOR NO KEY UPDATE"


@dataclass(frozen=True, slots=True)
class Handing:
    """What is handed over: the selection's assignments of one entity, to another, for a reason."""

    selection: Selection
    of: Entity
    to: Entity
    why: str

    def check(self) -> None:
        """Check what does not depend on single rows.

        Raises:
            NotAllowed: the person may not assign.
            Refused: no reason, the same entity twice, or one that was merged into another.
        """
        permissions.require(permissions.may_assign(self.selection.user), "hand assignments over")
        if not self.why.strip():
            raise Refused("Say why they are handed over; the reason is kept in the history.", field="why")
        if self.of == self.to:
            raise Refused("Choose another entity than the one that has them now.", field="to")
        if self.to.merged_into:
            raise Refused(f"{self.to} was merged into {self.to.merged_into}; choose that one.", field="to")

    def occurrences(self) -> OccurrenceQuerySet:
        """Return the running occurrences of what is handed over."""
        own = self.selection.narrowed(entity=self.of.key)
        return own.occurrences().filter(assignment__item__in=own.items().order_by().values("pk"))

    @property
    def parameters(self) -> dict[str, object]:
        """The same as the parameters of a job."""
        query = self.selection.without("entity").query
        return {"query": query, "of": self.of.key, "to": self.to.key, "why": self.why.strip()}


def handing_of(job: BulkJob) -> Handing:
    """Return what a job hands over, as its requester selects it today."""
    said = job.parameters
    chosen = ActionItemFilter(QueryDict(said["query"]), user=job.requested_by, on=timezone.localdate())
    of, to = (Entity.objects.get(key=said[name]) for name in ("of", "to"))
    return Handing(chosen.selection, of, to, said["why"])


def reassign(job: BulkJob) -> dict[str, object]:
    """Hand over what a job asks for; where a row cannot be, leave its refusal and change nothing.

    Returns:
        how many were handed over.

    Raises:
        NotAllowed: the person may not assign any more.
        Refused: the selection holds other rows than the person saw.
    """
    handing = handing_of(job)
    handing.check()
    ids = list(handing.occurrences().order_by().values_list("assignment", flat=True))
    if len(ids) != job.total:
        raise Refused(f"The list has changed: it holds {len(ids)} now, not {job.total}. Look at it again.")
    said = _said(job, handing, ids)
    with connection.cursor() as cursor, acting(job.requested_by, why=handing.why):
        cursor.execute(HOLD, [ids])
        cursor.execute(REFUSALS, said)
        if cursor.rowcount:
            return {}
        for statement in (WITHDRAW, ASSIGN_AND_OPEN, WORKED_ON):
            cursor.execute(statement, said)
        rollup.refresh_all(ActionItem.objects.filter(pk__in=RawSQL(ITEMS, [ids])))
    return {"handed_over": len(ids)}


def _said(job: BulkJob, handing: Handing, ids: Sequence[int]) -> dict[str, Any]:
    return {
        "job": job.pk,
        "ids": ids,
        "to": handing.to.pk,
        "by": job.requested_by_id,
        "why": f"Handed over from {handing.of} to {handing.to}: {handing.why}",
        "now": timezone.now(),
        "today": timezone.localdate(),
        "closed": [str(status) for status in (*CLOSED, Status.NO_ACTION)],
    }
