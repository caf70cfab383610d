"""Resources, conditions and purposes: kept out of the action and recorded."""

import pytest

from tests.resolutions.parsing.texts import clause

ASK = "Requests the Secretary-General to strengthen the Unit"


@pytest.mark.parametrize(
    "words",
    [
        "within existing resources",
        "within its mandate and existing resources",
        "from within available budgetary resources",
        "to the maximum of its available resources",
        "subject to the availability of extrabudgetary resources",
        "subject to the provision of extrabudgetary funds",
        "subject to available funding",
        "through voluntary contributions",
        "financed from extrabudgetary resources",
        "on a voluntary basis and with no cost to the United Nations",
        "within its current means and capabilities",
        "within the limits of its capacities",
        "within existing capacities and resources",
        "within the authorized troop ceiling of 1,200",
        "within authorized levels of harbour police",
        "within existing structures and available resources",
        "within the parameters of its mandate and resources",
        "within the revised budget",
        "with existing resources",
        "using existing United Nations system resources",
        "with the means at its disposal",
        "as resources permit",
        "depending on the availability of extrabudgetary financing",
        "depending on the financial and human resources made available",
        "on the basis of voluntary contributions",
        "without additional budgetary implications",
        "in a cost-neutral manner",
    ],
)
def test_words_that_tie_the_action_to_money_are_resources(words):
    assert clause(f"{ASK}, {words};").resources == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Requests the Secretary-General to use what the existing framework has;",
        "Requests the Office to promote access to water resources;",
        "Requests the Office to seek the resources within the regular budget that it needs;",
        "Requests the Office to relight what it is within its capacity to light;",
        "Requests the Office to build trust within the highest levels of the service;",
        "Requests the Office to prevent the financing of terrorism through illicit means;",
        "Encourages States to support the keepers, including through voluntary contributions;",
        "Invites States to support the Unit, in particular through voluntary contributions;",
    ],
)
def test_resources_that_are_a_subject_are_no_condition(sentence):
    assert clause(sentence).resources is None


@pytest.mark.parametrize(
    "words",
    [
        "as appropriate",
        "upon request",
        "where applicable",
        "if so requested",
        "to the extent possible",
        "upon the request of the Government concerned",
        "unless the Council decides otherwise",
        "provided that the parties agree",
        "subject to the approval of the Assembly",
    ],
)
def test_a_condition_is_kept_and_left_out_of_the_action(words):
    found = clause(f"{ASK}, {words};")
    assert (found.conditions, found.action) == ((words,), "strengthen the Unit")


def test_a_condition_amid_the_action_is_left_out_and_told_once():
    found = clause("Invites States to consider, as appropriate, acceding, and, as appropriate, reporting;")
    assert found.conditions == ("as appropriate",)
    assert found.action == "consider acceding, and reporting"


@pytest.mark.parametrize(
    "words",
    [
        "with a view to its early conclusion",
        "in order to protect those on board",
        "so as to avoid duplication",
        "with the aim of reducing losses",
    ],
)
def test_a_purpose_is_kept_and_left_out_of_the_action(words):
    found = clause(f"{ASK}, {words};")
    assert (found.purposes, found.action) == ((words,), "strengthen the Unit")
    assert [place.text for place in found.places if place.of == "purpose"] == [words]


def test_a_purpose_ends_where_the_next_thing_asked_begins():
    found = clause(f"{ASK} in order to protect it, and to report to the General Assembly;")
    assert found.purposes == ("in order to protect it",)
    assert "report to the General Assembly" in found.action
