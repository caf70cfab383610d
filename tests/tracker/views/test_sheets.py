"""Taking over a tracking spreadsheet on the pages, from the file to the register."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.register import occurrence, register
from tests.tracker.sheets.workbooks import workbook
from tracker import bulk, tasks
from tracker.models import BulkJob, TrackingSheet
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "tracked_register")]

HERE = "/sheets/"
ROWS = [
    ["E/RES/2020/1", "1", "Secretary-General", "Green", "2021-02-01", "", "Annex III"],
    ["E/RES/2020/1", "7", "Norway", "Green"],
]


@pytest.fixture
def tracked_register(db: None) -> None:
    register()


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep jobs from the broker; each test runs them itself."""
    monkeypatch.setattr(tasks.run_bulk, "delay", lambda job_id: None)


def upload(client: Client, data: bytes, name: str = "Tracker.xlsx"):
    return client.post(HERE, {"file": SimpleUploadedFile(name, data)})


def at_work(client: Client, sheet: TrackingSheet, **said: str):
    """Send a form of the sheet's page, do the job, and return the job's page."""
    answer = client.post(sheet.get_absolute_url(), said)
    assert answer.status_code == 302, answer.content.decode()
    job = BulkJob.objects.latest("pk")
    bulk.run(job.pk)
    return client.get(answer.headers["Location"]).content.decode()


COLUMNS = {"symbol": "0", "paragraph": "1", "entity": "2", "status": "3", "since": "4", "remark": "6"}
CHECK = {"deed": "check", **COLUMNS, "word-0": "implemented"}


@pytest.mark.parametrize("who", ["stranger", "viewer", "clerk", "secretariat", "reviewer"])
def test_others_than_managers_find_no_spreadsheets(client, request, who, manager):
    client.force_login(manager)
    upload(client, workbook(ROWS))
    sheet = TrackingSheet.objects.get()
    client.force_login(request.getfixturevalue(who))
    assert client.get(HERE).status_code == 403
    assert upload(client, workbook(ROWS)).status_code == 403
    assert client.get(sheet.get_absolute_url()).status_code == 403
    assert client.post(sheet.get_absolute_url(), CHECK).status_code == 403
    assert TrackingSheet.objects.count() == 1


def test_a_file_that_is_no_table_is_refused_beside_its_field(client, manager):
    client.force_login(manager)
    page = upload(client, b"\x00\x01", "photo.xlsx").content.decode()
    assert "This is neither a workbook (.xlsx) nor a CSV file." in page
    assert not TrackingSheet.objects.exists()


def test_a_word_for_a_status_that_nobody_knows_is_asked_for(client, manager):
    client.force_login(manager)
    upload(client, workbook(ROWS))
    sheet = TrackingSheet.objects.get()
    page = client.get(sheet.get_absolute_url()).content.decode()
    assert "“green” means" in page
    answer = client.post(sheet.get_absolute_url(), {"deed": "check", **COLUMNS})
    assert "Say which status is meant by “green”." in answer.content.decode()


def test_from_a_file_over_the_fate_of_its_rows_to_the_register(client, manager):
    client.force_login(manager)
    sheet = TrackingSheet.objects.get(
        pk=int(upload(client, workbook(ROWS)).headers["Location"].split("/")[-2])
    )
    assert "See the rows" in at_work(client, sheet, **CHECK)
    page = client.get(sheet.get_absolute_url()).content.decode()
    assert "“Not started” becomes “Implemented” as of 1 February 2021." in page
    assert "has no paragraph “7” that says something." in page
    assert occurrence("Secretary-General").status == Status.NOT_STARTED
    answer = client.post(sheet.get_absolute_url(), {"deed": "take over"})
    assert (answer.status_code, BulkJob.objects.count()) == (400, 1)
    assert "1 row cannot be taken over. Mend the file, or tick to leave out." in answer.content.decode()
    assert "Done: 1 of 2 rows changed something, 1 was left out." in at_work(
        client, sheet, deed="take over", leave_out="on"
    )
    assert occurrence("Secretary-General").status == Status.IMPLEMENTED


@pytest.mark.parametrize(("fate", "number"), [("fault", 1), ("changes", 1), ("nothing", 0), ("other", 2)])
def test_the_number_of_a_fate_is_the_length_of_its_list(client, manager, fate, number):
    client.force_login(manager)
    upload(client, workbook(ROWS))
    sheet = TrackingSheet.objects.get()
    at_work(client, sheet, **CHECK)
    answer = client.get(sheet.get_absolute_url(), {"fate": fate})
    assert answer.context["page"].paginator.count == number
    assert dict(answer.context["counts"]).get(fate, 2) == number
