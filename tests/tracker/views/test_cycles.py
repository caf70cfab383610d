"""Reporting cycles on the pages, and the names of entities as one types."""

import datetime as dt
import re
from html import unescape

import pytest
from django.test import Client

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY
from tracker import bulk, cycles, reports, workflow
from tracker.cycle_worklist import Part
from tracker.models import BulkJob, Occurrence, ReportingCycle
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

HERE = "/cycles/"
YEAR = {"period_from": "2021-01-01", "period_to": "2021-12-31", "due_on": "2022-01-31"}


@pytest.fixture
def cycle(manager, entity) -> ReportingCycle:
    return cycles.open_cycle(
        name="Reports for 2021",
        period_from=dt.date(2021, 1, 1),
        period_to=dt.date(2021, 12, 31),
        due_on=dt.date(2022, 1, 31),
        entities=[entity("Secretary-General"), entity("Norway")],
        by=manager,
    )


def filled(*entities: Entity, **change: object) -> dict[str, object]:
    asked = [str(e.pk) for e in entities]
    return {"deed": "open", "name": "Reports for 2021", **YEAR, "entities": asked, "another": "", **change}


@pytest.fixture
def long_register(monkeypatch):
    """Take two obligations for more than a request may look through."""
    monkeypatch.setattr("tracker.large_work.MOST_AT_ONCE", 1)
    tracked(reading("E/RES/2020/8", paragraph("1", asks(), asks())))


@pytest.mark.usefixtures("long_register")
def test_a_cycle_over_very_many_obligations_is_opened_by_a_job(client: Client, manager, entity):
    client.force_login(manager)
    answer = client.post(HERE, filled(entity("Secretary-General")))
    job = BulkJob.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, job.get_absolute_url())
    assert not ReportingCycle.objects.exists()
    bulk.run(job.pk)
    cycle = ReportingCycle.objects.get()
    assert (cycle.name, str(cycle.due_on), cycle.opened_by) == ("Reports for 2021", "2022-01-31", manager)
    assert f'href="/cycles/{cycle.pk}/"' in client.get(job.get_absolute_url()).content.decode()


@pytest.mark.usefixtures("long_register", "cycle")
def test_what_a_job_would_refuse_is_refused_before_it_is_asked_for(client: Client, manager, entity):
    client.force_login(manager)
    answer = client.post(HERE, filled(entity("Norway")))
    assert "There is a cycle “Reports for 2021” already." in answer.content.decode()
    assert not BulkJob.objects.exists()


@pytest.fixture
def another_resolution():
    """Give a second resolution that asks the Secretary-General too."""
    tracked(reading("E/RES/2020/8", paragraph("1", asks())))


@pytest.mark.usefixtures("another_resolution")
def test_a_cycle_asks_about_the_part_of_the_register_that_was_chosen(client: Client, manager, entity):
    client.force_login(manager)
    register = client.get("/register/?resolution=E/RES/2020/8").content.decode()
    link = re.search(r'href="(/cycles/[?][^"]+)">Open a reporting cycle about these', register)
    assert link
    here = unescape(link[1])
    page = client.get(here).content.decode()
    assert "Resolution <strong>E/RES/2020/8</strong>" in page
    client.post(here, filled(entity("Secretary-General")))
    cycle = ReportingCycle.objects.get()
    about = cycle.requests.values_list("occurrence__assignment__item__clause__paragraph__resolution__symbol")
    assert set(about) == {("E/RES/2020/8",)}


@pytest.mark.usefixtures("another_resolution")
def test_who_has_nothing_to_answer_in_the_part_chosen_is_told_at_the_list(client: Client, manager, entity):
    client.force_login(manager)
    answer = client.post(f"{HERE}?resolution=E/RES/2020/8", filled(entity("Norway")))
    (told,) = answer.context["form"].errors["entities"]
    assert "these have nothing to answer: Norway." in told
    assert not ReportingCycle.objects.exists()


def test_without_conditions_the_page_says_that_everything_is_asked_about(client: Client, manager):
    client.force_login(manager)
    page = client.get(HERE).content.decode()
    assert "It asks about everything that is open." in page
    assert "Open a reporting cycle about these" not in client.get("/register/").content.decode()


def test_conditions_that_cannot_be_read_open_nothing(client: Client, manager, entity):
    client.force_login(manager)
    answer = client.post(f"{HERE}?due_from=yesterday", filled(entity("Secretary-General")))
    assert "Until it is mended no cycle can be opened here." in answer.content.decode()
    assert not ReportingCycle.objects.exists()


