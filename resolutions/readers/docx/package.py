"""The zip archive of a Word file: only the parts with words are opened, each up to a limit.

Nothing outside the archive is ever opened: relations to templates, pictures and pages elsewhere are left
alone. The layout is that of the Open Packaging Conventions (ECMA-376, part 2).
"""

import posixpath
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from resolutions.readers.blocks import UnreadableSource
from resolutions.readers.docx.names import STRICT
from resolutions.readers.safe_xml import parse_xml

MOST_PARTS = 5_000
LARGEST_PART = 16 * 1024 * 1024
MOST_TAGS = 500_000
ENTRY = b"PK\x01\x02"  # opens each entry of a zip archive's directory
DOCUMENT = "word/document.xml"
BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a Word file.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        UnreadableSource: code "damaged", or "too_large" for an archive of very many parts.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.count(ENTRY) > MOST_PARTS:
            raise UnreadableSource(
                "too_large", f"{name} consists of more than {MOST_PARTS:,} parts. Save it anew in Word."
            )
        try:
            self._archive = ZipFile(BytesIO(data))
        except BROKEN as error:
            raise self._damaged() from error
        self.main = next(iter(self.related("", "officeDocument")), DOCUMENT)

    def document(self) -> etree._Element:
        """Give the main part.

        Raises:
            UnreadableSource: code "damaged", where there is none.
        """
        root = self.part(self.main)
        if root is None:
            raise self._damaged()
        return root

    def part(self, path: str) -> etree._Element | None:
        """Give the root element of a part, None where the file has no such part.

        Raises:
            UnreadableSource: code "damaged", "too_large" or "unsafe".
        """
        content = self._content(path)
        if content is None:
            return None
        for strict, usual in STRICT:
            content = content.replace(strict, usual)
        if content.count(b"<") > MOST_TAGS:
            raise self._too_large(path)
        root, warnings = parse_xml(content, f"{self.name} ({path})")
        if warnings:  # Word opens no such file either
            raise self._damaged()
        return root

    def related(self, path: str, kind: str) -> list[str]:
        """Give the paths of the parts that a part has a relation of a kind with ("footnotes")."""
        return [target for _, of, target in self._relations(path) if of == kind]

    def target(self, path: str, relation: str) -> str | None:
        """Give the path of the part that a relation of a part leads to."""
        return next((target for id_, _, target in self._relations(path) if id_ == relation), None)

    def _relations(self, path: str) -> list[tuple[str, str, str]]:
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = [] if root is None else root.findall("{*}Relationship")
        return [
            (
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in found
            if one.get("TargetMode") != "External"
        ]

    def _content(self, path: str) -> bytes | None:
        try:
            info = self._archive.getinfo(path)
            if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise self._damaged()
            with self._archive.open(info) as file:
                content = file.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except BROKEN as error:
            raise self._damaged() from error
        if len(content) > LARGEST_PART:
            raise self._too_large(path)
        return content

    def _damaged(self) -> UnreadableSource:
        return UnreadableSource(
            "damaged",
            f"{self.name} is a damaged or locked Word file. Open it in Word, save it anew without a password "
            "and send it again.",
        )

    def _too_large(self, path: str) -> UnreadableSource:
        return UnreadableSource(
            "too_large",
            f"{self.name} unpacks to more than can be read ({path}). Split it into its resolutions.",
        )
