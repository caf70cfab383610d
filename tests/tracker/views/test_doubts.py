"""The queue of doubtful readings."""

import pytest
from django.test import Client

from resolutions.models import Clause, ReviewState
from tests.builders import asks, paragraph, reading, states, tracked
from tests.conftest import TODAY
from tracker import checking, corrections, doubt_queue, doubts
from tracker.models import ActionItem, TakenReading

pytestmark = pytest.mark.django_db

HERE = "/doubts/"
SHARE = "/doubts/share/"


@pytest.fixture
def queue(db: None) -> list[Clause]:
    """Give three doubtful readings, the worst first; a fourth nobody doubts."""
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(doubts=["two_readings"])),
            paragraph("2", asks("Requests him to act", of=[], doubts=["no_addressee", "anaphora_guessed"])),
            paragraph("3", states("Stresses the need to act")),
            paragraph("4", asks()),
        )
    )
    Clause.objects.filter(paragraph__eid="op3").update(doubts=["soft_need"])
    return [Clause.objects.get(paragraph__eid=eid) for eid in ("op2", "op1", "op3")]


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "manager"])
def test_only_whoever_may_correct_readings_gets_to_the_queue(client: Client, request, queue, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(HERE).status_code == 403
    assert client.post(HERE, {"deed": "confirm", "clause": queue[0].pk}).status_code == 403


def test_an_empty_queue_says_so(client: Client, reviewer):
    client.force_login(reviewer)
    assert "No reading is in doubt." in client.get(HERE).content.decode()


def test_the_worst_comes_first_with_its_words_and_what_to_check(client: Client, reviewer, queue):
    client.force_login(reviewer)
    answer = client.get(HERE)
    shown = answer.content.decode()
    assert answer.context["queue"] == queue
    assert 'class="meant"> him to act</span>' in shown
    assert "names nobody who is asked" in shown
    assert "<strong>3</strong> wait." in shown
    told = [sum(n for _, n in doubt_queue.reasons(clause, on=TODAY)) for clause in queue]
    assert [clause.score for clause in answer.context["queue"]] == told == [9, 7, 2]
    assert "9 points bring it here: nobody named (4), who is meant (3), asks for something (2)" in shown


def test_the_queue_counts_what_the_register_calls_doubtful(client: Client, reviewer, queue):
    client.force_login(reviewer)
    assert client.get(HERE).context["waiting"] == ActionItem.objects.doubtful().count() == 3


def test_confirming_goes_on_to_the_next(client: Client, reviewer, queue):
    client.force_login(reviewer)
    shown = client.get(HERE).content.decode()
    assert f'name="next" value="{queue[1].pk}"' in shown
    answer = client.post(HERE, {"deed": "confirm", "clause": queue[0].pk, "next": queue[1].pk})
    assert answer["Location"] == f"{HERE}?at={queue[1].pk}"
    assert client.get(answer["Location"]).context["here"] == queue[1]


def test_a_reading_that_somebody_changed_meanwhile_is_shown_again(client: Client, reviewer, queue):
    client.force_login(reviewer)
    seen = checking.seen_as(queue[0])
    Clause.objects.filter(pk=queue[0].pk).update(asks=False)
    sent = {"deed": "confirm", "clause": queue[0].pk, "next": queue[1].pk, "seen": seen}
    answer = client.post(HERE, sent)
    assert answer["Location"] == f"{HERE}?at={queue[0].pk}"
    assert "Somebody changed the reading" in client.get(answer["Location"]).content.decode()


def test_skipping_the_last_comes_round_to_the_first(client: Client, reviewer, queue):
    client.force_login(reviewer)
    answer = client.get(f"{HERE}?at={queue[2].pk}")
    assert (answer.context["here"], answer.context["next"]) == (queue[2], queue[0])


def test_a_place_that_was_settled_meanwhile_shows_the_first(client: Client, reviewer, queue):
    client.force_login(reviewer)
    assert client.get(f"{HERE}?at=0").context["here"] == queue[0]


def test_a_correction_that_cannot_be_stays_where_it_is(client: Client, reviewer, queue):
    client.force_login(reviewer)
    sent = {"deed": "correct", "clause": queue[1].pk, f"clause-{queue[1].pk}-verb": "frobnicate"}
    answer = client.post(HERE, sent)
    assert answer.context["here"] == queue[1]
    assert "is not in the table of verbs" in answer.content.decode()


def test_a_correction_settles_the_doubt(client: Client, reviewer, queue):
    client.force_login(reviewer)
    sent = {"verb": "request", "asks": "on", "add": "Secretary-General", "add_role": "addressee"}
    client.post(
        HERE,
        {
            "deed": "correct",
            "clause": queue[0].pk,
            **{f"clause-{queue[0].pk}-{k}": v for k, v in sent.items()},
        },
    )
    queue[0].refresh_from_db()
    assert (queue[0].review_state, queue[0].doubts) == (ReviewState.CORRECTED, [])
    assert [a.entity.name for a in queue[0].addressees.all()] == ["Secretary-General"]


def test_a_doubt_that_nobody_put_in_words_is_still_told():
    assert doubts.in_words("odd_list_marker") == "Odd list marker."


@pytest.mark.parametrize(
    ("query", "eids"),
    [
        ("", ["op2", "op1", "op3"]),
        ("kind=soft_need", ["op3"]),
        ("kind=two_readings&organ=ECOSOC", ["op1"]),
        ("organ=GA", []),
        ("resolution=E/RES/2020/1", ["op2", "op1", "op3"]),
        ("resolution=E/RES/2020/9", []),
        ("kind=no_such_doubt", []),
    ],
)
def test_the_queue_is_narrowed_and_its_count_is_the_length_of_its_list(
    client: Client, reviewer, queue, query, eids
):
    client.force_login(reviewer)
    context = client.get(f"{HERE}?{query}").context
    assert [clause.paragraph.eid for clause in context["queue"]] == eids
    assert context["waiting"] == len(eids)


def test_each_kind_of_doubt_says_how_many_wait(client: Client, reviewer, queue):
    client.force_login(reviewer)
    for key, _, number in client.get(HERE).context["kinds"]:
        assert client.get(f"{HERE}?kind={key}").context["waiting"] == number == 1


def test_what_was_settled_today_is_counted_and_a_confirmation_can_be_taken_back(
    client: Client, reviewer, queue
):
    client.force_login(reviewer)
    client.post(HERE, {"deed": "confirm", "clause": queue[0].pk})
    shown = client.get(HERE)
    assert (shown.context["done"], shown.context["of"]) == (1, 3)
    assert "1 of 3 done today." in shown.content.decode()
    client.post(HERE, {"deed": "undo", "clause": shown.context["undo"].pk})
    again = client.get(HERE)
    assert (again.context["queue"], again.context["done"], again.context["undo"]) == (queue, 0, None)
    assert again.context["queue"][0].doubts == ["no_addressee", "anaphora_guessed"]


def test_a_correction_is_not_taken_back(client: Client, reviewer, queue):
    client.force_login(reviewer)
    Clause.objects.filter(pk=queue[1].pk).update(
        alternatives=[{"doubt": "two_readings", "of": "asks", "text": "Requests", "value": "no"}]
    )
    client.post(HERE, {"deed": "choose-1", "clause": queue[1].pk})
    queue[1].refresh_from_db()
    assert (queue[1].asks, queue[1].review_state) == (False, ReviewState.CORRECTED)
    answer = client.post(HERE, {"deed": "undo", "clause": queue[1].pk}, follow=True)
    assert "Only a confirmation can be taken back." in answer.content.decode()


def test_another_reading_is_offered_with_a_key_and_taken(client: Client, reviewer, queue):
    client.force_login(reviewer)
    other = {"doubt": "anaphora_guessed", "of": "addressee", "text": "Secretary-General", "value": "Norway"}
    Clause.objects.filter(pk=queue[1].pk).update(alternatives=[other])
    here = f"{HERE}?at={queue[1].pk}"
    assert 'value="choose-1" class="quiet" data-key="1"' in client.get(here).content.decode()
    client.post(HERE, {"deed": "choose-1", "clause": queue[1].pk})
    assert [a.entity.name for a in queue[1].addressees.all()] == ["Norway"]
    answer = client.post(HERE, {"deed": "choose-7", "clause": queue[1].pk}, follow=True)
    assert "There is no such other reading." in answer.content.decode()


@pytest.fixture
def same(db: None) -> list[Clause]:
    """Give three readings that are doubtful in the same way, and one of another verb."""
    other = asks("Invites Norway to help", verb="invite", of=["Norway"], doubts=["two_readings"])
    requests = [asks(f"Requests the Secretary-General to {n}", doubts=["two_readings"]) for n in (1, 2, 3)]
    placed = [paragraph(str(n), clause) for n, clause in enumerate([*requests, other], 1)]
    tracked(reading("E/RES/2020/1", *placed))
    return list(Clause.objects.filter(verb__lemma="request").order_by("paragraph__position"))


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "manager"])
def test_only_whoever_may_correct_confirms_what_is_alike(client: Client, request, same, who):
    client.force_login(request.getfixturevalue(who))
    address = f"{HERE}{same[0].pk}/alike/"
    assert client.get(address).status_code == 403
    assert client.post(address, {"clause": [c.pk for c in same]}).status_code == 403