@pytest.mark.parametrize("who", ["viewer", "secretariat", "clerk", "reviewer"])
def test_only_managers_open_cycles(client: Client, request, who, entity):
    client.force_login(request.getfixturevalue(who))
    assert "Open a cycle" not in client.get(HERE).content.decode()
    assert client.post(HERE, filled(entity("Norway"))).status_code == 403
    assert not ReportingCycle.objects.exists()


def test_an_account_without_a_role_is_turned_away(client: Client, stranger, cycle):
    client.force_login(stranger)
    for address in (HERE, f"{HERE}{cycle.pk}/", "/entities/suggest/?q=nor"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"name": ""}, "Fill this in; it cannot stay empty.", id="no name"),
        pytest.param({"due_on": "2020-01-31"}, "before the period begins", id="due too early"),
        pytest.param({"period_to": "2020-12-31"}, "ends before it begins", id="period backwards"),
        pytest.param({"another": "Atlantis"}, "No one entity is called “Atlantis”.", id="no such entity"),
        pytest.param({"another": ""}, "Choose the entities that are asked to report.", id="nobody is asked"),
    ],
)
def test_a_cycle_that_cannot_be_is_told(client: Client, manager, change, told):
    client.force_login(manager)
    answer = client.post(HERE, filled(**{"another": "Norway", **change}))
    assert told in answer.content.decode()
    assert not ReportingCycle.objects.exists()


def test_a_name_that_is_taken_is_told(client: Client, manager, cycle, entity):
    client.force_login(manager)
    answer = client.post(HERE, filled(another="Norway"))
    assert "There is a cycle “Reports for 2021” already." in answer.content.decode()


def test_a_cycle_asks_those_ticked_and_the_one_typed(client: Client, manager, entity):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    client.force_login(manager)
    assert "Secretary-General" in client.get(HERE).content.decode()
    answer = client.post(HERE, filled(entity("Secretary-General"), another="NORWAY"))
    opened = ReportingCycle.objects.get()
    assert answer["Location"] == f"{HERE}{opened.pk}/"
    assert [e.name for e in opened.entities.all()] == ["Norway", "Secretary-General"]


def test_adding_to_the_list_keeps_what_was_filled_in_and_opens_nothing(client: Client, manager, entity):
    client.force_login(manager)
    answer = client.post(HERE, filled(deed="add", another="Norway", name=""))
    form = answer.context["form"]
    assert form["entities"].value() == [str(entity("Norway").pk)]
    assert (form["period_from"].value(), form["another"].value()) == ("2021-01-01", "")
    assert "Fill this in; it cannot stay empty." not in answer.content.decode()
    assert not ReportingCycle.objects.exists()


def test_enter_in_a_field_adds_to_the_list_and_opens_nothing(client: Client, manager):
    client.force_login(manager)
    form = client.get(HERE).content.decode().partition('id="id_another"')[2]
    pressed = re.findall(r'<button name="(deed)" value="(\w+)"', form)
    assert pressed == [("deed", "add"), ("deed", "open")]
    answer = client.post(HERE, filled(deed="add"))
    assert (answer.status_code, answer.context["form"]["name"].value()) == (200, "Reports for 2021")
    assert not ReportingCycle.objects.exists()


def test_adding_somebody_unknown_says_so(client: Client, manager):
    client.force_login(manager)
    answer = client.post(HERE, filled(deed="add", another="Atlantis"))
    assert "No one entity is called “Atlantis”." in answer.content.decode()


def test_progress_tells_who_has_reported(client: Client, cycle, manager, secretariat, reviewer, entity):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    report = reports.draft(
        entity=entity("Secretary-General"),
        by=secretariat,
        words=reports.Words(dt.date(2021, 1, 1), dt.date(2021, 2, 28), "Begun."),
        lines=[reports.Line(Occurrence.objects.get(), Status.IN_PROGRESS, TODAY)],
        cycle=cycle,
    )

    def seen() -> tuple[int, list[tuple[str, str, bool]]]:
        client.force_login(manager)
        context = client.get(f"{HERE}{cycle.pk}/").context
        rows = [(r.entity.name, r.report.state if r.report else "", r.readable) for r in context["rows"]]
        return context["reported"], rows

    assert seen() == (0, [("Norway", "", False), ("Secretary-General", "draft", False)])
    reports.submit(report=report, by=secretariat)
    assert seen() == (1, [("Norway", "", False), ("Secretary-General", "submitted", True)])
    reports.accept(report=report, by=reviewer)
    assert seen() == (1, [("Norway", "", False), ("Secretary-General", "accepted", True)])


