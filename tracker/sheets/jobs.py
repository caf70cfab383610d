"""The two long deeds with a spreadsheet as jobs: `parameters` name the sheet and what the person chose."""

from functools import partial

from tracker import progress
from tracker.models import BulkJob, Fate, TrackingSheet
from tracker.sheets.doors import check_rows, take_over


def check_by_job(job: BulkJob) -> dict[str, object]:
    """Check the rows; returns how many there are of each fate.

    Raises:
        NotAllowed, Refused: as `check_rows` says.
    """
    sheet = _sheet(job)
    check_rows(sheet=sheet, by=job.requested_by, tell=partial(progress.tell, job.pk))
    return {"sheet": sheet.pk, **{str(fate): sheet.rows.filter(fate=fate).count() for fate in Fate}}


def take_over_by_job(job: BulkJob) -> dict[str, object]:
    """Take the sheet over; returns how many rows changed something and were left out.

    Raises:
        NotAllowed, Refused: as `take_over` says.
    """
    sheet = _sheet(job)
    take_over(
        sheet=sheet,
        by=job.requested_by,
        leave_out_faults=bool(job.parameters["leave_out"]),
        tell=partial(progress.tell, job.pk),
    )
    changed, left_out = (sheet.rows.filter(fate=fate).count() for fate in (Fate.CHANGES, Fate.FAULT))
    return {"sheet": sheet.pk, "changed": changed, "left_out": left_out}


def _sheet(job: BulkJob) -> TrackingSheet:
    return TrackingSheet.objects.get(pk=job.parameters["sheet"])
