"""The queue of doubtful readings."""

import pytest
from django.test import Client

from resolutions.models import Clause, ReviewState
from tests.builders import asks, paragraph, reading, states, tracked
from tracker import checking, doubts
from tracker.models import ActionItem

pytestmark = pytest.mark.django_db

HERE = "/doubts/"


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
    assert "<mark>Requests him to act</mark>" in shown
    assert "names nobody who is asked" in shown
    assert "3 wait." in shown


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
