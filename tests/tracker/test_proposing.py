"""What later texts seem to do to earlier ones is proposed: from their words, and from likeness."""

import datetime as dt

import pytest
from msgspec.structs import replace

from resolutions.parsing.document import Citation, Relation
from tests.builders import asks, paragraph, reading, states, tracked
from tests.tracker.test_imports import TEXT
from tracker import mandates, relation_search, tasks
from tracker.imports import import_file
from tracker.models import RelationKind, RelationProposal, RelationSearch
from tracker.proposing import kind_said, labels_in, propose

EARLY, LATE = dt.date(2010, 7, 21), dt.date(2011, 7, 20)
REPORT = (
    "Requests the Secretary-General to report to the Council on the work of the Group of Experts on Trees"
)
ANEW = (
    "Requests the Secretary-General to report to the Council on the work of the Group of Experts and its Head"
)
HELP = "Invites Member States to make voluntary contributions to the Trust Fund for Trees"
MANDATE = "Decides to establish a Group of Experts on Trees until 31 December 2011"


@pytest.mark.parametrize(
    ("pinpoint", "labels"),
    [
        ("", []),
        ("annex II", []),
        ("paragraph 5", ["5"]),
        ("para. 5 (h)", ["5(h)"]),
        ("paragraphs 3 and 4", ["3", "4"]),
        ("paras. 2 to 4", ["2", "3", "4"]),
        ("paras. 7–9", ["7", "8", "9"]),
    ],
)
def test_the_paragraphs_that_a_pinpoint_names(pinpoint, labels):
    assert labels_in(pinpoint) == labels


@pytest.mark.parametrize(
    ("words", "relation", "kind", "in_part"),
    [
        ("Decides to extend the mandate set out in ¶ until 2013", "related", "extends", False),
        ("Renews its request contained in ¶", "related", "renews", False),
        ("Reiterates its request contained in ¶ to report", "reaffirms", "renews", False),
        ("Decides that this resolution supersedes ¶", "related", "supersedes", False),
        ("Decides that ¶ shall be superseded in part", "related", "supersedes", True),
        ("Decides to replace the arrangements of ¶", "related", "replaces", False),
        ("Decides to merge the two groups set up by ¶", "related", "merges", False),
        ("Discontinues the arrangements of ¶", "supersedes", "supersedes", False),
        ("Decides to amend ¶", "amends", "supersedes", True),
        ("Recalls ¶", "recalls", None, False),
        ("Welcomes the extensive work under ¶", "welcomes", None, False),
    ],
)
def test_what_the_words_around_a_citation_say(words, relation, kind, in_part):
    assert kind_said(words, words.index("¶"), relation) == (kind, in_part)


def earlier(symbol="E/RES/2010/5", adopted=EARLY, last=HELP):
    return reading(
        symbol,
        paragraph("1", states(MANDATE, verb="decide")),
        paragraph("2", asks(REPORT)),
        paragraph("3", asks(last, verb="invite", of=["Member States"])),
        adopted=adopted,
    )


def later(*clauses, cites=(), symbol="E/RES/2011/7"):
    """Return a later text; `cites` gives (paragraph, words of the citation, pinpoint)."""
    made = reading(symbol, *(paragraph(str(n), c) for n, c in enumerate(clauses, 1)), adopted=LATE)
    citations = tuple(
        Citation("E/RES/2010/5", words, Relation.RELATED, f"op{place}", pinpoint)
        for place, words, pinpoint in cites
    )
    return replace(made, citations=citations)


def proposals():
    return {
        (p.later.reference.partition("#")[2], p.earlier.reference): (p.kind, p.basis)
        for p in RelationProposal.objects.all()
    }


@pytest.mark.django_db
def test_a_text_that_extends_a_mandate_is_proposed_to_extend_it():
    tracked(earlier())
    words = "Decides to extend the mandate of the Group of Experts on Trees set out in resolution 2010/5"
    extends = states(words, verb="decide")
    propose(tracked(later(extends, cites=[(1, "resolution 2010/5", "")])))
    assert proposals() == {("op1.1", "E/RES/2010/5#op1.1"): ("extends", "citation")}
    proposal = RelationProposal.objects.get()
    assert (proposal.why, proposal.state, proposal.score > 35) == (words, "proposed", True)


