"""What the deeds of the matrix are tried on, made by people who are not among those who try."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import User
from django.utils import timezone

from resolutions.models import ClauseSuggestion, Entity, Resolution
from tests.builders import asks, paragraph, reading, source, tracked
from tests.conftest import person, speaks_for
from tests.register import WORDS, line
from tests.tracker.matrix.people import OTHER, OWN, Caller
from tests.tracker.offline.books import filled, taken_out
from tests.tracker.sheets.workbooks import workbook
from tracker import (
    corrections,
    cycles,
    evidence,
    feeds,
    indicators,
    mandates,
    reports,
    roles,
)
from tracker.handing_over import hand_over
from tracker.indicators import Definition
from tracker.models import (
    ActionItem,
    BulkJob,
    BulkKind,
    BulkRefusal,
    Comment,
    Evidence,
    Feed,
    FeedScope,
    FocalPoint,
    FollowUpReport,
    Handover,
    ImportJob,
    Indicator,
    IndicatorValue,
    ItemRelation,
    Notice,
    NoticeKind,
    Occurrence,
    RelationKind,
    RelationProposal,
    ReportingCycle,
    Retirement,
    SavedFilter,
    TakenReading,
    TrackingSheet,
    Watch,
)
from tracker.report_lines import Measure
from tracker.sheets import doors as sheets
from tracker.sheets.columns import Field, Mapped
from tracker.statuses import ReportState, Status

SYMBOL, LATER, DOUBTFUL = "E/RES/2020/1", "E/RES/2021/1", "E/RES/2020/2"
NEW_NAME = "regional funding bodies"
DAY = dt.date(2021, 2, 10)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person keeps or is told, and what only that person may change."""

    comment: Comment
    watched: Watch
    saved: SavedFilter
    feed: Feed
    notice: Notice


@dataclass(frozen=True, slots=True)
class Things:
    """One of everything: an obligation of the entity, a report of it in each state, a cycle, a new name …

    `kept` holds by person what each keeps, `others` what somebody keeps who is not among those who try.
    """

    asked: Occurrence
    reports: dict[ReportState, FollowUpReport]
    evidence: Evidence
    worklist: bytes
    cycle: ReportingCycle
    new_name: Entity
    indicator: Indicator
    value: IndicatorValue
    later: ActionItem
    earlier: ActionItem
    proposal: RelationProposal
    relation: ItemRelation
    retirement: Retirement
    suggestion: ClauseSuggestion
    appointment: FocalPoint
    successor: User
    sheet: TrackingSheet
    job: BulkJob
    refusal: BulkRefusal
    handover: Handover
    imported: ImportJob
    taken: TakenReading
    others: Kept
    secret: str
    kept: dict[int, Kept]


def things(callers: Sequence[Caller]) -> Things:
    """Make them, with people who do nothing else here."""
    manager, clerk = person("the manager", roles.MANAGER), person("the clerk", roles.DATA_ENTRY)
    _read(clerk)
    author = speaks_for(person("the author", roles.FOCAL_POINT), OWN)
    asked = Occurrence.objects.get(assignment__item=_item("1"))
    indicator = indicators.define(item=_item("1"), by=clerk, as_=Definition("Funds", "dollars"))
    held = {state: _report(author, asked, state) for state in ReportState}
    others = _kept(author, asked)
    job = BulkJob.objects.create(kind=BulkKind.REVIEW_DAYS, summary="Review days", requested_by=manager)
    # As if another policy had held when it was set.
    Occurrence.objects.filter(assignment__item=_item("6")).update(review_on=dt.date(2030, 1, 1))
    return Things(
        asked=asked,
        reports=held,
        evidence=_evidence(held[ReportState.DRAFT], author),
        worklist=filled(taken_out(author, OWN), {"Report!B4": "Other words."}),
        cycle=_cycle(manager),
        new_name=Entity.objects.get(name=NEW_NAME),
        indicator=indicator,
        value=IndicatorValue.objects.get(line__report=held[ReportState.ACCEPTED]),
        later=_item("1", LATER),
        earlier=_item("6"),
        proposal=RelationProposal.objects.create(
            later=_item("1", LATER), earlier=_item("6"), kind="renews", basis="likeness", score=80
        ),
        relation=mandates.relate(
            later=_item("2", LATER),
            earlier=_item("4"),
            kind=RelationKind.RENEWS,
            by=manager,
            effective_on=DAY,
        ),
        retirement=mandates.retire(item=_item("5"), by=manager, why="Nobody needs it.", effective_on=DAY),
        suggestion=ClauseSuggestion.objects.get(),
        appointment=author.focal_points.get(),
        successor=person("successor", roles.FOCAL_POINT),
        sheet=_sheet(manager),
        job=job,
        refusal=BulkRefusal.objects.create(job=job, assignment=asked.assignment, why="It is closed."),
        handover=_handover(manager),
        imported=ImportJob.objects.create(source=source(), requested_by=clerk),
        taken=_taken([clerk, *(caller.user for caller in callers)]),
        others=others,
        secret=feeds.open_feed(by=author, scope="own")[1],
        kept={caller.user.pk: _kept(caller.user, asked) for caller in callers},
    )


