"""Write docs/statuses.md from the tables of `tracker.statuses` and the roll-up; a test compares."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db.models import TextChoices

from tracker.standing import ONCE_CLOSED, WHILE_OPEN
from tracker.statuses import (
    BY_DECISION,
    BY_REPORT,
    BY_UNDOING,
    CLOSED,
    EDITABLE,
    OPEN,
    REPORT_TRANSITIONS,
    Status,
)

PAGE = """# Statuses

Written by `manage.py state_diagrams` from the tables in `tracker/statuses.py` and `tracker/standing.py`;
change those, not this page.

## The status of an occurrence

{signs}

Overdue is no status: it is computed for a day. Open are {open}; closed are {closed}.

### What an accepted report may make of it

{by_report}

### What a reasoned decision may make of it, beyond that

{by_decision}

### What undoing a relation of items may make of it

Where a later item ends an earlier one, open work is closed as overtaken by events and goes on there. Undoing
the relation, which is possible while nobody has gone on with the work, gives each its status back.

{by_undoing}

## A follow-up report on its way

{report}

Its words can be changed while it is {editable}. Opening an accepted report again is a reasoned act; what its
lines had closed is then in progress again, unless something was decided since.

## How an item, a paragraph, a resolution or an entity stands

One rule for all of them. Each standing assignment of an obligation tells one status, that of its running
occurrence; of a series, an earlier time tells as well where it was implemented. The first line that fits is
how the whole stands. A time that passed unmet is shown as missed and does not weigh on the one that runs.
What is no obligation tells nothing and counts against nobody.

{rollup}

Whoever sees only the follow-up of their own entities is told the roll-up of what they see, on every page,
in the API and in every export: how others stand does not show through.
"""


class Command(BaseCommand):
    """Write the page."""

    help = "Write docs/statuses.md from the tables of the state machines."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it and say where."""
        path = Path(settings.BASE_DIR) / "docs" / "statuses.md"
        path.write_text(page(), encoding="utf-8")
        self.stdout.write(f"Written: {path.name}")


def page() -> str:
    """Return the page as the tables make it."""
    beyond = {from_: [to for to in tos if to not in BY_REPORT[from_]] for from_, tos in BY_DECISION.items()}
    return PAGE.format(
        signs=_table(("Sign", "Status"), ((status.shape, status.label) for status in Status)),
        open=_listed(OPEN),
        closed=_listed(CLOSED),
        by_report=diagram(BY_REPORT),
        by_decision=diagram(beyond),
        by_undoing=diagram(BY_UNDOING),
        report=diagram(REPORT_TRANSITIONS),
        editable=_listed(EDITABLE, "or"),
        rollup=_rollup(),
    )


def diagram(ways: Mapping[Any, Sequence[TextChoices]]) -> str:
    """Return a table of transitions as a Mermaid picture; states without a way in or out are left out."""
    shown = [s for s in ways if ways[s] or any(s in tos for tos in ways.values())]
    names = [f'    state "{state.label}" as {state.value}' for state in shown]
    arrows = [f"    {from_.value} --> {to.value}" for from_ in shown for to in ways[from_]]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, *arrows, "```"])


def _rollup() -> str:
    rows = [("no obligation", Status.NO_ACTION.label), ("nobody is asked", Status.NOT_STARTED.label)]
    for when, lines in (("any is open", WHILE_OPEN), ("all are closed", ONCE_CLOSED)):
        rows += [
            (f"{when}, and any is {_listed([s for s in Status if s in any_of], 'or')}", status.label)
            for any_of, status in lines
        ]
    return _table(("Where", "it is"), rows)


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"| {left} | {right} |" for left, right in (head, ("---", "---"), *rows))


def _listed(states: Sequence[TextChoices], last: str = "and") -> str:
    *first, final = [str(state.label).lower() for state in states]
    return f"{', '.join(first)} {last} {final}" if first else final
