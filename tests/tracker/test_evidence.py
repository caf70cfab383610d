"""Evidence beside a report that is still being written."""

import datetime as dt
import hashlib

import pytest

from tests.register import DAY, drafted, line, occurrence, register, submitted
from tracker import evidence, reports
from tracker.models import Evidence, FollowUpReport
from tracker.refusals import NotAllowed, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FILE = {"title": "The circular", "speaks_for": DAY, "name": "circular.pdf", "data": b"%PDF-1.7 words"}


@pytest.fixture
def draft(secretariat):
    register()
    return drafted(secretariat, line(occurrence("Secretary-General")))


def add(draft, by, **more):
    return evidence.add_file(report=draft, by=by, **{**FILE, **more})


@pytest.mark.parametrize("who", ["norway", "reviewer", "manager", "stranger"])
def test_nobody_else_adds_evidence(who, request, draft):
    with pytest.raises(NotAllowed):
        add(draft, request.getfixturevalue(who))
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"data": b""}, "file", "is empty"),
        ({"data": b"x" * (evidence.LARGEST_FILE + 1)}, "file", "at most 20 MB"),
        ({"title": " "}, "title", "Say what the evidence is"),
        ({"speaks_for": dt.date(2021, 3, 2)}, "speaks_for", "lies in the future"),
    ],
    ids=["empty", "too large", "no title", "in the future"],
)
def test_a_file_that_cannot_be_is_refused(changed, field, message, draft, secretariat):
    with pytest.raises(Refused, match=message) as refusal:
        add(draft, secretariat, **changed)
    assert refusal.value.field == field
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("url", ["", "example.org", "javascript:alert(1)", "ftp://example.org/a", "https://"])
def test_what_is_no_web_address_is_refused(url, draft, secretariat):
    with pytest.raises(Refused, match="no web address") as refusal:
        evidence.add_link(report=draft, by=secretariat, title="The page", speaks_for=DAY, url=url)
    assert refusal.value.field == "url"


def test_a_document_without_a_symbol_is_refused(draft, secretariat):
    with pytest.raises(Refused, match="symbol"):
        evidence.add_document(report=draft, by=secretariat, title="Report", speaks_for=DAY, symbol=" ")


def test_nothing_is_added_to_a_report_under_review(secretariat):
    register()
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    with pytest.raises(NotAllowed):
        add(report, secretariat)


def test_nothing_slips_into_a_report_that_was_submitted_meanwhile(draft, secretariat):
    seen = FollowUpReport.objects.get(pk=draft.pk)
    reports.submit(report=draft, by=secretariat)
    with pytest.raises(NotAllowed):
        add(seen, secretariat)


def test_evidence_revises_only_evidence_of_the_same_report(draft, secretariat):
    register("E/RES/2020/2")
    other = drafted(secretariat, line(occurrence("Secretary-General", "E/RES/2020/2")))
    with pytest.raises(Refused, match="same report"):
        add(draft, secretariat, revises=add(other, secretariat))


def test_what_was_revised_is_not_revised_again(draft, secretariat):
    first = add(draft, secretariat)
    add(draft, secretariat, revises=first)
    with pytest.raises(Refused, match="revised already"):
        add(draft, secretariat, revises=first)


def test_a_file_is_kept_byte_for_byte_with_its_sum(draft, secretariat):
    kept = add(draft, secretariat)
    kept.refresh_from_db()
    assert bytes(kept.content) == FILE["data"]
    assert (kept.sha256, kept.size) == (hashlib.sha256(b"%PDF-1.7 words").hexdigest(), 14)


def test_the_day_it_speaks_for_is_not_the_day_it_came_in(draft, secretariat):
    kept = add(draft, secretariat)
    assert (kept.speaks_for, kept.added_at.date()) == (DAY, dt.date(2021, 3, 1))


def test_a_revision_stands_beside_what_it_revises(draft, secretariat):
    first = add(draft, secretariat)
    second = add(draft, secretariat, revises=first)
    assert (first.revised_by, draft.evidence.count()) == (second, 2)


def test_documents_and_links_are_kept(draft, secretariat):
    evidence.add_document(report=draft, by=secretariat, title="Report", speaks_for=DAY, symbol=" E/2005/97 ")
    evidence.add_link(
        report=draft, by=secretariat, title="Page", speaks_for=DAY, url="https://example.org/page?a=1"
    )
    assert list(draft.evidence.values_list("kind", "symbol", "url")) == [
        ("document", "E/2005/97", ""),
        ("link", "", "https://example.org/page?a=1"),
    ]


def test_the_name_of_its_sender_may_be_longer_than_we_keep(draft, secretariat):
    kept = add(draft, secretariat, name="a" * 300 + ".pdf", media_type="x" * 200)
    assert kept.name.endswith(".pdf")
