"""Role by own or another's entity by deed by door: each cell is tried, and does what the table says.

A door that lets somebody through whom the table keeps out, or that keeps out whom it lets through, has a
cell that fails by its name. Nothing else than the table says who may: the doors' own rules are not asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from django.db import transaction

from tests.tracker.matrix import doors
from tests.tracker.matrix.doors import Attempt
from tests.tracker.matrix.people import EVERYBODY, OTHER, Who
from tests.tracker.matrix.register import SYMBOL, Things, things, trace
from tracker.roles import ADMINISTRATOR, DATA_ENTRY, FOCAL_POINT, MANAGER, REVIEWER, VIEWER
from tracker.statuses import ReportState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DRAFT, SUBMITTED, ACCEPTED = ReportState.DRAFT, ReportState.SUBMITTED, ReportState.ACCEPTED
ALL_ROLES = frozenset({VIEWER, DATA_ENTRY, FOCAL_POINT, REVIEWER, MANAGER, ADMINISTRATOR})
SEES_ALL = ALL_ROLES - {FOCAL_POINT}
WRITES_IN_ADMIN = frozenset({FOCAL_POINT, DATA_ENTRY, ADMINISTRATOR})
CHANGES_IN_ADMIN = WRITES_IN_ADMIN | {REVIEWER}
ON_BEHALF = frozenset({DATA_ENTRY, ADMINISTRATOR})
REVIEWS = frozenset({REVIEWER, ADMINISTRATOR})
DECIDES = frozenset({MANAGER, ADMINISTRATOR})
CORRECTS = frozenset({DATA_ENTRY, REVIEWER, ADMINISTRATOR})
SCHEDULES = DECIDES | CORRECTS
KEEPS_DIRECTORY = frozenset({DATA_ENTRY, MANAGER, ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a deed.

    Args:
        roles: whoever has one of these may, whatever the entity.
        own: whoever has a role may as well where the entity is theirs.
        of_others: only where the entity is not theirs; nobody reviews what they may have had a hand in.
        only: in this door, only these roles get so far.
    """

    roles: frozenset[str] = frozenset()
    own: bool = False
    of_others: bool = False
    only: Mapping[str, frozenset[str]] | None = None

    def allows(self, who: Who, door: str) -> bool:
        """Whether somebody may, through a door."""
        if who.role not in (self.only or {}).get(door, ALL_ROLES):
            return False
        if self.of_others and who.own:
            return False
        return who.role in self.roles or (self.own and who.own)


REPORTS_FOR = Rule(ON_BEHALF, own=True, only={"admin": WRITES_IN_ADMIN})
# The author of the reports is somebody else, so that recording on behalf of others gives no hand in these.
KEEPS_REPORT = Rule(own=True, only={"admin": CHANGES_IN_ADMIN})

DECISION = {"to": "overtaken", "effective_on": "2021-02-01", "why": doors.REASON}
DUE = {"due_to": "2022-03-31", "why": doors.REASON}

