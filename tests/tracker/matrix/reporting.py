"""Deeds on follow-up reports, on paper and off line, and on what is measured."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tracker.matrix.people import Caller
from tests.tracker.matrix.register import Things
from tests.tracker.matrix.rules import (
    ANSWERS,
    CHANGES_IN_ADMIN,
    MEASURES,
    ON_BEHALF,
    REVIEWS,
    WRITES_IN_ADMIN,
    Attempt,
    Rule,
    Table,
)
from tests.tracker.matrix.sending import (
    REASON,
    admin_bulk,
    admin_deed,
    admin_page,
    browser,
    call,
    filled,
    script,
    send,
)
from tracker.statuses import ReportState

DRAFT, SUBMITTED, ACCEPTED = ReportState.DRAFT, ReportState.SUBMITTED, ReportState.ACCEPTED
LINE = {"proposed_status": "partially_implemented", "effective_on": "2021-02-01"}
PERIOD = {"period_from": "2020-08-01", "period_to": "2021-01-31"}
NOTE = {"title": "Note", "speaks_for": "2021-01-15", "symbol": "E/2021/97"}


def _report_form(things: Things, words: str) -> dict[str, Any]:
    prefix = f"line-{things.asked.pk}-"
    line = {f"{prefix}{name}": value for name, value in {"answers": "on", **LINE}.items()}
    return {**PERIOD, **line, "action_taken": words, "deed": "save"}


def _draft_on_page(caller: Caller, things: Things) -> Any:
    entity = things.asked.assignment.entity
    address = f"{reverse('report-new')}?occurrence={things.asked.pk}&entity={entity.key}"
    return browser(caller).post(address, _report_form(things, "Experts met."))


def _draft_in_admin(caller: Caller, things: Things) -> Any:
    entity = things.asked.assignment.entity
    address = f"{reverse('admin:tracker_followupreport_add')}?entity={entity.pk}"
    line = {f"lines-0-{name}": value for name, value in {"occurrence": things.asked.pk, **LINE}.items()}
    return filled(caller, address, **PERIOD, action_taken="Experts met.", **line)


def _draft_by_api(caller: Caller, things: Things) -> Any:
    given = {
        "entity": things.asked.assignment.entity.key,
        **PERIOD,
        "action_taken": "Experts met.",
        "lines": [{"item": things.asked.assignment.item.reference, **LINE}],
    }
    return script(caller).post("/api/v1/reports/", given, format="json")


def _rewrite_by_api(caller: Caller, things: Things) -> Any:
    given = {
        **PERIOD,
        "action_taken": "Other words.",
        "lines": [{"item": things.asked.assignment.item.reference, **LINE}],
    }
    return script(caller).put(f"/api/v1/reports/{things.reports[DRAFT].pk}/", given, format="json")


def _edit_on_page(caller: Caller, things: Things) -> Any:
    report = things.reports[DRAFT]
    return browser(caller).post(
        reverse("report-edit", args=[report.pk]), _report_form(things, "Other words.")
    )


def _edit_in_admin(caller: Caller, things: Things) -> Any:
    return filled(caller, admin_page(things.reports[DRAFT], "change"), action_taken="Other words.")


def _step(name: str, state: ReportState, **said: str) -> dict[str, Attempt]:
    """Return a step through each door; the page calls every remark a comment."""
    on_page = {"comment": " ".join(said.values())}
    return {
        "page": send("report-deed", lambda things: [things.reports[state].pk, name], **on_page),
        "API": call(lambda things: f"reports/{things.reports[state].pk}/{name}/", **said),
        "admin": admin_deed(lambda things: things.reports[state], name, **said),
    }


def _worklist(caller: Caller, things: Things) -> Any:
    file = SimpleUploadedFile("worklist.xlsx", things.worklist)
    return browser(caller).post(reverse("offline"), {"file": file})


def _worklist_by_api(caller: Caller, things: Things) -> Any:
    file = SimpleUploadedFile("worklist.xlsx", things.worklist)
    return script(caller).post("/api/v1/worklists/", {"file": file}, format="multipart")


def _indicator_form(name: str, subject: Any = lambda things: "", /, **said: object) -> Attempt:
    def attempt(caller: Caller, things: Things) -> Any:
        about = subject(things)
        values = {f"{name}-{about}-{field}": value for field, value in said.items()}
        item = things.asked.assignment.item
        sent = {"deed": name, "subject": about, **values}
        return browser(caller).post(item.get_absolute_url(), sent)

    return attempt


def _measured(things: Things) -> Any:
    return things.indicator.pk


REPORTS_FOR = Rule(ON_BEHALF, own=True, only={"admin": WRITES_IN_ADMIN}, within=ANSWERS)
# The author of the reports is somebody else, so that recording on behalf of others gives no hand in these.
KEEPS_REPORT = Rule(own=True, only={"admin": CHANGES_IN_ADMIN}, within=ANSWERS)
REVIEWS_OTHERS = Rule(REVIEWS, of_others=True)

DEEDS: Table = {
    "draft a report": (
        REPORTS_FOR,
        {"page": _draft_on_page, "API": _draft_by_api, "admin": _draft_in_admin},
    ),
    "change a draft": (
        KEEPS_REPORT,
        {
            "page": _edit_on_page,
            "API": call(
                lambda things: f"reports/{things.reports[DRAFT].pk}/", method="patch", action_taken="Other."
            ),
            "API, as a whole": _rewrite_by_api,
            "admin": _edit_in_admin,
            "worklist on the page": _worklist,
            "worklist by API": _worklist_by_api,
        },
    ),
    "submit a draft": (KEEPS_REPORT, _step("submit", DRAFT)),
    "withdraw a report": (KEEPS_REPORT, _step("withdraw", SUBMITTED)),
    "add evidence": (
        KEEPS_REPORT,
        {
            "page": send(
                "report-deed",
                lambda things: [things.reports[DRAFT].pk, "evidence"],
                **{f"evidence-{name}": value for name, value in NOTE.items()},
            ),
            "API": call(lambda things: f"reports/{things.reports[DRAFT].pk}/evidence/", **NOTE),
        },
    ),
    "accept a report": (
        REVIEWS_OTHERS,
        {
            **_step("accept", SUBMITTED),
            "bulk": admin_bulk(lambda things: things.reports[SUBMITTED], "accept"),
        },
    ),
    "send a report back": (REVIEWS_OTHERS, _step("send-back", SUBMITTED, comment="Add figures.")),
    "open an accepted report again": (REVIEWS_OTHERS, _step("reopen", ACCEPTED, why=REASON)),
    "say what is measured": (
        Rule(MEASURES),
        {
            "page": _indicator_form("indicator", measures="Trees", unit="trees"),
            "API": call(
                lambda things: "indicators/",
                item=lambda things: things.asked.assignment.item.reference,
                name="Trees",
                unit="trees",
            ),
            "admin": admin_deed(
                lambda things: things.asked.assignment.item, "indicator", name="Trees", unit="trees"
            ),
        },
    ),
    "change what is measured": (
        Rule(MEASURES),
        {
            "page": _indicator_form("change-indicator", _measured, measures="Funds raised", unit="dollars"),
            "API": call(
                lambda things: f"indicators/{things.indicator.pk}/", method="patch", name="Funds raised"
            ),
            "admin": admin_deed(
                lambda things: things.indicator, "change", name="Funds raised", unit="dollars"
            ),
        },
    ),
    "measure no longer": (
        Rule(MEASURES),
        {
            "page": _indicator_form("retire-indicator", _measured, why=REASON),
            "API": call(lambda things: f"indicators/{things.indicator.pk}/retire/", why=REASON),
            "admin": admin_deed(lambda things: things.indicator, "retire", why=REASON),
        },
    ),
}