def test_a_focal_point_sees_the_cycles_that_ask_their_entity_and_no_other_entity(
    client: Client, cycle, secretariat, manager, entity
):
    other = cycles.open_cycle(
        name="For Norway",
        period_from=dt.date(2021, 1, 1),
        period_to=dt.date(2021, 12, 31),
        due_on=dt.date(2022, 1, 31),
        entities=[entity("Norway")],
        by=manager,
    )
    client.force_login(secretariat)
    assert "For Norway" not in client.get(HERE).content.decode()
    assert client.get(f"{HERE}{other.pk}/").status_code == 404
    rows = client.get(f"{HERE}{cycle.pk}/").context["rows"]
    assert [row.entity.name for row in rows] == ["Secretary-General"]


def test_a_cycle_is_closed_once_and_by_a_manager(client: Client, cycle, manager, viewer):
    here = f"{HERE}{cycle.pk}/"
    client.force_login(viewer)
    assert client.post(here).status_code == 403
    client.force_login(manager)
    assert "is closed" in client.post(here, follow=True).content.decode()
    assert "is closed already" in client.post(here, follow=True).content.decode()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("n", None, id="too short"),
        pytest.param("zzzz", None, id="nothing fits"),
        pytest.param("norw", "Norway", id="beginning of the name"),
        pytest.param("secretary-g", "Secretary-General", id="whatever the case"),
    ],
)
def test_names_are_suggested_as_one_types(client: Client, viewer, words, first):
    client.force_login(viewer)
    shown = client.get("/entities/suggest/", {"another": words}).content.decode()
    assert shown.strip().startswith(f'<option value="{first}">' if first else "")
    assert ("<option" in shown) == bool(first)


@pytest.fixture
def asking(manager, entity) -> ReportingCycle:
    """Give a cycle that asks the Secretary-General about three obligations and Norway about one."""
    texts = ["Requests the Secretary-General to report", "Requests the Secretary-General to study it"]
    both = asks("Invites the Secretary-General and Norway to help", of=["Secretary-General", "Norway"])
    clauses = [*map(asks, texts), both]
    tracked(reading("E/RES/2020/1", *(paragraph(str(n), clause) for n, clause in enumerate(clauses, 1))))
    return cycles.open_cycle(
        name="Reports for 2021",
        period_from=dt.date(2021, 1, 1),
        period_to=dt.date(2021, 12, 31),
        due_on=dt.date(2022, 1, 31),
        entities=[entity("Secretary-General"), entity("Norway")],
        by=manager,
    )


def test_a_focal_point_ticks_what_one_report_answers_and_the_cycle_counts_it(
    client: Client, asking, secretariat, manager
):
    here = f"{HERE}{asking.pk}/"
    client.force_login(secretariat)
    (mine,) = client.get(here).context["worklists"]
    assert [row.to_answer for row in mine.rows] == [True, True, True]
    first, second, third = (row.occurrence.pk for row in mine.rows)
    chosen = f"/reports/new/?cycle={asking.pk}&entity=sg&occurrence={first}&occurrence={second}"
    lines = client.get(chosen).context["forms"].lines
    assert [line.occurrence.pk for line in lines if line.chosen] == [first, second]
    answers = {"answers": "on", "proposed_status": "in_progress", "effective_on": "2021-02-01"}
    sent = {f"line-{pk}-{name}": value for pk in (first, second) for name, value in answers.items()}
    told = {"period_from": "2021-01-01", "period_to": "2021-02-28", "action_taken": "Experts met."}
    client.post(chosen, {**sent, **told, "cycle": asking.pk, "deed": "submit"})
    (mine,) = client.get(here).context["worklists"]
    assert [(row.occurrence.pk, row.to_answer) for row in mine.rows] == [
        (third, True),
        (first, False),
        (second, False),
    ]
    client.force_login(manager)
    seen = client.get(here)
    assert seen.context["worklists"] == []
    assert [(r.entity.name, r.asked, r.answered) for r in seen.context["rows"]] == [
        ("Norway", 1, 0),
        ("Secretary-General", 3, 2),
    ]
    words = " ".join(re.sub("<[^>]*>", "", seen.content.decode()).split())
    assert "1 of 2 entities reported; 2 of 4 questions answered." in words


