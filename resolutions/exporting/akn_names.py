"""Names of Akoma Ntoso that its writers share: namespaces, languages, and how to add an element."""

import re

from lxml import etree

from resolutions.readers.akn_stated import NAMESPACE

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NSMAP = {None: AKN, "oct": NAMESPACE}
LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "ru": "rus", "es": "spa", "zh": "zho"}
# How the UN's own files name the organs in their addresses.
ACTORS = {"GA": "unga", "SC": "unsc", "ECOSOC": "unecosoc", "HRC": "unga-hrc"}
# What XML 1.0 cannot hold: control characters and halves of surrogate pairs.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """Add an element of Akoma Ntoso as the last child; give the element."""
    element = etree.SubElement(parent, f"{{{AKN}}}{tag}")
    if text:
        element.text = plain(text)
    for key, value in attributes.items():
        element.set(key.rstrip("_"), plain(value))
    return element


def plain(text: str) -> str:
    """Give a text without the characters that XML has no way to write."""
    return FORBIDDEN.sub("", text)
