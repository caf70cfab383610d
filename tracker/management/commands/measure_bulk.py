"""How long work on many rows takes here, with every trigger and history on; nothing of it stays."""

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from resolutions.models import Clause, Entity, Paragraph, Resolution, TextVersion, Verb
from resolutions.sources import keep_source
from tracker import cycles, reassigning
from tracker.models import (
    ActionItem,
    Assignment,
    BulkJob,
    BulkKind,
    Fate,
    Ground,
    Nature,
    Occurrence,
    StatusChange,
)
from tracker.roles import MANAGER
from tracker.sheets import doors
from tracker.sheets.tables import MOST_ROWS
from tracker.statuses import Status

AT_ONCE = 5_000
# As many clauses of one paragraph as its numbers reach, in whole steps.
CLAUSES_OF_A_PARAGRAPH = 6 * AT_ONCE


class Command(BaseCommand):
    """Measure, in one transaction that is undone."""

    help = (
        "Measure bulk work (a cycle, a spreadsheet, handing over) on N obligations; all is undone at the end."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many."""
        parser.add_argument("numbers", type=int, nargs="+", metavar="N", help="obligations, at least 1")

    def handle(self, *args: Any, numbers: list[int], **options: Any) -> None:
        """Make them, do the work, tell how long it took and in how many queries, undo all.

        Raises:
            CommandError: the database holds no vocabulary or no roles yet.
        """
        if not (Verb.objects.exists() and Group.objects.filter(name=MANAGER).exists()):
            raise CommandError("Nothing is set up here yet. Run load_vocabulary and sync_roles first.")
        for number in numbers:
            with transaction.atomic():
                self._measure(max(number, 1))
                transaction.set_rollback(True)

    def _measure(self, number: int) -> None:
        of, to, beside = _entities()
        by = User.objects.create_user("measures bulk work")
        by.groups.add(Group.objects.get(name=MANAGER))
        _obligations(number, of)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as the server does by itself for rows that have been there a while
        with self._told("Open a reporting cycle", number):
            cycles.open_cycle(
                name="Measured",
                period_from=dt.date(2020, 1, 1),
                period_to=dt.date(2020, 12, 31),
                due_on=dt.date(2021, 1, 31),
                entities=[of],
                by=by,
            )
        self._take_over(min(number, MOST_ROWS), of, beside, by)
        said = {"query": "", "of": of.key, "to": to.key, "why": "Measured."}
        job = BulkJob.objects.create(
            kind=BulkKind.REASSIGN, parameters=said, summary="Measured", requested_by=by, total=number
        )
        with self._told("Hand assignments over", number):
            if reassigning.reassign(job) != {"handed_over": number}:
                raise RuntimeError("Not all were handed over; nothing is measured.")

    def _take_over(self, number: int, of: Entity, beside: Entity, by: User) -> None:
        """Measure a spreadsheet: a tenth of its rows assigns, nine decide a status, all set a due date."""
        sheet = doors.take_in(data=_spreadsheet(number, of, beside), name="Measured.csv", by=by)
        with self._told("Check the rows of a spreadsheet", number):
            doors.check_rows(sheet=sheet, by=by)
        if sheet.rows.filter(fate=Fate.CHANGES).count() != number:
            raise RuntimeError("Not all rows can be taken over; nothing is measured.")
        with self._told("Take a spreadsheet over", number):
            doors.take_over(sheet=sheet, by=by, leave_out_faults=False)

    @contextmanager
    def _told(self, what: str, number: int) -> Iterator[None]:
        _as_if_committed()
        with connection.execute_wrapper(counter := _Counter()):
            begin = time.perf_counter()
            yield
            _as_if_committed()
            took = time.perf_counter() - begin
        self.stdout.write(f"{what}, {number:,} rows: {took:.1f} s, {counter.queries} queries")


def _spreadsheet(number: int, of: Entity, beside: Entity) -> bytes:
    rows = ["Symbol,Paragraph,Responsible,Status,Due date"]
    for n in range(number):
        place = f"{n // CLAUSES_OF_A_PARAGRAPH + 1}.{n % CLAUSES_OF_A_PARAGRAPH + 1}"
        who, status = (beside, "Not started") if n % 10 == 0 else (of, "In progress")
        rows.append(f"MEASURED/1,{place},{who.name},{status},2030-12-31")
    return "\n".join(rows).encode()


class _Counter:
    """Counts the statements that pass."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        self.queries += 1
        return execute(sql, params, many, context)


def _as_if_committed() -> None:
    """Let the triggers run that wait for the end of the transaction: they belong to the work."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _entities() -> list[Entity]:
    """Make three entities that nothing else is asked of, so that N rows are N rows."""
    names = ((f"measured-{n}", f"Measured office {n}") for n in (1, 2, 3))
    return [Entity.objects.create(key=key, name=name, type="role") for key, name in names]


def _obligations(number: int, entity: Entity) -> None:
    """Make so many obligations of the entity, each not started, with the row that explains it."""
    today, verb = timezone.localdate(), Verb.objects.get(lemma="request")
    resolution = Resolution.objects.create(symbol="MEASURED/1", adopted_on=dt.date(2020, 1, 1))
    source = keep_source(data=b"Measured.", name="measured.txt")
    version = TextVersion.objects.create(resolution=resolution, source=source, number=1, is_current=True)
    for start in range(0, number, AT_ONCE):
        part = start // CLAUSES_OF_A_PARAGRAPH + 1
        paragraph, _ = Paragraph.objects.get_or_create(
            resolution=resolution,
            eid=f"op{part}",
            defaults={"label": str(part), "kind": "operative", "position": part},
        )
        _some(range(start, min(start + AT_ONCE, number)), paragraph, version, verb, entity, today)


def _some(
    numbers: range,
    paragraph: Paragraph,
    version: TextVersion,
    verb: Verb,
    entity: Entity,
    today: dt.date,
) -> None:
    clauses = Clause.objects.bulk_create(
        Clause(
            paragraph=paragraph,
            number=n % CLAUSES_OF_A_PARAGRAPH + 1,
            version=version,
            start=0,
            end=8,
            phrase=verb.lemma,
            verb=verb,
            type=verb.type,
            asks=True,
            rule="measured",
        )
        for n in numbers
    )
    items = ActionItem.objects.bulk_create(
        ActionItem(clause=clause, nature=Nature.OBLIGATION, status=Status.NOT_STARTED) for clause in clauses
    )
    assignments = Assignment.objects.bulk_create(Assignment(item=item, entity=entity) for item in items)
    occurrences = Occurrence.objects.bulk_create(Occurrence(assignment=each) for each in assignments)
    StatusChange.objects.bulk_create(
        StatusChange(occurrence=each, ground=Ground.INTAKE, to_status=Status.NOT_STARTED, effective_on=today)
        for each in occurrences
    )
