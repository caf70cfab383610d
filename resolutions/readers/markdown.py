"""Markdown to blocks by the CommonMark rules, with the emphases as runs.

Some rules are switched off because resolutions are no web pages: indented text is no program code, a
line under a paragraph does not make it a heading, and "[^1]: …" is a footnote and no link target.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run, Source, UnreadableSource
from resolutions.readers.limits import MOST_PARAGRAPHS, check_count

OFF = ("code", "lheading", "html_block", "reference")
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(.*)$", re.MULTILINE)
FOOTNOTE = re.compile(r"\A\[\^([\w*]+)\]:[ \t]*")
FOOTNOTE_CALL = re.compile(r"\[\^([\w*]+)\]")
RULE = "_" * 20
MARKS = "[]*_`<!&\\"
MOST_CELLS = 50_000  # of tables
MOST_MARKS = 50_000  # each may open an emphasis or a link that the parser then seeks the end of
DEEPEST = 19  # levels, two for each list: the parser drops what stands deeper

_PARSER = MarkdownIt("commonmark").enable("table").disable(list(OFF))


def read(text: str, name: str, warnings: tuple[ReaderWarning, ...] = ()) -> Source:
    """Read a Markdown text; a YAML front matter becomes the source's fields and no block.

    Raises:
        UnreadableSource: code "too_deep" where lists or quotations stand in each other without end,
            "too_large" where there are more marks of emphasis and links, or cells of tables, than in any
            resolution.
    """
    check_count(text.count("\n\n"), MOST_PARAGRAPHS, "paragraphs", name)
    check_count(text.count("|"), MOST_CELLS, "cells of tables", name)
    check_count(sum(map(text.count, MARKS)), MOST_MARKS, "marks of emphasis and links", name)
    matter = FRONT_MATTER.match(text)
    fields = tuple((key, value.strip(" \t\"'")) for key, value in FIELD.findall(matter[1])) if matter else ()
    skipped = matter[0].count("\n") if matter else 0
    tokens = _PARSER.parse(text[matter.end() :] if matter else text)
    _check_depth(tokens, skipped)
    return Source(tuple(_Walk(skipped).blocks(tokens)), "text/markdown", warnings, fields)


def _check_depth(tokens: Sequence[Token], skipped: int) -> None:
    for token in tokens:
        if token.level >= DEEPEST and token.nesting == 1:
            line = (token.map[0] if token.map else 0) + 1 + skipped
            raise UnreadableSource(
                "too_deep",
                f"In line {line} lists or quotations stand in each other deeper than can be read "
                f"({DEEPEST // 2} levels). Take the marks in front of the words out.",
            )


class _Walk:
    """One pass over the block tokens; knows the list it is in and what the next text is."""

    def __init__(self, skipped_lines: int) -> None:
        self.skipped_lines = skipped_lines
        self.depth = 0
        self.marker = ""
        self.kind = BlockKind.TEXT

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        row: list[str] = []
        for token in tokens:
            if token.type in ("th_open", "td_open", "tr_open"):
                row = [] if token.type == "tr_open" else row
            elif token.type == "tr_close":
                yield Block(runs=(Run("\t".join(row)),), kind=BlockKind.TABLE_ROW)
                row = []
            elif token.type == "inline" and token.level and self.kind is BlockKind.TABLE_ROW:
                row.append("".join(run.text for run in _runs(token)))
            else:
                yield from self._block(token)

    def _block(self, token: Token) -> Iterator[Block]:
        if token.type == "inline":
            yield self._text(token)
        elif token.type in ("fence", "code_block"):
            yield Block(runs=(Run(token.content.rstrip("\n")),), line=self._line(token))
        elif token.type == "hr":
            yield Block(runs=(Run(RULE),), line=self._line(token))
        else:
            self._step(token)

    def _step(self, token: Token) -> None:
        """Follow the structure: lists, headings and tables open and close around the text."""
        if token.type in ("ordered_list_open", "bullet_list_open"):
            self.depth += 1
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self.depth -= 1
        elif token.type == "list_item_open":
            self.marker, self.kind = token.info + token.markup, BlockKind.LIST_ITEM
        elif token.type == "heading_open":
            self.kind = BlockKind.HEADING
        elif token.type == "table_open":
            self.kind = BlockKind.TABLE_ROW
        elif token.type in ("list_item_close", "heading_close", "table_close"):
            self.marker, self.kind = "", BlockKind.TEXT

    def _text(self, token: Token) -> Block:
        runs = tuple(_runs(token))
        kind, marker, depth = self.kind, self.marker, self.depth
        if runs and (note := FOOTNOTE.match(runs[0].text)):
            kind, marker = BlockKind.FOOTNOTE, note[1]
            runs = (Run(runs[0].text[note.end() :]), *runs[1:])
        if self.kind is BlockKind.LIST_ITEM:
            self.marker, self.kind = "", BlockKind.TEXT
        return Block(tuple(_called(runs)), kind, marker, depth, line=self._line(token))

    def _line(self, token: Token) -> int | None:
        return token.map[0] + 1 + self.skipped_lines if token.map else None


def _runs(inline: Token) -> Iterator[Run]:
    """Give the text of an inline token with its emphases; `<sup>` counts as superscript."""
    italic = bold = superscript = 0
    for token in inline.children or ():
        if token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type == "html_inline":
            tag = token.content.lower()
            superscript += {"<sup>": 1, "</sup>": -1}.get(tag, 0)
            italic += {"<i>": 1, "<em>": 1, "</i>": -1, "</em>": -1}.get(tag, 0)
            if tag.startswith("<br"):
                yield Run("\n")
        elif text := _literal(token):
            yield Run(text, bool(italic), bool(bold), bool(superscript))


def _literal(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content


def _called(runs: Sequence[Run]) -> Iterator[Run]:
    """Turn "[^1]" inside a text into a superscript run "1"."""
    for run in runs:
        for nth, piece in enumerate(FOOTNOTE_CALL.split(run.text)):
            if piece:
                yield Run(piece, run.italic, run.bold, True if nth % 2 else run.superscript)
