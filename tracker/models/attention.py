"""What a person keeps an eye on: watches, saved filters, and the feeds that calendars and readers fetch."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from resolutions.history import row_history
from resolutions.models import Entity, Resolution
from tracker.models.obligations import ActionItem


@row_history()
class Watch(models.Model):
    """That a person wants to be told of an item, of all items of a resolution, or of an entity's."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="watches")
    item = models.ForeignKey(
        ActionItem, null=True, blank=True, on_delete=models.PROTECT, related_name="watches"
    )
    resolution = models.ForeignKey(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="watches"
    )
    entity = models.ForeignKey(
        Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="watches"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "watches"
        constraints = [
            models.CheckConstraint(
                condition=Q(item__isnull=False, resolution=None, entity=None)
                | Q(item=None, resolution__isnull=False, entity=None)
                | Q(item=None, resolution=None, entity__isnull=False),
                name="watch_is_of_one_thing",
            ),
            models.UniqueConstraint(fields=["user", "item"], name="watch_item_once"),
            models.UniqueConstraint(fields=["user", "resolution"], name="watch_resolution_once"),
            models.UniqueConstraint(fields=["user", "entity"], name="watch_entity_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} watches {self.about}"

    @property
    def about(self) -> ActionItem | Resolution | Entity:
        """What is watched."""
        about = self.item or self.resolution or self.entity
        assert about is not None  # the database holds no watch of nothing
        return about


@row_history()
class SavedFilter(models.Model):
    """A list of the register under a name: the query string that gives it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_filters"
    )
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000, blank=True)
    shared = models.BooleanField(default=False, help_text="Everybody with a role finds it.")
    on_my_work = models.BooleanField("shown on My work", default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_filter_name_once_per_owner"),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(on_my_work=True), name="saved_filter_one_on_my_work"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="saved_filter_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address that can be passed on."""
        return f"{reverse('register')}?saved={self.pk}"


class FeedScope(models.TextChoices):
    """What a feed holds."""

    OWN = "own", "What I speak for"
    WATCHED = "watched", "What I watch"
    ENTITY = "entity", "One entity"


@row_history(exclude=("token_hash", "content_hash"))
class Feed(models.Model):
    """A secret address under which a calendar or a reader fetches what its owner may see today.

    Only the hash of the secret is kept. `content_hash` and `changed_at` remember what the calendar held last,
    so that Last-Modified also moves when something goes.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="feeds")
    scope = models.CharField(max_length=7, choices=FeedScope)
    entity = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="feeds")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(scope__in=FeedScope.values), name="feed_scope_known"),
            models.CheckConstraint(
                condition=Q(scope=FeedScope.ENTITY, entity__isnull=False)
                | (~Q(scope=FeedScope.ENTITY) & Q(entity=None)),
                name="feed_of_an_entity_names_it",
            ),
            models.CheckConstraint(
                condition=Q(token_hash__regex=r"^[0-9a-f]{64}$"), name="feed_keeps_only_a_hash"
            ),
            models.UniqueConstraint(
                fields=["owner", "scope"],
                condition=Q(revoked_at=None, entity=None),
                name="feed_once_while_open",
            ),
            models.UniqueConstraint(
                fields=["owner", "entity"],
                condition=Q(revoked_at=None),
                name="feed_once_an_entity_while_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.entity or self.get_scope_display().lower()}"
