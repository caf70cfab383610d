"""Digests: once a day each focal point is told of what newly falls due or is newly overdue.

A digest is a row with its notices, written in one transaction; a notice is written once per person,
occurrence, kind and due date, so a second run adds nothing. Sending claims the row first.
"""

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from tracker.models import Digest, DueNotice, FocalPoint, NoticeKind, Occurrence

DAYS_AHEAD = 30
# A sender that has not finished by then is taken for dead.
STALE_AFTER = dt.timedelta(minutes=10)


def prepare(*, on: dt.date) -> int:
    """Write the digests of a day for everybody who has something new to be told.

    Returns:
        how many digests were written; a second run on the same day writes none.
    """
    people = User.objects.filter(pk__in=FocalPoint.objects.active(on).values("user"), is_active=True).exclude(
        email=""
    )
    return sum(_prepare_for(person, on) for person in people)


@transaction.atomic
def _prepare_for(user: User, on: dt.date) -> bool:
    news = _news(user, on)
    if not news:
        return False
    digest, created = Digest.objects.get_or_create(user=user, day=on)
    if not created:
        return False
    DueNotice.objects.bulk_create(
        [
            DueNotice(digest=digest, user=user, occurrence=occurrence, kind=kind, due_to=occurrence.due_to)
            for kind, occurrence in news
            if occurrence.due_to
        ]
    )
    return True


def _news(user: User, on: dt.date) -> list[tuple[NoticeKind, Occurrence]]:
    """Return what the person's entities have to do and what they were not told yet."""
    waiting_for = Occurrence.objects.awaiting(user, on=on)
    by_kind = {
        NoticeKind.OVERDUE: waiting_for.overdue(on),
        NoticeKind.DUE_SOON: waiting_for.due_within(DAYS_AHEAD, on),
    }
    told = set(DueNotice.objects.filter(user=user).values_list("kind", "occurrence_id", "due_to"))
    return [
        (kind, occurrence)
        for kind, occurrences in by_kind.items()
        for occurrence in occurrences.order_by("due_to", "pk")
        if (kind.value, occurrence.pk, occurrence.due_to) not in told
    ]


def waiting() -> list[int]:
    """Return the ids of digests that are not sent and that nobody is sending."""
    stale = timezone.now() - STALE_AFTER
    free = Digest.objects.filter(Q(claimed_at=None) | Q(claimed_at__lt=stale), sent_at=None)
    return list(free.values_list("pk", flat=True))


def send(digest_id: int) -> bool:
    """Send one digest by e-mail unless it is sent or another worker is sending it.

    The Message-ID follows from the person and the day: should a worker die between handing the mail over and
    noting it, the second copy carries the same id and mail systems drop it.
    """
    stale = timezone.now() - STALE_AFTER
    free = Digest.objects.filter(Q(claimed_at=None) | Q(claimed_at__lt=stale), pk=digest_id, sent_at=None)
    if free.update(claimed_at=timezone.now()) != 1:
        return False
    digest = Digest.objects.select_related("user").get(pk=digest_id)
    _message(digest).send()
    Digest.objects.filter(pk=digest_id).update(sent_at=timezone.now())
    return True


def _message(digest: Digest) -> EmailMessage:
    notices = digest.notices.select_related(
        "occurrence__assignment__entity",
        "occurrence__assignment__item__clause__paragraph__resolution",
    ).prefetch_related("occurrence__assignment__item__clause__paragraph__texts")
    overdue = [notice for notice in notices if notice.kind == NoticeKind.OVERDUE]
    due_soon = [notice for notice in notices if notice.kind == NoticeKind.DUE_SOON]
    context = {
        "user": digest.user,
        "day": digest.day,
        "overdue": overdue,
        "due_soon": due_soon,
        "site": settings.SITE_URL,
    }
    return EmailMessage(
        subject=f"Obligations: {len(overdue)} overdue, {len(due_soon)} due within {DAYS_AHEAD} days",
        body=render_to_string("tracker/email/digest.txt", context),
        to=[digest.user.email],
        headers={"Message-ID": f"<digest-{digest.user_id}-{digest.day:%Y%m%d}@{_host()}>"},
    )


def _host() -> str:
    return settings.SITE_URL.partition("://")[2].partition(":")[0] or "localhost"
