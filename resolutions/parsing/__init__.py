"""What a resolution says: a library without Django, files or a clock.

`parse` takes what a reader gives and returns frozen values; see document.py for them.
"""

from resolutions.parsing.allowance import Allowance
from resolutions.parsing.assembly import assemble, no_resolution
from resolutions.parsing.document import Document, Warning  # noqa: A004 - the word of the output
from resolutions.parsing.lines import lines_of
from resolutions.parsing.marked_up import is_marked_up, split_marked_up
from resolutions.parsing.neighbours import settled
from resolutions.parsing.splitting import split
from resolutions.parsing.stated import take_reading
from resolutions.parsing.translations import with_symbols
from resolutions.readers.blocks import Source

__all__ = ["PARSER_VERSION", "Document", "parse"]

# Raised whenever the same text can come out differently.
PARSER_VERSION = "8"


def parse(source: Source) -> tuple[Document, ...]:
    """Read a source: one document for each resolution in it.

    A text that is no resolution gives one document without operative paragraphs and with the warning
    "not_a_resolution"; the parser itself refuses nothing.
    """
    warnings = [Warning(said.code, said.message) for said in source.warnings]
    lines = lines_of(source.blocks)
    pieces = split_marked_up(lines) if is_marked_up(lines) else split(lines)
    if not pieces:
        return (no_resolution(warnings),)
    allowance = Allowance()
    documents = tuple(assemble(piece, source.fields, warnings, allowance) for piece in pieces)
    return (take_reading(documents[0], source),) if len(documents) == 1 else settled(with_symbols(documents))
