"""Whole PDFs: what is printed where tells what it is."""

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from resolutions.readers import BlockKind, UnreadableSource, read
from tests.resolutions.readers.pdf.printing import (
    Print,
    texts,
)

WORDS = "the lamps of every lighthouse shall be lit before the ships of the harbour come home"


def blocks(printed: Print):
    return read(printed.data(), "lamps.pdf").blocks


def body(printed: Print):
    return texts(blocks(printed), BlockKind.TEXT)


def picture(printed: Print):
    shade = Image.new("L", (40, 40), 128)
    printed.canvas.drawImage(ImageReader(shade), 0, 0, width=612, height=792)


def scanned():
    printed = Print()
    picture(printed)
    return printed.data()


def locked():
    printed = Print(encrypt=StandardEncryption("secret", canPrint=0))
    printed.paragraph("Requests the Keeper to light the lamp;")
    return printed.data()


def cut():
    printed = Print()
    printed.paragraph("Requests the Keeper to light the lamp;")
    return printed.data()[:300]


def blank():
    printed = Print()
    printed.new_page()
    return printed.data()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        pytest.param(scanned(), "scanned", "OCR", id="pictures of pages"),
        pytest.param(locked(), "encrypted", "password", id="locked"),
        pytest.param(cut(), "damaged", "Fetch the file again", id="cut off"),
        pytest.param(b"%PDF-1.7 \x00 and no more", "damaged", "Fetch the file again", id="only a head"),
        pytest.param(blank(), "empty", "no text", id="an empty page"),
    ],
)
def test_what_has_no_text_is_refused_with_the_reason(data, code, said):
    with pytest.raises(UnreadableSource) as refusal:
        read(data, "lamps.pdf")
    assert refusal.value.code == code
    assert said in refusal.value.message


def test_a_picture_among_pages_of_text_is_named():
    printed = Print()
    printed.paragraph("Requests the Keeper to light the lamp;")
    printed.new_page()
    picture(printed)
    source = read(printed.data(), "lamps.pdf")
    assert [(warning.code, warning.message[:6]) for warning in source.warnings] == [
        ("page_without_text", "Page 2")
    ]