def test_what_is_doubtful_in_the_same_way_is_looked_through_and_confirmed_at_once(
    client: Client, reviewer, same
):
    client.force_login(reviewer)
    shown = client.get(f"{HERE}?at={same[0].pk}").content.decode()
    assert "2 more are doubtful in the same way" in shown
    address = f"{HERE}{same[0].pk}/alike/"
    assert list(client.get(address).context["rows"]) == same
    seen = {f"seen-{c.pk}": checking.seen_as(c) for c in same}
    same[1].addressees.all().delete()
    answer = client.post(address, {"clause": [same[0].pk, same[1].pk], **seen}, follow=True)
    told = answer.content.decode()
    assert "1 reading confirmed." in told
    assert "Still waiting, as somebody changed or took them meanwhile: 1." in told
    assert list(Clause.objects.filter(review_state=ReviewState.CONFIRMED)) == [same[0]]


def test_a_clause_that_does_not_exist_has_none_like_it(client: Client, reviewer):
    client.force_login(reviewer)
    assert client.get(f"{HERE}0/alike/").status_code == 404


def test_a_confirmation_that_was_taken_back_follows_the_next_reading(reviewer, queue):
    corrections.confirm_clause(clause=queue[1], by=reviewer)
    corrections.take_back(clause=queue[1], by=reviewer)
    texts = [paragraph("1", asks(verb="urge")), paragraph("2", states("Stresses the need to act"))]
    tracked(reading("E/RES/2020/1", *texts))
    queue[1].refresh_from_db()
    assert (queue[1].verb.lemma, queue[1].doubts) == ("urge", [])


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "manager"])
def test_only_whoever_may_correct_takes_a_share(client: Client, request, queue, who):
    client.force_login(request.getfixturevalue(who))
    assert client.post(SHARE, {"deed": "take", "number": "2"}).status_code == 403
    assert client.post(SHARE, {"deed": "give-back"}).status_code == 403
    assert not TakenReading.objects.exists()


