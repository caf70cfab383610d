"""Files made to do harm: small, and each with one trick."""

import zlib

from tests.resolutions.readers.docx.word import NAMESPACES, p, r, word, zipped

MEGABYTE = 1024 * 1024
OPENING = "<p>The General Assembly,</p><p>1. Requests the Secretary-General to report;</p>"


def zip_bomb(megabytes: int = 300) -> bytes:
    """Return a Word file of some kilobytes whose text unpacks to hundreds of megabytes."""
    return word(p(r("words" + " " * megabytes * MEGABYTE)))


def zip_of_many_parts(parts: int = 60_000) -> bytes:
    """Return a Word file with very many empty parts."""
    return zipped({"word/document.xml": "<a/>"} | {f"word/{number}.xml": "" for number in range(parts)})


def deflated_spaces(megabytes: int) -> bytes:
    """Return a zlib stream of words and so many megabytes of spaces, made without making the spaces."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    words = deflate.compress(b"BT /F1 9 Tf 72 700 Td (words) Tj ET") + deflate.flush(zlib.Z_FULL_FLUSH)
    once = deflate.compress(b" " * MEGABYTE) + deflate.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\xda" + words + once * megabytes + b"\x03\x00" + b"\0\0\0\0"


def nested_flate(megabytes: int = 1024, times: int = 2) -> bytes:
    """Return a PDF of some kilobytes whose page unpacks, layer by layer, to a gigabyte."""
    content = deflated_spaces(megabytes)
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * times
    return pdf([b"<</Filter [%s]/Length %d>>stream\n%s\nendstream" % (filters, len(content), content)])


def forms_in_forms(levels: int = 12, each: int = 10) -> bytes:
    """Return a PDF whose page draws a form ten times that draws a form ten times …"""
    forms = []
    for level in range(levels):
        number = FIRST_CONTENT + 1 + level
        last = level == levels - 1
        drawn = b"BT /F1 9 Tf (x) Tj ET" if last else b"/X%d Do " % (level + 1) * each
        inner = b"" if last else b"/XObject<</X%d %d 0 R>>" % (level + 1, number + 1)
        forms.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%s/Font<</F1 4 0 R>>>>/Length %d>>"
            b"stream\n%s\nendstream" % (inner, len(drawn), drawn)
        )
    start = b"/X0 Do " * each
    page = b"<</Length %d>>stream\n%s\nendstream" % (len(start), start)
    return pdf([page, *forms], b"/XObject<</X0 %d 0 R>>" % (FIRST_CONTENT + 1))


FIRST_CONTENT = 5


def words_everywhere(words: int = 100_000) -> bytes:
    """Return a PDF with one page on which words stand all over, no two on a line."""
    content = b"".join(
        b"BT /F1 9 Tf %d %d Td (w) Tj ET\n" % (at * 7919 % 600, at * 104729 % 780) for at in range(words)
    )
    return pdf([b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)])


def pdf(contents: list[bytes], resources: bytes = b"") -> bytes:
    """Return a PDF of one page whose content is the first of some objects, numbered from 5."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 4 0 R>>%s>>>>"
        % (FIRST_CONTENT, resources),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        *contents,
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, written in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return bytes(made) + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + trailer


LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10 if level else "lol" * 10}">' for level in range(10)
)
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akn(declared: str, words: str) -> bytes:
    """Return an Akoma Ntoso file with a document type of its own."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE akomaNtoso [{declared}]><akomaNtoso xmlns="{AKN}"><statement>'
        f"<mainBody><p>{words}</p></mainBody></statement></akomaNtoso>"
    ).encode()


def billion_laughs() -> dict[str, bytes]:
    """Return files whose entities grow tenfold, ten times."""
    body = f"<w:body>{p(r('&l9;'))}</w:body>"
    document = f"<!DOCTYPE w:document [{LAUGHS}]><w:document {NAMESPACES}>{body}</w:document>"
    return {
        "laughs.xml": akn(LAUGHS, "&l9;"),
        "laughs.html": f"<!DOCTYPE html [{LAUGHS}]><html><body>{OPENING}<p>&l9;</p></body></html>".encode(),
        "laughs.docx": zipped({"word/document.xml": document}),
    }


def outside_entities(address: str) -> dict[str, bytes]:
    """Return files that ask for something from elsewhere."""
    entity = f'<!ENTITY x SYSTEM "{address}">'
    subset = f'<!ENTITY % x SYSTEM "{address}"> %x;'
    body = p(r("The General Assembly,")) + p(r("1. Requests &x; the Secretary-General"))
    document = (
        f"<!DOCTYPE w:document [{entity}]><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    far = "".join(
        f'<Relationship Id="far{nth}" Type="{kind}/{of}" TargetMode="External" Target="{address}"/>'
        for nth, of in enumerate(("attachedTemplate", "footnotes", "styles", "image", "frame", "oleObject"))
    )
    return {
        "entity.xml": akn(entity, "&x;"),
        "subset.xml": akn(subset, "words"),
        "doctype.xml": f'<!DOCTYPE akomaNtoso SYSTEM "{address}"><akomaNtoso xmlns="{AKN}"/>'.encode(),
        "entity.docx": zipped({"word/document.xml": document}),
        "template.docx": word(body.replace("&x;", ""), relations=far),
        "page.html": (
            f'<!DOCTYPE html SYSTEM "{address}"><html><head><base href="{address}"><link rel=stylesheet '
            f'href="{address}"><script src="{address}"></script></head><body>{OPENING}'
            f'<img src="{address}"><iframe src="{address}"></iframe></body></html>'
        ).encode(),
    }


def endless_lists(levels: int = 10_000) -> dict[str, bytes]:
    """Return files with lists in lists in lists."""
    deep = "<w:tbl><w:tr><w:tc>" * levels + p(r("x")) + "</w:tc></w:tr></w:tbl>" * levels
    far = p(r("The General Assembly,")) + p(r("1. Requests all;"))
    for level in range(0, levels, 10):
        far += p(r("item"), num=(1, level))
    return {
        "lists.md": b"# R\n\n" + b"- " * levels + b"x",
        "quotations.md": b"# R\n\n" + b"> " * levels + b"x",
        "lists.html": b"<html>" + b"<ol><li>x" * levels,
        "lists.txt": b"The General Assembly,\n" + b"1. (a) (i) " * levels,
        "tables.docx": word(deep),
        "levels.docx": word(far),
        "points.xml": akn("", "words <list><point>" * levels + "x").replace(b"<!DOCTYPE akomaNtoso []>", b""),
    }
