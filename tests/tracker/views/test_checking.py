"""Checking what was read: source beside reading, each reading confirmed, corrected or added."""

import datetime as dt

import pytest
from django.test import Client

from resolutions.models import Clause, ClauseSuggestion, Entity, Resolution, ReviewState
from resolutions.sources import keep_source
from tests.builders import asks, paragraph, reading, states, tracked
from tracker import checking
from tracker.models import ActionItem, Assignment, Nature

pytestmark = pytest.mark.django_db

HERE = "/check/E/RES/2020/1/"
# What `resolutions.clauses` keeps of a reading that differs from a person's.
OTHER_READING = {
    "phrase": "Urges",
    "verb": "urge",
    "asks": True,
    "action": "to help",
    "addressees": [{"entity": "Sweden", "text": "Norway", "role": "addressee"}],
    "deadline": "by 2022",
    "deadline_kind": "date",
    "due_from": "2022-01-01",
    "due_to": "2022-12-31",
    "estimated": False,
    "recurrence": "",
    "expiry": False,
}


@pytest.fixture
def resolution(db: None) -> Resolution:
    return tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(), states("welcomes the progress made")),
            paragraph(
                "2", asks("Invites Norway to help", verb="invite", of=["Norway"], doubts=["two_readings"])
            ),
        )
    )


def clause(eid: str, number: int = 1) -> Clause:
    return Clause.objects.get(paragraph__eid=eid, number=number)


def correction(of: Clause, **change: object) -> dict[str, object]:
    """Return what the form of a clause sends, with some of it changed."""
    sent: dict[str, object] = {
        "verb": of.verb.lemma,
        "keep": [str(a.pk) for a in of.addressees.all()],
        "add": "",
        "add_role": "addressee",
        "add_words": "",
        **({"asks": "on"} if of.asks else {}),
        **change,
    }
    return {
        "deed": "correct",
        "clause": of.pk,
        **{f"clause-{of.pk}-{name}": value for name, value in sent.items() if value is not None},
    }


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "manager"])
def test_only_whoever_may_correct_readings_gets_to_the_page(client: Client, request, resolution, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(HERE).status_code == 403
    assert client.post(HERE, {"deed": "confirm", "clause": clause("op1").pk}).status_code == 403
    assert clause("op1").review_state == ReviewState.SUGGESTED


def test_a_resolution_that_is_not_held_is_not_found(client: Client, clerk):
    client.force_login(clerk)
    assert client.get(HERE).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({"deed": "burn"}, id="no such deed"),
        pytest.param({"deed": "confirm", "clause": "0"}, id="no such clause"),
        pytest.param({"deed": "confirm", "clause": "x"}, id="clause is no number"),
        pytest.param({"deed": "add", "paragraph": ""}, id="no such paragraph"),
        pytest.param({"deed": "take", "suggestion": "7"}, id="no such suggestion"),
    ],
)
def test_what_does_not_exist_is_not_found(client: Client, clerk, resolution, sent):
    client.force_login(clerk)
    assert client.post(HERE, sent).status_code == 404


def test_a_clause_of_another_resolution_cannot_be_settled_here(client: Client, clerk, resolution):
    tracked(reading("E/RES/2020/2", paragraph("9", asks("Requests the Secretary-General to do more"))))
    client.force_login(clerk)
    assert client.post(HERE, {"deed": "confirm", "clause": clause("op9").pk}).status_code == 404


def test_the_source_stands_beside_the_reading_with_its_doubts(client: Client, clerk, resolution):
    client.force_login(clerk)
    shown = client.get(HERE).content.decode()
    assert "3 clauses, 3 not checked yet, 1 of them doubtful." in shown
    assert "<p>The bytes of" in shown
    assert "The verb may belong to somebody else than the adopting body." in shown


def test_confirming_settles_a_reading_and_comes_back_to_it(client: Client, clerk, resolution):
    client.force_login(clerk)
    wanted = clause("op2")
    answer = client.post(HERE, {"deed": "confirm", "clause": wanted.pk})
    assert answer["Location"] == f"{HERE}?at=clause-{wanted.pk}#clause-{wanted.pk}"
    wanted.refresh_from_db()
    assert (wanted.review_state, wanted.reviewed_by, wanted.doubts) == (ReviewState.CONFIRMED, clerk, [])


