"""The directory's page with what a person can do to an entity: place it, merge it into another."""

from django.contrib import admin

from resolutions.admin.entities import EntityAdmin
from resolutions.models import Entity
from tracker import merging, permissions
from tracker.admin.choosing import choose
from tracker.admin.deeds import Deed, Deeds, ReasonForm
from tracker.models import Assignment


class MergeForm(ReasonForm):
    """The entity that is meant, and why the two are one."""

    into = choose(Assignment, "entity")
    field_order = ("into", "why")


PLACE = Deed(
    name="place",
    label="Place it in the directory",
    do=lambda entity, by: merging.place(entity=entity, by=by),
    done="It stands in the directory as an entity of its own.",
    offered=permissions.may_keep_directory,
    possible=lambda user, entity: entity.provisional,
)
MERGE = Deed(
    name="merge",
    label="Merge it into another entity",
    do=lambda entity, by, into, why: merging.merge(entity=entity, into=into, by=by, why=why),
    done="The two are one: names, assignments, reports and focal points went over.",
    offered=permissions.may_keep_directory,
    possible=lambda user, entity: entity.merged_into_id is None,
    form=MergeForm,
)


@admin.register(Entity)
class EntityWithDeedsAdmin(Deeds, EntityAdmin):
    """Who can be asked, with the deeds that take the follow-up along."""

    deeds = (PLACE, MERGE)
    bulk_deeds = (PLACE,)
