"""The directory's page with what a person can do to an entity: place it, rename it, merge it into another."""

from django import forms
from django.contrib import admin

from resolutions.admin.entities import EntityAdmin
from resolutions.models import Entity
from tracker import merging, permissions
from tracker.admin.choosing import choose
from tracker.admin.deeds import Deed, Deeds, ReasonForm, day_field
from tracker.models import Assignment


class MergeForm(ReasonForm):
    """The entity that is meant, and why the two are one."""

    into = choose(Assignment, "entity")
    field_order = ("into", "why")


class RenameForm(ReasonForm):
    """The new name, and since when it holds."""

    name = forms.CharField(label="New name", max_length=500)
    since = day_field("Since", help_text="The old name holds until the day before, and stays on record.")
    field_order = ("name", "since", "why")


RENAME = Deed(
    name="rename",
    label="Rename it",
    do=lambda entity, by, **said: merging.rename(entity=entity, by=by, **said),
    done="It bears the new name. The old one stays with its days, and still finds it.",
    offered=permissions.may_keep_directory,
    possible=lambda user, entity: entity.merged_into_id is None,
    form=RenameForm,
)
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

    deeds = (PLACE, RENAME, MERGE)
    bulk_deeds = (PLACE,)
