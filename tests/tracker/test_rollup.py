"""The one rule by which assignments make the status of their item, as a table."""

import pytest
from django.db.models import QuerySet

from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import DAY, occurrence, register
from tracker import assigning, workflow
from tracker.models import ActionItem, Occurrence, StatusChange
from tracker.rollup import refresh, refresh_all, status_of, status_over
from tracker.standing import roll_up
from tracker.statuses import Status

N, P, H, I, O, X, A = (  # noqa: E741 - the letters of the table below
    Status.NOT_STARTED,
    Status.IN_PROGRESS,
    Status.PARTIALLY_IMPLEMENTED,
    Status.IMPLEMENTED,
    Status.OVERTAKEN,
    Status.NOT_IMPLEMENTED,
    Status.NO_ACTION,
)


TABLE = [
    ([], N),
    ([N], N),
    ([P], P),
    ([H], H),
    ([I], I),
    ([O], O),
    ([X], X),
    ([A], A),
    ([N, P], P),
    ([N, H], H),
    ([N, I], H),
    ([P, I], H),
    ([N, O], N),
    ([N, X], N),
    ([P, X], P),
    ([N, A], N),
    ([I, I], I),
    ([I, O], I),
    ([I, A], I),
    ([I, X], X),
    ([O, X], X),
    ([O, A], O),
    ([I, O, X, N], H),
]


@pytest.mark.parametrize(
    ("assignments", "item"),
    TABLE,
    ids=lambda value: "+".join(value) or "nobody" if isinstance(value, list) else None,
)
def test_the_status_of_an_item_follows_from_those_of_its_assignments(assignments, item):
    assert roll_up(assignments) == item
    assert roll_up(list(reversed(assignments))) == item


@pytest.mark.django_db
def test_the_database_rolls_many_up_as_the_rule_says(manager):
    """Give an item for each line of the table, let each addressee stand as the line says, roll all up."""
    names = ["Secretary-General", "Norway", "Sweden", "Denmark"]
    asked = [names[: len(statuses)] for statuses, _ in TABLE]
    texts = [f"Requests {', '.join(of) or 'action'} to be taken up again" for of in asked]
    tracked(
        reading("E/RES/2020/7", *(paragraph(str(n), asks(texts[n], of=asked[n])) for n in range(len(TABLE))))
    )
    for (statuses, _), item in zip(TABLE, ActionItem.objects.order_by("id"), strict=True):
        for status, asked_of in zip(statuses, occurrences_of(item), strict=True):
            stand(asked_of, status)
    assert refresh_all(ActionItem.objects.all())
    assert list(ActionItem.objects.order_by("id").values_list("status", flat=True)) == [s for _, s in TABLE]
    assert refresh_all(ActionItem.objects.all()) == 0


@pytest.mark.django_db
def test_what_stands_under_a_resolution_stands_by_the_same_rule_and_what_obliges_nobody_counts_nothing():
    tracked(reading("E/RES/2020/7", paragraph("1", asks()), paragraph("2", states())))
    first, second = ActionItem.objects.order_by("id")
    seen = Occurrence.objects.all()
    for status in (N, P, I, X):
        stand(occurrences_of(first).get(), status)
        assert status_over(ActionItem.objects.all(), seen) == status
    assert status_over(ActionItem.objects.filter(pk=second.pk), seen) is None


@pytest.mark.django_db
def test_an_obligation_of_nobody_keeps_the_whole_open():
    tracked(reading("E/RES/2020/7", paragraph("1", asks()), paragraph("2", asks("Requests action", of=[]))))
    stand(Occurrence.objects.get(), I)
    assert status_over(ActionItem.objects.all(), Occurrence.objects.all()) == H


@pytest.mark.django_db
@pytest.mark.parametrize(("earlier", "told"), [(I, H), (N, N), (P, N), (X, N), (O, N)])
def test_a_time_of_a_series_that_was_met_counts_and_one_that_was_missed_does_not(earlier, told):
    tracked(reading("E/RES/2020/7", paragraph("1", asks())))
    first = Occurrence.objects.get()
    stand(first, earlier)
    Occurrence.objects.filter(pk=first.pk).update(is_current=False)
    stand(Occurrence.objects.create(assignment=first.assignment, sequence=2), N)
    assert status_of(first.assignment.item) == told


@pytest.mark.django_db
def test_a_focal_point_is_told_of_its_own_entity_alone(client, secretariat, norway, viewer, manager):
    register()
    workflow.decide_status(occurrence=occurrence("Norway"), to=I, by=manager, why="The report is out.")
    for user, status in ((secretariat, N), (norway, I), (viewer, H)):
        item = ActionItem.objects.visible_to(user, on=DAY).order_by("id")[0]
        assert vars(item)["seen_status"] == status
        client.force_login(user)
        assert client.get(f"/api/v1/action-items/{item.pk}/").json()["status"] == status
        found = client.get("/api/v1/action-items/", {"status": status, "resolution": "E/RES/2020/1"}).json()
        assert item.pk in {row["id"] for row in found["results"]}
        for status_of_others in {N, I, H} - {status}:
            found = client.get("/api/v1/action-items/", {"status": status_of_others}).json()["results"]
            assert item.pk not in {row["id"] for row in found}
        exported = b"".join(client.get("/register.csv").streaming_content).decode()
        row = next(line for line in exported.splitlines() if line.startswith(f"{item.reference},"))
        assert f",{status.label}," in row
        resolution = client.get("/resolutions/E/RES/2020/1/")
        own = {N: N, I: H, H: H}[status]  # beside the first item stands one that nobody has begun
        assert resolution.context["stands"] == own


def occurrences_of(item: ActionItem) -> QuerySet[Occurrence]:
    return Occurrence.objects.filter(assignment__item=item).order_by("id")


def stand(occurrence: Occurrence, status: Status) -> None:
    """Let an occurrence have a status, with the change that explains it."""
    StatusChange.objects.create(occurrence=occurrence, ground="intake", to_status=status, effective_on=DAY)
    Occurrence.objects.filter(pk=occurrence.pk).update(status=status)


@pytest.mark.django_db
def test_a_withdrawn_assignment_no_longer_counts(manager):
    register()
    done, open_ = occurrence("Secretary-General"), occurrence("Norway")
    workflow.decide_status(occurrence=done, to=I, by=manager, why="The report is out.")
    assigning.withdraw(assignment=open_.assignment, by=manager, why="Named by mistake.")
    assert ActionItem.objects.get(pk=done.assignment.item_id).status == I


@pytest.mark.django_db
def test_a_roll_up_that_was_lost_is_found_again():
    register()
    item = occurrence("Norway").assignment.item
    ActionItem.objects.filter(pk=item.pk).update(status=I)
    assert status_of(item) == N
    refresh(item)
    item.refresh_from_db()
    assert item.status == N
