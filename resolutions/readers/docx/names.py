"""Names of WordprocessingML (ECMA-376, part 1) and how its attributes are read."""

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{MAIN}}}"
R = f"{{{RELATION}}}"
# The strict variant of the format has the same elements under other addresses.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATION.encode()),
)
OFF = ("0", "false", "off")


def value(parent: etree._Element | None, *path: str) -> str | None:
    """Give the `w:val` of the element at the end of a path, None where there is no such element."""
    found = child(parent, *path)
    return None if found is None else found.get(f"{W}val", "")


def child(parent: etree._Element | None, *path: str) -> etree._Element | None:
    """Give the element at the end of a path of names."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(f"{W}{name}")
    return parent


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """Tell whether a property that can only be on or off is on; None where it is not set."""
    found = child(parent, name)
    return None if found is None else found.get(f"{W}val", "1") not in OFF


def number(text: str | None, otherwise: int) -> int:
    """Read a number of at most nine digits, or give another in its stead."""
    return int(text) if text and text.isdecimal() and text.isascii() and len(text) < 10 else otherwise
