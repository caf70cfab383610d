"""Web pages as a whole: code pages, what is refused, and a resolution as a page."""

import pytest

from resolutions.parsing import parse
from resolutions.readers import UnreadableSource, read

WORDS = "Côte d’Ivoire"


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        pytest.param(f"<html><p>{WORDS}".encode(), [], id="utf-8 unsaid"),
        pytest.param(
            b"\xef\xbb\xbf" + f"<html><meta charset=latin1><p>{WORDS}".encode(), [], id="the mark wins"
        ),
        pytest.param(f"<html><meta charset=windows-1252><p>{WORDS}".encode("cp1252"), [], id="said"),
        pytest.param(
            f'<html><meta http-equiv="Content-Type" content="x; charset=iso-8859-1"><p>{WORDS}'.encode(
                "cp1252"
            ),
            [],
            id="latin-1 means windows-1252",
        ),
        pytest.param(
            f'<?xml version="1.0" encoding="windows-1252"?><html><p>{WORDS}</p></html>'.encode("cp1252"),
            [],
            id="xhtml",
        ),
        pytest.param(f"<html><p>{WORDS}".encode("utf-16"), [], id="utf-16"),
        pytest.param(
            f"<html><meta charset=utf-8><p>{WORDS}".encode("cp1252"), ["encoding_guessed"], id="said wrongly"
        ),
        pytest.param(f"<html><meta charset=zip><p>{WORDS}".encode(), [], id="no code page"),
        pytest.param(f"<html><meta charset=utf-16><p>{WORDS}".encode(), [], id="cannot be"),
    ],
)
def test_the_code_page_is_found(data, warned):
    source = read(data, "a.html")
    assert [block.text for block in source.blocks] == [WORDS]
    assert [warning.code for warning in source.warnings] == warned


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>1</script>", "empty"),
        ("<ol><li>" * 10_000, "too_deep"),
        ("<b>" * 700_000, "too_large"),
        ("", "empty"),
    ],
    ids=["no text", "10,000 lists in each other", "tags without end", "nothing"],
)
def test_a_page_that_cannot_be_read_is_refused(body, code):
    with pytest.raises(UnreadableSource) as refusal:
        read(f"<html><body>{body}".encode(), "a.html")
    assert refusal.value.code == code


RESOLUTION = """<!DOCTYPE html><html><head><title>UN</title></head><body><nav>Home</nav><main>
<p align=center><b>Resolution 2020/5</b></p><h2>Cooperation in testing</h2>
<p><i>The Economic and Social Council</i>,</p>
<p><i>Recalling</i> its resolution 2019/4 of 6 June 2019,<sup><a href="#f1">1</a></sup></p>
<ol><li><i>Requests</i> the Secretary-General:
<ol type="a"><li>To report to the Council at its session of 2021;</li>
<li>To publish the report;</li></ol></li>
<li><i>Welcomes</i> the progress made.</li></ol>
<p><i>10th plenary meeting<br>20 July 2020</i></p>
<hr><p id="f1"><sup>1</sup> See E/2019/99.</p></main><footer>Contact</footer></body></html>"""


def test_a_resolution_as_a_page_parses_to_its_paragraphs():
    (document,) = parse(read(RESOLUTION.encode(), "resolution.html"))
    assert (document.symbol, document.title) == ("E/RES/2020/5", "Cooperation in testing")
    assert [(paragraph.label, paragraph.text) for paragraph in document.operative] == [
        ("1", "Requests the Secretary-General:"),
        ("1(a)", "To report to the Council at its session of 2021;"),
        ("1(b)", "To publish the report;"),
        ("2", "Welcomes the progress made."),
    ]
    assert [recital.phrase for recital in document.preamble] == ["Recalling"]
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "See E/2019/99.")]
    assert str(document.adopted_on) == "2020-07-20"
