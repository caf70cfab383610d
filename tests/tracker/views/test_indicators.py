"""Indicators on the pages: added on the item's, answered on the report's, shown with their table."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client

from tests.tracker.views.report_pages import filled, new
from tracker import indicators, reports
from tracker.models import FollowUpReport, Indicator, IndicatorValue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def sent(**more: str) -> dict[str, str]:
    said = {"measures": "Advisers in post", "unit": "posts", "target": "2", "target_on": "2021-12-31"}
    return {"deed": "indicator", "subject": "", **{f"indicator--{k}": v for k, v in (said | more).items()}}


@pytest.mark.parametrize("who", ["viewer", "secretariat", "reviewer"])
def test_whoever_may_not_say_what_is_measured_gets_no_form_and_a_refusal(client: Client, asked, request, who):
    client.force_login(request.getfixturevalue(who))
    address = asked.assignment.item.get_absolute_url()
    assert "Add an indicator" not in client.get(address).content.decode()
    assert client.post(address, sent()).status_code == 403
    assert not Indicator.objects.exists()


def test_a_manager_adds_changes_and_retires_an_indicator(client: Client, asked, manager):
    client.force_login(manager)
    address = asked.assignment.item.get_absolute_url()
    wrong = client.post(address, sent(target_on=""))
    assert wrong.status_code == 400
    assert "Give the target and its day, or neither." in wrong.content.decode()
    assert client.post(address, sent()).status_code == 302
    indicator = Indicator.objects.get()
    told = (indicator.name, indicator.target, indicator.defined_by)
    assert told == ("Advisers in post", Decimal(2), manager)
    subject = {"subject": str(indicator.pk)}
    change = {k.replace("indicator--", f"change-indicator-{indicator.pk}-"): v for k, v in sent().items()}
    change |= {f"change-indicator-{indicator.pk}-target": "3", "deed": "change-indicator", **subject}
    assert client.post(address, change).status_code == 302
    retire = {f"retire-indicator-{indicator.pk}-why": "Done.", "deed": "retire-indicator", **subject}
    assert client.post(address, retire).status_code == 302
    indicator.refresh_from_db()
    assert indicator.target == 3
    assert indicator.retired_at


def test_a_report_gives_a_value_and_the_item_shows_it_once_accepted(
    client: Client, asked, manager, secretariat, reviewer
):
    item = asked.assignment.item
    end = dt.date(2021, 12, 31)
    told = indicators.Definition("Advisers in post", "posts", target=Decimal(2), target_on=end)
    indicator = indicators.define(item=item, by=manager, as_=told)
    client.force_login(secretariat)
    form = client.get(new(asked)).content.decode()
    assert "Advisers in post, in posts" in form
    assert "Target 2 (31 December 2021)." in form
    prefix = f"measure-{asked.pk}-{indicator.pk}-"
    value = {f"{prefix}value": "1.5", f"{prefix}note": "One works half the time."}
    wrong = client.post(new(asked), filled(asked, **value))
    assert "Give the day for which it is measured." in wrong.content.decode()
    assert not FollowUpReport.objects.exists()
    client.post(new(asked), filled(asked, deed="submit", **value, **{f"{prefix}measured_on": "2021-02-01"}))
    report = FollowUpReport.objects.get()
    assert "<strong>1.5</strong> posts" in client.get(f"/reports/{report.pk}/").content.decode()
    page = item.get_absolute_url()
    assert "No accepted report has given a value yet" in client.get(page).content.decode()
    reports.accept(report=report, by=reviewer)
    shown = client.get(page).content.decode()
    assert '<svg class="series"' in shown
    assert "One works half the time." in shown


def test_changing_a_draft_keeps_the_value_unless_it_is_emptied(client: Client, asked, manager, secretariat):
    told = indicators.Definition("Advisers in post", "posts")
    indicator = indicators.define(item=asked.assignment.item, by=manager, as_=told)
    client.force_login(secretariat)
    prefix = f"measure-{asked.pk}-{indicator.pk}-"
    value = {f"{prefix}value": "1.5", f"{prefix}measured_on": "2021-02-01"}
    client.post(new(asked), filled(asked, **value))
    address = f"/reports/{FollowUpReport.objects.get().pk}/edit/"
    (form,) = client.get(address).context["forms"].lines[0].measures
    assert form["value"].value() == 1.5
    client.post(address, filled(asked, **value | {f"{prefix}value": "2"}))
    assert IndicatorValue.objects.get().value == 2
    client.post(address, filled(asked))
    assert not IndicatorValue.objects.exists()
