"""A register to look around in: people of every role, the sample resolution, and a little follow-up.

The resolution is real; every report, date and decision here is invented and says so. The dates lie around
the day of loading, so that something is due, something overdue and a cycle open. Repeatable: what is there
is left alone.
"""

import datetime as dt
from dataclasses import dataclass
from importlib.resources import files

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils import timezone

from resolutions.models import Entity, Resolution
from tracker import cycles, evidence, reports, roles, schedule
from tracker.imports import import_file
from tracker.models import FocalPoint, FollowUpReport, ImportState, Occurrence, ReportingCycle
from tracker.statuses import Status

PASSWORD = "follow-up-demo"
SAMPLE = "ecosoc-2004-33.md"
SYMBOL = "E/RES/2004/33"
MARK = "(demonstration)"


@dataclass(frozen=True, slots=True)
class Person:
    """A demonstration account."""

    name: str
    role: str
    speaks_for: str = ""


PEOPLE = (
    Person("admin", roles.ADMINISTRATOR),
    Person("dataentry", roles.DATA_ENTRY),
    Person("reviewer", roles.REVIEWER),
    Person("manager", roles.MANAGER),
    Person("viewer", roles.VIEWER),
    Person("secretariat", roles.FOCAL_POINT, "Secretary-General"),
    Person("norway", roles.FOCAL_POINT, "Norway"),
    Person("undp", roles.FOCAL_POINT, "United Nations Development Programme"),
)


@transaction.atomic
def create_people() -> None:
    """Create the demonstration accounts that are missing."""
    for person in PEOPLE:
        user, created = User.objects.get_or_create(
            username=person.name,
            defaults={
                "email": f"{person.name}@example.org",
                "is_staff": True,
                "is_superuser": person.role == roles.ADMINISTRATOR,
            },
        )
        if created:
            user.set_password(PASSWORD)
            user.save()
            user.groups.add(Group.objects.get(name=person.role))
        if person.speaks_for and not user.focal_points.exists():
            FocalPoint.objects.create(
                user=user,
                entity=Entity.objects.get(name=person.speaks_for),
                valid_from=dt.date(2004, 7, 21),
            )


def import_sample() -> None:
    """Import the sample resolution where it is missing.

    Raises:
        RuntimeError: the sample that ships with the project cannot be read.
    """
    if Resolution.objects.filter(symbol=SYMBOL).exists():
        return
    job = import_file(data=(files("resolutions") / "samples" / SAMPLE).read_bytes(), name=SAMPLE)
    if job.state != ImportState.DONE:
        raise RuntimeError(f"The sample resolution could not be imported: {job.error}")


@transaction.atomic
def invent_follow_up() -> None:
    """Invent a reporting round on the sample, unless there is any follow-up already."""
    if FollowUpReport.objects.exists() or ReportingCycle.objects.exists():
        return
    _set_due_dates()
    cycle = _open_a_cycle()
    _accepted_report(cycle)
    _submitted_report(cycle)
    _draft_report(cycle)


def _user(name: str) -> User:
    return User.objects.get(username=name)


def _occurrence(paragraph: str, entity: str) -> Occurrence:
    return Occurrence.objects.get(
        assignment__item__clause__paragraph__resolution__symbol=SYMBOL,
        assignment__item__clause__paragraph__eid=paragraph,
        assignment__entity__name=entity,
        is_current=True,
    )


def _days(number: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=number)


def _set_due_dates() -> None:
    for paragraph, days in (("op8", -12), ("op9", 60)):
        schedule.set_due(
            occurrence=_occurrence(paragraph, "Secretary-General"),
            due_to=_days(days),
            by=_user("manager"),
            why=f"Agreed with the Secretariat {MARK}",
        )


def _open_a_cycle() -> ReportingCycle:
    names = [person.speaks_for for person in PEOPLE if person.speaks_for]
    return cycles.open_cycle(
        name=f"Yearly reports on {SYMBOL} {MARK}",
        period_from=_days(-365),
        period_to=_days(-1),
        due_on=_days(30),
        entities=Entity.objects.filter(name__in=names),
        by=_user("manager"),
    )


def _words(action_taken: str, **more: str) -> reports.Words:
    return reports.Words(_days(-365), _days(-1), action_taken=f"{action_taken} {MARK}", **more)


def _accepted_report(cycle: ReportingCycle) -> None:
    author = _user("secretariat")
    lines = [
        reports.Line(
            _occurrence("op8", "Secretary-General"),
            Status.PARTIALLY_IMPLEMENTED,
            _days(-14),
            percentage=60,
            note="One of two posts of interregional adviser is filled.",
        ),
        reports.Line(_occurrence("op9", "Secretary-General"), Status.IN_PROGRESS, _days(-14), percentage=30),
    ]
    report = reports.draft(
        entity=author.focal_points.get().entity,
        by=author,
        words=_words(
            "A second post of interregional adviser was advertised and donors were approached.",
            results="Two donors pledged general-purpose funds.",
            challenges="Recruitment took longer than planned.",
            next_steps="Fill the second post.",
        ),
        lines=lines,
        cycle=cycle,
    )
    evidence.add_document(
        report=report,
        by=author,
        title=f"Programme budget, section 23 {MARK}",
        speaks_for=_days(-200),
        symbol="A/58/6 (sect. 23)",
    )
    reports.submit(report=report, by=author)
    reports.accept(report=report, by=_user("reviewer"), comment=f"Clear and complete {MARK}")


def _submitted_report(cycle: ReportingCycle) -> None:
    author = _user("norway")
    line = reports.Line(_occurrence("op6", "Member States"), Status.IMPLEMENTED, _days(-90))
    report = reports.draft(
        entity=author.focal_points.get().entity,
        by=author,
        words=_words("A voluntary contribution to the Fund was made."),
        lines=[line],
        cycle=cycle,
    )
    reports.submit(report=report, by=author)


def _draft_report(cycle: ReportingCycle) -> None:
    author = _user("undp")
    occurrence = Occurrence.objects.get(responses__entity=author.focal_points.get().entity)
    reports.draft(
        entity=author.focal_points.get().entity,
        by=author,
        words=_words("Crime prevention was made part of three country programmes."),
        lines=[reports.Line(occurrence, Status.IN_PROGRESS, _days(-30))],
        cycle=cycle,
    )
