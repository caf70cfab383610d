"""`python -m resolutions.evaluation parsing|extraction CORPUS`: speed, or accuracy against answer keys."""

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

from resolutions.evaluation.clauses import compare_clauses
from resolutions.evaluation.completeness import account
from resolutions.evaluation.corpus import Case, NoCorpus, cases, read_case
from resolutions.evaluation.figures import Figures
from resolutions.evaluation.report import HELD_OUT, page, speeds, table
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
    try:
        figures = evaluate(found, _held_out(options.held_out))
    except OSError as error:
        print(f"{options.held_out} cannot be opened: {error.strerror}.", file=sys.stderr)
        return 1
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
    parser.add_argument(
        "--held-out",
        type=Path,
        metavar="FILE",
        help="a list of symbols, one a line, whose documents get figures of their own",
    )
    return parser.parse_args(words)


def _held_out(path: Path | None) -> frozenset[str]:
    """Give the names in a list: symbols or names of files, one a line, in one form."""
    lines = path.read_text(encoding="utf-8").split("\n") if path else []
    return frozenset(_plain_name(line) for line in lines if line.strip())


def _plain_name(name: str) -> str:
    return "_".join(re.findall(r"[^\W_]+", name)).upper()


def evaluate(found: list[Case], held_out: frozenset[str] = frozenset()) -> dict[str, Figures]:
    """Read every document and give the figures of each kind, those of documents held out apart."""
    figures: defaultdict[str, Figures] = defaultdict(Figures)
    for case in found:
        symbol = (case.clauses or case.structure or {}).get("symbol") or ""
        apart = {_plain_name(case.path.stem), _plain_name(symbol)} & held_out
        _evaluate(case, figures[f"{case.kind}{HELD_OUT}" if apart else case.kind])
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
