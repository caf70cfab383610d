"""The admin in a real browser: no barriers, no broken scripts, and data entered by typing names."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from resolutions.models import Clause, Resolution
from tests.browser.conftest import OpenPage, violations
from tests.builders import asks, paragraph, reading, states, tracked
from tracker.models import FollowUpReport

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def resolution(committed_db: None) -> Resolution:
    return tracked(
        reading(
            "E/RES/2020/17",
            paragraph("1", asks("Requests the Secretary-General to report", doubts=["addressee_unknown"])),
            paragraph("2", asks("Invites Member States to share views", verb="invite", of=["Member States"])),
            paragraph("3", states()),
        )
    )


def pages(resolution: Resolution) -> list[str]:
    """Return the pages that people enter data on."""
    clause = Clause.objects.get(paragraph__label="1")
    occurrence = clause.action_item.assignments.get().occurrences.get()
    entity = occurrence.assignment.entity
    return [
        reverse("admin:index"),
        reverse("admin:tracker_importjob_add"),
        reverse("admin:resolutions_resolution_changelist"),
        reverse("admin:resolutions_resolution_change", args=[resolution.pk]),
        reverse("admin:resolutions_clause_change", args=[clause.pk]),
        reverse("admin:resolutions_clause_history", args=[clause.pk]),
        reverse("admin:resolutions_paragraph_deed", args=[clause.paragraph_id, "add-clause"]),
        reverse("admin:tracker_actionitem_changelist"),
        reverse("admin:tracker_occurrence_change", args=[occurrence.pk]),
        reverse("admin:tracker_occurrence_deed", args=[occurrence.pk, "due"]),
        f"{reverse('admin:tracker_followupreport_add')}?entity={entity.pk}",
        reverse("admin:resolutions_entity_change", args=[entity.pk]),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_data_entry_have_no_barriers(
    open_page: OpenPage, resolution: Resolution, administrator: User, scheme: str
):
    page = open_page(administrator, reverse("admin:index"), scheme=scheme)
    found = []
    for address in pages(resolution):
        page.goto(address)
        found += violations(page)
    assert found == []


def test_a_verb_is_corrected_by_typing_its_name(open_page: OpenPage, resolution: Resolution, clerk: User):
    clause = Clause.objects.get(paragraph__label="1")
    page = open_page(clerk, reverse("admin:resolutions_clause_change", args=[clause.pk]))
    page.locator(".field-verb .select2-selection").click()
    page.keyboard.type("urge")
    page.locator(".select2-results__option", has_text="urge").first.click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/clause/")
    clause.refresh_from_db()
    assert clause.verb.lemma == "urge"


def test_a_report_is_recorded_by_typing_names(open_page: OpenPage, resolution: Resolution, clerk: User):
    page = open_page(clerk, reverse("admin:tracker_followupreport_add"))
    page.locator(".select2-selection").click()
    page.keyboard.type("Secretary-General")
    page.get_by_role("option", name="Secretary-General", exact=True).click()
    page.get_by_role("button", name="Record a follow-up report").click()
    page.get_by_label("Period from").fill("2020-08-01")
    page.get_by_label("Period to").fill("2021-01-31")
    page.get_by_label("Action taken").fill("A draft was written.")
    page.locator("#lines-0 .select2-selection").click()
    page.get_by_role("option", name="E/RES/2020/17 para. 1 — requests Secretary-General").click()
    page.locator("#id_lines-0-proposed_status").select_option("in_progress")
    page.locator("#id_lines-0-effective_on").fill("2021-01-15")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/followupreport/")
    assert FollowUpReport.objects.get().lines.count() == 1
