"""Files with very much of one thing: each is read or refused with a reason, within two seconds of CPU."""

import subprocess
import sys
from pathlib import Path

import pytest

from resolutions.readers import UnreadableSource
from resolutions.sandbox import ROOT, Reading, read_apart
from tests.resolutions import crowded
from tests.resolutions.cheaply import cheaply, operative

# Its peak begins anew with a program; that of `resource` holds what the tests' own process took before.
STATUS = Path("/proc/self/status")
FILES = [
    pytest.param(make, f"a.{suffix}", id=f"{suffix}: {name}")
    for suffix, files in {
        "pdf": crowded.files_of_print(),
        "html": crowded.web_pages(),
        "txt": crowded.texts(),
        "xml": crowded.mark_up(),
        "docx": crowded.word_files(),
    }.items()
    for name, make in files.items()
]


@pytest.mark.parametrize(("make", "name"), FILES)
def test_much_of_one_thing_is_read_or_refused_with_a_reason(make, name):
    read = cheaply(make(), name)
    assert isinstance(read, Reading) or len(read.message) > 40


def test_a_page_with_a_font_for_each_word_is_read_in_time_or_stopped():
    read = cheaply(crowded.fonts(), "fonts.pdf")
    assert isinstance(read, Reading) or read.code == "too_slow"


def test_a_book_earns_the_time_that_its_pages_need():
    assert isinstance(read_apart(crowded.volume(500), "book.pdf"), Reading)


def test_more_pages_than_a_book_has_are_refused_by_their_number():
    refusal = cheaply(crowded.volume(601), "books.pdf")
    assert isinstance(refusal, UnreadableSource)
    assert "601 pages; at most 600 are read" in refusal.message


def test_more_attributes_than_a_tag_ever_has_are_refused_by_their_number():
    refusal = cheaply(crowded.web_pages()["attributes"](), "page.html")
    assert isinstance(refusal, UnreadableSource)
    assert "at most 1,000" in refusal.message


def test_the_same_page_is_read_with_a_few_fonts():
    assert isinstance(cheaply(crowded.fonts(20), "fonts.pdf"), Reading)


def test_pages_below_pages_are_found():
    assert operative(cheaply(crowded.page_tree(20), "tree.pdf")) == ["Requests all States to act."]


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells how much memory a process ever held")
def test_five_hundred_pages_are_read_in_less_than_300_megabytes():
    read = (
        "import sys; from resolutions.parsing import parse; from resolutions.readers import read;"
        "source = read(sys.stdin.buffer.read(), 'volume.pdf'); parse(source);"
        f"held = [line for line in open('{STATUS}') if line.startswith('VmHWM')];"
        "print(len(source.blocks), held[0].split()[1])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", read], input=crowded.volume(500), capture_output=True, check=True, cwd=ROOT
    )
    blocks, peak = map(int, ran.stdout.split())
    assert blocks > 5_000
    assert peak / 1024 < 300
