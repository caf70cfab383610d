"""The door that tells people the news: what others did about what they speak for, wrote, or watch.

The news is read from the rows that the doors leave behind, so no door knows who wants to be told. It is read
from a mark on, with an overlap for what was committed late; a notice has a key, so nobody is told twice.
"""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from resolutions.models import EntityMembership
from tracker.models import (
    Comment,
    DueDateChange,
    FocalPoint,
    FollowUpReport,
    Ground,
    NewsMark,
    Notice,
    NoticeKind,
    Occurrence,
    ReportStep,
    StatusChange,
    Watch,
)
from tracker.news import News, news
from tracker.querysets import entities_of
from tracker.statuses import ReportState
from tracker.watching import watched_by

# Longer than any transaction may take: what was recorded before the mark may be committed after it.
OVERLAP = dt.timedelta(minutes=10)
RESOLUTION = "assignment__item__clause__paragraph__resolution"


@transaction.atomic
def tell_news(*, at: dt.datetime) -> int:
    """Write the notices of what happened since the last time, to everybody whom it concerns.

    The first time nothing is told: what happened before the program told news is no news.

    Returns:
        how many notices were written.
    """
    mark = NewsMark.objects.select_for_update().first() or NewsMark.objects.create(upto=at)
    since = mark.upto - OVERLAP
    touched = _touched(since) if mark.upto < at else []
    NewsMark.objects.filter(pk=mark.pk).update(upto=at)
    on = timezone.localdate(at)
    return sum(_tell(person, since, on) for person in _concerned(touched, since, on)) if touched else 0


def _touched(since: dt.datetime) -> list[int]:
    """Return the ids of the occurrences to which anything happened."""
    steps = ReportStep.objects.filter(recorded_at__gt=since).values("report")
    comments = Comment.objects.filter(written_at__gt=since)
    reports = Q(lines__report__in=steps) | Q(lines__report__in=comments.values("report"))
    return list(
        Occurrence.objects.filter(
            Q(pk__in=StatusChange.objects.filter(recorded_at__gt=since).values("occurrence"))
            | Q(pk__in=DueDateChange.objects.filter(recorded_at__gt=since).values("occurrence"))
            | Q(pk__in=Occurrence.objects.filter(reports).values("pk"))
            | Q(assignment__item__in=comments.values("item"))
        ).values_list("pk", flat=True)
    )


def _concerned(touched: list[int], since: dt.datetime, on: dt.date) -> QuerySet[User]:
    """Return the people who watch, speak for, or report on what was touched."""
    happened = Occurrence.objects.filter(pk__in=touched)
    asked = happened.values("assignment__entity")
    members = EntityMembership.objects.filter(group__in=asked).values("member")
    speaks = FocalPoint.objects.active(on).filter(
        Q(entity__in=asked) | Q(entity__in=members) | Q(entity__in=happened.values("responses__entity"))
    )
    watches = Watch.objects.filter(
        Q(item__in=happened.values("assignment__item"))
        | Q(resolution__in=happened.values(RESOLUTION))
        | Q(entity__in=asked)
    )
    wrote = FollowUpReport.objects.filter(steps__recorded_at__gt=since)
    return User.objects.filter(
        Q(pk__in=speaks.values("user")) | Q(pk__in=watches.values("user")) | Q(pk__in=wrote.values("author")),
        is_active=True,
    )


def _tell(user: User, since: dt.datetime, on: dt.date) -> int:
    own = set(entities_of(user, on=on).values_list("pk", flat=True))
    speaking = Q(pk__in=Occurrence.objects.concerning(user, on=on).values("pk"))
    wrote = Q(lines__report__author=user)
    told = [
        *filter(_is_for_watchers, news(reader=user, on=on, among=watched_by(user), since=since)),
        *(each for each in news(reader=user, on=on, among=speaking, since=since) if _is_for(own, each)),
        *(each for each in news(reader=user, on=on, among=wrote, since=since) if _is_answer(user, each)),
    ]
    by_key = {each.key: each for each in sorted(told, key=lambda each: each.when) if each.by != user}
    known = set(Notice.objects.filter(user=user, key__in=by_key).values_list("key", flat=True))
    fresh = [_notice(user, each) for key, each in by_key.items() if key not in known]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _is_for_watchers(each: News) -> bool:
    """Whether a watcher is told: everything, of a report only that it came in."""
    return not isinstance(each.row, ReportStep) or each.row.to_state == ReportState.SUBMITTED


def _is_for(own: set[int], each: News) -> bool:
    """Whether a focal point is told: decisions and dates, and what became of the reports of their entities.

    An accepted report is told as such, not once more for each status it changed.
    """
    if isinstance(each.row, StatusChange):
        return each.row.ground != Ground.REPORT
    if isinstance(each.row, ReportStep):
        return each.row.report.entity_id in own and each.row.to_state != ReportState.SUBMITTED
    return each.kind == NoticeKind.DUE_DATE


def _is_answer(user: User, each: News) -> bool:
    """Whether an author is told: what a reviewer made of their own report."""
    return isinstance(each.row, ReportStep) and each.row.report.author_id == user.pk


def _notice(user: User, each: News) -> Notice:
    decided = each.row if isinstance(each.row, StatusChange | DueDateChange) else None
    return Notice(
        user=user,
        kind=each.kind,
        key=each.key,
        words=each.words,
        item=each.item,
        report=each.report,
        occurrence=decided.occurrence if decided else None,
        comment=each.row if isinstance(each.row, Comment) else None,
    )
