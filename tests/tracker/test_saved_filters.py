"""Saved filters: lists of the register under a name, for oneself or for everybody."""

import pytest

from tests.conftest import TODAY
from tests.register import register
from tracker import merging, saved_filters
from tracker.models import SavedFilter
from tracker.refusals import NotAllowed, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_nobody_changes_or_deletes_what_another_keeps(manager, viewer):
    kept = saved_filters.save(by=manager, name="Open", query="state=open", shared=True)
    with pytest.raises(NotAllowed):
        saved_filters.change(kept=kept, by=viewer, name="Mine")
    with pytest.raises(NotAllowed):
        saved_filters.delete(kept=kept, by=viewer)
    assert SavedFilter.objects.get().name == "Open"


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        (" ", "", "1 to 80"),
        ("x" * 81, "", "1 to 80"),
        ("Open", "", "already"),
        ("Q", "q=" + "x" * 2000, "many"),
    ],
)
def test_a_name_must_be_there_and_new(manager, name, query, said):
    saved_filters.save(by=manager, name="Open", query="state=open")
    with pytest.raises(Refused, match=said):
        saved_filters.save(by=manager, name=name, query=query)
    assert SavedFilter.objects.count() == 1


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("state=open&page=3&csrf=1", "state=open"),
        ("entity=SG&order=-due", "order=-due"),
        ("verb=Request&order=nonsense", "verb=request"),
    ],
)
def test_only_conditions_and_order_that_can_be_read_are_kept(manager, query, kept):
    assert saved_filters.save(by=manager, name="Mine", query=query).query == kept


def test_others_find_only_what_is_shared_and_not_what_a_closed_account_shared(manager, viewer):
    saved_filters.save(by=manager, name="Mine", query="")
    shared = saved_filters.save(by=manager, name="Ours", query="", shared=True)
    assert list(saved_filters.seen_by(viewer)) == [shared]
    manager.is_active = False
    manager.save()
    assert not saved_filters.seen_by(viewer).exists()


def test_one_filter_stands_on_the_page_of_work(manager):
    first = saved_filters.save(by=manager, name="First", query="", on_my_work=True)
    second = saved_filters.save(by=manager, name="Second", query="", on_my_work=True)
    first.refresh_from_db()
    assert (first.on_my_work, second.on_my_work) == (False, True)


def test_a_filter_finds_for_each_reader_what_they_may_see(manager, norway):
    register()
    kept = saved_filters.save(by=manager, name="Open", query="state=open", shared=True)
    found = [
        saved_filters.selection_of(kept, reader=reader, on=TODAY).items().count()
        for reader in (manager, norway)
    ]
    assert found == [2, 2]
    entity = saved_filters.save(by=manager, name="SG", query="entity=sg")
    assert saved_filters.selection_of(entity, reader=norway, on=TODAY).items().count() == 0


def test_a_filter_follows_an_entity_that_was_merged(manager, entity):
    register()
    kept = saved_filters.save(by=manager, name="SG", query="entity=sg")
    into = entity("United Nations Development Programme")
    merging.merge(entity=entity("Secretary-General"), into=into, by=manager, why="For the test.")
    assert saved_filters.selection_of(kept, reader=manager, on=TODAY).items().count() == 1


def test_what_is_deleted_stays_in_the_history_with_who_did_it(manager):
    kept = saved_filters.save(by=manager, name="Open", query="state=open")
    event_model = SavedFilter.events.rel.related_model  # type: ignore[attr-defined] # made by pghistory
    saved_filters.delete(kept=kept, by=manager)
    last = event_model.objects.order_by("pgh_id").last()
    assert (last.pgh_label, last.name, last.pgh_context.metadata["user"]) == ("delete", "Open", manager.pk)
