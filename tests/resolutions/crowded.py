"""Files with very much of one thing, most of them small: objects, pages, fonts, attributes, cells, notes."""

import zlib
from collections.abc import Callable
from functools import partial

from tests.resolutions.hostile import AKN, FIRST_CONTENT, pdf
from tests.resolutions.readers.docx.word import p, r, word, zipped

SPOKEN = b"BT /F1 12 Tf 72 700 Td (The General Assembly,) Tj 0 -20 Td (1. Requests all States to act.) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"


def stream(content: bytes) -> bytes:
    """Return a packed stream of a PDF."""
    packed = zlib.compress(content, 9)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def drawn(commands: bytes, times: int) -> bytes:
    """Return a PDF whose page draws something again and again before its text."""
    return pdf([stream(commands * times + SPOKEN)])


def objects(count: int = 200_000) -> bytes:
    """Return a PDF with objects that nothing uses, and with a broken table of them."""
    return pdf([stream(SPOKEN), *[b"<<>>"] * count]).replace(b"startxref", b"startxxxx")


def annotations(count: int = 100_000) -> bytes:
    """Return a PDF with a page full of links."""
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(x)>>>>"
    return pdf([stream(SPOKEN)]).replace(b"/MediaBox", b"/Annots[%s]/MediaBox" % (link * count))


def fonts(count: int = 20_000) -> bytes:
    """Return a PDF with a font for each word."""
    first = FIRST_CONTENT + 1
    used = b"".join(b"/G%d 9 Tf 1 0 0 1 72 %d Tm (w) Tj " % (n, n % 700) for n in range(count))
    named = b"".join(b"/G%d %d 0 R" % (n, first + n) for n in range(count))
    made = pdf([stream(b"BT " + used + b"ET"), *[FONT] * count])
    return made.replace(b"/Font<</F1 4 0 R>>", b"/Font<<%s>>" % named)


