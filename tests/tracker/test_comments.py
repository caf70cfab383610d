"""Comments: seen by whoever may see what they are on, and only they can be mentioned."""

import pytest

from tests.conftest import TODAY, person, speaks_for
from tests.register import drafted, line, occurrence, register
from tracker import comments, notices, reports, roles
from tracker.models import ActionItem, Comment, Notice
from tracker.refusals import NotAllowed, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def item() -> ActionItem:
    """Give an item that asks the Secretary-General and Norway."""
    register()
    return occurrence("Secretary-General").assignment.item


@pytest.fixture
def undp(db):
    """Give the focal point of an entity that is not asked."""
    return speaks_for(person("undp", roles.FOCAL_POINT), "United Nations Development Programme")


def told(user) -> list[str]:
    return list(notices.unread_by(user, on=TODAY).values_list("words", flat=True))


def test_who_has_no_role_or_may_not_see_it_or_only_looks_cannot_comment(item, stranger, undp, viewer):
    for user in (stranger, undp, viewer):
        with pytest.raises(NotAllowed):
            comments.write(on=item, by=user, text="Who drafts this?")
    assert not Comment.objects.exists()


@pytest.mark.parametrize(("text", "said"), [(" \n ", "Write what"), ("x" * 5001, "at most 5000")])
def test_it_says_something_and_not_too_much(item, manager, text, said):
    with pytest.raises(Refused, match=said):
        comments.write(on=item, by=manager, text=text)


@pytest.mark.parametrize("name", ["nobody", "stranger", "undp", "closed"])
def test_whoever_may_not_see_it_is_refused_like_somebody_unknown(item, manager, stranger, undp, name):
    closed = person("closed", roles.MANAGER)
    closed.is_active = False
    closed.save()
    with pytest.raises(Refused, match=f"nobody of the name “@{name}” who may see this"):
        comments.write(on=item, by=manager, text=f"See this, @{name}.")
    assert not Comment.objects.exists()
    assert not Notice.objects.exists()


def test_a_mention_tells_the_person_at_once(item, manager, secretariat, norway):
    comment = comments.write(on=item, by=manager, text="Who drafts this, @secretariat? Write to a@norway.no.")
    assert list(comment.mentions.all()) == [secretariat]
    assert (told(secretariat), told(norway), told(manager)) == (["manager mentioned you"], [], [])
    notice = Notice.objects.get()
    assert notice.get_absolute_url() == item.get_absolute_url()


def test_who_commented_before_is_told_of_an_answer(item, manager, secretariat):
    comments.write(on=item, by=manager, text="Who drafts this?")
    comments.write(on=item, by=secretariat, text="We do.")
    assert told(manager) == ["secretariat commented"]
    assert told(secretariat) == []


def test_a_draft_s_comments_stay_with_its_entity(item, secretariat, manager):
    report = drafted(secretariat, line(occurrence("Secretary-General")))
    comments.write(on=report, by=secretariat, text="The figures are missing.")
    with pytest.raises(NotAllowed):
        comments.write(on=report, by=manager, text="Which?")
    with pytest.raises(Refused, match="@manager"):
        comments.write(on=report, by=secretariat, text="@manager, look.")
    assert not comments.seen_by(manager, on=TODAY).exists()
    reports.submit(report=report, by=secretariat)
    assert comments.seen_by(manager, on=TODAY).count() == 1


def test_only_its_author_changes_a_comment_or_takes_it_away(item, manager, secretariat):
    comment = comments.write(on=item, by=manager, text="Who drafts this?")
    with pytest.raises(NotAllowed, match="Only who wrote"):
        comments.edit(comment=comment, by=secretariat, text="We do.")
    with pytest.raises(NotAllowed, match="Only who wrote"):
        comments.remove(comment=comment, by=secretariat)


def test_an_edit_keeps_the_earlier_words_and_tells_who_is_mentioned_anew(item, manager, secretariat, norway):
    comment = comments.write(on=item, by=manager, text="@secretariat drafts this.")
    comments.edit(comment=comment, by=manager, text="@secretariat and @norway draft this.")
    assert [event.text for event in comment.events.order_by("pgh_id")] == [  # type: ignore[attr-defined]
        "@secretariat drafts this.",
        "@secretariat and @norway draft this.",
    ]
    assert comment.edited_at
    assert (told(secretariat), told(norway)) == (["manager mentioned you"], ["manager mentioned you"])


def test_a_comment_taken_away_leaves_a_mark_and_tells_nobody_any_more(item, manager, secretariat):
    comment = comments.write(on=item, by=manager, text="@secretariat drafts this.")
    comments.remove(comment=comment, by=manager)
    assert Comment.objects.get().removed_at
    assert told(secretariat) == []
    assert not Notice.objects.filter(to_mail=True).exists()
    with pytest.raises(Refused, match="taken away already"):
        comments.edit(comment=comment, by=manager, text="Again.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@anna, @bo.berg and @c-d+e@example.org.", ["anna", "bo.berg", "c-d+e@example.org"]),
        ("a@example.org", []),
        ("(@anna)", ["anna"]),
        ("@ anna @", []),
    ],
)
def test_a_mention_is_an_at_that_begins_a_word(text, names):
    assert comments.MENTION.findall(text) == names
