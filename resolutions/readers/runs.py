"""Runs joined: what stands in one style side by side is one run."""

from collections.abc import Iterable

from msgspec.structs import replace

from resolutions.readers.blocks import Run


def join_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one style and take white space off both ends; no run is empty."""
    joined: list[Run] = []
    for run in runs:
        if joined and _look(joined[-1]) == _look(run):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return _stripped(joined)


def _look(run: Run) -> tuple[bool, bool, bool]:
    return run.italic, run.bold, run.superscript


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)
