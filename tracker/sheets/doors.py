"""The doors for a spreadsheet: take it in, name its columns, check every row, take all over or nothing."""

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tracker import permissions
from tracker.models import Fate, SheetRow, TrackingSheet
from tracker.querysets import Person
from tracker.refusals import Refused
from tracker.sheets.columns import Field, Mapped, check, from_json, guess
from tracker.sheets.plans import Fault, Plan, plans
from tracker.sheets.tables import Table, read_table
from tracker.sheets.writing import carry_out, in_parts

RECENT = 4  # spreadsheets whose rows are kept at hand

Tell = Callable[[int], None]


def quietly(done: int) -> None:
    """Tell nobody."""


def sheets_seen_by(user: Person) -> QuerySet[TrackingSheet]:
    """Return the sheets a person may look at, without their bytes: all, for those who may take one over."""
    sheets = TrackingSheet.objects.defer("content").select_related("uploaded_by", "applied_by")
    return sheets if permissions.may_take_over(user) else sheets.none()


@transaction.atomic
def take_in(*, data: bytes, name: str, by: User) -> TrackingSheet:
    """Keep a spreadsheet, with its columns named as they were in the last one with the same headings.

    Raises:
        NotAllowed: the person may not take spreadsheets over.
        Refused: the file cannot be read as a table.
    """
    permissions.require(permissions.may_take_over(by), "take a spreadsheet over")
    table = read_table(data)
    headings = list(table.headings)
    last = TrackingSheet.objects.filter(headings=headings).exclude(mapping={}).order_by("-pk").first()
    return TrackingSheet.objects.create(
        name=name[:200] or "Spreadsheet",
        sha256=hashlib.sha256(data).hexdigest(),
        content=data,
        headings=headings,
        mapping=last.mapping if last else guess(table).as_json(),
        uploaded_by=by,
    )


def table_of(sheet: TrackingSheet) -> Table:
    """Return what the sheet holds."""
    return _table(sheet.sha256)


@lru_cache(maxsize=RECENT)
def _table(sha256: str) -> Table:
    """Read by the sum of its bytes, which never means another file; its page asks for it every time."""
    (content,) = TrackingSheet.objects.filter(sha256=sha256).values_list("content", flat=True)[:1]
    return read_table(bytes(content))


@transaction.atomic
def name_columns(*, sheet: TrackingSheet, mapped: Mapped, by: User) -> None:
    """Say which column says what; what an earlier check said no longer holds.

    Raises:
        NotAllowed: the person may not take spreadsheets over.
        Refused: the sheet was taken over already, or the columns do not say what must be said.
    """
    permissions.require(permissions.may_take_over(by), "take a spreadsheet over")
    _hold(sheet)
    check(table_of(sheet), mapped)
    sheet.rows.all().delete()
    sheet.mapping, sheet.checked_at = mapped.as_json(), None
    sheet.save(update_fields=["mapping", "checked_at"])


def check_rows(*, sheet: TrackingSheet, by: User, tell: Tell = quietly) -> None:
    """Find out the fate of every row; nothing in the register changes.

    Args:
        tell: called with how many rows are done.

    Raises:
        NotAllowed: the person may not take spreadsheets over.
        Refused: the sheet was taken over already, or its columns are not named yet.
    """
    permissions.require(permissions.may_take_over(by), "take a spreadsheet over")
    with transaction.atomic():
        _hold(sheet)
        sheet.rows.all().delete()
        mapped = from_json(sheet.mapping)
        done = 0
        for part in in_parts(_planned(sheet)):
            SheetRow.objects.bulk_create(_row(sheet, mapped, each) for each in part)
            done += len(part)
            tell(done)
        sheet.checked_at = timezone.now()
        sheet.save(update_fields=["checked_at"])


@transaction.atomic
def take_over(*, sheet: TrackingSheet, by: User, leave_out_faults: bool, tell: Tell = quietly) -> None:
    """Do what the check showed: every row that changes something, or nothing at all.

    Args:
        leave_out_faults: whether the rows that cannot be taken over are left out.
        tell: called with how many rows that change something are done.

    Raises:
        NotAllowed: the person may not take spreadsheets over.
        Refused: the sheet was not checked, was taken over already, has rows that cannot be taken over, or
            something in the register changed since the check.
    """
    permissions.require(permissions.may_take_over(by), "take a spreadsheet over")
    _hold(sheet)
    if sheet.checked_at is None:
        raise Refused("Check the rows first.", code="not_checked")
    check_left_out(sheet, leave_out_faults)
    shown = dict(sheet.rows.values_list("number", "words"))
    planned = list(_planned(sheet))
    moved = [each.row.number for each in planned if shown.get(each.row.number) != each.words]
    if moved:
        rows = ", ".join(map(str, moved[:10]))
        raise Refused(f"Something changed since the check (rows {rows}). Check again.", code="changed_since")
    for done in carry_out([each for each in planned if isinstance(each, Plan)], by=by, sheet=sheet.name):
        tell(done)
    sheet.applied_at, sheet.applied_by = timezone.now(), by
    sheet.save(update_fields=["applied_at", "applied_by"])


def check_left_out(sheet: TrackingSheet, leave_out_faults: bool) -> None:
    """Check that rows which cannot be taken over are left out knowingly.

    Raises:
        Refused: there are some, and nobody said that they are left out.
    """
    faults = sheet.rows.filter(fate=Fate.FAULT).count()
    if faults and not leave_out_faults:
        told = "1 row" if faults == 1 else f"{faults} rows"
        raise Refused(f"{told} cannot be taken over. Mend the file, or tick to leave out.", field="leave_out")


def _hold(sheet: TrackingSheet) -> None:
    sheet.refresh_from_db(from_queryset=TrackingSheet.objects.select_for_update(no_key=True))
    if sheet.applied_at:
        raise Refused("This spreadsheet was taken over already. Take a new one in.", code="applied")


def _planned(sheet: TrackingSheet) -> Iterator[Plan | Fault]:
    table, mapped = table_of(sheet), from_json(sheet.mapping)
    check(table, mapped)
    return plans(table, mapped)


def _row(sheet: TrackingSheet, mapped: Mapped, each: Plan | Fault) -> SheetRow:
    said = {str(field): told for field in Field if (told := mapped.told(each.row, field))}
    return SheetRow(sheet=sheet, number=each.row.number, said=said, fate=each.fate, words=each.words)
