"""Write the roles' groups and permissions from the table in `tracker.roles`; may run any number of times."""

from typing import Any

from django.core.management.base import BaseCommand

from tracker.roles import ADMINISTRATOR, ROLES, sync_roles


class Command(BaseCommand):
    """Create the groups and set their permissions."""

    help = "Create the groups of the roles and set exactly the permissions of the table."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them, and name them."""
        sync_roles()
        self.stdout.write("Roles: " + ", ".join([*ROLES, ADMINISTRATOR]))