def test_a_reading_that_somebody_changed_meanwhile_is_not_confirmed_unseen(client: Client, clerk, resolution):
    client.force_login(clerk)
    wanted = clause("op2")
    seen = checking.seen_as(wanted)
    assert f'name="seen" value="{seen}"' in client.get(HERE).content.decode()
    wanted.addressees.update(entity=Entity.objects.get(name="Sweden"))
    answer = client.post(HERE, {"deed": "confirm", "clause": wanted.pk, "seen": seen}, follow=True)
    assert "Somebody changed the reading of E/RES/2020/1#op2.1 meanwhile." in answer.content.decode()
    assert clause("op2").review_state == ReviewState.SUGGESTED


def test_confirming_all_leaves_out_the_doubtful_and_what_the_page_did_not_show(
    client: Client, clerk, resolution
):
    client.force_login(clerk)
    shown = [clause("op1", 1).pk, clause("op2").pk]
    answer = client.post(HERE, {"deed": "confirm-all", "clause": shown}, follow=True)
    assert "1 reading confirmed." in answer.content.decode()
    states_ = {c.reference[-3:]: c.review_state for c in Clause.objects.all()}
    assert states_ == {"1.1": "confirmed", "1.2": "suggested", "2.1": "suggested"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"verb": "frobnicate"}, "“frobnicate” is not in the table of verbs.", id="no such verb"),
        pytest.param({"verb": ""}, "Fill this in; it cannot stay empty.", id="no verb"),
        pytest.param({"add": "Atlantis"}, "No one entity is called “Atlantis”.", id="no such entity"),
        pytest.param({"add": "Norway"}, "The same entity is named twice.", id="named twice"),
        pytest.param({"keep": ["0"]}, "not among what is offered here", id="addressee of another clause"),
    ],
)
def test_a_correction_that_cannot_be_is_told_in_its_form(client: Client, clerk, resolution, change, told):
    client.force_login(clerk)
    wanted = clause("op2")
    answer = client.post(HERE, correction(wanted, **change))
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert clause("op2").review_state == ReviewState.SUGGESTED


def test_a_corrected_verb_and_addressee_are_followed_by_the_assignments(client: Client, clerk, resolution):
    client.force_login(clerk)
    wanted = clause("op2")
    client.post(
        HERE, correction(wanted, verb=" Request ", keep=[], add="secretary-general", add_words="Norway")
    )
    wanted.refresh_from_db()
    assert (wanted.verb.lemma, wanted.review_state) == ("request", ReviewState.CORRECTED)
    assert [(a.entity.name, a.text) for a in wanted.addressees.all()] == [("Secretary-General", "Norway")]
    standing = Assignment.objects.standing().filter(item__clause=wanted)
    assert [a.entity.name for a in standing] == ["Secretary-General"]


def test_naming_is_left_alone_where_only_the_verb_changes(client: Client, clerk, resolution):
    client.force_login(clerk)
    wanted = clause("op2")
    before = list(wanted.addressees.values_list("pk", flat=True))
    client.post(HERE, correction(wanted, verb="urge"))
    assert list(wanted.addressees.values_list("pk", flat=True)) == before


def test_what_asks_for_nothing_is_no_obligation(client: Client, clerk, resolution):
    client.force_login(clerk)
    client.post(HERE, correction(clause("op2"), asks=None))
    assert ActionItem.objects.get(clause=clause("op2")).nature == Nature.NONE


def test_a_missed_clause_gets_the_next_number_and_its_obligation(client: Client, clerk, resolution):
    client.force_login(clerk)
    place = resolution.paragraphs.get(eid="op1")
    sent = {
        f"missed-{place.pk}-words": "the progress made",
        f"missed-{place.pk}-verb": "request",
        f"missed-{place.pk}-asks": "on",
        f"missed-{place.pk}-add": Entity.objects.get(name="Norway").key,
        f"missed-{place.pk}-add_role": "addressee",
    }
    client.post(HERE, {"deed": "add", "paragraph": place.pk, **sent})
    added = clause("op1", 3)
    assert (added.rule, added.review_state) == ("person", ReviewState.CORRECTED)
    assert [a.entity.name for a in added.action_item.assignments.all()] == ["Norway"]


