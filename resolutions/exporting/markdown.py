"""A document as Markdown: what the Markdown reader reads back to the same paragraphs.

Facts stand in YAML front matter, lead phrases in italics, footnotes as "[^1]". A letter of the text that
would mean something to Markdown gets a backslash.
"""

import re

from resolutions.exporting.layout import Kind, Printed, layout
from resolutions.parsing.document import Document, Footnote, FootnoteCall

MEANING = re.compile(r"[\\`*_\[\]<>&]")
# What means something at the beginning of a line only: "# ", "- ", "+ ", "1. ", "1) ", "---", "===", "~~~".
OPENS = re.compile(r"(?P<before>\d*)(?P<sign>[#+\-=~|:.)])")
PLAIN_LABEL = re.compile(r"\w+|\*+")
FACTS = ("symbol", "title", "session", "agenda_item", "proponent", "meeting", "vote")


def to_markdown(document: Document) -> bytes:
    """Give the file, in UTF-8."""
    lines = [_matter(document), *(_line(printed) for printed in layout(document))]
    lines += [_note(note) for note in document.footnotes]
    return ("\n\n".join(line for line in lines if line) + "\n").encode()


def _matter(document: Document) -> str:
    facts = [(name, getattr(document, name)) for name in FACTS]
    if document.adopted_on:
        facts.append(("date", document.adopted_on.isoformat()))
    said = [f"{name}: {_quoted(value)}" for name, value in facts if value]
    return "\n".join(["---", *said, "---"]) if said else ""


def _quoted(value: str) -> str:
    """Give a YAML value: in quotes that it does not hold itself."""
    quote = "'" if '"' in value else '"'
    return f"{quote}{value}{quote}"


def _line(printed: Printed) -> str:
    if printed.kind is Kind.CLOSING:
        return "  \n".join(_escaped(line) for line in printed.text.split("\n"))
    words = _words(printed)
    if printed.kind is Kind.TITLE:
        return f"# {words}"
    if printed.kind is Kind.HEADING:
        return f"## {words}"
    return f"{printed.number} {words}" if printed.number else _opened(words)


def _words(printed: Printed) -> str:
    """Give the words with italics and calls; each call goes behind the words before it."""
    text, pieces, at = printed.text, [], 0
    stops = sorted({printed.italic, *(call.at for call in printed.calls), len(text)})
    for stop in stops:
        piece = _escaped(text[at:stop])
        pieces.append(f"*{piece}*" if at < printed.italic and piece else piece)
        pieces += [_call(call) for call in printed.calls if call.at == stop]
        at = stop
    return "".join(pieces)


def _call(call: FootnoteCall) -> str:
    return f"[^{call.label}]" if PLAIN_LABEL.fullmatch(call.label) else f"<sup>{call.label}</sup>"


def _note(note: Footnote) -> str:
    words = _escaped(note.text)
    if PLAIN_LABEL.fullmatch(note.label):
        return f"[^{note.label}]: {words}"
    return f"<sup>{note.label}</sup> {words}"


def _escaped(text: str) -> str:
    return MEANING.sub(lambda found: f"\\{found[0]}", text)


def _opened(words: str) -> str:
    """Give a line whose beginning means nothing to Markdown."""
    return OPENS.sub(r"\g<before>\\\g<sign>", words, count=1) if OPENS.match(words) else words
