"""The doors to comments: write one, change its words, take it away. Who is mentioned is told.

A comment is seen by whoever may see what it is on, so only they can be mentioned: a mention never shows
anybody an obligation they may not see, nor tells whether such a person exists.
"""

import datetime as dt
import re
from typing import TypeAlias

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from tracker import permissions
from tracker.acting import acting
from tracker.models import ActionItem, Comment, FollowUpReport, Notice, NoticeKind
from tracker.refusals import NotAllowed, Refused

Commented: TypeAlias = ActionItem | FollowUpReport

SEES_THE_REGISTER = "tracker.view_actionitem"
LONGEST = 5000
# An @ that begins a word, then what a user name may hold; a sentence's full stop does not belong to it.
MENTION = re.compile(r"(?<![\w@.+-])@([\w@.+-]*[\w@+-])")


@transaction.atomic
def write(*, on: Commented, by: User, text: str) -> Comment:
    """Write a comment on an item or a report.

    Args:
        on: what it is on.
        by: someone who may see that and whose role may do more than look.
        text: the words; `@name` mentions the person of that user name, who is told.

    Raises:
        NotAllowed: the person may not see it, or may not comment.
        Refused: it says nothing or too much, or mentions somebody who may not see it.
    """
    _check_may(by, on)
    words, mentioned = _checked(text, on)
    field = "item" if isinstance(on, ActionItem) else "report"
    with acting(by):
        comment = Comment.objects.create(**{field: on}, author=by, text=words)
    comment.mentions.set(mentioned)
    _tell(comment, mentioned)
    return comment


@transaction.atomic
def edit(*, comment: Comment, by: User, text: str) -> None:
    """Change the words of one's own comment; the row history keeps the earlier ones.

    Raises:
        NotAllowed: another person wrote it, or they may no longer see what it is on.
        Refused: it was taken away; it says nothing or too much; or it mentions somebody who may not see it.
    """
    _hold(comment, by, "change")
    words, mentioned = _checked(text, on_what(comment))
    if words == comment.text:
        return
    comment.text, comment.edited_at = words, timezone.now()
    with acting(by):
        comment.save(update_fields=["text", "edited_at"])
    comment.mentions.set(mentioned)
    _tell(comment, mentioned, also_others=False)


@transaction.atomic
def remove(*, comment: Comment, by: User) -> None:
    """Take one's own comment away; a mark stays where it stood, and the row history keeps the words.

    Raises:
        NotAllowed: another person wrote it, or they may no longer see what it is on.
        Refused: it was taken away before.
    """
    _hold(comment, by, "take away")
    comment.removed_at = timezone.now()
    with acting(by):
        comment.save(update_fields=["removed_at"])
    Notice.objects.filter(comment=comment, read_at=None).update(read_at=timezone.now(), to_mail=False)


def seen_by(user: User, *, on: dt.date) -> QuerySet[Comment]:
    """Return the comments on what a person may see on the day."""
    items = ActionItem.objects.visible_to(user, on=on).values("pk")
    reports = FollowUpReport.objects.visible_to(user, on=on).values("pk")
    return Comment.objects.filter(Q(item__in=items) | Q(report__in=reports))


def on_what(comment: Comment) -> Commented:
    """Return what a comment is on."""
    about = comment.item or comment.report
    assert about is not None  # the database holds no comment on nothing
    return about


def may_be_told(user: User, about: Commented) -> bool:
    """Whether a person has a role and may see an item or a report today."""
    today = timezone.localdate()
    if not (user.is_active and user.has_perm(SEES_THE_REGISTER)):
        return False
    if isinstance(about, ActionItem):
        return ActionItem.objects.visible_to(user, on=today).filter(pk=about.pk).exists()
    return FollowUpReport.objects.visible_to(user, on=today).filter(pk=about.pk).exists()


def _check_may(by: User, on: Commented) -> None:
    if not may_be_told(by, on):
        raise NotAllowed("You may not see this, so you cannot comment on it.")
    permissions.require(permissions.may_comment(by), "comment")


def _hold(comment: Comment, by: User, deed: str) -> None:
    comment.refresh_from_db(from_queryset=Comment.objects.select_for_update(no_key=True))
    if comment.author_id != by.pk:
        raise NotAllowed(f"Only who wrote a comment may {deed} it.")
    _check_may(by, on_what(comment))
    if comment.removed_at:
        raise Refused("This comment was taken away already.", field="text")


def _checked(text: str, on: Commented) -> tuple[str, list[User]]:
    words = text.strip()
    if not words:
        raise Refused("Write what you have to say.", field="text")
    if len(words) > LONGEST:
        raise Refused(f"A comment has at most {LONGEST} characters; this has {len(words)}.", field="text")
    return words, _mentioned(words, on)


def _mentioned(words: str, on: Commented) -> list[User]:
    people = []
    for name in dict.fromkeys(MENTION.findall(words)):
        person = User.objects.filter(username=name).first()
        if person is None or not may_be_told(person, on):
            raise Refused(
                f"There is nobody of the name “@{name}” who may see this. Check the user name, or leave "
                "the @ out.",
                field="text",
            )
        people.append(person)
    return people


def _tell(comment: Comment, mentioned: list[User], *, also_others: bool = True) -> None:
    """Tell the mentioned, and of a new comment those who commented there before."""
    who = comment.author.get_full_name() or comment.author.get_username()
    notices = [_notice(comment, user, NoticeKind.MENTION, f"{who} mentioned you") for user in mentioned]
    if also_others:
        same = {"item": comment.item_id, "report": comment.report_id}
        before = User.objects.filter(pk__in=Comment.objects.filter(**same).values("author"))
        told = {user.pk for user in mentioned}
        notices += [
            _notice(comment, user, NoticeKind.COMMENT, f"{who} commented")
            for user in before
            if user.pk not in told and may_be_told(user, on_what(comment))
        ]
    fresh = [notice for notice in notices if notice.user_id != comment.author_id]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)


def _notice(comment: Comment, user: User, kind: NoticeKind, words: str) -> Notice:
    return Notice(
        user=user,
        kind=kind,
        key=f"comment:{comment.pk}",
        words=words,
        item_id=comment.item_id,
        report_id=comment.report_id,
        comment=comment,
    )
