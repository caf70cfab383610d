"""Relations of items, proposals and retirements as the API tells and takes them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from resolutions.models import Clause
from tracker.api.references import item_named
from tracker.api.serializers.strict import Input
from tracker.models import (
    ActionItem,
    Basis,
    ItemRelation,
    ProposalState,
    RelationKind,
    RelationProposal,
    Retirement,
)


@extend_schema_field({"type": "string", "example": "E/RES/2004/33#op2.2"})
class ItemField(serializers.Field[ActionItem, Any, str, ActionItem]):
    """An action item by its reference or number."""

    default_error_messages = {"unknown": "There is no action item “{given}”. See /api/v1/action-items/."}

    def to_internal_value(self, data: Any) -> ActionItem:
        """Return the item; raise ValidationError where there is none."""
        items = ActionItem.objects.select_related("clause__paragraph__resolution")
        item = item_named(items, str(data)).first()
        if item is None:
            self.fail("unknown", given=data)
        return item

    def to_representation(self, value: ActionItem) -> str:
        """Return the reference."""
        clause: Clause = value.clause
        return clause.reference


class RelationRow(serializers.Serializer[ItemRelation]):
    """What a later item does to an earlier one, confirmed by a person."""

    id = serializers.IntegerField()
    later = ItemField()
    earlier = ItemField()
    kind = serializers.ChoiceField(choices=RelationKind.choices)
    in_part = serializers.BooleanField()
    effective_on = serializers.DateField()
    why = serializers.CharField()
    recorded_by = serializers.CharField(source="recorded_by.username")
    recorded_at = serializers.DateTimeField()
    undone_by = serializers.CharField(source="undone_by.username", allow_null=True, default=None)
    undone_at = serializers.DateTimeField(allow_null=True)
    undone_why = serializers.CharField()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A later request renews an earlier one",
            request_only=True,
            value={
                "later": "E/RES/2006/33#op4.1",
                "earlier": "E/RES/2004/33#op9.1",
                "kind": "renews",
                "effective_on": "2006-07-27",
            },
        )
    ]
)
class RelationInput(Input):
    """What a later item does to an earlier one."""

    later = ItemField()
    earlier = ItemField()
    kind = serializers.ChoiceField(choices=RelationKind.choices)
    effective_on = serializers.DateField()
    in_part = serializers.BooleanField(default=False)
    assign = serializers.BooleanField(
        default=True, help_text="Assign entities with open work that the later item does not ask."
    )
    why = serializers.CharField(default="", allow_blank=True)


class ProposalRow(serializers.Serializer[RelationProposal]):
    """That a later item seems to do something to an earlier one."""

    id = serializers.IntegerField()
    later = ItemField()
    earlier = ItemField()
    kind = serializers.ChoiceField(choices=RelationKind.choices)
    in_part = serializers.BooleanField()
    basis = serializers.ChoiceField(choices=Basis.choices)
    why = serializers.CharField(help_text="The words of the later text that say so.")
    score = serializers.IntegerField(help_text="Words in common, per cent.")
    state = serializers.ChoiceField(choices=ProposalState.choices)
    proposed_at = serializers.DateTimeField()
    settled_by = serializers.CharField(source="settled_by.username", allow_null=True, default=None)
    settled_at = serializers.DateTimeField(allow_null=True)
    reason = serializers.CharField()


@extend_schema_serializer(
    examples=[OpenApiExample("A reason", request_only=True, value={"reason": "They ask different things."})]
)
class DismissInput(Input):
    """Why a proposal is not right."""

    reason = serializers.CharField(default="", allow_blank=True)


class RetirementRow(serializers.Serializer[Retirement]):
    """That an item was retired."""

    id = serializers.IntegerField()
    item = ItemField()
    effective_on = serializers.DateField()
    why = serializers.CharField()
    recorded_by = serializers.CharField(source="recorded_by.username")
    recorded_at = serializers.DateTimeField()
    lifted_by = serializers.CharField(source="lifted_by.username", allow_null=True, default=None)
    lifted_at = serializers.DateTimeField(allow_null=True)
    lifted_why = serializers.CharField()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "An item nobody needs any more",
            request_only=True,
            value={
                "item": "E/RES/2004/33#op9.1",
                "why": "The programme was closed.",
                "effective_on": "2006-12-31",
            },
        )
    ]
)
class RetirementInput(Input):
    """Which item to retire, why, and from when on: today where no day is given."""

    item = ItemField()
    why = serializers.CharField()
    effective_on = serializers.DateField(required=False)


@extend_schema_serializer(
    examples=[OpenApiExample("A reason", request_only=True, value={"why": "The wrong item was chosen."})]
)
class WhyInput(Input):
    """Why something is undone."""

    why = serializers.CharField()
