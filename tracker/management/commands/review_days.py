"""Let the review days of what has no due date follow the policies."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker import reviewing
from tracker.refusals import Refused


class Command(BaseCommand):
    """Show what the policies would move, or move it."""

    help = "Show how many review days would follow the policies; with --apply, move them."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add who moves them."""
        parser.add_argument(
            "--apply", metavar="USER", help="Move them in the name of this user, whom the history names."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Show or do it.

        Raises:
            CommandError: there is no such user, or they may not keep the policies.
        """
        for moved in reviewing.preview():
            self.stdout.write(f"{moved.policy}: {moved.moves} of {moved.governs} move")
        if not options["apply"]:
            return
        user = User.objects.filter(username=options["apply"], is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active user “{options['apply']}”.")
        try:
            self.stdout.write(f"Moved: {reviewing.apply(by=user)}")
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
