"""The figures of round trips and of completeness as Markdown: for the terminal and for docs/accuracy.md."""

from collections.abc import Mapping

from resolutions.evaluation.accounts import Accounts
from resolutions.evaluation.roundtrip import INVALID, Returned

ROUND_TRIP = """\
# Round trip

How many readings come back the same when they are exported and read again. The figures come from

    python3 run.py bench roundtrip CORPUS

which reads every document of the folder in all its languages, writes each resolution found as Akoma Ntoso,
Markdown and Word, and compares what is read back: metadata, recitals, paragraphs, labels, phrases, verbs,
addressees, deadlines, all other values of the clauses, notes with their calls, annexes. "identical" is the
same in every one of them; "valid" is Akoma Ntoso 3.0 by its schema. Akoma Ntoso carries the reading itself;
Markdown and Word are read anew.
"""
COMPLETENESS = """\
# Completeness

Whether every word of a file ends in exactly one place of its reading, and none is invented. The figures come
from

    python3 run.py bench completeness CORPUS

"letters" compares the letters that the format's reader gives with those that plain extraction gives (text of
a PDF by pypdfium2, of XML, web pages and Word by their elements). "words" compares the words below the
opening formula, page furniture aside, with those of recitals, operative paragraphs, headings, notes, annexes,
metadata and warnings.
"""


def round_trips(returned: Mapping[str, Returned]) -> str:
    """Give the section on round trips."""
    rows = ["| format | resolutions | identical | per cent | valid |", "|---|---|---|---|---|"]
    rows += [_returned(form, count) for form, count in returned.items()]
    told = [
        f"- {form}, {name}: {', '.join(parts)}"
        for form, count in returned.items()
        for name, parts in sorted(count.differing.items())
    ]
    return "\n".join(
        [ROUND_TRIP, *rows, *(["", "What differs, and in what:", "", *told] if told else []), ""]
    )


def _returned(form: str, count: Returned) -> str:
    share = 100 * count.identical / count.documents if count.documents else 100.0
    valid = str(count.documents - count.parts()[INVALID]) if count.validated else "–"
    return f"| {form} | {count.documents} | {count.identical} | {share:.2f} | {valid} |"


def completeness(kinds: Mapping[str, Accounts]) -> str:
    """Give the section on completeness."""
    rows = [
        "| kind | files | words | lost | invented | letters lost | letters invented |",
        "|---|---|---|---|---|---|---|",
        *(_accounts(kind, found) for kind, found in sorted(kinds.items())),
    ]
    told = [
        f"- {kind}, {name}: {words}"
        for kind, found in sorted(kinds.items())
        for name, words in sorted(found.amiss.items())
    ]
    return "\n".join([COMPLETENESS, *rows, *(["", "What is amiss:", "", *told] if told else []), ""])


def _accounts(kind: str, found: Accounts) -> str:
    counts = (
        found.files,
        found.words,
        found.lost,
        found.invented,
        found.letters_lost,
        found.letters_invented,
    )
    return f"| {kind} | {' | '.join(map(str, counts))} |"