def _read(clerk: User) -> None:
    first = [
        paragraph("1", asks(f"Requests the {OWN} to report", of=[OWN], doubts=["addressee_unknown"])),
        paragraph("2", asks(f"Invites the {OTHER} to help", verb="invite", of=[OTHER])),
        paragraph("3", asks(f"Invites {NEW_NAME} to help", verb="invite", of=[NEW_NAME])),
        paragraph("4", asks(f"Requests the {OWN} to study the matter", of=[OWN])),
        paragraph("5", asks(f"Requests the {OWN} to hold a meeting", of=[OWN])),
    ]
    sixth = paragraph("6", asks(f"Asks the {OWN} to look again", verb="ask", of=[OWN]))
    tracked(reading(SYMBOL, *first, sixth))
    corrections.confirm_clause(clause=_item("6").clause, by=clerk)
    anew = paragraph("6", asks(f"Urges the {OWN} to look again", verb="urge", of=[OWN]))
    tracked(reading(SYMBOL, *first, anew))
    second = [
        paragraph("1", asks(f"Requests the {OWN} to report once more", of=[OWN])),
        paragraph("2", asks(f"Requests the {OWN} to go on with the study", of=[OWN])),
    ]
    tracked(reading(LATER, *second, adopted=dt.date(2021, 2, 1)))


def _item(label: str, symbol: str = SYMBOL) -> ActionItem:
    return ActionItem.objects.get(
        clause__paragraph__label=label, clause__paragraph__resolution__symbol=symbol
    )


def _cycle(manager: User) -> ReportingCycle:
    return cycles.open_cycle(
        name="The cycle",
        period_from=dt.date(2021, 1, 1),
        period_to=dt.date(2021, 12, 31),
        due_on=dt.date(2022, 1, 31),
        entities=[Entity.objects.get(name=OWN)],
        by=manager,
    )


def _report(author: User, asked: Occurrence, state: ReportState) -> FollowUpReport:
    measured = Measure(Indicator.objects.get(), Decimal(7), DAY)
    told = line(asked, Status.IN_PROGRESS, measures=(measured,))
    report = reports.draft(entity=asked.assignment.entity, by=author, words=WORDS, lines=[told])
    if state == ReportState.WITHDRAWN:
        reports.withdraw(report=report, by=author)
    elif state != ReportState.DRAFT:
        reports.submit(report=report, by=author)
    reviewer = User.objects.filter(username="the reviewer").first() or person("the reviewer", roles.REVIEWER)
    if state == ReportState.ACCEPTED:
        reports.accept(report=report, by=reviewer)
    elif state == ReportState.SENT_BACK:
        reports.send_back(report=report, by=reviewer, comment="Add figures.")
    return FollowUpReport.objects.get(pk=report.pk)


def _evidence(report: FollowUpReport, author: User) -> Evidence:
    return evidence.add_file(
        report=report, by=author, title="Note", speaks_for=DAY, name="note.txt", data=b"Trees were planted."
    )


def _handover(manager: User) -> Handover:
    """Hand over what somebody spoke for who speaks for nothing here."""
    before = speaks_for(person("before", roles.FOCAL_POINT), "Norway")
    after = person("after", roles.FOCAL_POINT)
    (row,) = hand_over(from_user=before, to_user=after, by=manager, why="They left.")
    return row


def _sheet(manager: User) -> TrackingSheet:
    """Give a spreadsheet whose one row changes something, checked and ready to be taken over."""
    rows = [[SYMBOL, "2", OTHER, "Green", "2021-02-01", "", "Annex III"]]
    sheet = sheets.take_in(data=workbook(rows), name="Tracker.xlsx", by=manager)
    fields = (Field.SYMBOL, Field.PARAGRAPH, Field.ENTITY, Field.STATUS, Field.SINCE)
    mapped = Mapped({field: number for number, field in enumerate(fields)}, {"green": Status.IMPLEMENTED})
    sheets.name_columns(sheet=sheet, mapped=mapped, by=manager)
    sheets.check_rows(sheet=sheet, by=manager)
    return sheet


def _taken(people: Sequence[User]) -> TakenReading:
    """Let each have taken a doubtful reading, also where their role may not: it did once; give the first."""
    now = timezone.now()
    clauses = [
        paragraph(str(n), asks(f"Requests the {OWN} to count {n}", of=[OWN], doubts=["soft_need"]))
        for n, _ in enumerate(people, 1)
    ]
    tracked(reading(DOUBTFUL, *clauses))
    for n, one in enumerate(people, 1):
        clause = _item(str(n), DOUBTFUL).clause
        TakenReading.objects.create(clause=clause, by=one, taken_at=now, until=now + dt.timedelta(days=1))
    return TakenReading.objects.get(by=people[0])


def _kept(user: User, asked: Occurrence) -> Kept:
    """Keep one of everything for a person, also where their role may keep nothing: it did once."""
    item = asked.assignment.item
    return Kept(
        comment=Comment.objects.create(item=item, author=user, text="Who does this?"),
        watched=Watch.objects.create(user=user, resolution=Resolution.objects.get(symbol=LATER)),
        saved=SavedFilter.objects.create(owner=user, name="Mine", query="status=in_progress", shared=True),
        feed=Feed.objects.create(owner=user, scope=FeedScope.WATCHED, token_hash=feeds.hashed(str(user.pk))),
        notice=Notice.objects.create(
            user=user, kind=NoticeKind.STATUS, key="told:1", words="It moved.", item=item
        ),
    )
