"""Who may do what, each rule once. Pages, admin and API ask these to show or hide; the doors, to refuse."""

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from resolutions.models import Entity
from tracker.models import FollowUpReport
from tracker.querysets import Person, entities_of
from tracker.refusals import NotAllowed
from tracker.statuses import EDITABLE, REPORT_TRANSITIONS, ReportState

# Held by every role but that of whoever only looks; for which entities, their appointments say.
ANSWERS = "tracker.answer_for_entity"


def is_focal_point(user: Person, entity: Entity, *, on: dt.date | None = None) -> bool:
    """Whether the user speaks for the entity on the day (today)."""
    return entities_of(user, on=on or timezone.localdate()).filter(pk=entity.pk).exists()


def may_report_on_behalf(user: Person) -> bool:
    """Whether the user may record reports that entities sent in; each is marked as recorded on behalf."""
    return user.has_perm("tracker.submit_for_any_entity")


def may_report_for(user: Person, entity: Entity) -> bool:
    """Whether the user may write a follow-up report of the entity."""
    return may_report_on_behalf(user) or _answers_for(user, entity)


def may_edit_report(user: Person, report: FollowUpReport) -> bool:
    """Whether the user may change the report now: its author or its entity's focal point, before review."""
    return report.state in EDITABLE and _own(user, report)


def may_withdraw_report(user: Person, report: FollowUpReport) -> bool:
    """Whether the user may withdraw the report now."""
    ways = REPORT_TRANSITIONS[ReportState(report.state)]
    return ReportState.WITHDRAWN in ways and _own(user, report)


def _own(user: Person, report: FollowUpReport) -> bool:
    """Whether the report is the person's: of an entity they speak for, or recorded by them on its behalf."""
    recorded = user.pk == report.author_id and may_report_on_behalf(user)
    return recorded or _answers_for(user, report.entity)


def _answers_for(user: Person, entity: Entity) -> bool:
    return answered_by(user, on=timezone.localdate()).filter(pk=entity.pk).exists()


def answered_by(user: Person, *, on: dt.date) -> QuerySet[Entity]:
    """Return the entities the user answers for: an appointment alone is no role that answers."""
    own = entities_of(user, on=on)
    return own if may_answer(user) else own.none()


def is_reviewer(user: Person) -> bool:
    """Whether the user reviews reports at all."""
    return user.has_perm("tracker.review_report")


def may_review(user: Person, report: FollowUpReport) -> bool:
    """Whether the user may accept the report or send it back: a reviewer who had no part in writing it.

    Who drafted it or handed it in had, also where it has another author since; so may anybody who speaks for
    the entity have had.
    """
    if not is_reviewer(user) or user.pk == report.author_id:
        return False
    wrote = report.steps.filter(by=user.pk, to_state__in=(ReportState.DRAFT, ReportState.SUBMITTED))
    return not wrote.exists() and not is_focal_point(user, report.entity)


def may_decide(user: Person) -> bool:
    """Whether the user may change statuses and due dates by a reasoned decision."""
    return user.has_perm("tracker.decide_status")


def may_assign(user: Person) -> bool:
    """Whether the user may assign entities and withdraw assignments."""
    return user.has_perm("tracker.assign_entity")


def may_correct(user: Person) -> bool:
    """Whether the user may confirm and correct what was read."""
    return user.has_perm("resolutions.review_clause")


def may_comment(user: Person) -> bool:
    """Whether the user may comment on what they may see; whoever only looks does not."""
    return user.has_perm("tracker.add_comment")


def may_answer(user: Person) -> bool:
    """Whether the user can answer for entities once appointed; whoever only looks cannot."""
    return user.is_active and user.has_perm(ANSWERS)


def may_support(user: Person) -> bool:
    """Whether the user keeps accounts, and may look at what the program tells other people."""
    return user.has_perm("auth.change_user")


def may_import(user: Person) -> bool:
    """Whether the user may add resolutions."""
    return user.has_perm("tracker.add_importjob")


def may_open_cycle(user: Person) -> bool:
    """Whether the user may open a reporting cycle."""
    return user.has_perm("tracker.add_reportingcycle")


def may_measure(user: Person) -> bool:
    """Whether the user may say what is measured of an item."""
    return user.has_perm("tracker.change_indicator")


def may_appoint(user: Person) -> bool:
    """Whether the user may appoint focal points and hand their work over."""
    return user.has_perm("tracker.change_focalpoint")


def may_relate(user: Person) -> bool:
    """Whether the user may say what a later item does to an earlier one, and undo it."""
    return user.has_perm("tracker.add_itemrelation")


def may_retire(user: Person) -> bool:
    """Whether the user may retire items and lift retirements."""
    return user.has_perm("tracker.add_retirement")


def may_take_over(user: Person) -> bool:
    """Whether the user may take an existing tracking spreadsheet over: it assigns and decides."""
    return may_decide(user) and may_assign(user)


def may_keep_policies(user: Person) -> bool:
    """Whether the user may change the review policies and let review days follow them."""
    return user.has_perm("tracker.change_reviewpolicy")


def may_keep_directory(user: Person) -> bool:
    """Whether the user may place, rename and merge entities."""
    return user.has_perm("resolutions.change_entity")


def require(allowed: bool, deed: str) -> None:
    """Raise NotAllowed naming the deed unless it is allowed.

    Raises:
        NotAllowed: "You may not …. Ask an administrator for a role that may."
    """
    if not allowed:
        raise NotAllowed(f"You may not {deed}. Ask an administrator for a role that may.")
