"""The parameters that narrow the register, and what is said about those that are not understood."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, states, tracked
from tests.conftest import TODAY, person, speaks_for
from tests.register import accepted, line, occurrence
from tracker import roles
from tracker.assigning import withdraw
from tracker.filters import ActionItemFilter, problems
from tracker.models import Assignment
from tracker.ordering import DEFAULT_ORDER, ORDERS, is_order, ordered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

OLD, NEW = "E/RES/2019/7", "E/RES/2020/1"
LATE, SOON, FAR = dt.date(2021, 2, 1), dt.date(2021, 5, 30), dt.date(2022, 7, 1)


@pytest.fixture
def filled(today, secretariat, reviewer):
    """Fill a register of two resolutions with work in every state.

    op1.1 asks the Secretary-General, who is overdue, and Norway, who is done. op2.1 falls due soon and op3.1
    far off. op4.1 is undated, doubtful and asks a new body; op5.1 asks nobody; op6.1 asks nothing.
    """
    both = "Requests the Secretary-General and Norway to report"
    bank = "encourages the World Bank to lend"
    new = "Invites the Society of Friends of Testing to help"
    tracked(
        reading(
            OLD,
            paragraph("1", asks(both, of=["Secretary-General", "Norway"], due=LATE)),
            paragraph("2", asks(due=SOON), asks(bank, verb="encourage", of=["World Bank"], due=FAR)),
            adopted=dt.date(2019, 7, 24),
        )
    )
    tracked(
        reading(
            NEW,
            paragraph(
                "4",
                asks(new, verb="invite", of=["Society of Friends of Testing"], doubts=["unknown_addressee"]),
            ),
            paragraph("5", asks("Calls for restraint", verb="call for", of=[])),
            paragraph("6", states("Welcomes the efforts of mediators")),
        )
    )
    norway = speaks_for(person("oslo", roles.FOCAL_POINT), "Norway")
    accepted(norway, reviewer, line(occurrence("Norway", OLD)), entity="Norway")


def found(user, **parameters: str) -> list[str]:
    chosen = ActionItemFilter(parameters, user=user, on=TODAY)
    assert problems(chosen) == []
    return sorted(item.reference.split("/", 2)[2] for item in chosen.qs)


OBLIGATIONS = ["2019/7#op1.1", "2019/7#op2.1", "2019/7#op2.2", "2020/1#op4.1", "2020/1#op5.1"]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [*OBLIGATIONS, "2020/1#op6.1"]),
        ("resolution=E/RES/2020/1", ["2020/1#op4.1", "2020/1#op5.1", "2020/1#op6.1"]),
        ("organ=ecosoc&nature=none", ["2020/1#op6.1"]),
        ("organ=GA", []),
        ("session=2019&nature=obligation", ["2019/7#op1.1", "2019/7#op2.1", "2019/7#op2.2"]),
        ("adopted_from=2020-07-20", ["2020/1#op4.1", "2020/1#op5.1", "2020/1#op6.1"]),
        ("adopted_to=2020-07-19&verb=encourage", ["2019/7#op2.2"]),
        ("type=evaluative", ["2020/1#op6.1"]),
        ("review=suggested&doubtful=true", ["2020/1#op4.1"]),
        ("lost=true", []),
        ("doubtful=false&resolution=E/RES/2020/1", ["2020/1#op5.1", "2020/1#op6.1"]),
        ("review=confirmed", []),
        ("reporting=true", []),
        ("in_force=true", OBLIGATIONS),
        ("in_force=false", ["2020/1#op6.1"]),
        ("unassigned=true", ["2020/1#op5.1"]),
        ("to_be_placed=true", ["2020/1#op4.1"]),
        ("without_focal_point=true", ["2019/7#op2.2", "2020/1#op4.1"]),
        ("without_focal_point=true&state=overdue", []),
        ("status=partially_implemented", ["2019/7#op1.1"]),
        ("status=implemented", []),
        ("entity=state-nor", ["2019/7#op1.1"]),
        ("entity_status=implemented", ["2019/7#op1.1"]),
        ("state=open", OBLIGATIONS),
        ("state=closed", ["2019/7#op1.1"]),
        ("state=overdue", ["2019/7#op1.1"]),
        ("state=due", ["2019/7#op2.1"]),
        ("state=due&days=89", []),
        ("state=due&days=600", ["2019/7#op2.1", "2019/7#op2.2"]),
        ("state=undated", ["2020/1#op4.1"]),
        ("state=to_review", []),
        ("due_from=2021-02-01&due_to=2021-05-29", ["2019/7#op1.1"]),
        ("due_month=2021-05", ["2019/7#op2.1"]),
        ("implemented_from=2021-02-01&implemented_to=2021-02-01", ["2019/7#op1.1"]),
        ("implemented_to=2021-01-31", []),
        ("changed_from=2021-03-01", ["2019/7#op1.1"]),
        ("changed_from=2021-03-02", []),
        ("changed_to=2021-02-28", []),
        ("q=mediators", ["2020/1#op6.1"]),
        ("q=2019/7&verb=encourage", ["2019/7#op2.2"]),
    ],
)
def test_each_parameter_narrows_the_list(manager, query, expected):
    parameters = dict(pair.split("=", 1) for pair in query.split("&") if pair)
    assert found(manager, **parameters) == expected


@pytest.mark.usefixtures("filled")
def test_addressee_status_and_due_date_hold_for_one_and_the_same_addressee(manager):
    assert found(manager, entity="state-nor", state="overdue") == []
    assert found(manager, entity="sg", entity_status="implemented") == []
    assert found(manager, entity_status="implemented", state="open") == []
    assert found(manager, entity="sg", state="overdue") == ["2019/7#op1.1"]


@pytest.mark.usefixtures("filled")
def test_a_withdrawn_assignment_is_found_no_more(manager):
    assignment = Assignment.objects.get(entity__name="World Bank")
    withdraw(assignment=assignment, by=manager, why="It was named by mistake.")
    assert found(manager, entity="world-bank") == []
    assert found(manager, unassigned="true") == ["2019/7#op2.2", "2020/1#op5.1"]


@pytest.mark.usefixtures("filled")
def test_open_means_what_the_roll_up_calls_open(manager):
    rolled_up = {
        reference
        for status in ("not_started", "in_progress", "partially_implemented")
        for reference in found(manager, status=status)
    }
    assert set(found(manager, state="open")) == rolled_up


@pytest.mark.usefixtures("filled")
def test_a_focal_point_finds_only_what_concerns_its_entity(secretariat):
    assert found(secretariat) == ["2019/7#op1.1", "2019/7#op2.1"]
    assert found(secretariat, entity="state-nor") == []
    assert found(secretariat, entity_status="implemented") == []
    assert found(secretariat, state="closed") == []


@pytest.mark.usefixtures("filled")
def test_a_stranger_finds_nothing(stranger):
    assert found(stranger) == []


def test_the_key_of_a_merged_entity_goes_on_working(manager):
    tracked(reading(NEW, paragraph("1", asks())))
    successor = Entity.objects.get(name="Secretary-General")
    Entity.objects.create(key="sg-of-old", name="SG of old", merged_into=successor)
    assert found(manager, entity="sg-of-old") == ["2020/1#op1.1"]


@pytest.mark.parametrize(
    ("parameter", "value", "message"),
    [
        ("statsu", "x", "There is no parameter “statsu”. Did you mean “status”?"),
        ("colour", "red", "There is no parameter “colour”."),
        ("status", "implementd", "Status: “implementd” is none of the choices. Did you mean “Implemented”?"),
        ("status", "not startd", "Status: “not startd” is none of the choices. Did you mean “Not started”?"),
        ("nature", "?", "“?” is none of the choices. Choose from its list."),
        ("unassigned", "maybe", "“maybe” is none of the choices. Choose from its list."),
        ("organ", "ECOSOK", "There is no organ “ECOSOK”. Did you mean “ECOSOC”?"),
        ("verb", "reqest", "There is no verb “reqest”. Did you mean “request”?"),
        ("entity", "world-bnak", "There is no entity with the key “world-bnak”. Did you mean “world-bank”?"),
        ("entity", "a\0b", "There is no entity with the key “a�b”."),
        ("session", "99999", "There is no session “99999”."),
        ("due_from", "31/12/2021", "Write the day as year-month-day, for instance 2021-12-31."),
        ("due_month", "2021-13", "Write the month as year-month, for instance 2021-03."),
        ("due_month", "0000-01", "Write the month as year-month, for instance 2021-03."),
        ("days", "soon", "Write a whole number of days from 0 to 3660."),
        ("days", "99999", "Write a whole number of days from 0 to 3660."),
    ],
)
def test_a_parameter_that_is_not_understood_is_named_and_narrows_nothing(manager, parameter, value, message):
    tracked(reading(NEW, paragraph("1", asks())))
    chosen = ActionItemFilter({parameter: value}, user=manager, on=TODAY)
    told = problems(chosen)
    assert [p.parameter for p in told] == [parameter]
    assert message in told[0].message
    assert chosen.qs.count() == 1


def test_names_of_paging_and_ordering_are_known_where_they_are_allowed(manager):
    chosen = ActionItemFilter({"page": "2"}, user=manager, on=TODAY)
    assert problems(chosen, besides=["page"]) == []


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (DEFAULT_ORDER, ["op4.1", "op5.1", "op6.1", "op1.1", "op2.1", "op2.2"]),
        ("adopted", ["op1.1", "op2.1", "op2.2", "op4.1", "op5.1", "op6.1"]),
        ("symbol", ["op1.1", "op2.1", "op2.2", "op4.1", "op5.1", "op6.1"]),
        ("due", ["op1.1", "op2.1", "op2.2", "op4.1", "op5.1", "op6.1"]),
        ("-due", ["op2.2", "op2.1", "op1.1", "op4.1", "op5.1", "op6.1"]),
        ("verb", ["op5.1", "op2.2", "op4.1", "op1.1", "op2.1", "op6.1"]),
        ("-status", ["op6.1", "op1.1", "op4.1", "op5.1", "op2.1", "op2.2"]),
    ],
)
def test_the_list_comes_in_each_order_and_what_has_no_value_there_comes_last(manager, order, expected):
    selection = ActionItemFilter({}, user=manager, on=TODAY).selection
    items = ordered(selection.items(), order, selection.occurrences())
    assert [item.reference.split("#")[1] for item in items] == expected


def test_only_the_listed_orders_exist():
    assert all(is_order(order) and is_order(f"-{order}") for order in ORDERS)
    assert not is_order("clause__paragraph")
    assert not is_order("--due")


@pytest.mark.usefixtures("filled")
def test_a_selection_comes_back_from_its_query_string(manager):
    parameters = {"unassigned": "false", "due_from": "2021-01-01", "entity": "state-nor", "state": "closed"}
    selection = ActionItemFilter(parameters, user=manager, on=TODAY).selection
    again = ActionItemFilter(dict(p.split("=") for p in selection.query.split("&")), user=manager, on=TODAY)
    assert again.selection == selection


@pytest.mark.usefixtures("filled")
def test_one_query_counts_a_list_however_many_conditions_it_has(manager):
    selection = ActionItemFilter({"state": "open", "q": "report"}, user=manager, on=TODAY).selection
    manager.has_perm("tracker.see_all_entities")
    with CaptureQueriesContext(connection) as queries:
        selection.narrowed(entity="sg").items().count()
    assert len(queries) == 1
