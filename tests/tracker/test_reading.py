"""The reading view, built from rows."""

import datetime as dt

import pytest
from msgspec.structs import replace

from resolutions.models import Resolution, TextVersion
from resolutions.parsing.document import Footnote, FootnoteCall
from tests.builders import asks, paragraph, reading, states, stored, tracked
from tracker import workflow
from tracker.intake import track
from tracker.models import Occurrence
from tracker.reading import read
from tracker.statuses import Status

pytestmark = pytest.mark.django_db

ON = dt.date(2021, 3, 1)
TWO = asks(
    "Requests the Secretary-General and Member States to report",
    of=["Secretary-General", "Member States"],
)


def view(resolution: Resolution, reader):
    return read(resolution, reader=reader, on=ON)


def styled(passage, style: str) -> list[str]:
    return [piece.text for piece in passage.pieces if style in piece.style.split()]


def test_a_resolution_without_a_text_has_an_empty_view(viewer):
    empty = view(Resolution.objects.create(symbol="E/RES/2020/9"), viewer)
    assert (empty.version, empty.passages) == (None, ())


def test_verbs_and_addressees_are_marked_in_the_words_of_the_paragraph(viewer):
    resolution = tracked(reading("E/RES/2020/1", paragraph("1", states(), TWO)))
    (passage,) = view(resolution, viewer).passages
    assert "".join(p.text for p in passage.pieces) == passage.paragraph.texts.get().text
    assert styled(passage, "verb") == ["Welcomes", "Requests"]
    assert styled(passage, "named") == ["Secretary-General", "Member States"]
    assert [p.anchor for p in passage.pieces if p.anchor] == ["op1.1", "op1.2"]


def test_a_verb_leads_to_its_item_where_the_reader_may_see_it(viewer, secretariat):
    resolution = tracked(reading("E/RES/2020/1", paragraph("1", asks()), paragraph("2", states())))
    item = resolution.paragraphs.get(eid="op1").clauses.get().action_item

    def links(reader):
        return [p.href for passage in view(resolution, reader).passages for p in passage.pieces if p.href]

    assert links(viewer)[0] == item.get_absolute_url()
    assert links(secretariat) == [item.get_absolute_url(), "#op2.1"]


def test_a_focal_point_sees_the_text_but_only_its_own_follow_up(secretariat, norway):
    resolution = tracked(reading("E/RES/2020/1", paragraph("1", TWO), paragraph("2", asks())))

    def asked(reader):
        return [
            [a.assignment.entity.name for c in p.clauses for a in c.asked]
            for p in view(resolution, reader).passages
        ]

    assert asked(secretariat) == [["Secretary-General"], ["Secretary-General"]]
    assert asked(norway) == [["Member States"], []]


@pytest.mark.parametrize(
    ("who", "may"),
    [("viewer", [False, False]), ("clerk", [True, True]), ("secretariat", [True])],
)
def test_only_those_who_may_report_are_offered_it(request, who, may):
    resolution = tracked(reading("E/RES/2020/1", paragraph("1", TWO)))
    (passage,) = view(resolution, request.getfixturevalue(who)).passages
    assert [a.may_report for a in passage.clauses[0].asked] == may


def test_a_group_shows_how_many_of_its_members_answered(viewer):
    resolution = tracked(
        reading(
            "E/RES/2020/1",
            paragraph(
                "1",
                asks("Invites Member States, including Norway", of=["Member States"], including=["Norway"]),
            ),
        )
    )
    (asked,) = view(resolution, viewer).passages[0].clauses[0].asked
    assert asked.answered == 0
    assert asked.members == 193


def test_sub_paragraphs_are_set_under_their_paragraph_and_its_last_words_after_them(viewer):
    outer = replace(paragraph("1", asks("Requests the Secretary-General:")), tail="and to report thereon;")
    inner = replace(paragraph("1(a)"), eid="op1_a", parent="op1", text="To act;")
    last = replace(paragraph("2", states()))
    resolution = tracked(reading("E/RES/2020/1", outer, inner, last))
    rows = [(p.label, p.level, p.is_tail) for p in view(resolution, viewer).passages]
    assert rows == [("1.", 0, False), ("(a)", 1, False), ("", 0, True), ("2.", 0, False)]


def test_a_footnote_call_leads_to_its_footnote(viewer):
    document = reading("E/RES/2020/1", replace(paragraph("1", asks()), calls=(FootnoteCall("3", 8),)))
    resolution = tracked(replace(document, footnotes=(Footnote("3", "Resolution 55/2."),)))
    seen = view(resolution, viewer)
    (call,) = [p.call for p in seen.passages[0].pieces if p.call]
    assert (call.label, call.note) == ("3", seen.notes[0].position)


def test_a_clause_that_left_the_text_is_shown_where_somebody_worked_on_it(viewer, manager):
    document = reading(
        "E/RES/2020/1", paragraph("1", asks()), paragraph("2", asks("Requests all to wait", of=[]))
    )
    resolution = tracked(document, file="first")
    workflow.decide_status(
        occurrence=Occurrence.objects.get(), to=Status.IN_PROGRESS, by=manager, why="It has begun."
    )
    other = asks("Calls upon everybody else to help quickly", verb="call upon", of=[])
    track(
        stored(
            reading("E/RES/2020/1", paragraph("1", other), paragraph("2", other)),
            file="second",
            replaces=True,
        ).resolution
    )
    seen = view(resolution, viewer)
    assert [each.words for each in seen.gone] == ["Requests the Secretary-General to report"]
    assert TextVersion.objects.get(pk=seen.version.pk).number == 2
    assert styled(seen.passages[0], "verb") == ["Calls"]


def test_the_number_of_queries_does_not_grow_with_the_text(
    viewer, django_assert_num_queries, django_assert_max_num_queries
):
    short = tracked(reading("E/RES/2020/1", paragraph("1", TWO)))
    long = tracked(reading("E/RES/2020/2", *(paragraph(str(n), TWO, states()) for n in range(1, 9))))
    view(short, viewer)
    with django_assert_max_num_queries(20) as counted:
        view(short, viewer)
    with django_assert_num_queries(len(counted)):
        view(long, viewer)


def test_on_what_is_closed_no_follow_up_is_offered(clerk, manager):
    resolution = tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    workflow.decide_status(
        occurrence=Occurrence.objects.get(), to=Status.IMPLEMENTED, by=manager, why="Done."
    )
    (asked,) = view(resolution, clerk).passages[0].clauses[0].asked
    assert not asked.may_report
