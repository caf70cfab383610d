"""The three products, written from provisions: inventory chart, matrix, and a report's section in draft."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from resolutions.models import Resolution
from tracker.products.product import Block, Heading, Product, Quote, Table, Text
from tracker.products.provisions import Account, Answer, Provision
from tracker.statuses import Status
from tracker.wording import day, paragraph_words

INVENTORY_HEAD = ("Provision", "Source", "Responsible entity", "Status", "Remarks")
FOLLOW_UP_HEAD = ("Paragraph", "Entity", "Status", "By when", "Accepted reports", "Evidence")
NOBODY = "Nobody is named"


@dataclass(frozen=True, slots=True)
class Asked:
    """A product as it is asked for: of what, as of which day, and by the name of which cycle if of one."""

    provisions: Sequence[Provision]
    of: str
    on: dt.date
    cycle: str = ""

    @property
    def lead(self) -> str:
        """The sentence under the title."""
        number = len(self.provisions)
        return (
            f"{self.of}: {number} obligation{'s'[: number != 1]}, as of {day(self.on)}. "
            f"What was done is told from accepted reports{self._answering} alone."
        )

    @property
    def no_report(self) -> str:
        """What is told of an addressee without an account."""
        return f"No report on it{self._answering} has been accepted yet."

    @property
    def _answering(self) -> str:
        return f" for “{self.cycle}”" if self.cycle else ""


# --- The inventory chart ------------------------------------------------------------------------------


def inventory(asked: Asked) -> Product:
    """Return the inventory chart: unimplemented provisions; implemented ones, one-time and ongoing; the rest.

    Each obligation stands in exactly one table, so that their lengths add up to the whole.
    """
    told = {
        part: [_inventory_row(p, asked) for p in asked.provisions if part_of(p) == part] for part in PARTS
    }
    blocks: list[Block] = []
    for heading, parts in CHART:
        blocks.append(Heading(heading))
        blocks += [
            Table(part, f"{PARTS[part]}: {len(told[part])}", INVENTORY_HEAD, told[part]) for part in parts
        ]
    return Product("Inventory chart of obligations", asked.lead, tuple(blocks))


PARTS = {
    "Unimplemented": "Unimplemented provisions",
    "One-time action": "Implemented: one-time action",
    "Ongoing basis": "Implemented on an ongoing basis",
    "No longer to be done": "Overtaken by events, without action required, or no longer in force",
}
CHART = (
    ("I. Unimplemented provisions", ("Unimplemented",)),
    ("II. Implemented provisions", ("One-time action", "Ongoing basis")),
    ("Provisions no longer to be done", ("No longer to be done",)),
)


def part_of(provision: Provision) -> str:
    """Return the table of the inventory chart in which a provision stands."""
    if provision.status == Status.IMPLEMENTED:
        return "Ongoing basis" if provision.ongoing else "One-time action"
    waits = provision.is_open or provision.status == Status.NOT_IMPLEMENTED
    return "Unimplemented" if waits and provision.in_force else "No longer to be done"


def _inventory_row(provision: Provision, asked: Asked) -> tuple[str, ...]:
    answers = provision.answers
    quoted = [account for a in answers for account in (a.accounts if asked.cycle else a.accounts[:1])]
    remarks = [f"{account.report.entity}: {_with_quote(account)}" for account in quoted]
    evidence = sorted({each for a in answers for account in a.accounts for each in account.evidence})
    return (
        provision.words,
        provision.source,
        "\n".join(answer.entity for answer in answers) or NOBODY,
        provision.standing,
        "\n".join([*remarks, *evidence]),
    )


# --- The matrix ---------------------------------------------------------------------------------------


def matrix(asked: Asked) -> Product:
    """Return the matrix of paragraphs and entities, and below it each pair with its reports and evidence."""
    entities = sorted({answer.entity for p in asked.provisions for answer in p.answers})
    crossed = [
        (_place(p), *(cells.get(entity, "") for entity in entities))
        for p in asked.provisions
        for cells in [{answer.entity: _standing(answer) for answer in p.answers}]
    ]
    follow_up = [row for p in asked.provisions for row in _follow_up_rows(p)]
    return Product(
        "Matrix of paragraphs and entities",
        asked.lead,
        (
            Table("Matrix", "How each entity stands on each paragraph", ("Paragraph", *entities), crossed),
            Heading("Reports and evidence"),
            Table("Reports and evidence", "Each paragraph and entity", FOLLOW_UP_HEAD, follow_up),
        ),
    )


def _place(provision: Provision) -> str:
    return f"{provision.item.reference}\n{provision.words}"


def _standing(answer: Answer) -> str:
    percentage = answer.occurrence.percentage
    return answer.status.label if percentage is None else f"{answer.status.label} ({percentage} %)"


def _follow_up_rows(provision: Provision) -> Iterator[tuple[str, ...]]:
    for answer in provision.answers:
        yield (
            _place(provision),
            answer.entity,
            _standing(answer),
            answer.due,
            "\n".join(_dated(account) for account in answer.accounts),
            "\n".join(dict.fromkeys(each for account in answer.accounts for each in account.evidence)),
        )
    if not provision.answers:
        yield _place(provision), NOBODY, provision.standing, "", "", ""


def _dated(account: Account) -> str:
    report = account.report
    return f"{report.entity}, {day(report.period_from)} to {day(report.period_to)}: {_with_quote(account)}"


def _with_quote(account: Account) -> str:
    """Return what an account says, below the words it answered where today's are others."""
    return "\n".join(filter(None, (account.quoted, account.words)))


