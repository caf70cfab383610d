"""What people say to each other about an item or a report."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from resolutions.history import row_history
from tracker.models.obligations import ActionItem
from tracker.models.reports import FollowUpReport


@row_history()
class Comment(models.Model):
    """A remark on an item or on a report, seen by whoever may see that.

    The row history keeps the words of every edit; one that its author took away stays as a mark.
    """

    item = models.ForeignKey(
        ActionItem, null=True, blank=True, on_delete=models.PROTECT, related_name="comments"
    )
    report = models.ForeignKey(
        FollowUpReport, null=True, blank=True, on_delete=models.PROTECT, related_name="comments"
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField()
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item__isnull=False, report=None) | Q(item=None, report__isnull=False),
                name="comment_is_on_one_thing",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.author} on {self.item or self.report}"

    def get_absolute_url(self) -> str:
        """Return the address of the comment on the page of what it is about."""
        about = self.item or self.report
        assert about is not None  # the database holds no comment on nothing
        return f"{about.get_absolute_url()}#comment-{self.pk}"
