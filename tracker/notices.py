"""What a person is told: their notices, which of them are read, and how often mail brings them.

Whatever a person may no longer see is no longer told to them either, on the page or by mail.
"""

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from tracker.acting import acting
from tracker.models import ActionItem, FollowUpReport, Frequency, Notice, NoticePreference
from tracker.refusals import NotAllowed, Refused

UNSUBSCRIBING = "tracker.notices.unsubscribe"


def seen_by(user: User, *, on: dt.date) -> QuerySet[Notice]:
    """Return the notices of a person that are about what they may see on the day, the newest first."""
    items = ActionItem.objects.visible_to(user, on=on).values("pk")
    reports = FollowUpReport.objects.visible_to(user, on=on).values("pk")
    return Notice.objects.filter(
        Q(item=None) | Q(item__in=items), Q(report=None) | Q(report__in=reports), user=user
    )


def unread_by(user: User, *, on: dt.date) -> QuerySet[Notice]:
    """Return those of a person's notices that they have not read."""
    return seen_by(user, on=on).filter(read_at=None)


@transaction.atomic
def mark_read(*, by: User, upto: int | None = None, only: int | None = None) -> int:
    """Mark notices of a person as read by them: all, those up to an id, or only one.

    Args:
        upto: the newest notice the person had before them; what came later stays unread.
        only: the id of a single one.

    Returns:
        how many were unread.

    Raises:
        NotAllowed: the single one is another person's, or there is none.
    """
    if only is not None and not Notice.objects.filter(user=by, pk=only).exists():
        raise NotAllowed("You have no such notice.", field="only")
    unread = Notice.objects.filter(user=by, read_at=None)
    if upto is not None:
        unread = unread.filter(pk__lte=upto)
    if only is not None:
        unread = unread.filter(pk=only)
    return unread.update(read_at=timezone.now())


def preference_of(user: User) -> NoticePreference:
    """Return how often a person wants mail; unsaved, and daily, where they never said."""
    return NoticePreference.objects.filter(user=user).first() or NoticePreference(user=user)


@transaction.atomic
def prefer(*, by: User, frequency: str, weekday: int = 0) -> NoticePreference:
    """Set how often a person gets mail with what is new.

    What piled up while they wanted none is not mailed afterwards; it stays on the page of notifications.

    Raises:
        Refused: there is no such frequency or weekday.
    """
    if frequency not in Frequency.values:
        raise Refused(f"Mail comes {', '.join(Frequency.values)}; choose one.", field="frequency")
    if not 0 <= weekday <= 6:
        raise Refused("A weekday is a number from 0 (Monday) to 6 (Sunday).", field="weekday")
    with acting(by):
        preference, _ = NoticePreference.objects.update_or_create(
            user=by, defaults={"frequency": frequency, "weekday": weekday}
        )
    if frequency == Frequency.OFF:
        Notice.objects.filter(user=by, digest=None, to_mail=True).update(to_mail=False)
    return preference


def unsubscribe(*, token: str) -> User:
    """Stop the mails of the person a link was signed for, as the button in a mail program does.

    Raises:
        Refused: the link was not made here, or the account is closed.
    """
    person = whose_link(token)
    prefer(by=person, frequency=Frequency.OFF, weekday=preference_of(person).weekday)
    return person


def whose_link(token: str) -> User:
    """Return the person a link to stop mails was signed for.

    Raises:
        Refused: the link was not made here, or the account is closed.
    """
    try:
        pk = signing.Signer(salt=UNSUBSCRIBING).unsign(token)
    except signing.BadSignature:
        raise Refused("This link is not whole. Copy it again, or log in and choose Notifications.") from None
    person = User.objects.filter(pk=pk, is_active=True).first()
    if person is None:
        raise Refused("This account is closed; it gets no more mail.")
    return person


def unsubscribe_address(user: User) -> str:
    """Return the whole address of the link that stops a person's mails without a login."""
    token = signing.Signer(salt=UNSUBSCRIBING).sign(str(user.pk))
    return settings.SITE_URL + reverse("unsubscribe", args=[token])
