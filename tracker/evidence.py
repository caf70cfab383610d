"""The door to evidence: a file, a document symbol or a link beside a report that is still being written."""

import datetime as dt
import hashlib

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tracker import permissions
from tracker.models import Evidence, EvidenceKind, FollowUpReport
from tracker.refusals import Refused

LARGEST_FILE = 20 * 1024 * 1024
is_web_address = URLValidator(schemes=["http", "https"])


@transaction.atomic
def add_file(
    *,
    report: FollowUpReport,
    by: User,
    title: str,
    speaks_for: dt.date,
    name: str,
    data: bytes,
    media_type: str = "application/octet-stream",
    revises: Evidence | None = None,
) -> Evidence:
    """Add a file; it is kept byte for byte with its SHA-256.

    Args:
        report: a draft or a report that was sent back.
        by: its author or its entity's focal point.
        title: what the file is.
        speaks_for: the day it speaks for, not after today.
        name, data, media_type: the file.
        revises: the earlier evidence of this report that it takes the place of.

    Raises:
        NotAllowed: the person may not change the report.
        Refused: the file is empty or too large, the day lies in the future, `revises` is of another report
            or was revised already.
    """
    _check(report, by, title, speaks_for, revises)
    if not data:
        raise Refused("The file is empty. Choose another.", field="file")
    check_size(len(data))
    return Evidence.objects.create(
        report=report,
        kind=EvidenceKind.FILE,
        title=title,
        speaks_for=speaks_for,
        name=name[-255:],
        media_type=media_type[:100],
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        content=data,
        revises=revises,
        added_by=by,
    )


def replaceable(report: FollowUpReport | None) -> QuerySet[Evidence]:
    """Return the files of a report whose place a newer one can take: their latest revisions."""
    files = Evidence.objects.filter(kind=EvidenceKind.FILE, revised_by=None).defer("content")
    return files.filter(report=report.pk) if report is not None else files.none()


def check_size(size: int) -> None:
    """Check that a file of so many bytes is not too large to be kept.

    Raises:
        Refused: it is.
    """
    if size > LARGEST_FILE:
        raise Refused(
            f"The file has {size / 2**20:.0f} MB; at most {LARGEST_FILE // 2**20} MB are kept. "
            "Give its document symbol or a link instead.",
            field="file",
            code="too_large",
        )


@transaction.atomic
def add_document(
    *, report: FollowUpReport, by: User, title: str, speaks_for: dt.date, symbol: str
) -> Evidence:
    """Add a United Nations document by its symbol.

    Raises:
        NotAllowed, Refused: as for a file; or no symbol is given.
    """
    _check(report, by, title, speaks_for)
    if not symbol.strip():
        raise Refused("Give the document's symbol, for instance E/2005/97.", field="symbol")
    return Evidence.objects.create(
        report=report,
        kind=EvidenceKind.DOCUMENT,
        title=title,
        speaks_for=speaks_for,
        symbol=symbol.strip(),
        added_by=by,
    )


@transaction.atomic
def add_link(*, report: FollowUpReport, by: User, title: str, speaks_for: dt.date, url: str) -> Evidence:
    """Add a page on the web.

    Raises:
        NotAllowed, Refused: as for a file; or the address is no http(s) address.
    """
    _check(report, by, title, speaks_for)
    try:
        is_web_address(url)
    except ValidationError:
        raise Refused("This is no web address. It begins with https:// or http://.", field="url") from None
    return Evidence.objects.create(
        report=report, kind=EvidenceKind.LINK, title=title, speaks_for=speaks_for, url=url, added_by=by
    )


def _check(
    report: FollowUpReport, by: User, title: str, speaks_for: dt.date, revises: Evidence | None = None
) -> None:
    # Held, so that nothing slips in while the report is being submitted.
    report.refresh_from_db(from_queryset=FollowUpReport.objects.select_for_update(no_key=True))
    permissions.require(permissions.may_edit_report(by, report), "add evidence to this report now")
    if not title.strip():
        raise Refused("Say what the evidence is.", field="title")
    check_day(speaks_for)
    if revises is not None and revises.report_id != report.pk:
        raise Refused("Evidence revises earlier evidence of the same report.", field="revises")
    if revises is not None and Evidence.objects.filter(revises=revises).exists():
        raise Refused(f"“{revises}” was revised already; revise its latest revision.", field="revises")


def check_day(speaks_for: dt.date) -> None:
    """Check the day that evidence speaks for.

    Raises:
        Refused: it lies in the future.
    """
    if speaks_for > timezone.localdate():
        raise Refused("The day the evidence speaks for lies in the future.", field="speaks_for")
