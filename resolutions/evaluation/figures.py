"""The figures of an evaluation: shares of what was right, and F1 of what was found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from resolutions.evaluation.errors import Errors

Key = TypeVar("Key")
Read = TypeVar("Read")


@dataclass(slots=True)
class Rate:
    """How often something was right."""

    right: int = 0
    count: int = 0

    def add(self, right: bool) -> None:
        """Count one case."""
        self.right += right
        self.count += 1

    @property
    def value(self) -> float | None:
        """The share in per cent, None without a case."""
        return 100 * self.right / self.count if self.count else None


@dataclass(slots=True)
class Tally:
    """How much of what the keys hold was found, and how much was found that they do not hold."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, hits: int, extra: int, missed: int) -> None:
        """Count what one case gave."""
        self.hits += hits
        self.extra += extra
        self.missed += missed

    def add_one(self, *, key: bool, read: bool, same: bool) -> None:
        """Count something of which there is at most one: in the key, in the reading, and both the same."""
        self.add(int(same), int(read and not same), int(key and not same))

    @property
    def count(self) -> int:
        """How many the keys hold."""
        return self.hits + self.missed

    @property
    def value(self) -> float | None:
        """F1 in per cent, None where neither side has anything."""
        both = 2 * self.hits + self.extra + self.missed
        return 200 * self.hits / both if both else None

    @property
    def precision(self) -> float:
        """Of what was found, the share that the keys hold, in per cent."""
        return 100 * self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Of what the keys hold, the share that was found, in per cent."""
        return 100 * self.hits / self.count if self.count else 0.0


@dataclass(slots=True)
class Figures:
    """All figures of one kind of documents, by name, in the order in which they first came up."""

    found: dict[str, Rate | Tally] = field(default_factory=dict)
    errors: Errors = field(default_factory=Errors)

    def rate(self, name: str) -> Rate:
        """Give the rate of this name."""
        figure = self.found.setdefault(name, Rate())
        assert isinstance(figure, Rate)
        return figure

    def tally(self, name: str) -> Tally:
        """Give the tally of this name."""
        figure = self.found.setdefault(name, Tally())
        assert isinstance(figure, Tally)
        return figure


def paired(
    keys: Sequence[Key], read: Sequence[Read], same: Callable[[Key, Read], bool]
) -> tuple[list[tuple[Key, Read]], list[Key], list[Read]]:
    """Pair each key with the first reading that is the same; give pairs, missed keys and extra readings."""
    left = list(read)
    pairs: list[tuple[Key, Read]] = []
    missed: list[Key] = []
    for key in keys:
        at = next((at for at, each in enumerate(left) if same(key, each)), None)
        if at is None:
            missed.append(key)
        else:
            pairs.append((key, left.pop(at)))
    return pairs, missed, left
