"""Adding a resolution: handing it in, watching it being read, finding it again."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from kombu.exceptions import OperationalError

from config.celery import app
from resolutions.models import Resolution, SourceFile
from resolutions.readers import LARGEST_FILE
from tests.builders import source
from tracker import imports
from tracker.models import ImportJob, ImportState

pytestmark = pytest.mark.django_db

ADD = "/resolutions/add/"
TEXT = """# 2020/7. Strengthening of cooperation in testing

_The Economic and Social Council_,

_Recalling_ its resolution 2019/5 of 23 July 2019,

1. _Requests_ the Secretary-General to report to the Council at its session of 2022 on what was done;

2. _Invites_ Member States to share their experience.

_10th plenary meeting_
_20 July 2020_
"""


@pytest.fixture
def read_at_once():
    """Let the tasks run where they are sent, without a worker."""
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


def upload(name: str = "resolution.md", data: bytes = TEXT.encode(), **more: object) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, data, "text/markdown"), **more}


def job(by=None, **fields: object) -> ImportJob:
    return ImportJob.objects.create(source=source(), requested_by=by, **fields)


def test_a_file_that_is_too_large_is_refused_beside_its_field(client: Client, clerk):
    client.force_login(clerk)
    answer = client.post(ADD, upload(data=b"x" * (LARGEST_FILE + 1)))
    assert "at most 20 MB are read" in answer.context["form"].errors["file"][0]
    assert not SourceFile.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "reviewer", "manager"])
def test_only_whoever_may_add_resolutions_sees_the_form(client: Client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, upload()).status_code == 403
    assert not SourceFile.objects.exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param({}, "Choose a file, or paste the text below.", id="nothing"),
        pytest.param(upload(text="Also this"), "Give a file or a text, not both.", id="file and text"),
        pytest.param(upload(data=b""), "This file is empty. Choose another one.", id="empty file"),
        pytest.param({"text": "  \n "}, "Choose a file, or paste the text below.", id="blank text"),
    ],
)
def test_what_cannot_be_taken_in_is_refused(client: Client, clerk, sent, told):
    client.force_login(clerk)
    answer = client.post(ADD, sent)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not ImportJob.objects.exists()


def test_a_file_becomes_a_job_that_waits_and_the_page_asks_again_by_itself(client: Client, clerk):
    client.force_login(clerk)
    answer = client.post(ADD, upload(replaces="on"))
    queued = ImportJob.objects.get()
    assert answer["Location"] == f"/imports/{queued.pk}/"
    assert (queued.requested_by, queued.replaces, queued.source.name) == (clerk, True, "resolution.md")
    shown = client.get(answer["Location"]).content.decode()
    assert f'hx-get="/imports/{queued.pk}/" hx-trigger="every 1s"' in shown
    assert '<progress id="bar" max="100" value="0">' in shown


def test_the_form_says_which_files_are_read(client: Client, clerk):
    client.force_login(clerk)
    shown = client.get(ADD).content.decode()
    assert "Word (.docx), PDF, HTML, Akoma Ntoso XML, Markdown or plain text, at most 20 MB." in shown
    assert 'accept=".docx,.pdf,.html,.htm,.xml,.md,.markdown,.txt"' in shown


def test_a_pasted_text_gets_the_name_that_was_given(client: Client, clerk):
    client.force_login(clerk)
    client.post(ADD, {"text": TEXT, "name": "E/RES/2020/7"})
    kept = SourceFile.objects.get()
    # Browsers send line ends as CR LF; the bytes are kept as they came.
    assert (kept.name, kept.media_type, bytes(kept.content).decode()) == (
        "E/RES/2020/7",
        "text/markdown",
        TEXT.strip(),
    )


@pytest.mark.usefixtures("read_at_once")
def test_a_resolution_is_read_and_leads_to_its_check(
    client: Client, clerk, django_capture_on_commit_callbacks
):
    client.force_login(clerk)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ADD, upload())
    resolution = Resolution.objects.get()
    shown = client.get(answer["Location"]).content.decode()
    assert "It is new in the register." in shown
    assert "2 clauses added" in shown
    assert f'href="/check/{resolution.symbol}/"' in shown
    assert "hx-trigger" not in shown


@pytest.mark.usefixtures("read_at_once")
def test_a_file_that_is_no_resolution_is_told_with_what_to_do(
    client: Client, clerk, django_capture_on_commit_callbacks
):
    client.force_login(clerk)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ADD, upload(data=b"Dear colleague, see you tomorrow."))
    shown = client.get(answer["Location"]).content.decode()
    assert "Nothing was stored." in shown
    assert f'href="{ADD}"' in shown
    assert not Resolution.objects.exists()


@pytest.mark.usefixtures("committed_db")
def test_a_broker_out_of_reach_loses_no_import(clerk):
    def unreachable(job_id: int) -> None:
        raise OperationalError("The broker does not answer.")

    imports.request_import(data=TEXT.encode(), name="resolution.md", by=clerk, enqueue=unreachable)
    assert ImportJob.objects.get().state == ImportState.QUEUED


def test_the_moving_part_alone_is_sent_to_htmx_and_stops_moving_when_done(client: Client, clerk):
    running = job(by=clerk, state=ImportState.RUNNING, stage="Reading the file", progress=10)
    client.force_login(clerk)
    address = running.get_absolute_url()
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div id="progress"')
    assert "Reading the file" in part
    ImportJob.objects.update(
        state=ImportState.FAILED, error="The file is a picture.", finished_at=timezone.now()
    )
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "The file is a picture." in part
    assert "hx-trigger" not in part


@pytest.mark.parametrize(
    ("fields", "minutes", "told"),
    [
        pytest.param({"state": ImportState.QUEUED}, 0, False, id="just asked for"),
        pytest.param({"state": ImportState.QUEUED}, 2, True, id="nobody took it"),
        pytest.param({"state": ImportState.RUNNING}, 2, False, id="being read"),
        pytest.param({"state": ImportState.RUNNING}, 3, True, id="its worker fell silent"),
    ],
)
def test_the_page_says_when_no_worker_has_answered_for_a_while(client: Client, clerk, fields, minutes, told):
    held = job(by=clerk, **fields)
    past = timezone.now() - dt.timedelta(minutes=minutes)
    claimed = past if held.state == ImportState.RUNNING else None
    ImportJob.objects.update(requested_at=past, claimed_at=claimed)
    client.force_login(clerk)
    shown = client.get(held.get_absolute_url()).content.decode()
    assert ("No worker has answered since" in shown) is told


def test_a_focal_point_sees_only_their_own_imports(client: Client, clerk, secretariat):
    others, own = job(by=clerk), job(by=secretariat)
    client.force_login(secretariat)
    assert client.get(others.get_absolute_url()).status_code == 404
    assert client.get(own.get_absolute_url()).status_code == 200
    listed = client.get("/imports/").content.decode()
    assert (own.get_absolute_url() in listed, others.get_absolute_url() in listed) == (True, False)


def test_whoever_sees_all_sees_all_imports(client: Client, clerk, viewer, stranger):
    held = job(by=clerk)
    client.force_login(viewer)
    assert held.get_absolute_url() in client.get("/imports/").content.decode()
    assert "Add a resolution" not in client.get("/imports/").content.decode()
    client.force_login(stranger)
    assert client.get("/imports/").status_code == 403
    assert client.get(held.get_absolute_url()).status_code == 403


def test_an_import_whose_resolution_was_renamed_still_leads_to_it(client: Client, clerk):
    resolution = Resolution.objects.create(symbol="E/RES/2020/7")
    told = {
        "symbol": "UNNUMBERED/1",
        "outcome": "new",
        "clauses": {"added": 1},
        "tracked": {"items": 1, "assignments": 0},
    }
    done = job(by=clerk, state=ImportState.DONE, finished_at=timezone.now(), summary={"resolutions": [told]})
    done.resolutions.add(resolution)
    client.force_login(clerk)
    assert 'href="/check/E/RES/2020/7/"' in client.get(done.get_absolute_url()).content.decode()


def test_a_warning_leads_to_its_place_for_whoever_may_settle_it(client: Client, clerk, viewer):
    done = imports.import_file(data=TEXT.replace("2. _Invites_", "4. _Invites_").encode(), name="gap.md")
    link = '<a href="/check/E/RES/2020/7/?at=op4#op4">Paragraph 4</a>'
    address = f"/imports/{done.pk}/"
    client.force_login(clerk)
    assert link in client.get(address).content.decode()
    client.force_login(viewer)
    shown = client.get(address).content.decode()
    assert link not in shown
    assert '<span class="soft">paragraph 4</span>' in shown


def test_in_a_file_with_several_resolutions_a_warning_leads_to_the_one_it_is_about(
    client: Client, clerk, viewer
):
    second = TEXT.replace("2020/7", "2020/8").replace("2. _Invites_", "4. _Invites_")
    done = imports.import_file(data=f"{TEXT}\n{second}".encode(), name="two.md")
    link = '<a href="/check/E/RES/2020/8/?at=op4#op4">E/RES/2020/8, paragraph 4</a>'
    client.force_login(clerk)
    assert link in client.get(done.get_absolute_url()).content.decode()
    Resolution.objects.filter(symbol="E/RES/2020/8").update(symbol="E/RES/2020/9")
    assert link.replace("2020/8", "2020/9") in client.get(done.get_absolute_url()).content.decode()
    client.force_login(viewer)
    shown = client.get(done.get_absolute_url()).content.decode()
    assert '<span class="soft">E/RES/2020/9, paragraph 4</span>' in shown


def test_a_text_without_a_symbol_leads_to_where_it_is_given_one(client: Client, clerk):
    text = TEXT.replace("2020/7. ", "").replace("The Economic and Social Council", "The General Conference")
    done = imports.import_file(data=text.encode(), name="lamps.md")
    [resolution] = done.resolutions.all()
    page = f"/check/{resolution.symbol}/"
    client.force_login(clerk)
    assert (
        f'<a href="{page}#facts">Give {resolution.symbol} its symbol</a>'
        in client.get(done.get_absolute_url()).content.decode()
    )
    client.post(page, {"deed": "facts", "symbol": "37 C/Resolution 64", "title": "Lamps"})
    assert client.get("/resolutions/37%20C/Resolution%2064/").status_code == 200
    shown = client.get(done.get_absolute_url()).content.decode()
    assert ("#facts" in shown, "37 C/Resolution 64" in shown) == (False, True)
