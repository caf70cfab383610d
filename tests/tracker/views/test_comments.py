"""Comments on the pages of items and reports."""

import pytest
from django.test import Client

from tests.register import drafted, line, occurrence, register
from tracker import comments
from tracker.models import Comment, Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def item():
    register()
    return occurrence("Secretary-General").assignment.item


def test_whoever_only_looks_reads_comments_and_writes_none(client: Client, item, viewer, manager):
    comments.write(on=item, by=manager, text="Who drafts this?")
    client.force_login(viewer)
    page = client.get(item.get_absolute_url()).content.decode()
    assert "<p>Who drafts this?</p>" in page
    assert "Your comment" not in page
    assert client.post(f"/comments/item/{item.pk}/", {"text": "We do."}).status_code == 403
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("kind", ["item", "report", "paragraph"])
def test_what_may_not_be_seen_cannot_be_commented(client: Client, secretariat, norway, item, kind):
    hidden = occurrence("Member States").assignment.item
    report = drafted(norway, line(occurrence("Norway")), entity="Norway")
    pk = {"item": hidden.pk, "report": report.pk, "paragraph": 1}[kind]
    client.force_login(secretariat)
    assert client.post(f"/comments/{kind}/{pk}/", {"text": "Hello."}).status_code == 404


def test_a_comment_is_written_changed_and_taken_away(client: Client, item, manager, secretariat):
    client.force_login(manager)
    answer = client.post(f"/comments/item/{item.pk}/", {"text": "@secretariat <b>drafts</b> this."})
    assert answer["Location"] == f"{item.get_absolute_url()}#comments"
    assert Notice.objects.get().user == secretariat
    comment = Comment.objects.get()
    client.post(f"/comments/{comment.pk}/", {"deed": "edit", "text": "Nobody drafts this."})
    page = client.get(item.get_absolute_url()).content.decode()
    assert "<p>Nobody drafts this.</p>" in page
    assert "<summary>Earlier words</summary>" in page
    assert "@secretariat &lt;b&gt;drafts&lt;/b&gt; this." in page
    client.post(f"/comments/{comment.pk}/", {"deed": "remove"})
    page = client.get(item.get_absolute_url()).content.decode()
    assert "Taken away by its author on 1 March 2021." in page
    assert "drafts" not in page.partition('id="comments"')[2].partition("</section>")[0]


def test_what_is_wrong_is_said_beside_the_words_which_are_not_lost(client: Client, item, manager):
    client.force_login(manager)
    answer = client.post(f"/comments/item/{item.pk}/", {"text": "See this, @nobody."})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "There is nobody of the name “@nobody”" in page
    assert "See this, @nobody.</textarea>" in page


def test_nobody_changes_the_comment_of_another(client: Client, item, manager, secretariat):
    comment = comments.write(on=item, by=manager, text="Who drafts this?")
    client.force_login(secretariat)
    for deed in ("edit", "remove"):
        assert client.post(f"/comments/{comment.pk}/", {"deed": deed, "text": "We do."}).status_code == 403
    comment.refresh_from_db()
    assert (comment.text, comment.removed_at) == ("Who drafts this?", None)


def test_a_report_is_commented_on_its_page(client: Client, item, secretariat):
    report = drafted(secretariat, line(occurrence("Secretary-General")))
    client.force_login(secretariat)
    client.post(f"/comments/report/{report.pk}/", {"text": "The figures are missing."})
    assert "<p>The figures are missing.</p>" in client.get(report.get_absolute_url()).content.decode()
