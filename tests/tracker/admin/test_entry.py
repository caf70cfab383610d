"""A day of data entry: from a pasted text to a report, through the pages, without an id being typed."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from resolutions.models import Clause, Entity, Resolution, ReviewState, Verb
from tests.tracker.admin.conftest import enter
from tests.tracker.admin.forms import fill, said
from tracker import tasks
from tracker.imports import run_import
from tracker.models import Assignment, FollowUpReport, ImportJob, Occurrence

pytestmark = pytest.mark.django_db

TEXT = """# 2020/17. Strengthening of cooperation in testing

*The Economic and Social Council,*

*Recalling* its resolution 2019/3 of 12 July 2019,

1. *Requests* the Secretary-General to report to the Council at its session of 2021 on the implementation of
the present resolution;

2. *Invites* Member States to share their experience of testing, while the secretariat stands ready to help.

*10th plenary meeting*
*20 July 2020*
"""
ADD = "admin:tracker_importjob_add"


def change(thing) -> str:
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


def deed(thing, name: str) -> str:
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_deed", args=[thing.pk, name])


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect the ids that would go to the broker."""
    ids: list[int] = []
    monkeypatch.setattr(tasks.run_import, "delay", ids.append)
    return ids


@pytest.fixture
def pasted(client: Client, clerk, sent, django_capture_on_commit_callbacks) -> Resolution:
    """Paste a text, let the worker read it."""
    enter(client, clerk)
    with django_capture_on_commit_callbacks(execute=True):
        answer = fill(client, reverse(ADD), text=TEXT, name="Testing 2020")
    job = ImportJob.objects.get()
    assert answer.headers["Location"] == change(job)
    assert sent == [job.pk]
    run_import(job.pk)
    return Resolution.objects.get()


def test_a_pasted_text_is_read_and_its_import_leads_to_what_was_read(client, pasted: Resolution):
    page = client.get(change(ImportJob.objects.get()))
    assert f'<a href="{change(pasted)}">Check what was read in E/RES/2020/17</a>' in page.content.decode()
    read = said(client.get(change(pasted)))
    assert "op1.1 request" in read
    assert "Secretary-General (asked)" in read


def test_an_uploaded_file_is_taken_in_under_its_own_name(client, clerk, sent, tmp_path):
    file = tmp_path / "testing.md"
    file.write_text(TEXT)
    with file.open("rb") as handle:
        fill(enter(client, clerk), reverse(ADD), file=handle)
    assert ImportJob.objects.get().source.name == "testing.md"
    assert bytes(ImportJob.objects.get().source.content) == TEXT.encode()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Choose the resolution's file, or paste its text."),
        ({"text": " \n "}, "Choose the resolution's file, or paste its text."),
    ],
    ids=["nothing", "blank text"],
)
def test_without_a_text_nothing_is_taken_in(client, clerk, given: dict[str, str], words: str):
    answer = fill(enter(client, clerk), reverse(ADD), **given)
    assert words in said(answer)
    assert not ImportJob.objects.exists()


def test_an_empty_file_is_refused_with_what_to_do(client, clerk, tmp_path):
    (tmp_path / "empty.md").touch()
    with (tmp_path / "empty.md").open("rb") as handle:
        answer = fill(enter(client, clerk), reverse(ADD), file=handle)
    assert "The submitted file is empty." in said(answer)
    assert not ImportJob.objects.exists()


def test_verb_addressee_and_due_date_are_corrected_and_the_obligation_follows(client, pasted: Resolution):
    clause = Clause.objects.get(paragraph__label="1")
    urge, bank = Verb.objects.get(lemma="urge"), Entity.objects.get(name="World Bank")
    answer = fill(client, change(clause), verb=urge.pk, **{"addressees-0-entity": bank.pk})
    assert answer.status_code == 302, said(answer)
    clause.refresh_from_db()
    assert (clause.verb, clause.type, clause.review_state) == (urge, urge.type, ReviewState.CORRECTED)
    standing = clause.action_item.assignments.standing()
    assert [each.entity for each in standing] == [bank]

    owed = Occurrence.objects.get(assignment__entity=bank)
    answer = fill(client, deed(owed, "due"), due_to="2021-10-01", why="The Council moved its session.")
    assert answer.headers["Location"] == change(owed)
    owed.refresh_from_db()
    assert (owed.due_to, owed.due_source) == (dt.date(2021, 10, 1), "person")


def test_a_missed_clause_is_added_from_the_words_of_its_paragraph(client, pasted: Resolution):
    paragraph = pasted.paragraphs.get(label="2")
    secretariat = Entity.objects.get(name="Secretariat")
    answer = fill(
        client,
        deed(paragraph, "add-clause"),
        words="stands ready to help",
        verb=Verb.objects.get(lemma="support").pk,
        asked=[secretariat.pk],
    )
    assert answer.headers["Location"] == change(paragraph), said(answer)
    added = paragraph.clauses.get(rule="person")
    assert [each.entity for each in Assignment.objects.filter(item__clause=added)] == [secretariat]


def test_words_that_do_not_stand_in_the_paragraph_are_refused_on_the_form(client, pasted: Resolution):
    paragraph = pasted.paragraphs.get(label="2")
    before = paragraph.clauses.count()
    answer = fill(
        client,
        deed(paragraph, "add-clause"),
        words="requests a miracle",
        verb=Verb.objects.get(lemma="request").pk,
    )
    assert "These words do not stand in the paragraph." in said(answer)
    assert paragraph.clauses.count() == before


def test_a_report_is_recorded_by_choosing_names(client, pasted: Resolution):
    entity = Entity.objects.get(name="Secretary-General")
    add = f"{reverse('admin:tracker_followupreport_add')}?entity={entity.pk}"
    found = client.get(
        reverse("admin:tracker_obligation_choices"),
        {
            "entity": entity.pk,
            "term": "implementation",
            "app_label": "tracker",
            "model_name": "reportline",
            "field_name": "occurrence",
        },
    ).json()["results"]
    assert [each["text"].split(", due")[0] for each in found] == [
        "E/RES/2020/17 para. 1 — requests Secretary-General"
    ]
    answer = fill(
        client,
        add,
        period_from="2020-08-01",
        period_to="2021-01-31",
        action_taken="A report was drafted.",
        **{
            "lines-0-occurrence": found[0]["id"],
            "lines-0-proposed_status": "in_progress",
            "lines-0-effective_on": "2021-01-15",
        },
    )
    assert answer.status_code == 302, said(answer)
    report = FollowUpReport.objects.get()
    assert (report.entity, report.on_behalf, report.state) == (entity, True, "draft")
    client.post(deed(report, "submit"))
    report.refresh_from_db()
    assert report.state == "submitted"


def test_facts_of_a_resolution_are_corrected_and_a_taken_symbol_is_refused_beside_its_field(
    client, pasted: Resolution
):
    Resolution.objects.create(symbol="E/RES/2020/18")
    fill(client, change(pasted), title="Strengthening cooperation")
    pasted.refresh_from_db()
    assert pasted.corrected_fields == ["title"]
    answer = fill(client, change(pasted), symbol="E/RES/2020/18")
    assert answer.status_code == 200
    assert "already" in said(answer)
    pasted.refresh_from_db()
    assert pasted.symbol == "E/RES/2020/17"
