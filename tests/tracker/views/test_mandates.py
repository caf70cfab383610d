"""The pages on which a person says what later texts do to earlier ones; an item's life on its page."""

import pytest
from django.test import Client

from tests.builders import asks, paragraph, reading, tracked
from tests.tracker.test_proposing import ANEW, EARLY, LATE, REPORT
from tracker import mandates
from tracker.models import ActionItem, ItemRelation, RelationKind, RelationProposal, Retirement
from tracker.proposing import propose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def proposal():
    """Give the proposal that one request of the Secretary-General repeats another."""
    tracked(reading("E/RES/2010/5", paragraph("1", asks(REPORT)), adopted=EARLY))
    propose(tracked(reading("E/RES/2011/7", paragraph("1", asks(ANEW)), adopted=LATE)))
    return RelationProposal.objects.get()


def sent(**more):
    return {
        "deed": "relate",
        "kind": "renews",
        "effective_on": "2011-07-20",
        "assign": "on",
        "why": "",
        **more,
    }


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["stranger", "viewer", "clerk", "secretariat", "reviewer"], ids=str)
def test_only_whoever_may_relate_sees_and_sends_these_pages(client: Client, request, who, proposal):
    client.force_login(request.getfixturevalue(who))
    pair = f"/mandates/{proposal.later_id}/on/{proposal.earlier_id}/"
    for address in ("/mandates/", proposal.get_absolute_url(), pair):
        assert client.get(address).status_code == 403
    for address in (proposal.get_absolute_url(), pair):
        assert client.post(address, sent()).status_code == 403
        assert client.post(address, {"deed": "dismiss"}).status_code == 403
    assert not ItemRelation.objects.exists()
    assert RelationProposal.objects.waiting().count() == 1


def test_the_list_leads_to_the_pair_and_says_why_it_was_proposed(client: Client, manager, proposal):
    client.force_login(manager)
    listed = page(client, "/mandates/")
    assert proposal.get_absolute_url() in listed
    assert "E/RES/2011/7#op1.1" in listed
    assert "the two ask for much the same" in listed


def test_both_texts_stand_side_by_side_with_the_words_of_each_alone(client: Client, manager, proposal):
    client.force_login(manager)
    shown = page(client, proposal.get_absolute_url())
    assert (
        '<del><span class="unseen"> [only here: </span>on Trees<span class="unseen">] </span></del>' in shown
    )
    assert '<ins><span class="unseen"> [only here: </span>and its Head<span class="unseen">]' in shown
    assert "Secretary-General" in shown


def test_confirming_records_the_relation_and_says_what_became_of_the_work(client: Client, manager, proposal):
    client.force_login(manager)
    answer = client.post(proposal.get_absolute_url(), sent(), follow=True)
    assert "E/RES/2010/5#op1.1 is renewed by E/RES/2011/7#op1.1." in answer.content.decode()
    assert "The open work of 1 addressee was carried over." in answer.content.decode()
    assert "Nothing is proposed" in answer.content.decode()
    assert ItemRelation.objects.get().recorded_by == manager


def test_a_refusal_stands_beside_its_field_and_nothing_is_written(client: Client, manager, proposal):
    client.force_login(manager)
    answer = client.post(proposal.get_absolute_url(), sent(effective_on="2011-07-01"))
    assert answer.status_code == 400
    assert "before the later text, adopted on 20 July 2011" in answer.content.decode()
    assert not ItemRelation.objects.exists()


def test_a_dismissed_proposal_is_gone_from_the_list_and_says_who(client: Client, manager, proposal):
    client.force_login(manager)
    sent_ = {"deed": "dismiss", "reason": "Two groups."}
    assert client.post(proposal.get_absolute_url(), sent_).status_code == 302
    assert proposal.get_absolute_url() not in page(client, "/mandates/")
    assert "Dismissed by manager on 1 March 2021. Two groups." in page(client, proposal.get_absolute_url())


