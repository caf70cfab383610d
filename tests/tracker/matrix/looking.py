"""What can be looked at, and by whom; looking changes nothing."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests.tracker.matrix.obligations import assignment, item
from tests.tracker.matrix.register import LATER, SYMBOL, Things
from tests.tracker.matrix.reporting import DRAFT, REPORTS_FOR, SUBMITTED
from tests.tracker.matrix.rules import (
    ANYBODY,
    CORRECTS,
    DECIDES,
    ON_BEHALF,
    REVIEWS,
    SEES,
    SEES_ALL,
    Rule,
    Table,
)
from tests.tracker.matrix.sending import admin_page, ask, look
from tracker.roles import ADMINISTRATOR
from tracker.statuses import ReportState

Address = Callable[[Things], str]


def _page(name: str, *args: object) -> Address:
    return lambda things: reverse(name, args=args)


def _about(name: str, find: Callable[[Things], Any]) -> Address:
    return lambda things: reverse(name, args=[find(things).pk])


def _report(state: ReportState) -> Callable[[Things], Any]:
    return lambda things: things.reports[state]


def _in_admin(find: Callable[[Things], Any]) -> Address:
    return lambda things: admin_page(find(things), "change")


def _pages(*names: str) -> dict[str, Any]:
    return {f"page “{name}”": look(_page(name)) for name in names}


def _lists(*names: str) -> dict[str, Any]:
    return {f"API “{name}”": ask(lambda things, name=name: f"{name}/") for name in names}  # type: ignore[misc]


def _new_report(things: Things) -> str:
    key = assignment(things).entity.key
    return f"{reverse('report-new')}?entity={key}&occurrence={things.asked.pk}"


def _choices(things: Things) -> str:
    field = "app_label=tracker&model_name=reportline&field_name=occurrence"
    return f"{reverse('admin:tracker_obligation_choices')}?entity={assignment(things).entity_id}&{field}"


def _names(of: str, field: str) -> Address:
    """Return where the admin's forms find names while one types."""
    asked = f"app_label=tracker&model_name={of}&field_name={field}"
    return lambda things: f"{reverse('admin:autocomplete')}?{asked}"


OWN_DRAFT = Rule(own=True)

