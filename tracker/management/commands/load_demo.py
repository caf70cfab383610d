"""Fill an empty register for looking around: roles, people, the sample, invented follow-up."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from resolutions.loading import load_vocabulary
from tracker import demo
from tracker.policies import load_policies
from tracker.roles import sync_roles


class Command(BaseCommand):
    """Load the demonstration; may run at every start."""

    help = "Load vocabulary, roles, demonstration people, the sample resolution and invented follow-up."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is missing and print the logins.

        Raises:
            CommandError: DEBUG is off; accounts with a published password have no place on a real server.
        """
        if not settings.DEBUG:
            raise CommandError(
                "The demonstration has accounts with a published password and is loaded only with DEBUG=1."
            )
        load_vocabulary()
        sync_roles()
        load_policies()
        demo.create_people()
        demo.import_sample()
        demo.invent_follow_up()
        for person in demo.PEOPLE:
            whose = f" of {person.speaks_for}" if person.speaks_for else ""
            self.stdout.write(f"{person.name} / {demo.PASSWORD} — {person.role}{whose}")
