"""What became of the words of many files: counted kind by kind, with the files where something is amiss."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from resolutions.evaluation.completeness import account
from resolutions.evaluation.corpus import Case
from resolutions.evaluation.printed import letters_amiss
from resolutions.readers import UnreadableSource, read

MOST_WORDS = 8  # of a file that are named


@dataclass(slots=True)
class Accounts:
    """The words of the files of one kind.

    Args:
        files: how many could be read.
        words: below the opening formulas.
        lost, invented: words that the reading lacks, or has and the file does not.
        letters_lost, letters_invented: by the reader of the format, of the whole file.
        amiss: by file, what is lost or invented in it.
    """

    files: int = 0
    words: int = 0
    lost: int = 0
    invented: int = 0
    letters_lost: int = 0
    letters_invented: int = 0
    amiss: dict[str, str] = field(default_factory=dict)


def account_for(found: Iterable[Case]) -> dict[str, Accounts]:
    """Account for the words of every file that can be read, kind by kind."""
    kinds: dict[str, Accounts] = {}
    for case in found:
        _add(case, kinds.setdefault(case.kind, Accounts()))
    return kinds


def _add(case: Case, kind: Accounts) -> None:
    data = case.path.read_bytes()
    try:
        source = read(data, case.path.name)
    except UnreadableSource:
        return
    words, (lost, invented) = account(source), letters_amiss(data, source)
    kind.files += 1
    kind.words += words.words
    kind.lost += words.lost.total()
    kind.invented += words.invented.total()
    kind.letters_lost += lost.total()
    kind.letters_invented += invented.total()
    sides = {"lost": words.lost, "invented": words.invented}
    sides |= {"letters lost": lost, "letters invented": invented}
    said = [f"{name}: {_named(side)}" for name, side in sides.items() if side]
    if said:
        kind.amiss[case.path.name] = "; ".join(said)


def _named(words: Counter[str]) -> str:
    more = len(words) - MOST_WORDS
    named = " ".join(word for word, _ in words.most_common(MOST_WORDS))
    return f"{named} and {more} more" if more > 0 else named
