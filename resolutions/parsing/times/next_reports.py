"""The report to come as a time: "in his next quarterly report", "for inclusion in its next report".

Reads the text of a clause; writes the words without a day, for what is to be in a report is due with it and
only the reporting itself says when.
"""

import re
from collections.abc import Iterator

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.times.setting import Setting

NEXT_REPORT = re.compile(
    r"(?<!\bmade )(?<!\bcontained )\b(?:[Ii]n|[Aa]s part of) (?:his|her|its|their|the) (?:very )?"
    r"(?:next|forthcoming|upcoming|subsequent) "
    r"(?:(?!of\b|on\b|to\b|and\b)[\w-]+ ){0,3}(?:report|briefing|update)s?\b"
)


def next_reports_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the reports to come in which something is to stand; their days are not printed."""
    for found in NEXT_REPORT.finditer(text):
        at = offset + found.start()
        yield Deadline(found[0], DeadlineKind.RELATIVE, at, at + len(found[0]))
