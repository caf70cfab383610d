"""Automatic numbering of a Word file: the markers that Word prints and the file does not hold.

A list (`w:num`) takes its levels from an abstract list; all lists of one abstract list count on together,
unless a list says where to start again (ECMA-376, part 1, 17.9).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from resolutions.readers.counting import alphabetic, roman
from resolutions.readers.docx.names import W, child, number, switch, value

LEVELS = 9
PLACE = re.compile("%([1-9])")  # "%1.%2" is the number of the first level, a stop, that of the second
BULLET = "•"
DASHES = ("–", "—", "-")
FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": alphabetic,
    "upperLetter": lambda count: alphabetic(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "none": lambda count: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """One list: its levels, whose counters it moves, and where it starts anew."""

    counters: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


class Numbering:
    """The numbering part, and how far each list has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract = {} if root is None else _by_id(root, "abstractNum", "abstractNumId")
        self._numbers = {} if root is None else _by_id(root, "num", "numId")
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style: str) -> int:
        """Give the level of a list that belongs to a paragraph style, the first where none does."""
        found = self._list(num_id)
        levels = found.levels if found else ()
        return next((at for at, level in enumerate(levels) if level.style == style), 0)

    def next_marker(self, num_id: str, at: int) -> str:
        """Count on and give the marker that Word prints: "3.", "(a)", "•"; "" where there is no such list."""
        found = self._list(num_id)
        if found is None:
            return ""
        at = min(at, LEVELS - 1)
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        self._count(num_id, found, at, counts)
        level = found.levels[at]
        if level.format == "bullet":
            return level.text.strip() if level.text.strip() in DASHES else BULLET
        return _printed(level, found.levels, counts)

    def _count(self, num_id: str, found: List, at: int, counts: list[int | None]) -> None:
        """Move a level on by one, and let the deeper ones begin again."""
        before = counts[at]
        counts[at] = found.levels[at].start if before is None else before + 1
        if at in found.starts and (num_id, at) not in self._begun:
            counts[at] = found.starts[at]
        self._begun.add((num_id, at))
        for deeper in range(at + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or at < restart:
                counts[deeper] = None

    def _list(self, num_id: str) -> List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def _read(self, num_id: str) -> List | None:
        element = self._numbers.get(num_id)
        abstract_id = value(element, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        if element is None or abstract is None:
            return None
        if link := value(abstract, "numStyleLink"):
            abstract = self._linked(link, abstract)
        levels = [Level()] * LEVELS
        starts: dict[int, int] = {}
        for level in abstract.findall(f"{W}lvl"):
            levels[_level(level)] = _read_level(level)
        for change in element.findall(f"{W}lvlOverride"):
            if (changed := child(change, "lvl")) is not None:
                levels[_level(change)] = _read_level(changed)
            if (start := value(change, "startOverride")) is not None:
                starts[_level(change)] = number(start, 1)
        return List(abstract.get(f"{W}abstractNumId", ""), tuple(levels), starts)

    def _linked(self, link: str, otherwise: etree._Element) -> etree._Element:
        """Give the abstract list of a style of lists."""
        return next((one for one in self._abstract.values() if value(one, "styleLink") == link), otherwise)


def _by_id(root: etree._Element, name: str, id_: str) -> dict[str, etree._Element]:
    return {element.get(f"{W}{id_}", ""): element for element in root.findall(f"{W}{name}")}


def _level(element: etree._Element) -> int:
    return min(number(element.get(f"{W}ilvl"), 0), LEVELS - 1)


def _read_level(level: etree._Element) -> Level:
    restart = value(level, "lvlRestart")
    return Level(
        start=number(value(level, "start"), 1),
        format=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        restart=None if restart is None else number(restart, 0),
        legal=bool(switch(level, "isLgl")),
        style=value(level, "pStyle") or "",
    )


def _printed(level: Level, levels: tuple[Level, ...], counts: list[int | None]) -> str:
    def counted(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at]
        count = levels[at].start if count is None else count
        write = str if level.legal else FORMATS.get(levels[at].format, str)
        return write(count)

    return PLACE.sub(counted, level.text).strip()
