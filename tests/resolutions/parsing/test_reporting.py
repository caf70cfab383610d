"""The report, update or briefing that a clause asks for."""

import pytest

from resolutions.parsing.document import Reporting
from tests.resolutions.parsing.texts import clause


@pytest.mark.parametrize(
    ("sentence", "to", "what"),
    [
        ("Requests the Secretary-General to report to the Security Council;", "Security Council", "report"),
        ("Requests the Secretary-General to report on it;", None, "report"),
        ("Requests the Secretary-General to submit to the Assembly a report;", "General Assembly", "report"),
        ("Requests the Secretary-General to present an oral update;", None, "oral update"),
        ("Requests the Secretary-General to keep the Assembly informed;", "General Assembly", "briefing"),
        ("Looks forward to receiving the report of the Committee;", None, "report"),
        ("Requests that the Secretary-General provide a report on the lamps;", None, "report"),
        ("Requests the Office to keep the Council fully informed;", None, "briefing"),
        ("Requests the Committee to revert to the Security Council on it;", "Security Council", "briefing"),
        (
            "Requests the Office to inform, as appropriate, the Security Council;",
            "Security Council",
            "briefing",
        ),
        ("Urges the Office to seek views so that it may learn and he may present a report;", None, "report"),
        (
            "Requests the Office to give in the same reports its views and to provide an assessment;",
            None,
            "assessment",
        ),
        ("Requests the Office to provide the Council with an update on the lamps;", None, "update"),
        (
            "Calls upon States to provide to the Assembly information regarding the steps taken;",
            "General Assembly",
            "information",
        ),
        (
            "Invites States to submit, as appropriate, information to the Secretary-General;",
            "Secretary-General",
            "information",
        ),
        (
            "Requests the Office to continue to provide detailed, up-to-date information on lamps;",
            None,
            "information",
        ),
        ("Requests the Secretary-General in his next report to propose further steps;", None, "report"),
        ("Requests the Secretary-General to address the lamps in his report on them;", None, "report"),
        ("Requests the Secretary-General to include in that report the state of the lamps;", None, "report"),
        (
            "Requests the Secretary-General to submit recommendations to the Security Council;",
            "Security Council",
            "recommendations",
        ),
        ("Requests States to provide the Committee with a full description of it;", None, "description"),
        ("Requests the Office to submit the budgetary implications;", None, "implications"),
        ("Requests the Office to present for the Council’s approval a plan;", None, "plan"),
        ("Requests the Office to provide status reporting on the lamps;", None, "reporting"),
        ("Requests that the Panel of Experts submit to the Council its final report;", None, "final report"),
        ("Looks forward to the report of the Secretary-General on the lamps;", None, "report"),
        ("Requests the monitoring mechanism to report periodically;", None, "report"),
        (
            "Reminds States of their duty to keep lamps and to report to the Security Council;",
            "Security Council",
            "report",
        ),
        ("Looks forward to receiving additional information on the lamps;", None, "information"),
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
        "Decides to include in the agenda of its next session the item entitled “Report of the Council”;",
        "Requests the Secretary-General to inform world public opinion of the lamps;",
        "Requests the Office to promote the Code of Conduct and to update the list after that report;",
        "Requests States to give heed to the ban on summary executions;",
        "Encourages Governments to widen access to information and to analysis;",
        "Encourages States to provide training in research and study;",
        "Encourages States to provide policymakers with better data and analysis;",
        "Requests the Office to conduct a follow-up assessment mission to the coasts;",
        "Requests the Office to provide States with chances to have replies reflected in its report;",
        "Calls upon States to provide the necessary information for the preparation of the report;",
        "Calls upon States to provide the Office with all the information requested;",
        "Requests the Office to inform States of the impact of lamps;",
        "Encourages States to consult keepers to inform decisions on lamps;",
        "Looks forward to receiving the results of the review, as outlined in the report of the Committee;",
        "Requests the Office, when preparing the above-mentioned report, to seek advice;",
        "Requests the Office to address the tasks proposed by the Secretary-General in his report;",
        "Requests the Secretary-General to submit the list to Member States for their consideration;",
        "Requests the Office to provide keepers with training in advancing their national strategy;",
        "Encourages States to provide reporting channels to keepers;",
        "Encourages States to adopt practices to monitor and report on the use of lamps;",
        "Invites States to support the capacities of keepers to assess and report on lamps;",
        "Calls upon States to establish an office to enable keepers to report thefts;",
        "Requests that the Office make the report available in accessible formats;",
        "Looks forward to the discussion of the report of the Committee;",
        "Reminds States of the report of the Committee;",
        "Requests the Office to revert to the question of the seat of the Council;",
    ],
)
def test_a_report_only_mentioned_is_not_asked_for(sentence):
    assert clause(sentence).reporting is None


def test_how_often_a_report_is_due_belongs_to_it():
    found = clause("Requests the Secretary-General to submit to the Assembly a written report every year;")
    assert found.reporting == Reporting("General Assembly", "written report", "FREQ=YEARLY")
