"""The engine: PDFium, through pypdfium2's raw calls.

Asking PDFium for each character's font costs four times what its plain text costs; so only beginnings of
words and of numbers are asked which text object they belong to, halving a line until both ends of a part
belong to one; and each object is asked once for its font, size and place. (A footnote's number is glued
to the word before it, hence the numbers.)
"""

import ctypes
import math
import re
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from resolutions.readers.blocks import UnreadableSource
from resolutions.readers.pdf.page import PageText, Stretch

MOST_PAGES = 600  # a book of resolutions; the longest resolution has some 30
MOST_ON_A_PAGE = 100_000  # characters; a page of the smallest print has a tenth of that
LINE = re.compile(r"[^\r\n]+")
# Where an object can begin: after a space or a line's end, at either end of a number.
BEGINNINGS = re.compile(r"[^\s\d\ufffe]+|(?<!\d)\d|\d(?!\d)")
HYPHEN = "\ufffe"  # PDFium's sign for a hyphen at a line's end; it leaves the line end itself out
ITALIC = re.compile(r"ital|obli|slant|[-,]it\b", re.IGNORECASE)
BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
BOLD_WEIGHT = 600
SLANT = 0.15  # a slanted matrix makes an italic of an upright font
# What stands for a character whose font does not say which it is: a control character or the sign for "lost".
UNMAPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
FARTHEST = 100_000.0  # points; a page has at most 14,400 (PDF 32000-1, annex C)
LONGEST_NAME = 200
NARROW = 0.155  # ems: a gap that is no space
RIGHT_ANGLE = 90
SLOPE = 2.0  # degrees by which a line of text may run off its direction

_LOCK = threading.RLock()  # PDFium is not made for several threads


