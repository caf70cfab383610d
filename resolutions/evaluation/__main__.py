"""`python -m resolutions.evaluation parsing|extraction CORPUS`: speed, or accuracy against answer keys."""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from resolutions.evaluation.clauses import compare_clauses
from resolutions.evaluation.completeness import account
from resolutions.evaluation.corpus import Case, NoCorpus, cases, read_case
from resolutions.evaluation.figures import Figures
from resolutions.evaluation.report import page, speeds, table
from resolutions.evaluation.speed import Speed, measure, peak_memory
from resolutions.evaluation.structure import compare_structure
from resolutions.readers import UnreadableSource, read

PAGE = Path("docs/accuracy.md")
TEXTS = (".txt", ".md")


def main(words: list[str]) -> int:
    """Measure, print the figures, and give the exit status."""
    options = _options(words)
    try:
        found = list(cases(options.corpus, options.only))
    except NoCorpus as error:
        print(error, file=sys.stderr)
        return 1
    if options.measure == "parsing":
        print(speeds(_speeds(found), peak_memory()))
        return 0
    figures = evaluate(found)
    print(table(figures))
    if target := options.write or (None if options.only else PAGE):
        target.write_text(page(figures), encoding="utf-8")
        print(f"\nWritten to {target}")
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("measure", choices=("parsing", "extraction"))
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="the folder with manifest.jsonl")
    parser.add_argument("--only", metavar="KIND", help="only the documents of this sub-folder")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help=f"where the page of figures goes ({PAGE}; none for --only)"
    )
    return parser.parse_args(words)


def evaluate(found: list[Case]) -> dict[str, Figures]:
    """Read every document and give the figures of each kind."""
    figures: defaultdict[str, Figures] = defaultdict(Figures)
    for case in found:
        _evaluate(case, figures[case.kind])
    return figures


def _evaluate(case: Case, figures: Figures) -> None:
    output = read_case(case)
    figures.rate("documents read").add(bool(output))
    if output and case.path.suffix in TEXTS:
        _count_words(case, figures)
    if case.structure is not None:
        compare_structure(case.structure, output, figures)
    if case.clauses is not None:
        compare_clauses(case.clauses, output, figures)


def _count_words(case: Case, figures: Figures) -> None:
    try:
        words = account(read(case.path.read_bytes(), case.path.name))
    except UnreadableSource:
        return
    lost, invented = words.lost.total(), words.invented.total()
    figures.tally("complete").add(words.words - lost, invented, lost)


def _speeds(found: list[Case]) -> dict[str, Speed]:
    files: defaultdict[str, list[Path]] = defaultdict(list)
    for case in found:
        files[case.kind].append(case.path)
    measure(paths[0] for paths in files.values())  # the tables are read once, whatever comes after
    return {kind: measure(paths) for kind, paths in files.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
