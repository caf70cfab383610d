"""The doors for a spreadsheet: take it in, name its columns, check every row, take all over or nothing."""

import hashlib
from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tracker import permissions
from tracker.models import Fate, SheetRow, TrackingSheet
from tracker.querysets import Person
from tracker.refusals import Refused
from tracker.sheets.columns import Field, Mapped, check, from_json, guess
from tracker.sheets.plans import Fault, Plan, carry_out, plans
from tracker.sheets.tables import Table, read_table


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
    return read_table(bytes(sheet.content))


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


def check_rows(*, sheet: TrackingSheet, by: User) -> None:
    """Find out the fate of every row: each is tried through its doors, and all is undone.

    Raises:
        NotAllowed: the person may not take spreadsheets over.
        Refused: the sheet was taken over already, or its columns are not named yet.
    """
    permissions.require(permissions.may_take_over(by), "take a spreadsheet over")
    with transaction.atomic():
        fates = list(_tried(sheet, by))
        transaction.set_rollback(True)
    with transaction.atomic():
        _hold(sheet)
        sheet.rows.all().delete()
        mapped = from_json(sheet.mapping)
        SheetRow.objects.bulk_create(_row(sheet, mapped, each) for each in fates)
        sheet.checked_at = timezone.now()
        sheet.save(update_fields=["checked_at"])


@transaction.atomic
def take_over(*, sheet: TrackingSheet, by: User, leave_out_faults: bool) -> None:
    """Do what the check showed: every row that changes something, or nothing at all.

    Args:
        leave_out_faults: whether the rows that cannot be taken over are left out.

    Raises:
        NotAllowed: the person may not take spreadsheets over.
        Refused: the sheet was not checked, was taken over already, has rows that cannot be taken over, or
            something in the register changed since the check.
    """
    permissions.require(permissions.may_take_over(by), "take a spreadsheet over")
    _hold(sheet)
    if sheet.checked_at is None:
        raise Refused("Check the rows first.", code="not_checked")
    faults = sheet.rows.filter(fate=Fate.FAULT).count()
    if faults and not leave_out_faults:
        raise Refused(f"{faults} rows cannot be taken over. Mend them, or leave them out.", field="leave_out")
    shown = dict(sheet.rows.values_list("number", "words"))
    moved = [each.row.number for each in _tried(sheet, by) if shown.get(each.row.number) != each.words]
    if moved:
        rows = ", ".join(map(str, moved[:10]))
        raise Refused(f"Something changed since the check (rows {rows}). Check again.", code="changed_since")
    sheet.applied_at, sheet.applied_by = timezone.now(), by
    sheet.save(update_fields=["applied_at", "applied_by"])


def _hold(sheet: TrackingSheet) -> None:
    sheet.refresh_from_db(from_queryset=TrackingSheet.objects.select_for_update(no_key=True))
    if sheet.applied_at:
        raise Refused("This spreadsheet was taken over already. Take a new one in.", code="applied")


def _tried(sheet: TrackingSheet, by: User) -> Iterator[Plan | Fault]:
    """Do row by row what can be done; the transaction around it keeps or undoes it."""
    table, mapped = table_of(sheet), from_json(sheet.mapping)
    check(table, mapped)
    for each in plans(table, mapped):
        yield _attempt(each, sheet, by) if isinstance(each, Plan) else each


def _attempt(plan: Plan, sheet: TrackingSheet, by: User) -> Plan | Fault:
    try:
        with transaction.atomic():
            carry_out(plan, by=by, sheet=sheet.name)
    except Refused as refusal:
        return Fault(plan.row, refusal.message)
    return plan


def _row(sheet: TrackingSheet, mapped: Mapped, each: Plan | Fault) -> SheetRow:
    said = {str(field): told for field in Field if (told := mapped.told(each.row, field))}
    return SheetRow(sheet=sheet, number=each.row.number, said=said, fate=each.fate, words=each.words)
