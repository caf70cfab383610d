"""The figures as text: a table on the terminal, a Markdown page for docs/accuracy.md."""

from collections.abc import Iterator, Mapping

from resolutions.evaluation.errors import table_of
from resolutions.evaluation.figures import Figures, Rate, Tally
from resolutions.evaluation.speed import Speed

ABOUT = """\
# Accuracy

How well the parser reads real documents whose right reading is known. The documents and their answer keys
are not part of this project: they are UN documents, and the United Nations is to be acknowledged as their
source. The figures come from

    python3 run.py bench extraction CORPUS

where CORPUS is a folder with manifest.jsonl, documents/, structure/ and clauses/.

| figure | what it says |
|---|---|
| documents read | files that gave a reading and no error |
| complete | words below the opening formula that are found again in the reading, text files only |
| label sequence | documents whose topmost operative paragraphs carry exactly the printed numbers |
| paragraphs | operative paragraphs and items whose label and words agree (F1 of words at least 0.97); F1 |
| lead phrase | numbered paragraphs whose first clause carries the printed (italic) lead phrase |
| preamble | documents with the right number of recitals |
| clauses | operative verbs found in their paragraph; F1 |
| addressees, consulted | who is asked, and who is consulted or named as included; F1 |
| entities | addressees with a known identity that were resolved to it |
| deadlines, reporting, resources | F1 over the clauses that were found |

"n" counts what the keys hold; P is precision, R recall. Small counts swing: one case of nine is eleven per
cent. A key is the judgement of a reader; where reading and key disagree, either may be wrong.

"held out" are documents that were named with `--held-out` and on which nothing was tuned; their
disagreements are not shown, so that nobody tunes on them.
"""
HELD_OUT = ", held out"


def table(figures: Mapping[str, Figures]) -> str:
    """Give the figures for a terminal, kind by kind."""
    lines: list[str] = []
    for kind, found in sorted(figures.items()):
        lines.append(kind)
        lines += [f"  {name:20}{value}" for name, value in _rows(found)]
    return "\n".join(lines)


def page(figures: Mapping[str, Figures]) -> str:
    """Give the page for docs/accuracy.md."""
    parts = [ABOUT]
    for kind, found in sorted(figures.items()):
        rows = "\n".join(f"| {name} | {value} |" for name, value in _rows(found))
        parts.append(f"## {kind}\n\n| figure | per cent |\n|---|---|\n{rows}\n")
        if found.errors.counts and HELD_OUT not in kind:
            parts.append(f"Where reading and keys disagree:\n\n{table_of(found.errors)}")
    return "\n".join(parts)


def _rows(found: Figures) -> Iterator[tuple[str, str]]:
    for name, figure in found.found.items():
        if figure.value is not None:
            yield name, f"{figure.value:.2f} ({_counted(figure)})"


def _counted(figure: Rate | Tally) -> str:
    if isinstance(figure, Rate):
        return f"n={figure.count}"
    return f"P {figure.precision:.1f}, R {figure.recall:.1f}, n={figure.count}"


def speeds(found: Mapping[str, Speed], memory: float) -> str:
    """Give the speeds for a terminal, kind by kind."""
    lines = [_speed(kind, speed) for kind, speed in sorted(found.items()) if speed.documents]
    return "\n".join([*lines, f"peak memory {memory:.0f} MB"])


def _speed(kind: str, speed: Speed) -> str:
    shown = f"{kind:20}{speed.documents:6} documents {speed.documents / (speed.seconds + speed.paged):8.1f}/s"
    if speed.characters:
        shown += f" {1e6 * speed.seconds / speed.characters:8.2f} ms/1,000 characters"
    if speed.pages:
        shown += f" {1e3 * speed.paged / speed.pages:8.2f} ms/page"
        shown += f" {speed.paged / speed.plain:6.2f} times plain extraction"
    return shown
