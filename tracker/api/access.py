"""The gate before every resource: the same view permission that the admin asks for."""

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request


class MaySee(BasePermission):
    """Lets through whoever may view the resource's model; which rows they see the QuerySets narrow.

    What may be written is decided by the doors, which refuse with their reason.
    """

    message = "Your account has no role that may see this. Ask an administrator for one."

    def has_permission(self, request: Request, view: Any) -> bool:
        """Return whether the caller may view the model; nobody unknown may."""
        if not request.user.is_authenticated:
            return False
        meta = view.model._meta
        return request.user.has_perm(f"{meta.app_label}.view_{meta.model_name}")