# --- The section of a report --------------------------------------------------------------------------


def section(asked: Asked) -> Product:
    """Return a draft of a report's section: each paragraph quoted, then what was reported and accepted."""
    of_resolution = groupby(asked.provisions, key=lambda p: p.resolution)
    blocks = [block for resolution, held in of_resolution for block in _resolution(resolution, held, asked)]
    return Product("Implementation of resolutions (draft)", asked.lead, tuple(blocks))


def _resolution(resolution: Resolution, held: Iterable[Provision], asked: Asked) -> Iterator[Block]:
    yield Heading(f"Implementation of resolution {resolution.symbol}")
    adopted = f", adopted on {day(resolution.adopted_on)}" if resolution.adopted_on else ""
    yield Text(f"{resolution.title or resolution.symbol}{adopted}.")
    for paragraph, provisions_ in groupby(held, key=lambda p: p.item.clause.paragraph):
        there = list(provisions_)
        yield Heading(paragraph_words(paragraph.label).capitalize(), 3)
        yield Quote(there[0].paragraph)
        for provision in there:
            yield from _told(provision, asked, several=len(there) > 1)


def _told(provision: Provision, asked: Asked, *, several: bool) -> Iterator[Block]:
    if several:
        yield Text(f"“{provision.words}”")
    if not provision.in_force:
        yield Text(f"{provision.standing}.")
    for answer in provision.answers:
        yield from _told_of_one(answer, asked)
    if not provision.answers:
        yield Text(f"{provision.status.label}. {NOBODY}.")


def _told_of_one(answer: Answer, asked: Asked) -> Iterator[Block]:
    if not answer.accounts:
        yield Text(f"{answer.status.label}. {asked.no_report}", answer.entity)
    elif answer.has_moved_on:
        yield Text(f"{answer.status.label} as of {day(asked.on)}.", answer.entity)
    for account in answer.accounts:
        who = str(account.report.entity)
        yield Text(f"{account.status.label}. {_with_quote(account)}", who, tuple(account.evidence))


PRODUCTS: Mapping[str, Callable[[Asked], Product]] = {
    "inventory": inventory,
    "matrix": matrix,
    "section": section,
}
