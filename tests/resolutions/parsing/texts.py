"""Made texts in the UN's style, and short ways to read them."""

from resolutions.parsing import Document, parse
from resolutions.parsing.document import Clause
from resolutions.readers import read

HEAD = """\
Resolution adopted by the General Assembly on 12 December 2030

[on the report of the Second Committee (A/85/999)]

85/123. Lighthouses of the world

The General Assembly,

Recalling its resolution 84/1 of 3 October 2029,

Noting with concern the darkness of many coasts,

"""
CLOSING = """

60th plenary meeting
12 December 2030
"""


def document(text: str, name: str = "made.txt") -> Document:
    """Read a text that holds one resolution."""
    (found,) = parse(read(text.encode(), name))
    return found


def resolution(*operative: str, closing: str = CLOSING) -> Document:
    """Read a resolution of the General Assembly with these operative paragraphs."""
    return document(HEAD + "\n\n".join(operative) + closing)


def clauses(*operative: str) -> list[Clause]:
    """Read the clauses of such a resolution."""
    return [clause for paragraph in resolution(*operative).operative for clause in paragraph.clauses]


def clause(sentence: str) -> Clause:
    """Read the only clause of a sentence."""
    (found,) = clauses(f"1. {sentence}")
    return found
