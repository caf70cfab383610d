"""Files damaged at random: whatever a reader is given, it reads it or refuses it, and never breaks."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolutions.parsing import parse
from resolutions.readers import UnreadableSource, read
from tests.resolutions import hostile
from tests.resolutions.readers.akn_files import akn, statement
from tests.resolutions.readers.docx.word import abstract, level, num, p, r, style, word, zipped

MARKDOWN = """---
symbol: A/RES/85/1
---
# Lighthouses

*The General Assembly*,

*Recalling* its resolution 84/1,[^1]

1. *Requests* the Secretary-General:
   - (a) To report by 1 May 2031;
   - (b) To <sup>1</sup> **list** | them |;

[^1]: See A/84/1.
"""
PAGE = """<!DOCTYPE html><html><head><style>.i{font-style:italic}</style></head><body><nav>Home</nav>
<p class=i>The General Assembly,</p><ol start=3 type=a><li>Requests<sup><a href="#n">1</a></sup><ol><li>x</ol>
<li value=9>Urges</ol><table><tr><td>1.<td>Decides</table><pre>a
b</pre><p id=n>1 See&nbsp;A/1.</p><p style="mso-list:l0 level2">
<span style="mso-list:Ignore">o</span>x</p>"""
NUMBERED = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 0)
NOTE = f"<w:footnote w:id='1'>{p(r('See.'))}</w:footnote>"
BODY = (
    p(r("The General Assembly,"), style="Title")
    + p(r("Requests", "<w:i/>"), r(" all"), "<w:r><w:footnoteReference w:id='1'/></w:r>", num=(1, 0))
    + p(f"<w:ins>{r('added')}</w:ins><w:del>{r('gone')}</w:del>", num=(1, 1))
    + f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr></w:tbl>"
)
WORD = word(BODY, numbering=NUMBERED, footnotes=NOTE, styles=style("Title", "<w:rPr><w:b/></w:rPr>"))
FILES = {
    "a.md": MARKDOWN.encode(),
    "a.html": PAGE.encode(),
    "a.docx": WORD,
    "a.xml": akn(statement()),
    "a.pdf": hostile.forms_in_forms(2, 2),
}
# A place in the file, how much goes there, and what comes instead.
TAGS = rb"""< > & " </w:p> <w:p> </ol> <li> %PDF- endstream 0 -1 999999999""".split()
SPLINTERS = [*TAGS, b"\0", b"\xff\xfe", b"PK\x03\x04"]
WOUND = st.tuples(
    st.floats(0, 1), st.integers(0, 12), st.one_of(st.binary(max_size=8), st.sampled_from(SPLINTERS))
)


def wounded(data: bytes, wounds: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, instead in wounds:
        at = int(place * len(data))
        data = data[:at] + instead + data[at + length :]
    return data


def reads_or_refuses(data: bytes, name: str) -> None:
    refusal = None
    try:
        source = read(data, name)
    except UnreadableSource as refused:
        refusal = refused
    if refusal is None:
        assert "\0" not in "".join(block.text for block in source.blocks)
        parse(source)
    else:
        assert refusal.code
        assert len(refusal.message) > 20


@pytest.mark.parametrize("name", FILES)
def test_the_unharmed_file_is_read(name):
    assert read(FILES[name], name).blocks


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wounds=st.lists(WOUND, min_size=1, max_size=6))
def test_a_wounded_file_is_read_or_refused(name, wounds):
    reads_or_refuses(wounded(FILES[name], wounds), name)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    wounds=st.lists(WOUND, min_size=1, max_size=6),
    of=st.sampled_from(["document", "numbering", "styles", "footnotes", "_rels/document.xml.rels"]),
)
def test_a_wounded_part_of_a_word_file_is_read_or_refused(wounds, of):
    with ZipFile(BytesIO(WORD)) as archive:
        files = {path: archive.read(path) for path in archive.namelist()}
    path = f"word/{of}" if "." in of else f"word/{of}.xml"
    reads_or_refuses(zipped(files | {path: wounded(files[path], wounds)}), "a.docx")
