"""Word files made part by part, in the shapes that Word itself writes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
}
ATTACHED = (
    f'<Relationship Id="far" Type="{KIND}/attachedTemplate" TargetMode="External" Target="{{}}"/>'
    f'<Relationship Id="far2" Type="{KIND}/footnotes" TargetMode="External" Target="{{}}"/>'
)


def word(body: str, *, relations: str = "", **parts: str) -> bytes:
    """Return a Word file with a body and, by name, the inside of further parts (numbering="<w:num …>")."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations(_relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            "".join(_relation(name, name, f"{name}.xml") for name in parts) + relations
        ),
    }
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{ROOTS[name]} {NAMESPACES}>{inside}</w:{ROOTS[name]}>"
    return zipped(files)


def zipped(files: dict[str, str] | dict[str, bytes]) -> bytes:
    """Return a zip archive of some files."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return made.getvalue()


def p(*runs: str, properties: str = "", num: tuple[int, int] | None = None, style: str = "") -> str:
    """Return a paragraph; `num` is the list it belongs to and its level."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = (
        f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num is not None else ""
    )
    return f"<w:p><w:pPr>{named}{numbered}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text with properties ("<w:i/>")."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    """Return an abstract list with its levels."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """Return a level of a list: how it counts and what it prints ("%1.")."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(number: int, of: int, more: str = "") -> str:
    """Return a list of an abstract list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def style(name: str, properties: str = "", called: str = "") -> str:
    """Return a paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called or name}"/>'
        f"{properties}</w:style>"
    )


def _relation(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{KIND}/{kind}" Target="{target}"/>'


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'