def _bare(function: Any, *arguments: Any) -> Any:
    """Give a function of PDFium with bare addresses for handles: at each word, half the cost."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, *arguments)(address)


_object_at = _bare(raw.FPDFText_GetTextObject, ctypes.c_int)
_font_of = _bare(raw.FPDFTextObj_GetFont)
_size_of = _bare(raw.FPDFTextObj_GetFontSize, ctypes.POINTER(ctypes.c_float))


def read_pages(data: bytes) -> Iterator[PageText]:
    """Give the pages of a PDF one by one; a page's memory is freed before the next.

    Raises:
        UnreadableSource: code "encrypted", "damaged" or "too_large".
    """
    with _LOCK:
        document = _open(data)
        try:
            fonts: dict[int, tuple[bool, bool]] = {}
            for index in range(len(document)):
                yield _read_page(document, index, fonts)
        finally:
            document.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableSource(
                "encrypted", "The PDF is locked with a password. Save it without one and send it again."
            ) from error
        raise UnreadableSource(
            "damaged", "The PDF is damaged or incomplete and cannot be opened. Fetch the file again."
        ) from error
    pages = len(document)
    if 0 < pages <= MOST_PAGES:
        return document
    document.close()
    if pages == 0:
        raise UnreadableSource("damaged", "The PDF has no page that can be opened. Fetch the file again.")
    raise UnreadableSource(
        "too_large",
        f"The PDF has {pages:,} pages; at most {MOST_PAGES} are read. Split it into its resolutions.",
    )


def _read_page(document: pypdfium2.PdfDocument, index: int, fonts: dict[int, tuple[bool, bool]]) -> PageText:
    try:
        page = document[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(
            "damaged", f"Page {index + 1} of the PDF is damaged. Fetch the file again."
        ) from error
    try:
        _check_crowd(text_page.raw, index + 1)
        shown = page.get_size()
        width, height = (_near(side) for side in (shown if page.get_rotation() % 180 == 0 else shown[::-1]))
        walk = _Walk(text_page.raw, fonts, width, height)
        stretches = walk.stretches()
        if walk.quarter % 2:
            width, height = height, width
        images = not stretches and any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        return PageText(index + 1, width, height, tuple(stretches), images, walk.unmapped)
    finally:
        text_page.close()
        page.close()


def _check_crowd(text_page: Any, number: int) -> None:
    """Refuse a page on which far more is printed than anybody could read."""
    count = raw.FPDFText_CountChars(text_page)
    if count > MOST_ON_A_PAGE:
        raise UnreadableSource(
            "too_large",
            f"Page {number} of the PDF has {count:,} characters; at most {MOST_ON_A_PAGE:,} are read on one. "
            "Print the document to a new PDF.",
        )


class _Walk:
    """One pass over the text of a page.

    Attributes:
        quarter: how many quarter turns to the left most of the text is turned.
        unmapped: how many characters have a font that does not say which they are.
    """

    def __init__(self, page: Any, fonts: dict[int, tuple[bool, bool]], width: float, height: float) -> None:
        self.page = page
        self.address = ctypes.cast(page, ctypes.c_void_p)
        self.fonts = fonts
        self.width, self.height = width, height
        self.quarter = 0
        self.unmapped = 0
        self.matrix = raw.FS_MATRIX()
        self.size = ctypes.c_float()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box = raw.FS_RECTF()

    def stretches(self) -> list[Stretch]:
        """Give the stretches of the page; those that run across most of its text are marked."""
        text = _text_of(self.page)
        self.unmapped = len(UNMAPPED.findall(text))
        found: list[Stretch] = []
        quarters: list[int] = []
        for piece in self._pieces(text):
            found.append(self._stretch(text, *piece))
            quarters.append(0 if self.matrix.b == 0 and self.matrix.a > 0 else self._turn(found[-1]))
        if any(quarters):
            self._mark_across(found, quarters)
        return found

    def _turn(self, stretch: Stretch) -> int:
        """Turn a stretch upright by quarters and say how many; -1 where it runs aslant."""
        quarters, off = divmod(math.degrees(math.atan2(self.matrix.b, self.matrix.a)) + SLOPE, RIGHT_ANGLE)
        if off > 2 * SLOPE:
            return -1
        x, y = stretch.x0, stretch.y
        box, width, height = self.box, self.width, self.height
        turned = {
            1: (y, box.top, width - x),
            2: (width - x, width - box.left, height - y),
            3: (height - y, height - box.bottom, x),
        }
        if quarter := int(quarters) % 4:
            stretch.x0, stretch.x1, stretch.y = turned[quarter]
        return quarter

    def _mark_across(self, found: list[Stretch], quarters: list[int]) -> None:
        counts: Counter[int] = Counter()
        for stretch, quarter in zip(found, quarters, strict=True):
            counts[quarter] += len(stretch.text)
        self.quarter = counts.most_common(1)[0][0]
        for stretch, quarter in zip(found, quarters, strict=True):
            stretch.upright = quarter == self.quarter

    def _pieces(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Give beginning, end and text object of each stretch."""
        for line in LINE.finditer(text):
            places = [found.start() for found in BEGINNINGS.finditer(text, line.start(), line.end())]
            if not places:
                continue
            addresses = [0] * len(places)
            for nth in (0, -1):
                addresses[nth] = _object_at(self.address, places[nth]) or 0
            changes = [0, *self._changes(places, addresses, 0, len(places) - 1)]
            starts = [self._first_digit(text, places[nth], addresses[nth]) for nth in changes]
            for nth, start, end in zip(changes, starts, [*starts[1:], line.end()], strict=True):
                if addresses[nth]:
                    yield start, end, addresses[nth]

    def _changes(self, places: list[int], addresses: list[int], low: int, high: int) -> Iterator[int]:
        """Give which places between two begin another object; an object's characters stand together."""
        if low == high or 0 != addresses[low] == addresses[high]:
            return
        if high == low + 1:
            if addresses[low] != addresses[high]:
                yield high
            return
        middle = (low + high) // 2
        addresses[middle] = _object_at(self.address, places[middle]) or 0
        yield from self._changes(places, addresses, low, middle)
        yield from self._changes(places, addresses, middle, high)

    def _first_digit(self, text: str, at: int, address: int) -> int:
        """Give where an object begins that was found at a number's last digit: "2025", "12"."""
        while address and text[at].isdigit() and text[at - 1 : at].isdigit():
            if _object_at(self.address, at - 1) != address:
                break
            at -= 1
        return at

    def _stretch(self, text: str, start: int, end: int, address: int) -> Stretch:
        raw.FPDFText_GetMatrix(self.page, start, self.matrix)
        _size_of(address, self.size)
        matrix = self.matrix
        size = abs(self.size.value) * math.hypot(matrix.c, matrix.d)
        words = text[start:end].replace(HYPHEN, "-")
        last = start + len(words.rstrip()) - 1
        words = self._without_gaps(words, start, size)
        x0, y = self._origin(start)
        italic, bold = self._style(_font_of(address) or 0)
        slanted = abs(matrix.c) > SLANT * abs(matrix.d) and abs(matrix.b) < SLANT * abs(matrix.a)
        if not words.isprintable():
            words = UNMAPPED.sub("", words)
        return Stretch(_whole(words), x0, self._right(last), y, size, italic or slanted, bold)

    def _without_gaps(self, words: str, start: int, size: float) -> str:
        """Take out the spaces that PDFium put between letters a font sets apart: "I n vi t es"."""
        last = len(words.rstrip())
        narrow: list[int] = []
        at = words.find(" ", 1, last)
        while at > 0:
            if raw.FPDFText_IsGenerated(self.page, start + at) and self._is_narrow(start + at, size):
                narrow.append(at)
            at = words.find(" ", at + 1, last)
        for at in reversed(narrow):
            words = words[:at] + words[at + 1 :]
        return words

    def _is_narrow(self, index: int, size: float) -> bool:
        right = self._right(index - 1)
        return abs(self._origin(index + 1)[0] - right) < NARROW * size

    def _origin(self, index: int) -> tuple[float, float]:
        raw.FPDFText_GetCharOrigin(self.page, index, self.x, self.y)
        return _near(self.x.value), _near(self.y.value)

    def _right(self, index: int) -> float:
        """Give where a character ends, its own space beside the ink included."""
        raw.FPDFText_GetLooseCharBox(self.page, index, self.box)
        return _near(float(self.box.right))

    def _style(self, address: int) -> tuple[bool, bool]:
        if address not in self.fonts:
            font = ctypes.cast(address, raw.FPDF_FONT)
            self.fonts[address] = _style_of(font) if address else (False, False)
        return self.fonts[address]


def _near(place: float) -> float:
    """Give a place or a length, 0 for one beyond every page or no number: a file can state any."""
    return place if -FARTHEST < place < FARTHEST else 0.0


def _style_of(font: Any) -> tuple[bool, bool]:
    """Tell whether a font is italic and whether it is bold: by its name, then by what it says of itself."""
    buffer = ctypes.create_string_buffer(LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(font, buffer, LONGEST_NAME)
    name = buffer.value.decode("latin-1")
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(font, angle)
    flagged = raw.FPDFFont_GetFlags(font)
    italic = bool(ITALIC.search(name)) or angle.value != 0 or (flagged > 0 and bool(flagged & ITALIC_FLAG))
    return italic, bool(BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= BOLD_WEIGHT


def _text_of(page: Any) -> str:
    """Give a page's text with one character for each that PDFium counts, so that places agree."""
    count = raw.FPDFText_CountChars(page)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(page, 0, count, buffer)
    if written == count + 1:
        return "".join(map(chr, buffer[:count]))
    return "".join(chr(raw.FPDFText_GetUnicode(page, index)) for index in range(count))


def _whole(text: str) -> str:
    """Join the halves of characters beyond U+FFFF."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
