"""An obligation of the Secretary-General and a report on it, as a draft and handed in."""

import datetime as dt

import pytest

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY
from tests.tracker.views.report_pages import occurrence
from tracker import reports
from tracker.models import FollowUpReport, Occurrence
from tracker.statuses import Status

YEAR = (dt.date(2021, 1, 1), dt.date(2021, 2, 28))


@pytest.fixture
def asked(db: None) -> Occurrence:
    """Give an obligation of the Secretary-General; a second one stands beside it."""
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks()),
            paragraph("2", asks("Requests the Secretary-General to inform the Council")),
            paragraph("3", asks("Invites Member States to help", of=["Member States"])),
        )
    )
    return occurrence("op1")


@pytest.fixture
def draft(asked: Occurrence, secretariat) -> FollowUpReport:
    return reports.draft(
        entity=Entity.objects.get(name="Secretary-General"),
        by=secretariat,
        words=reports.Words(*YEAR, "A first round of consultations was held.", challenges="Few answers."),
        lines=[reports.Line(asked, Status.IN_PROGRESS, TODAY, percentage=20)],
    )


@pytest.fixture
def submitted(draft: FollowUpReport, secretariat) -> FollowUpReport:
    reports.submit(report=draft, by=secretariat)
    return draft
