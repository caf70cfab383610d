"""Who gets the report that a clause asks for."""

import pytest

from tests.resolutions.parsing.texts import clause

COUNCIL = "Security Council"


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Requests the Secretary-General to keep the Security Council fully informed;", COUNCIL),
        ("Requests the Secretary-General to brief the Security Council on the lamps;", COUNCIL),
        ("Requests the Secretary-General to update the Security Council on the lamps;", COUNCIL),
        ("Requests the Secretary-General to inform, as appropriate, the Security Council;", COUNCIL),
        ("Requests the Secretary-General to provide the Security Council with an update;", COUNCIL),
        ("Requests the Secretary-General to submit to it a report on the lamps;", "General Assembly"),
        ("Requests the Secretary-General to keep it informed of the lamps;", "General Assembly"),
        (
            "Requests the Office to offer its lamps to the Economic and Social Council and to report to the "
            "Security Council;",
            COUNCIL,
        ),
    ],
)
def test_whoever_is_told_gets_the_report(sentence, to):
    reporting = clause(sentence).reporting
    assert reporting is not None
    assert reporting.to == to


@pytest.mark.parametrize(
    "sentence",
    [
        "Requests the Secretary-General to send a mission to Norway and to submit a report;",
        "Requests the Secretary-General to provide security to the United Nations and to submit a report;",
        "Requests the Secretary-General to report on the lamps;",
    ],
)
def test_a_report_goes_to_a_body_and_not_to_whom_something_else_goes(sentence):
    reporting = clause(sentence).reporting
    assert reporting is not None
    assert reporting.to is None


def test_a_committee_of_the_council_is_not_the_council():
    reporting = clause("Requests States to report to the Security Council Committee on the lamps;").reporting
    assert reporting is not None
    assert reporting.to != COUNCIL
