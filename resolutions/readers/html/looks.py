"""How text of a web page looks: by its tags, its classes and its own style."""

import re
from dataclasses import dataclass, replace

from lxml import etree

ITALIC = {"i", "em", "cite", "dfn", "var"}
BOLD = {"b", "strong"}
RAISED_CLASS = re.compile(r"Mso(?:Foot|End)noteReference", re.IGNORECASE)
WEIGHTS = {"bold": True, "bolder": True, "600": True, "700": True, "800": True, "900": True}
SIMPLE = re.compile(r"[\w-]*\.([\w-]+)")  # a selector that names one class: ".lead", "span.s1"

Style = dict[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, and whether its line breaks count."""

    italic: bool = False
    bold: bool = False
    superscript: bool = False
    verbatim: bool = False


class Looks:
    """Looks up styles by class and attribute; a page uses few of them many times."""

    def __init__(self, sheets: str) -> None:
        self._classes = _classes(sheets)
        self._known: dict[tuple[str, str], Style] = {}

    def style(self, element: etree._Element) -> Style:
        """Give what is declared for an element itself."""
        key = element.get("class", ""), element.get("style", "")
        if key not in self._known:
            declared: Style = {}
            for name in key[0].split():
                declared |= self._classes.get(name, {})
            self._known[key] = declared | _declarations(key[1])
        return self._known[key]

    def inside(self, element: etree._Element, around: Look) -> Look:
        """Give the look of the text inside an element."""
        tag, style = element.tag, self.style(element)
        if not style and tag not in ITALIC and tag not in BOLD and tag not in ("sup", "pre", "sub"):
            return _by_class(element, around)
        italic, bold, raised = around.italic, around.bold, around.superscript
        italic = tag in ITALIC or italic
        if slant := style.get("font-style"):
            italic = slant.startswith(("italic", "oblique"))
        if weight := style.get("font-weight"):
            bold = WEIGHTS.get(weight, False)
        raised = tag == "sup" or (raised and tag != "sub") or style.get("vertical-align") == "super"
        verbatim = around.verbatim or tag == "pre" or style.get("white-space", "").startswith("pre")
        return _by_class(element, Look(italic, bold or tag in BOLD, raised, verbatim))


def is_hidden(element: etree._Element, style: Style) -> bool:
    """Tell whether a browser or Word would not show an element."""
    return (
        element.get("hidden") is not None
        or style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
    )


def _by_class(element: etree._Element, look: Look) -> Look:
    named = element.get("class")
    return replace(look, superscript=True) if named and RAISED_CLASS.search(named) else look


def _declarations(text: str) -> Style:
    pairs = (declaration.partition(":") for declaration in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, colon, value in pairs if colon}


def _classes(sheets: str) -> dict[str, Style]:
    """Give what style sheets declare for single classes; of all else in them nothing matters here."""
    found: dict[str, Style] = {}
    for rule in sheets.split("}"):
        selectors, brace, body = rule.partition("{")
        if not brace:
            continue
        for selector in selectors.split(","):
            if named := SIMPLE.fullmatch(selector.strip()):
                found[named[1]] = found.get(named[1], {}) | _declarations(body)
    return found
