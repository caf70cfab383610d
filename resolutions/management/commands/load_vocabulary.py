"""Fill organs, sessions, verbs and entities from the parser's tables; may run any number of times."""

from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from resolutions.loading import load_vocabulary


class Command(BaseCommand):
    """Add what the database lacks; nothing that stands is changed."""

    help = "Add the organs, sessions, verbs and entities that the database lacks."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what was added."""
        added = asdict(load_vocabulary())
        self.stdout.write(", ".join(f"{count} {name}" for name, count in added.items()) + " added")
