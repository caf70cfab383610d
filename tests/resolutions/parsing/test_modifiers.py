"""Reports, resources and conditions of a clause."""

import pytest

from resolutions.parsing.document import Reporting
from tests.resolutions.parsing.texts import clause


@pytest.mark.parametrize(
    ("sentence", "to", "what"),
    [
        ("Requests the Secretary-General to report to the Security Council;", "Security Council", "report"),
        ("Requests the Secretary-General to report on it;", None, "report"),
        ("Requests the Secretary-General to submit to the Assembly a report;", "General Assembly", "report"),
        ("Requests the Secretary-General to present an oral update;", None, "update"),
        ("Requests the Secretary-General to keep the Assembly informed;", None, "briefing"),
        ("Looks forward to receiving the report of the Committee;", None, "report"),
    ],
)
def test_a_report_asked_for_names_its_recipient_where_one_is_printed(sentence, to, what):
    assert clause(sentence).reporting == Reporting(to, what)


@pytest.mark.parametrize(
    "sentence",
    [
        "Requests the Secretary-General to act on the report of the Committee;",
        "Takes note of the report of the Secretary-General;",
        "Welcomes the submission of a report to the Assembly;",
    ],
)
def test_a_report_only_mentioned_is_not_asked_for(sentence):
    assert clause(sentence).reporting is None


@pytest.mark.parametrize(
    ("sentence", "resources"),
    [
        ("Requests the Secretary-General to act, within existing resources;", "within existing resources"),
        (
            "Requests the Secretary-General to act, subject to the availability of extrabudgetary resources;",
            "subject to the availability of extrabudgetary resources",
        ),
        (
            "Requests the Secretary-General to use what the existing budgetary framework has;",
            None,
        ),
    ],
)
def test_a_condition_on_resources_is_kept(sentence, resources):
    assert clause(sentence).resources == resources


def test_conditions_are_kept_once_each():
    found = clause(
        "Invites States in a position to do so to act, as appropriate, and, as appropriate, to wait;"
    )
    assert found.conditions == ("in a position to do so", "as appropriate")