LOOKS: Table = {
    "an obligation": (
        SEES,
        {
            "page": look(lambda things: item(things).get_absolute_url()),
            "what was read": look(_about("item-reading", item)),
            "API": ask(lambda things: f"action-items/{item(things).pk}/"),
            "assignment by API": ask(lambda things: f"assignments/{assignment(things).pk}/"),
            "answers by API": ask(lambda things: f"assignments/{assignment(things).pk}/responses/"),
            "indicator by API": ask(lambda things: f"indicators/{things.indicator.pk}/"),
            "value by API": ask(lambda things: f"indicator-values/{things.value.pk}/"),
            "proposal by API": ask(lambda things: f"relation-proposals/{things.proposal.pk}/"),
            "relation by API": ask(lambda things: f"relations/{things.relation.pk}/"),
            "retirement by API": ask(lambda things: f"retirements/{things.retirement.pk}/"),
            "admin": look(_in_admin(item)),
            "assignment in the admin": look(_in_admin(assignment)),
        },
    ),
    "a draft": (
        OWN_DRAFT,
        {
            "page": look(_about("report", _report(DRAFT))),
            "API": ask(lambda things: f"reports/{things.reports[DRAFT].pk}/"),
            "admin": look(_in_admin(_report(DRAFT))),
        },
    ),
    "the evidence of a draft": (
        OWN_DRAFT,
        {
            "page": look(_about("evidence", lambda things: things.evidence)),
            "list by API": ask(lambda things: f"reports/{things.reports[DRAFT].pk}/evidence/"),
            "API": ask(lambda things: f"evidence/{things.evidence.pk}/"),
            "file by API": ask(lambda things: f"evidence/{things.evidence.pk}/content/"),
        },
    ),
    "a submitted report": (
        SEES,
        {
            "page": look(_about("report", _report(SUBMITTED))),
            "API": ask(lambda things: f"reports/{things.reports[SUBMITTED].pk}/"),
            "admin": look(_in_admin(_report(SUBMITTED))),
        },
    ),
    "what may be reported": (REPORTS_FOR, {"page": look(_new_report), "choices": look(_choices)}),
    "a worklist": (
        REPORTS_FOR,
        {
            "page": look(lambda things: reverse("offline-workbook", args=[assignment(things).entity.key])),
            "API": ask(lambda things: f"worklists/{assignment(things).entity.key}/"),
        },
    ),
    "a cycle that asks the entity": (
        SEES,
        {
            "page": look(_about("cycle", lambda things: things.cycle)),
            "API": ask(lambda things: f"cycles/{things.cycle.pk}/"),
        },
    ),
    "where readings are checked": (
        Rule(CORRECTS),
        {
            "page": look(_page("check-resolution", SYMBOL)),
            "queue": look(_page("doubts")),
            "those alike": look(lambda things: reverse("doubts-alike", args=[item(things).clause_id])),
            "taken by API": ask(lambda things: f"taken-readings/{things.taken.pk}/"),
            "taken in the admin": look(_in_admin(lambda things: things.taken)),
        },
    ),
    "where reports are reviewed": (Rule(REVIEWS), _pages("reviews")),
    "where mandates are related": (
        Rule(DECIDES),
        {
            "page": look(_page("proposals")),
            "pair": look(lambda things: reverse("compare", args=[things.later.pk, things.earlier.pk])),
            "proposal": look(_about("proposal", lambda things: things.proposal)),
        },
    ),
    "where much is done at once": (
        Rule(DECIDES),
        {
            **_pages("reassign", "handovers", "sheets"),
            "spreadsheet": look(_about("sheet", lambda things: things.sheet)),
            "job": look(_about("bulk-job", lambda things: things.job)),
            "job by API": ask(lambda things: f"bulk-jobs/{things.job.pk}/"),
            "refusal by API": ask(lambda things: f"bulk-refusals/{things.refusal.pk}/"),
            "what a job refused": look(_about("bulk-refused", lambda things: things.job)),
        },
    ),
    "what is handed in": (
        Rule(SEES_ALL),
        {
            "page": look(_about("import", lambda things: things.imported)),
            "API": ask(lambda things: f"imports/{things.imported.pk}/"),
        },
    ),
    "whose work went over": (
        Rule(SEES_ALL),
        {"API": ask(lambda things: f"handovers/{things.handover.pk}/")},
    ),
    "where resolutions are handed in": (Rule(ON_BEHALF), _pages("add-resolution")),
    "accounts, groups and tokens": (
        Rule(frozenset({ADMINISTRATOR})),
        {
            "account": look(lambda things: reverse("admin:auth_user_add")),
            "its pass phrase": look(
                lambda things: reverse("admin:auth_user_password_change", args=[things.successor.pk])
            ),
            **{
                f"{model}, {page}": look(_page(f"admin:{model}_{page}"))
                for model in ("auth_group", "authtoken_tokenproxy")
                for page in ("changelist", "add")
            },
        },
    ),
    "names of people": (
        Rule(DECIDES),
        {
            "list": look(_page("admin:auth_user_changelist")),
            "account": look(_in_admin(lambda things: things.successor)),
            "its history": look(lambda things: admin_page(things.successor, "history")),
            "as one types": look(_names("focalpoint", "user")),
        },
    ),
    "the register and what it says": (
        ANYBODY,
        {
            **_pages("overview", "register", "register-csv", "search", "resolutions", "entities", "my-work"),
            **_pages("cycles", "notices", "following", "offline", "imports"),
            "resolution": look(_page("resolution", SYMBOL)),
            "its file": look(_page("resolution-export", "md", LATER)),
            "source": look(lambda things: reverse("source", args=[_source(things)])),
            "entity": look(lambda things: reverse("entity", args=[assignment(things).entity.key])),
            "names in the admin": look(_names("assignment", "entity")),
            "names as one types": look(lambda things: f"{reverse('entity-suggest')}?q=Sec"),
            "product": look(lambda things: f"{reverse('product', args=['inventory'])}?resolution={SYMBOL}"),
            **_lists("resolutions", "paragraphs", "action-items", "assignments", "reports", "evidence"),
            **_lists("indicators", "indicator-values", "relations", "relation-proposals", "retirements"),
            **_lists("comments", "watches", "saved-filters", "notices", "handovers", "bulk-jobs"),
            **_lists("taken-readings", "bulk-refusals", "cycles", "feeds"),
            **_lists("imports", "entities", "verbs", "organs", "states"),
            "API": ask(lambda things: ""),
            "resolution by API": ask(lambda things: f"resolutions/{SYMBOL}/"),
            "its file by API": ask(lambda things: f"resolutions/{SYMBOL}/export/"),
            "paragraph by API": ask(lambda things: f"paragraphs/{SYMBOL}%23op1/"),
            "entity by API": ask(lambda things: f"entities/{assignment(things).entity.key}/"),
            "verb by API": ask(lambda things: "verbs/request/"),
            "organ by API": ask(lambda things: "organs/ECOSOC/"),
        },
    ),
}


def _source(things: Things) -> Any:
    return item(things).clause.version.source_id