DEEDS: Mapping[str, tuple[Rule, Mapping[str, Attempt]]] = {
    "draft a report": (
        REPORTS_FOR,
        {"page": doors.draft_on_page, "API": doors.draft_by_api, "admin": doors.draft_in_admin},
    ),
    "change a draft": (
        KEEPS_REPORT,
        {"page": doors.edit_on_page, "API": doors.edit_by_api, "admin": doors.edit_in_admin},
    ),
    "submit a draft": (
        KEEPS_REPORT,
        {
            "page": doors.step_on_page("submit", DRAFT),
            "API": doors.step_by_api("submit", DRAFT),
            "admin": doors.step_in_admin("submit", DRAFT),
        },
    ),
    "withdraw a report": (
        KEEPS_REPORT,
        {
            "page": doors.step_on_page("withdraw", SUBMITTED),
            "API": doors.step_by_api("withdraw", SUBMITTED),
            "admin": doors.step_in_admin("withdraw", SUBMITTED),
        },
    ),
    "add evidence": (KEEPS_REPORT, {"page": doors.evidence_on_page, "API": doors.evidence_by_api}),
    "accept a report": (
        Rule(REVIEWS, of_others=True),
        {
            "page": doors.step_on_page("accept", SUBMITTED),
            "API": doors.step_by_api("accept", SUBMITTED),
            "admin": doors.step_in_admin("accept", SUBMITTED),
            "bulk": doors.step_in_bulk("accept", SUBMITTED),
        },
    ),
    "send a report back": (
        Rule(REVIEWS, of_others=True),
        {
            "page": doors.step_on_page("send-back", SUBMITTED, comment="Add figures."),
            "API": doors.step_by_api("send-back", SUBMITTED, comment="Add figures."),
            "admin": doors.step_in_admin("send-back", SUBMITTED, comment="Add figures."),
        },
    ),
    "open an accepted report again": (
        Rule(REVIEWS, of_others=True),
        {
            "page": doors.step_on_page("reopen", ACCEPTED, comment=doors.REASON, why=doors.REASON),
            "API": doors.step_by_api("reopen", ACCEPTED, why=doors.REASON),
            "admin": doors.step_in_admin("reopen", ACCEPTED, why=doors.REASON),
        },
    ),
    "decide a status": (
        Rule(DECIDES),
        {
            "page": doors.on_item_page("decide", "occurrence", seen_version=2, **DECISION),
            "admin": doors.on_occurrence("decide", **DECISION),
            "bulk": doors.on_occurrences("decide", **DECISION),
        },
    ),
    "set a due date": (
        Rule(SCHEDULES),
        {
            "page": doors.on_item_page("due", "occurrence", **DUE),
            "admin": doors.on_occurrence("due", **DUE),
            "bulk": doors.on_occurrences("due", **DUE),
        },
    ),
    "set a review day": (
        Rule(SCHEDULES),
        {
            "page": doors.on_item_page("review-day", "occurrence", review_on="2022-03-31"),
            "admin": doors.on_occurrence("review-day", review_on="2022-03-31"),
        },
    ),
    "assign an entity": (
        Rule(DECIDES),
        {
            "page": doors.on_item_page("assign", entity=OTHER, role="lead"),
            "admin": doors.on_item("assign", entity=OTHER, role="lead"),
            "bulk": doors.on_items("assign", entity=OTHER, role="lead"),
        },
    ),
    "withdraw an assignment": (
        Rule(DECIDES),
        {
            "page": doors.on_item_page("withdraw", "assignment", why=doors.REASON),
            "admin": doors.on_assignment("withdraw", why=doors.REASON),
            "bulk": doors.on_assignments("withdraw", why=doors.REASON),
        },
    ),
    "confirm a reading": (
        Rule(CORRECTS),
        {
            "item's page": doors.on_item_page("confirm"),
            "page": doors.on_check_page("confirm"),
            "item in the admin": doors.on_item("confirm"),
            "admin": doors.on_clause("confirm"),
            "bulk": doors.on_clauses("confirm"),
            "bulk of items": doors.on_items("confirm"),
        },
    ),
    "correct a reading": (
        Rule(CORRECTS),
        {"page": doors.on_check_page("correct", verb="urge", asks="on", add_role="addressee")},
    ),
    "say whether it is an obligation": (
        Rule(CORRECTS),
        {"admin": doors.on_new_item("nature", nature="none")},
    ),
    "add a resolution": (
        Rule(ON_BEHALF),
        {"page": doors.import_on_page, "API": doors.import_by_api, "admin": doors.import_in_admin},
    ),
    "open a cycle": (Rule(DECIDES), {"page": doors.open_on_page, "admin": doors.open_in_admin}),
    "close a cycle": (Rule(DECIDES), {"page": doors.close_on_page, "admin": doors.close_in_admin}),
    "place a new name": (
        Rule(KEEPS_DIRECTORY),
        {"admin": doors.on_new_name("place"), "bulk": doors.on_new_names("place")},
    ),
    "merge an entity": (Rule(KEEPS_DIRECTORY), {"admin": doors.merge_in_admin}),
}

LOOKS: Mapping[str, tuple[Rule, Mapping[str, Attempt]]] = {
    "an obligation": (
        Rule(SEES_ALL, own=True),
        {
            "page": doors.look(doors.item_page),
            "API": doors.ask(doors.item_address),
            "assignment by API": doors.ask(doors.assignment_address),
            "admin": doors.look(doors.item_in_admin),
        },
    ),
    "a draft": (
        Rule(own=True),
        {
            "page": doors.look(doors.report_page(DRAFT)),
            "API": doors.ask(doors.report_address(DRAFT)),
            "admin": doors.look(doors.report_in_admin(DRAFT)),
        },
    ),
    "a submitted report": (
        Rule(SEES_ALL, own=True),
        {
            "page": doors.look(doors.report_page(SUBMITTED)),
            "API": doors.ask(doors.report_address(SUBMITTED)),
            "admin": doors.look(doors.report_in_admin(SUBMITTED)),
        },
    ),
    "the page on which readings are checked": (
        Rule(CORRECTS),
        {"page": doors.look(lambda held: f"/check/{SYMBOL}/")},
    ),
}


def cells(table: Mapping[str, tuple[Rule, Mapping[str, Attempt]]]) -> Sequence[object]:
    """Return a parameter for each deed and door; everybody tries each."""
    return [
        pytest.param(rule, door, attempt, id=f"{deed}, {door}")
        for deed, (rule, by_door) in table.items()
        for door, attempt in by_door.items()
    ]


@pytest.fixture
def held() -> Things:
    return things()


@pytest.mark.parametrize(("rule", "door", "attempt"), cells(DEEDS))
def test_a_deed_is_done_by_those_the_table_names_and_leaves_no_trace_of_others(
    rule: Rule, door: str, attempt: Attempt, held: Things, subtests
):
    people = [(who, who.user()) for who in EVERYBODY]
    before = trace()
    for who, user in people:
        with transaction.atomic():
            answer = attempt(user, held)
            done = trace() != before
            transaction.set_rollback(True)
        with subtests.test(str(who)):
            assert done == rule.allows(who, door), (
                f"{answer.status_code} {answer.headers.get('Location', '')}"
            )
            # A list in the admin takes no notice of an action that it does not offer.
            assert done or answer.status_code in (302, 400, 403, 404) or door.startswith("bulk")


@pytest.mark.parametrize(("rule", "door", "attempt"), cells(LOOKS))
def test_a_thing_is_seen_by_those_the_table_names_and_is_not_there_for_others(
    rule: Rule, door: str, attempt: Attempt, held: Things, subtests
):
    for who in EVERYBODY:
        answer = attempt(who.user(), held)
        with subtests.test(str(who)):
            assert (answer.status_code == 200) == rule.allows(who, door), answer.status_code
