"""Read resolution files into the register from the shell, one result line a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from resolutions.readers import UnreadableSource
from tracker.imports import import_file
from tracker.models import ImportJob, ImportState


class Command(BaseCommand):
    """Import each file named; go on after a file that fails, and fail at the end."""

    help = "Read resolution files into the register."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take file names."""
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument(
            "--replaces",
            action="store_true",
            help="the files are corrected texts of resolutions in the register",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the files.

        Raises:
            CommandError: at least one file could not be imported.
        """
        failed = [path for path in options["files"] if not self._import(path, options["replaces"])]
        if failed:
            raise CommandError(f"{len(failed)} of {len(options['files'])} files were not imported.")

    def _import(self, path: Path, replaces: bool) -> bool:
        try:
            job = import_file(data=path.read_bytes(), name=path.name, replaces=replaces)
        except (OSError, UnreadableSource) as error:
            self.stderr.write(f"{path}: {error}")
            return False
        if job.state != ImportState.DONE:
            self.stderr.write(f"{path}: {job.error or 'The database was busy; the import is tried again.'}")
            return False
        self.stdout.write(f"{path}: {_told(job)}")
        return True


def _told(job: ImportJob) -> str:
    return "; ".join(
        f"{r['symbol']} {r['outcome']}, {r['tracked']['items']} items and {r['tracked']['assignments']} "
        "assignments added"
        for r in job.summary["resolutions"]
    )