@pytest.mark.django_db
def test_a_pinpoint_tells_which_paragraph_is_meant():
    tracked(earlier())
    words = "Reiterates its request in paragraph 2 of resolution 2010/5"
    propose(tracked(later(asks(words, of=()), cites=[(1, "resolution 2010/5", "paragraph 2")])))
    assert proposals() == {("op1.1", "E/RES/2010/5#op2.1"): ("renews", "citation")}


@pytest.mark.django_db
def test_what_asks_for_much_the_same_is_proposed_and_other_things_are_not():
    tracked(earlier(last="Urges Member States to plant trees wherever they can be watered"))
    propose(tracked(later(asks(ANEW), asks(HELP, verb="invite", of=["Member States"]))))
    assert proposals() == {("op1.1", "E/RES/2010/5#op2.1"): ("repeats", "likeness")}


@pytest.mark.django_db
def test_of_several_that_are_like_it_the_last_earlier_one_is_proposed():
    tracked(earlier("E/RES/2008/5", dt.date(2008, 7, 1)))
    tracked(earlier("E/RES/2009/5", dt.date(2009, 7, 1)))
    propose(tracked(later(asks(REPORT))))
    assert list(proposals()) == [("op1.1", "E/RES/2009/5#op2.1")]


@pytest.mark.django_db
def test_an_older_text_that_comes_later_finds_what_follows_it():
    tracked(later(asks(ANEW), asks("Requests this of resolution 2010/5", of=())))
    propose(tracked(earlier()))
    assert list(proposals()) == [("op1.1", "E/RES/2010/5#op2.1")]


@pytest.mark.django_db
def test_what_a_person_settled_is_never_proposed_again(manager):
    tracked(earlier())
    resolution = tracked(later(asks(ANEW), asks(HELP, verb="invite", of=["Member States"])))
    assert propose(resolution) == 2
    one, other = RelationProposal.objects.order_by("pk")
    mandates.dismiss(proposal=one, by=manager)
    relation = mandates.relate(
        later=other.later, earlier=other.earlier, kind=RelationKind.RENEWS, by=manager, effective_on=LATE
    )
    assert propose(resolution) == 0
    mandates.undo(relation=relation, by=manager, why="A mistake.")
    assert propose(resolution) == 0
    assert set(RelationProposal.objects.values_list("state", flat=True)) == {"dismissed", "confirmed"}


@pytest.mark.django_db
def test_without_a_day_of_adoption_nobody_can_say_which_is_later():
    tracked(replace(earlier(), adopted_on=None))
    propose(tracked(later(asks(REPORT))))
    assert proposals() == {}


# --- The search as work that is a row first -----------------------------------------------------------


@pytest.mark.django_db
def test_a_search_is_done_once_until_it_is_asked_anew():
    tracked(earlier())
    resolution = tracked(later(asks(ANEW)))
    relation_search.request(resolution)
    (waiting,) = relation_search.waiting()
    relation_search.run(waiting)
    search = RelationSearch.objects.get()
    assert (search.found, search.finished_at is None, relation_search.waiting()) == (1, False, [])
    RelationProposal.objects.all().delete()
    relation_search.run(waiting)
    assert not RelationProposal.objects.exists()
    relation_search.request(resolution)
    assert relation_search.waiting() == [waiting]


@pytest.mark.django_db
def test_a_search_whose_worker_died_is_given_out_again_and_given_up_at_last():
    resolution = tracked(later(asks(ANEW)))
    relation_search.request(resolution)
    search = RelationSearch.objects.get()
    RelationSearch.objects.update(claimed_at=search.requested_at, attempt=1)
    assert relation_search.waiting() == []
    RelationSearch.objects.update(claimed_at=search.requested_at - relation_search.STALE_AFTER * 2)
    assert relation_search.waiting() == [search.pk]
    RelationSearch.objects.update(attempt=relation_search.MOST_ATTEMPTS)
    assert relation_search.waiting() == []


@pytest.mark.django_db
def test_what_an_import_read_is_searched_and_what_it_knew_already_is_not():
    import_file(data=TEXT, name="a.md")
    (search_id,) = relation_search.waiting()
    tasks.look_for_relations_of(search_id)
    import_file(data=TEXT, name="a.md")
    assert relation_search.waiting() == []
