"""Bytes of an XML file to a tree, with everything switched off that a hostile file could use.

No entity is expanded, no document type fetched, no address opened; depth and size of a text are limited by
the parser itself (the limits that lxml calls `huge_tree=False`). What is not well-formed is read as far
as it goes.
"""

from lxml import etree

from resolutions.readers.blocks import ReaderWarning, UnreadableSource


def parse_xml(data: bytes, name: str) -> tuple[etree._Element, tuple[ReaderWarning, ...]]:
    """Give the root element of an XML file, and a warning where the file is damaged.

    Raises:
        UnreadableSource: code "unsafe" for a file that declares entities, "damaged" where no element
            can be read.
    """
    warnings: tuple[ReaderWarning, ...] = ()
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        root, warnings = _recovered(data, name, error), (_not_well_formed(error),)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSource(
            "unsafe",
            f"{name} declares a document type or entities of its own; that is not needed for a resolution "
            "and not read. Take the <!DOCTYPE …> out and send it again.",
        )
    return root, warnings


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _recovered(data: bytes, name: str, error: etree.XMLSyntaxError) -> etree._Element:
    try:
        root: etree._Element | None = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UnreadableSource(
            "damaged", f"{name} is no readable XML (line {error.lineno}: {error.msg}). Send it again."
        ) from error
    return root


def _not_well_formed(error: etree.XMLSyntaxError) -> ReaderWarning:
    message = (
        f"The XML is not well-formed at line {error.lineno} ({error.msg}); it was read as far as it goes. "
        "Compare the end of the text with the original."
    )
    return ReaderWarning("not_well_formed", message, error.lineno)