def test_any_two_items_are_compared_by_their_references(client: Client, manager, proposal):
    client.force_login(manager)
    answer = client.get("/mandates/", {"later": "E/RES/2011/7#op1.1", "earlier": "E/RES/2010/5#op1.1"})
    assert answer["Location"] == f"/mandates/{proposal.later_id}/on/{proposal.earlier_id}/"
    answer = client.get("/mandates/", {"later": "E/RES/2011/7#op9.1", "earlier": "E/RES/2010/5#op1.1"})
    assert "There is no item E/RES/2011/7#op9.1." in answer.content.decode()
    assert client.get("/mandates/", {"earlier": "E/RES/2010/5#op1.1", "later": ""}).status_code == 200


# --- On the item's page -------------------------------------------------------------------------------


def of(item: ActionItem) -> str:
    return item.get_absolute_url()


def test_an_item_says_whether_it_is_in_force_and_what_ended_it(
    client: Client, secretariat, manager, proposal
):
    client.force_login(secretariat)
    assert "<strong>In force</strong>" in page(client, of(proposal.earlier))
    mandates.relate(
        later=proposal.later,
        earlier=proposal.earlier,
        kind=RelationKind.RENEWS,
        by=manager,
        effective_on=LATE,
    )
    shown = page(client, of(proposal.earlier))
    assert "Superseded by E/RES/2011/7#op1.1" in shown
    assert f'Renewed by <a href="{of(proposal.later)}">' in shown
    assert "Renewed by E/RES/2011/7#op1.1 as of" in shown.partition("History</h2>")[2]
    assert "the work goes on under E/RES/2011/7#op1.1" in shown
    assert "Undo this relation" not in shown
    assert "carried over from E/RES/2010/5#op1.1, where it was “not started”" in page(
        client, of(proposal.later)
    )


def test_whoever_may_not_see_the_other_item_is_given_no_link_to_it(client: Client, norway, manager):
    both = asks("Requests the Secretary-General and Norway to report", of=["Secretary-General", "Norway"])
    tracked(reading("E/RES/2010/5", paragraph("1", both), adopted=EARLY))
    tracked(reading("E/RES/2011/7", paragraph("1", asks(ANEW)), adopted=LATE))
    earlier, later = ActionItem.objects.order_by("id")
    mandates.relate(
        later=later,
        earlier=earlier,
        kind=RelationKind.RENEWS,
        by=manager,
        effective_on=LATE,
        assign=False,
    )
    client.force_login(norway)
    shown = page(client, of(earlier))
    assert "Renewed by E/RES/2011/7#op1.1 as of" in shown
    assert "Norway: the work ended with this item" in shown
    assert "Secretary-General: the work" not in shown


def deed(name: str, subject: object, **fields: str) -> dict[str, str]:
    return {"deed": name, "subject": str(subject), **{f"{name}-{subject}-{k}": v for k, v in fields.items()}}


def test_a_manager_retires_an_item_and_lifts_that_from_its_page(client: Client, manager, viewer, proposal):
    item = proposal.earlier
    client.force_login(viewer)
    retire = deed("retire", "", effective_on="2021-02-01", why="Decision 2021/2.")
    assert client.post(of(item), retire).status_code == 403
    client.force_login(manager)
    assert client.post(of(item), deed("retire", "", effective_on="2021-02-01", why="")).status_code == 400
    assert client.post(of(item), retire).status_code == 302
    assert "<strong>Retired</strong> as of 1 February 2021, by manager. Decision 2021/2." in page(
        client, of(item)
    )
    lift = deed("lift", Retirement.objects.get().pk, why="Amended.")
    assert client.post(of(item), lift).status_code == 302
    assert "<strong>In force</strong>" in page(client, of(item))


def test_a_manager_undoes_a_relation_from_either_page(client: Client, manager, proposal):
    client.force_login(manager)
    relation = mandates.relate(
        later=proposal.later,
        earlier=proposal.earlier,
        kind=RelationKind.RENEWS,
        by=manager,
        effective_on=LATE,
    )
    assert "Undo this relation" in page(client, of(proposal.later))
    undo = deed("undo", relation.pk, why="Another paragraph was meant.")
    assert client.post(of(proposal.earlier), undo).status_code == 302
    relation.refresh_from_db()
    assert (relation.undone_by, bool(relation.undone_at)) == (manager, True)
