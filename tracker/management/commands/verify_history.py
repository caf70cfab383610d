"""Ask whether every status in the database is explained by the histories, after a restore for instance."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker.verification import counted, faults

MOST_SHOWN = 20


class Command(BaseCommand):
    """Check, and name what is not explained."""

    help = "Check that the histories explain every status; exit with 1 and name the rows where they do not."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many rows to name."""
        parser.add_argument(
            "--show",
            type=int,
            default=MOST_SHOWN,
            metavar="N",
            help="rows to name for each kind (%(default)s)",
        )

    def handle(self, *args: Any, show: int, **options: Any) -> None:
        """Check.

        Raises:
            CommandError: something is not explained.
        """
        found: Counter[str] = Counter()
        for fault in faults():
            found[fault.what] += 1
            if found[fault.what] <= show:
                self.stderr.write(f"{fault.what}: {fault.where} (number {fault.pk})")
        if found:
            kinds = "\n".join(f"{number:>8,}  {what}" for what, number in found.items())
            raise CommandError(f"The histories do not explain everything.\n{kinds}")
        self.stdout.write(f"{counted():,} statuses, each explained by its history.")
