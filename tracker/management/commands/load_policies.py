"""Fill an empty table of review policies; may run at every start."""

from typing import Any

from django.core.management.base import BaseCommand

from tracker.policies import load_policies


class Command(BaseCommand):
    """Add the policies to begin with where there are none."""

    help = "Add the review policies to begin with, unless there are any; change them in the admin."

    def handle(self, *args: Any, **options: Any) -> None:
        """Add them and say how many."""
        self.stdout.write(f"Review policies added: {load_policies()}")