def page_tree(levels: int) -> bytes:
    """Return a PDF whose only page hangs below pages of pages of pages."""
    first = FIRST_CONTENT + 1
    chain = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (first + n + 1) for n in range(levels)]
    made = pdf([stream(SPOKEN), *chain, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"])
    return made.replace(b"/Kids[3 0 R]", b"/Kids[%d 0 R]" % first, 1)


def endless_pages(count: int = 1_000_000_000) -> bytes:
    """Return a PDF whose pages are its own pages."""
    return pdf([stream(SPOKEN)]).replace(b"/Kids[3 0 R]/Count 1>>", b"/Kids[2 0 R]/Count %d>>" % count)


def volume(pages: int) -> bytes:
    """Return a PDF with many pages of ten paragraphs."""
    first = b"(%d. Requests all States to act for lamps in the harbours of the) Tj 0 -16 Td "
    going_on = b"(coast and along the rivers, with due regard to the needs of pilots) Tj 0 -16 Td " * 2
    last = b"(and of crews, and to report;) Tj 0 -16 Td "
    lines = b"".join(first % number + going_on + last for number in range(1, 11))
    made = pdf([stream(b"BT /F1 10 Tf 72 720 Td " + lines + b"ET")])
    return made.replace(b"/Kids[3 0 R]/Count 1>>", b"/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages))


Files = dict[str, Callable[[], bytes]]


def files_of_print() -> Files:
    """Return makers of PDFs, by what there is too much of."""
    return {
        "lines drawn": partial(drawn, b"0 0 m 9 9 l S\n", 1_000_000),
        "a line with many corners": partial(drawn, b"9 9 l\n", 2_000_000),
        "words hidden behind words": partial(drawn, b"/Span <</ActualText(x)>> BDC ", 100_000),
        "letters on their own": partial(drawn, b"BT /F1 1 Tf 3 0 Td (w) Tj ET ", 100_000),
        "objects": objects,
        "annotations": annotations,
        "no end of pages in pages": partial(page_tree, 50_000),
        "a circle of pages": endless_pages,
    }


def web_pages() -> Files:
    """Return makers of web pages, by what there is too much of."""
    return {
        "elements in elements": lambda: page("<div>" * 100_000),
        "tables in tables": lambda: page("<table><tr><td>" * 20_000),
        "attributes": lambda: page(f"<p {' '.join(map('a{}=1'.format, range(100_000)))}>x</p>"),
        "a sheet of styles": lambda: page("<style>" + ".a{font-style:italic}" * 300_000 + "</style><p>x"),
        "cells": lambda: page("<table><tr>" + "<td>x" * 100_000),
        "marks that open nothing": lambda: page("<" * 2_000_000),
        "crossed emphases": lambda: page("<b><p></b><i>" * 24_000),
    }


def page(body: str) -> bytes:
    """Return a web page."""
    return f"<html><body>{body}".encode()


def texts() -> Files:
    """Return makers of Markdown and plain texts, by what there is too much of."""
    return {
        "columns": lambda: marked("|a" * 200_000 + "\n" + "|-" * 200_000 + "\n"),
        "numbered lines": lambda: spoken("1. Requests all States to report to the Assembly in\n" * 7_900),
        "numbered paragraphs": lambda: spoken("1. Requests all States to report to it;\n\n" * 7_900),
        "verbs": lambda: spoken(("1. " + "Requests it, and urges " * 4_000 + "\n\n") * 20),
        "one word": lambda: b"x" * 1_990_000,
        "one symbol": lambda: spoken("1. Requests " + "A/" * 950_000),
    }


def marked(body: str) -> bytes:
    """Return a Markdown text."""
    return f"# R\n\n{body}".encode()


def spoken(body: str) -> bytes:
    """Return a text in which the General Assembly speaks."""
    return f"The General Assembly,\n\n{body}".encode()


def mark_up() -> Files:
    """Return makers of Akoma Ntoso files, by what there is too much of."""
    declared = " ".join(f"xmlns:a{number}='u{number}'" for number in range(30_000))
    point = "<point><num>1.</num><content><p>x</p></content></point>"
    note = "<authorialNote marker='1'><p>n</p></authorialNote>"
    return {
        "attributes": lambda: akn("<p " + " ".join(map("a{}='1'".format, range(100_000))) + ">x</p>"),
        "name spaces": lambda: akn(f"<p {declared}>x</p>"),
        "names like entities": lambda: akn("<p>" + "&lol;" * 100_000 + "</p>"),
        "notes": lambda: akn("<p>x" + note * 11_000 + "</p>"),
        "points": lambda: akn("<list>" * 200 + point * 11_000 + "</list>" * 200),
    }


def akn(body: str) -> bytes:
    """Return an Akoma Ntoso file."""
    whole = "<akomaNtoso xmlns='{}'><statement><mainBody>{}</mainBody></statement></akomaNtoso>"
    return whole.format(AKN, body).encode()


def word_files() -> Files:
    """Return makers of Word files, by what there is too much of."""
    opening = p(r("The General Assembly,")) + p(r("1. Requests it;"))
    odd = {"../../etc/passwd": "x", "/abs": "x", "word/\u202ex.xml": "x", "con": "x", "a" * 60_000: "x"}
    start, end = "<w:tbl><w:tr><w:tc>" * 100, "</w:tc></w:tr></w:tbl>" * 100
    return {
        "notes": partial(_with_notes, 100_000),
        "runs": lambda: word(p("".join([r("a")] * 500_000))),
        "empty paragraphs": lambda: word(opening + p() * 500_000),
        "tables in tables": lambda: word(start + p(r("x")) + end),
        "odd names of parts": lambda: zipped({"word/document.xml": "<a/>"} | odd),
    }


def _with_notes(count: int) -> bytes:
    notes = "".join(f'<w:footnote w:id="{number}">{p(r("n"))}</w:footnote>' for number in range(count))
    calls = [f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(count)]
    return word(p(r("The General Assembly,")) + p(r("1. Requests"), *calls), footnotes=notes)
