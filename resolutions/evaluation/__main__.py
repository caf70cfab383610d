"""`python -m resolutions.evaluation MEASURE CORPUS`: measure the parser on a folder of documents.

MEASURE is parsing (speed), extraction (accuracy against answer keys), completeness (no word lost or invented)
or roundtrip (exported and read again).
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from resolutions.evaluation.accounts import account_for
from resolutions.evaluation.clauses import compare_clauses
from resolutions.evaluation.completeness import account
from resolutions.evaluation.corpus import Case, NoCorpus, cases, read_case
from resolutions.evaluation.figures import Figures
from resolutions.evaluation.pages import put_section
from resolutions.evaluation.report import HELD_OUT, page, speeds, table
from resolutions.evaluation.returns import completeness, round_trips
from resolutions.evaluation.roundtrip import send_round
from resolutions.evaluation.speed import Speed, measure, peak_memory
from resolutions.evaluation.structure import compare_structure
from resolutions.readers import UnreadableSource, read

PAGE = Path("docs/accuracy.md")
TEXTS = (".txt", ".md")


def main(words: list[str]) -> int:
    """Measure, print the figures, and give the exit status."""
    options = _options(words)
    try:
        language = None if options.measure in IN_ALL_LANGUAGES else "en"
        found = list(cases(options.corpus, options.only, language))
    except NoCorpus as error:
        print(error, file=sys.stderr)
        return 1
    if options.measure == "parsing":
        print(speeds(_speeds(found), peak_memory()))
        return 0
    try:
        told, section = MEASURES[options.measure](found, options)
    except OSError as error:
        print(f"{error.filename} cannot be opened: {error.strerror}.", file=sys.stderr)
        return 1
    print(told)
    if target := options.write or (None if options.only else PAGE):
        put_section(target, section)
        print(f"\nWritten to {target}")
    return 0


def _extraction(found: list[Case], options: argparse.Namespace) -> tuple[str, str]:
    figures = evaluate(found, _held_out(options.held_out))
    return table(figures), page(figures)


def _completeness(found: list[Case], options: argparse.Namespace) -> tuple[str, str]:
    section = completeness(account_for(found))
    return section, section


def _roundtrip(found: list[Case], options: argparse.Namespace) -> tuple[str, str]:
    section = round_trips(send_round(found))
    return section, section


# Each gives what the terminal shows and the section of the page.
MEASURES: dict[str, Callable[[list[Case], argparse.Namespace], tuple[str, str]]] = {
    "extraction": _extraction,
    "completeness": _completeness,
    "roundtrip": _roundtrip,
}
IN_ALL_LANGUAGES = ("completeness", "roundtrip")


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("measure", choices=("parsing", *MEASURES))
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
