"""Where readings and keys disagree: how often, and an example of each kind."""

from collections import Counter
from dataclasses import dataclass, field

LONGEST_EXAMPLE = 120  # characters


@dataclass(frozen=True, slots=True)
class Example:
    """A disagreement: where it is, what the key says and what was read; "nothing" where one says nothing."""

    where: str
    key: str
    read: str


@dataclass(slots=True)
class Errors:
    """The disagreements of some documents by kind, each with its first example; `where` is looked at now."""

    where: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Example] = field(default_factory=dict)

    def add(self, kind: str, *, key: object = None, read: object = None) -> None:
        """Count a disagreement; the first of a kind is its example."""
        self.counts[kind] += 1
        self.examples.setdefault(kind, Example(self.where, _short(key), _short(read)))

    def rows(self) -> list[tuple[str, int, Example]]:
        """Give the kinds, the most frequent first."""
        return [(kind, count, self.examples[kind]) for kind, count in self.counts.most_common()]


def _short(said: object) -> str:
    words = " ".join(str(said).split()) if said else "nothing"
    return words if len(words) <= LONGEST_EXAMPLE else f"{words[:LONGEST_EXAMPLE]} …"


def table_of(errors: Errors) -> str:
    """Give the kinds of error as a table of Markdown, "" where there is none."""
    if not errors.counts:
        return ""
    rows = "\n".join(
        f"| {kind} | {count} | {one.where} | {_cell(one.key)} | {_cell(one.read)} |"
        for kind, count, one in errors.rows()
    )
    head = "| error | how often | for example in | the key says | was read |\n|---|---|---|---|---|\n"
    return f"{head}{rows}\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
