"""Digests: the mails that bring a person's new notices, one for each person and period.

A digest is a row that takes its notices with it, written in one transaction. Sending claims the row first and
notes it after the mail server took the mail; see docs/adr for what a worker's death in between leads to.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from tracker import notices
from tracker.models import Digest, Frequency, Notice, NoticeKind, NoticePreference
from tracker.reminders import reminded_of

# When the mails of a day are written, in the time zone of the installation.
MAIL_HOUR = 6
# A sender that has not finished by then is taken for dead.
STALE_AFTER = dt.timedelta(minutes=10)
OF_DUE_DATES = (NoticeKind.OVERDUE, NoticeKind.DUE_SOON)


@dataclass(frozen=True, slots=True)
class Period:
    """A period that gets one mail: its name, its day, and until when notices belong to it."""

    name: str
    day: dt.date
    until: dt.datetime


def period_of(preference: NoticePreference, at: dt.datetime) -> Period | None:
    """Return the newest period whose mail is due at a moment, None for whoever wants no mail."""
    local = timezone.localtime(at)
    if preference.frequency == Frequency.OFF:
        return None
    if preference.frequency == Frequency.IMMEDIATE:
        return Period(f"{local:%Y-%m-%dT%H%M}", local.date(), at)
    day = local.date() if local.hour >= MAIL_HOUR else local.date() - dt.timedelta(days=1)
    if preference.frequency == Frequency.WEEKLY:
        day -= dt.timedelta(days=(day.weekday() - preference.weekday) % 7)
    until = timezone.make_aware(dt.datetime.combine(day, dt.time(MAIL_HOUR)))
    name = f"{day:%G-W%V}" if preference.frequency == Frequency.WEEKLY else f"{day}"
    return Period(name, day, until)


def write(*, at: dt.datetime) -> int:
    """Write the digests whose time has come, for everybody who has something new to be told by mail.

    Returns:
        how many digests were written; a second run in the same period writes none.
    """
    pending = Notice.objects.filter(digest=None, to_mail=True).values("user")
    people = User.objects.filter(pk__in=pending, is_active=True).exclude(email="")
    return sum(_write_for(person, at) for person in people.select_related("notice_preference"))


@transaction.atomic
def _write_for(user: User, at: dt.datetime) -> bool:
    period = period_of(notices.preference_of(user), at)
    if period is None:
        return False
    if Digest.objects.filter(user=user, period=period.name).exists():
        return False
    pending = Notice.objects.filter(user=user, digest=None, to_mail=True, created_at__lte=period.until)
    current = _still_true(user, pending, timezone.localdate(at))
    # What is done, withdrawn or out of sight by now is never mailed.
    pending.exclude(pk__in=current).update(to_mail=False)
    if not current:
        return False
    digest, created = Digest.objects.get_or_create(
        user=user, period=period.name, defaults={"day": period.day}
    )
    if created:
        Notice.objects.filter(pk__in=current).update(digest=digest)
    return created


def _still_true(user: User, pending: QuerySet[Notice], today: dt.date) -> list[int]:
    """Return the ids of the notices that may be seen, and whose reminder has not become needless."""
    seen = notices.seen_by(user, on=today).filter(pk__in=pending.values("pk"))
    waiting = reminded_of(user, on=today).values("pk")
    true = seen.filter(~Q(kind__in=OF_DUE_DATES) | Q(occurrence__in=waiting))
    return [
        notice.pk
        for notice in true.select_related("occurrence")
        if notice.kind not in OF_DUE_DATES or _is_due_then(notice)
    ]


def _is_due_then(notice: Notice) -> bool:
    return notice.occurrence is not None and notice.occurrence.due_to == notice.due_to


def waiting() -> list[int]:
    """Return the ids of digests that are not sent and that nobody is sending."""
    stale = timezone.now() - STALE_AFTER
    free = Digest.objects.filter(Q(claimed_at=None) | Q(claimed_at__lt=stale), sent_at=None)
    return list(free.values_list("pk", flat=True))


def send(digest_id: int) -> bool:
    """Send one digest by e-mail unless it is sent or another worker is sending it.

    The Message-ID follows from the row: should a worker die between handing the mail over and noting it, the
    second copy carries the same id, by which mail systems and people tell it for a copy.
    """
    stale = timezone.now() - STALE_AFTER
    free = Digest.objects.filter(Q(claimed_at=None) | Q(claimed_at__lt=stale), pk=digest_id, sent_at=None)
    if free.update(claimed_at=timezone.now()) != 1:
        return False
    digest = Digest.objects.select_related("user").get(pk=digest_id)
    if digest.user.is_active and digest.user.email:
        _message(digest).send()
    Digest.objects.filter(pk=digest_id).update(sent_at=timezone.now())
    return True


def _message(digest: Digest) -> EmailMessage:
    told = list(
        digest.notices.select_related(
            "item__clause__paragraph__resolution", "occurrence__assignment__entity", "report__entity"
        ).prefetch_related("item__clause__paragraph__texts")
    )
    overdue = _by_due_day(notice for notice in told if notice.kind == NoticeKind.OVERDUE)
    due_soon = _by_due_day(notice for notice in told if notice.kind == NoticeKind.DUE_SOON)
    happened = [notice for notice in told if notice.kind not in OF_DUE_DATES]
    leave = notices.unsubscribe_address(digest.user)
    context = {
        "user": digest.user,
        "day": digest.day,
        "overdue": overdue,
        "due_soon": due_soon,
        "happened": happened[::-1],
        "site": settings.SITE_URL,
        "leave": leave,
    }
    return EmailMessage(
        subject=_subject(len(overdue), len(due_soon), len(happened)),
        body=render_to_string("tracker/email/digest.txt", context),
        to=[digest.user.email],
        headers={
            "Message-ID": f"<digest-{digest.user_id}-{digest.period}@{_host()}>",
            # RFC 8058: mail programs show a button that posts here.
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _by_due_day(told: Any) -> list[Notice]:
    return sorted(told, key=lambda notice: (notice.due_to, notice.pk))


def _subject(overdue: int, due_soon: int, happened: int) -> str:
    parts = [
        f"{overdue} overdue" if overdue else "",
        f"{due_soon} due soon" if due_soon else "",
        f"{happened} more to know" if happened and (overdue or due_soon) else "",
        f"{happened} to know" if happened and not (overdue or due_soon) else "",
    ]
    return f"Obligations: {', '.join(part for part in parts if part)}"


def _host() -> str:
    return settings.SITE_URL.partition("://")[2].partition(":")[0] or "localhost"