def test_a_share_is_taken_worked_through_and_given_back(client: Client, reviewer, queue):
    client.force_login(reviewer)
    answer = client.post(SHARE, {"deed": "take", "number": "2"}, follow=True)
    assert answer.redirect_chain == [("/doubts/?share=mine", 302)]
    assert "You have taken 2 readings, for a day." in answer.content.decode()
    assert answer.context["queue"] == queue[:2]
    sent = {"deed": "confirm", "clause": queue[0].pk, "next": queue[1].pk}
    left = client.post("/doubts/?share=mine", sent, follow=True)
    assert (left.context["queue"], left.context["waiting"], left.context["mine"]) == ([queue[1]], 1, 1)
    assert (left.context["done"], left.context["of"]) == (1, 2)
    given = client.post(SHARE, {"deed": "give-back"}, follow=True)
    assert "1 reading is free again." in given.content.decode()
    assert (given.context["waiting"], given.context["mine"]) == (2, 0)


def test_what_others_took_is_told_and_is_not_among_what_is_shown(client: Client, reviewer, clerk, queue):
    client.force_login(clerk)
    client.post(f"{SHARE}?kind=soft_need", {"deed": "take", "number": "20"})
    client.force_login(reviewer)
    shown = client.get(f"{HERE}?at={queue[2].pk}")
    assert (shown.context["queue"], shown.context["here"]) == (queue[:2], queue[0])
    assert sorted(key for key, _, _ in shown.context["kinds"]) == [
        "anaphora_guessed",
        "no_addressee",
        "two_readings",
    ]
    assert "<strong>2</strong> wait for you." in shown.content.decode()
    assert "Taken by others: clerk 1 until " in shown.content.decode()
    assert client.get("/my-work/").context["doubts"] == 2


def test_settling_what_somebody_took_meanwhile_says_who_has_it(client: Client, reviewer, clerk, queue):
    client.force_login(clerk)
    client.post(SHARE, {"deed": "take", "number": "1"})
    client.force_login(reviewer)
    for address in (HERE, "/check/E/RES/2020/1/"):
        answer = client.post(address, {"deed": "confirm", "clause": queue[0].pk}, follow=True)
        assert "clerk has taken E/RES/2020/1#op2.1 to check it, until " in answer.content.decode()


@pytest.mark.parametrize("number", ["", "0", "many", "101", "99999"])
def test_no_other_number_is_taken(client: Client, reviewer, queue, number):
    client.force_login(reviewer)
    answer = client.post(SHARE, {"deed": "take", "number": number}, follow=True)
    assert "Take between 1 and 100 readings at a time." in answer.content.decode()
    assert not TakenReading.objects.exists()
