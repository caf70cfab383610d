"""Footnotes of a web page: a link that calls, and the place it leads to further down."""

import re
from dataclasses import dataclass, field

from lxml import etree

from resolutions.readers.html.looks import RAISED_CLASS

CALL = re.compile(r"(?:\[(\d{1,3}|\*{1,3})\]|(\d{1,3}|\*{1,3}|†|‡))")
BACK = {"↩", "↩︎", "↑", "^", "back", "return"}


@dataclass(slots=True)
class Notes:
    """What the links of a page mean.

    Args:
        labels: by the id of a note, the label it is called by.
        calls: by the link that calls, its label.
        back: links that lead from a note back to its call.
    """

    labels: dict[str, str] = field(default_factory=dict)
    calls: dict[etree._Element, str] = field(default_factory=dict)
    back: set[etree._Element] = field(default_factory=set)

    def label_of(self, element: etree._Element) -> str:
        """Give the label of the note that begins with an element, "" where none does."""
        return self.labels.get(element.get("id") or element.get("name") or "", "")


def find_notes(root: etree._Element) -> Notes:
    """Tell calls from the links that lead back: a call leads further down, to what was not yet called."""
    notes = Notes()
    places: dict[str, int] = {}
    links: list[tuple[int, etree._Element]] = []
    for at, element in enumerate(root.iter(etree.Element)):
        for name in (element.get("id"), element.get("name")):
            if name:
                places.setdefault(name, at)
        if element.tag == "a" and element.get("href", "").startswith("#"):
            links.append((at, element))
    for at, link in links:
        target = link.get("href", "")[1:]
        _sort(notes, link, target, leads_down=places.get(target, -1) > at)
    return notes


def _sort(notes: Notes, link: etree._Element, target: str, *, leads_down: bool) -> None:
    text = str(link.xpath("string()")).strip()
    label = CALL.fullmatch(text)
    if leads_down and label and (label[1] or _is_raised(link)):
        notes.calls[link] = label[1] or label[2]
        notes.labels.setdefault(target, label[1] or label[2])
    elif not leads_down and (label or text.lower() in BACK):
        notes.back.add(link)


def _is_raised(link: etree._Element) -> bool:
    """Tell whether a link is set as a superscript, by a tag around or inside it."""
    parent = link.getparent()
    near = [link, *link, *([parent] if parent is not None else [])]
    return any(
        one.tag == "sup"
        or RAISED_CLASS.search(one.get("class", ""))
        or "super" in one.get("style", "").lower()
        for one in near
    )