def test_words_that_do_not_stand_in_the_paragraph_make_no_clause(client: Client, clerk, resolution):
    client.force_login(clerk)
    place = resolution.paragraphs.get(eid="op1")
    sent = {f"missed-{place.pk}-words": "Decides to rest", f"missed-{place.pk}-verb": "decide"}
    answer = client.post(HERE, {"deed": "add", "paragraph": place.pk, **sent})
    assert "These words do not stand in the paragraph." in answer.content.decode()
    assert Clause.objects.count() == 3


@pytest.mark.parametrize(("deed", "lemma"), [("keep", "invite"), ("take", "urge")])
def test_another_reading_is_taken_or_dismissed_once(client: Client, clerk, resolution, deed, lemma):
    wanted = clause("op2")
    run = resolution.versions.get().parse_runs.get()
    suggestion = ClauseSuggestion.objects.create(clause=wanted, run=run, reading=OTHER_READING)
    client.force_login(clerk)
    assert (
        "A later reading says: Urges (urge), asked of Sweden, “by 2022”." in client.get(HERE).content.decode()
    )
    client.post(HERE, {"deed": deed, "suggestion": suggestion.pk})
    wanted.refresh_from_db()
    suggestion.refresh_from_db()
    assert (wanted.verb.lemma, suggestion.taken, suggestion.settled_by) == (lemma, deed == "take", clerk)
    answer = client.post(HERE, {"deed": deed, "suggestion": suggestion.pk}, follow=True)
    assert "settled already" in answer.content.decode()


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("E/RES/2020/2", "E/RES/2020/2 is in the register already."),
        ("E/RES/2020/1#op2", "A symbol is letters, numbers and strokes"),
        ("", "Fill this in; it cannot stay empty."),
    ],
    ids=["of another resolution", "with a pinpoint", "none"],
)
def test_a_symbol_that_cannot_be_is_told(client: Client, clerk, resolution, symbol, told):
    tracked(reading("E/RES/2020/2", paragraph("1", asks("Requests the Secretary-General to do more"))))
    client.force_login(clerk)
    answer = client.post(HERE, {"deed": "facts", "symbol": symbol})
    assert told in answer.content.decode()
    assert Resolution.objects.filter(symbol="E/RES/2020/1").exists()


def test_a_provisional_symbol_is_set_with_the_other_facts(client: Client, clerk):
    provisional = tracked(reading(None, paragraph("1", asks())))
    client.force_login(clerk)
    here = f"/check/{provisional.symbol}/"
    assert "the symbol is to be set" in client.get(here).content.decode()
    sent = {"symbol": "E/RES/2020/9", "title": "Cooperation", "adopted_on": "2020-07-21"}
    answer = client.post(here, {"deed": "facts", **sent})
    assert answer["Location"] == "/check/E/RES/2020/9/"
    provisional.refresh_from_db()
    assert (provisional.symbol_is_provisional, provisional.adopted_on) == (False, dt.date(2020, 7, 21))


def test_the_text_of_a_web_page_stands_beside_the_reading_with_what_is_unsure_at_its_place(
    client: Client, clerk, resolution
):
    page = "<html>\n<h1>Resolution 2020/1</h1>\n<p>Requests \u202eall</p>\n<ol><li>One</ol></html>"
    resolution.versions.update(source=keep_source(data=page.encode(), name="page.html"))
    client.force_login(clerk)
    shown = client.get(HERE).content.decode()
    assert '<p class="heading">Resolution 2020/1</p>' in shown
    place = shown.index("Requests \u202eall")
    assert place < shown.index("turn the direction of writing") < shown.index("<p>1. One</p>")


