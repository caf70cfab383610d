"""Who may do a deed, as the tables of the matrix say it; the program's own rules are not asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.tracker.matrix.people import Caller, Who
from tests.tracker.matrix.register import Things
from tracker.roles import ADMINISTRATOR, DATA_ENTRY, FOCAL_POINT, MANAGER, REVIEWER, VIEWER

ALL_ROLES = frozenset({VIEWER, DATA_ENTRY, FOCAL_POINT, REVIEWER, MANAGER, ADMINISTRATOR})
SEES_ALL = ALL_ROLES - {FOCAL_POINT}
COMMENTS = ANSWERS = ALL_ROLES - {VIEWER}
WRITES_IN_ADMIN = frozenset({FOCAL_POINT, DATA_ENTRY, ADMINISTRATOR})
CHANGES_IN_ADMIN = WRITES_IN_ADMIN | {REVIEWER}
ON_BEHALF = frozenset({DATA_ENTRY, ADMINISTRATOR})
REVIEWS = frozenset({REVIEWER, ADMINISTRATOR})
DECIDES = frozenset({MANAGER, ADMINISTRATOR})
CORRECTS = frozenset({DATA_ENTRY, REVIEWER, ADMINISTRATOR})
SCHEDULES = DECIDES | CORRECTS
KEEPS_DIRECTORY = MEASURES = frozenset({DATA_ENTRY, MANAGER, ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a deed.

    Args:
        roles: whoever has one of these may, whatever the entity.
        own: whoever has a role may as well where the entity is theirs.
        of_others: only where the entity is not theirs; nobody reviews what they may have had a hand in.
        only: in this door, only these roles get so far.
        within: whatever the rest says, only these roles.
    """

    roles: frozenset[str] = frozenset()
    own: bool = False
    of_others: bool = False
    only: Mapping[str, frozenset[str]] | None = None
    within: frozenset[str] = ALL_ROLES

    def allows(self, who: Who, door: str) -> bool:
        """Whether somebody may, through a door."""
        if who.role not in (self.only or {}).get(door, ALL_ROLES) & self.within:
            return False
        if self.of_others and who.own:
            return False
        return who.role in self.roles or (self.own and who.own)


SEES = Rule(SEES_ALL, own=True)
NOBODY = Rule()
ANYBODY = Rule(ALL_ROLES)

Attempt: TypeAlias = Callable[[Caller, Things], Any]
Table: TypeAlias = Mapping[str, tuple[Rule, Mapping[str, Attempt]]]