@pytest.mark.parametrize(("who", "found"), [("manager", 3), ("secretariat", 3), ("norway", 1)])
def test_what_a_cycle_asks_about_is_a_list_of_the_register_and_a_document(
    client: Client, request, asking, who, found
):
    tracked(reading("E/RES/2021/9", paragraph("1", asks("Requests the Secretary-General to wait"))))
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/register/?cycle={asking.pk}").context["page"].paginator.count == found
    assert f"{found} obligation" in client.get(f"/documents/matrix/?cycle={asking.pk}").content.decode()
    assert client.get(f"/register/?cycle={asking.pk + 1}").context["page"].paginator.count == 0


def test_a_long_worklist_has_pages_and_every_row_is_on_one_of_them(
    client: Client, asking, secretariat, monkeypatch
):
    monkeypatch.setattr("tracker.cycle_worklist.ROWS_ON_A_PAGE", 2)
    client.force_login(secretariat)
    here = f"{HERE}{asking.pk}/"
    seen, address = [], f"{here}?of=sg"
    while address:
        page = client.get(address)
        (mine,) = page.context["worklists"]
        seen += [row.occurrence.pk for row in mine.rows]
        following = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        address = here + unescape(following[1]).partition("#")[0] if following else ""
    assert len(seen) == len(set(seen)) == mine.total == 3


@pytest.mark.parametrize("part", list(Part))
def test_the_number_of_each_part_is_the_length_of_its_list(client: Client, asking, secretariat, part):
    one = Occurrence.objects.filter(assignment__entity__key="sg").order_by("pk")[0]
    reports.draft(
        entity=one.assignment.entity,
        by=secretariat,
        words=reports.Words(dt.date(2021, 1, 1), dt.date(2021, 2, 28), "Begun."),
        lines=[reports.Line(one, Status.IN_PROGRESS, TODAY)],
        cycle=asking,
    )
    client.force_login(secretariat)
    (mine,) = client.get(f"{HERE}{asking.pk}/?of=sg&part={part}").context["worklists"]
    assert (mine.part, len(mine.rows), mine.page.paginator.count) == (part, *[mine.counts[part]] * 2)
    assert [mine.counts[each] for each in Part] == [3, 2, 1]


@pytest.mark.parametrize("query", ["of=sg&part=none&page=9", "of=norway&part=with", "of=&page=x"])
def test_what_no_list_can_show_leaves_it_whole(client: Client, asking, secretariat, query):
    client.force_login(secretariat)
    (mine,) = client.get(f"{HERE}{asking.pk}/?{query}").context["worklists"]
    assert len(mine.rows) == 3


def test_a_closed_cycle_has_no_worklist(client: Client, asking, secretariat, manager):
    cycles.close_cycle(cycle=asking, by=manager)
    client.force_login(secretariat)
    assert client.get(f"{HERE}{asking.pk}/").context["worklists"] == []


def test_what_is_closed_meanwhile_cannot_be_answered(client: Client, asking, secretariat, manager):
    closed = Occurrence.objects.filter(assignment__entity__key="sg").first()
    assert closed
    workflow.decide_status(occurrence=closed, to=Status.IMPLEMENTED, by=manager, why="They told us.")
    client.force_login(secretariat)
    (mine,) = client.get(f"{HERE}{asking.pk}/").context["worklists"]
    assert [row.to_answer for row in mine.rows if row.occurrence.pk == closed.pk] == [False]
    assert sum(row.to_answer for row in mine.rows) == 2


def test_nothing_is_to_be_ticked_where_all_is_answered(client: Client, asking, secretariat, manager):
    client.force_login(secretariat)
    here = f"{HERE}{asking.pk}/"
    assert "Tick those" in client.get(here).content.decode()
    for each in Occurrence.objects.filter(assignment__entity__key="sg"):
        workflow.decide_status(occurrence=each, to=Status.IMPLEMENTED, by=manager, why="They told us.")
    words = client.get(here).content.decode()
    assert "closed" in words
    assert "Tick those" not in words
    assert "on those ticked" not in words


def test_whoever_ticks_nothing_comes_back_to_the_cycle(client: Client, asking, secretariat):
    client.force_login(secretariat)
    answer = client.get(f"/reports/new/?cycle={asking.pk}&entity=sg", follow=True)
    assert answer.redirect_chain == [(f"{HERE}{asking.pk}/", 302)]
    assert "Tick at least one obligation" in answer.content.decode()


@pytest.mark.parametrize("number", ["99999", "x", "9" * 30])
def test_whoever_ticks_nothing_of_no_cycle_comes_to_their_work(client: Client, secretariat, number):
    client.force_login(secretariat)
    assert client.get(f"/reports/new/?cycle={number}")["Location"] == "/my-work/"