def test_a_source_that_is_no_text_is_offered_to_be_opened(client: Client, clerk, resolution):
    scan = keep_source(data=b"%PDF-1.7\n\x00\x01", name="scan.pdf")
    resolution.versions.update(source=scan)
    client.force_login(clerk)
    shown = client.get(HERE).content.decode()
    assert "This file cannot be shown as text." in shown
    assert f'href="/sources/{scan.pk}/"' in shown


# --- Long texts ---------------------------------------------------------------------------------------


@pytest.fixture
def long(db: None) -> Resolution:
    return tracked(reading("E/RES/2020/1", *(paragraph(str(n), asks()) for n in range(1, 61))))


@pytest.mark.parametrize("paragraphs", [5, 200])
def test_neither_queries_nor_forms_grow_beyond_a_page(
    client: Client, clerk, django_assert_max_num_queries, paragraphs
):
    tracked(reading("E/RES/2020/1", *(paragraph(str(n), asks()) for n in range(1, paragraphs + 1))))
    client.force_login(clerk)
    with django_assert_max_num_queries(35):
        shown = client.get(HERE).content.decode()
    assert shown.count('value="correct"') == min(paragraphs, checking.PER_PAGE)
    assert f"{paragraphs} clauses, {paragraphs} not checked yet." in shown


@pytest.mark.parametrize(
    ("query", "held"),
    [
        pytest.param("", "op1", id="the first page"),
        pytest.param("?page=2", "op26", id="by number"),
        pytest.param("?page=99", "op60", id="beyond the last"),
        pytest.param("?at=op30", "op30", id="that holds a paragraph"),
        pytest.param("?at=op99", "op1", id="of a paragraph that is not there"),
        pytest.param("?at=clause-x", "op1", id="of a clause that is none"),
    ],
)
def test_a_page_of_the_paragraphs_is_shown(client: Client, clerk, long, query, held):
    client.force_login(clerk)
    assert f'id="{held}"' in client.get(f"{HERE}{query}").content.decode()


def test_after_a_deed_the_page_that_holds_the_clause_comes_back(client: Client, clerk, long):
    client.force_login(clerk)
    far = clause("op58")
    sent = {"deed": "confirm", "clause": far.pk}
    assert f'id="clause-{far.pk}"' in client.post(HERE, sent, follow=True).content.decode()


def test_a_refused_form_is_shown_whatever_page_it_stands_on(client: Client, clerk, long):
    client.force_login(clerk)
    assert "“frob” is not" in client.post(HERE, correction(clause("op58"), verb="frob")).content.decode()
    words = {f"missed-{clause('op58').paragraph_id}-words": "Decides to rest"}
    sent = {"deed": "add", "paragraph": clause("op58").paragraph_id, **words}
    assert "Decides to rest" in client.post(HERE, sent).content.decode()


def test_confirming_all_on_a_page_confirms_what_it_shows_and_stays_there(client: Client, clerk, long):
    client.force_login(clerk)
    shown = client.get(f"{HERE}?page=3")
    assert "Confirm all 10 without doubts on this page" in shown.content.decode()
    sent = {"deed": "confirm-all", "clause": [c.pk for c in shown.context["sure"]]}
    assert client.post(f"{HERE}?page=3", sent)["Location"] == f"{HERE}?page=3"
    assert Clause.objects.filter(review_state=ReviewState.CONFIRMED).count() == 10


def test_source_and_reading_lead_to_each_other_and_warnings_to_their_places(client: Client, clerk):
    text = b"<p>The Council,</p><p>1. Requests the Secretary-General to report</p>"
    held = tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    version = held.versions.get()
    version.source = keep_source(data=text, name="resolution.html")
    version.save()
    version.parse_runs.update(warnings=[{"code": "gap", "message": "A number is missing.", "in": "op1"}])
    client.force_login(clerk)
    shown = client.get(HERE).content.decode()
    assert (
        '<p id="source-2" tabindex="-1">1. Requests the Secretary-General to report <a href="#op1">' in shown
    )
    assert '<a href="#source-2">in the source' in shown
    assert 'The reader warns of <a href="?at=op1#op1">paragraph 1</a>.' in shown
    assert 'A number is missing. <a href="#to-look-at">All warnings</a>' in shown
