"""Web pages to blocks: lists, tables, notes, and what is no text of the page."""

import pytest

from resolutions.readers import Run, read


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def shapes(body: str, head: str = "") -> list[tuple[str, str, str]]:
    source = read(page(body, head).encode(), "a.html")
    return [(block.kind.value, block.marker, block.text) for block in source.blocks]


def texts(body: str, head: str = "") -> list[str]:
    return [text for _, _, text in shapes(body, head)]


@pytest.mark.parametrize(
    ("inside", "run"),
    [
        ("words", Run("words")),
        ("<i>words</i>", Run("words", italic=True)),
        ("<em><b>words</b></em>", Run("words", italic=True, bold=True)),
        ("<sup>th</sup>", Run("th", superscript=True)),
        ("<sup>[1]</sup>", Run("1", superscript=True)),
        ("<span style='font-style: italic'>words</span>", Run("words", italic=True)),
        ("<i><span style='font-style:normal'>words</span></i>", Run("words")),
        ("<span style='FONT-WEIGHT:700'>words</span>", Run("words", bold=True)),
        ("<span class=lead>words</span>", Run("words", italic=True)),
        ("<span class='x lead' style='font-style:normal'>words</span>", Run("words")),
    ],
)
def test_how_text_looks(inside, run):
    sheet = "<style>p, span.lead { font-style: italic } .x{} broken</style>"
    (block,) = read(page(f"<p>{inside}</p>", sheet).encode(), "a.html").blocks
    assert block.runs == (run,)


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ("", ["1.", "2."]),
        ("start=5", ["5.", "6."]),
        ("start=x", ["1.", "2."]),
        ("type=a", ["(a)", "(b)"]),
        ("type=A", ["A.", "B."]),
        ("type=i start=3", ["(iii)", "(iv)"]),
        ("type=I", ["I.", "II."]),
        ("style='list-style-type: lower-alpha'", ["(a)", "(b)"]),
        ("style='list-style: none'", ["", ""]),
        ("start=99999999999", ["1.", "2."]),
    ],
)
def test_ordered_lists_get_the_numbers_that_a_browser_prints(attributes, markers):
    found = shapes(f"<ol {attributes}><li>One</li><li><p>Two</p><p>more</p></li></ol>")
    assert [marker for _, marker, _ in found] == [*markers, ""]


def test_lists_in_lists_count_on_their_own():
    body = "<ol><li>One<ol type=a><li>A<ul><li>dot</ul><li>B</ol><li value=4>Four<ol><li>Inner</ol></ol>"
    source = read(page(body).encode(), "a.html")
    assert [(b.marker, b.depth, b.text) for b in source.blocks] == [
        ("1.", 1, "One"),
        ("(a)", 2, "A"),
        ("•", 3, "dot"),
        ("(b)", 2, "B"),
        ("4.", 1, "Four"),
        ("(1)", 2, "Inner"),
    ]


def test_an_item_that_holds_its_own_number_keeps_it():
    assert shapes("<ul><li>(a) To report;</li></ul>") == [("text", "", "(a) To report;")]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        pytest.param("<nav><p>Home</p></nav><p>Text</p>", ["Text"], id="navigation"),
        pytest.param(
            "<header>United Nations</header><p>Text</p><footer>Contact</footer>", ["Text"], id="frame"
        ),
        pytest.param(
            "<main><header>Resolution 1</header><p>Text</p></main>",
            ["Resolution 1", "Text"],
            id="head of the article",
        ),
        pytest.param("<div role=search>Find</div><p>Text</p>", ["Text"], id="search"),
        pytest.param("<script>var a = '<p>';</script><p>Text</p>", ["Text"], id="script"),
        pytest.param(
            "<p>Text <span style='display:none'>not seen</span>seen</p>", ["Text seen"], id="hidden"
        ),
        pytest.param("<p hidden>no</p><p>Text</p>", ["Text"], id="hidden by attribute"),
        pytest.param("<p><span style='mso-hide:all'>no</span>Text</p>", ["Text"], id="hidden by Word"),
        pytest.param("<p><del>old</del><ins>new</ins></p>", ["new"], id="tracked changes"),
        pytest.param("<p>Text<o:p>&nbsp;</o:p></p><p>&nbsp;</p>", ["Text"], id="empty paragraphs"),
        pytest.param("<p>One\n  two</p>", ["One two"], id="white space"),
        pytest.param("<p>One<br>two<br> <br>Three</p>", ["One\ntwo", "Three"], id="breaks"),
        pytest.param("<pre>One\ntwo\n\nThree</pre>", ["One\ntwo", "Three"], id="typed text"),
        pytest.param("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"], id="text between blocks"),
        pytest.param("<p>a &lt; b &amp; c&rsquo;s</p>", ["a < b & c’s"], id="entities"),
        pytest.param(
            "<!--[if gte mso 9]><xml>x</xml><![endif]--><p>Text</p>", ["Text"], id="word's comments"
        ),
    ],
)
def test_what_a_reader_sees(body, seen):
    assert texts(body) == seen


def test_headings_have_their_depth_and_a_long_one_is_text():
    assert shapes(f"<h2>Annex</h2><h1>{'long ' * 60}</h1>")[0] == ("heading", "", "Annex")
    assert shapes(f"<h2>Annex</h2><h1>{'long ' * 60}</h1>")[1][0] == "text"


def test_a_table_of_data_gives_rows_and_one_for_layout_its_text():
    data = "<table><tr><th>Scale<th>2020<tr><td>Norway<td>0.754</table>"
    assert texts(data) == ["Scale\t2020", "Norway\t0.754"]
    layout = "<table><tr><td>1.<td><p>Requests</p><p>further</p><tr><td>2.<td>Decides</table>"
    assert shapes(layout) == [
        ("list item", "1.", "Requests"),
        ("text", "", "further"),
        ("list item", "2.", "Decides"),
    ]
    assert texts("<table><td>a<table><tr><td>b</table>c</table>") == ["a", "b", "c"]
    assert texts("<table><caption>Scale</caption><tr><td>a</table>") == ["Scale", "a"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<p>Text<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a> on</p>"
            "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
            "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>"
            "<span class=MsoFootnoteReference>[1]</span></a> See <i>Treaty</i>.</p></div></div>",
            id="Word",
        ),
        pytest.param(
            "<p>Text<sup><a href='#fn1' id='ref1'>1</a></sup> on</p>"
            "<ol><li id='fn1'>See <i>Treaty</i>. <a href='#ref1'>↩</a></li></ol>",
            id="list of notes",
        ),
        pytest.param(
            "<p>Text<a href='#n'><sup>1</sup></a> on</p><p><a name='n'></a> See <i>Treaty</i>.</p>",
            id="anchor",
        ),
    ],
)
def test_notes_are_found_by_the_links_that_call_them(body):
    source = read(page(body).encode(), "a.html")
    assert [(run.text, run.superscript) for run in source.blocks[0].runs] == [
        ("Text", False),
        ("1", True),
        (" on", False),
    ]
    assert shapes(body)[-1] == ("footnote", "1", "See Treaty.")
    assert len(source.blocks) == 2


def test_the_paragraphs_of_a_note_stay_together():
    body = "<p>T<sup><a href='#f'>*</a></sup></p><div id=f><p>One</p><p>Two</p></div><p>After</p>"
    assert shapes(body)[1:] == [("footnote", "*", "One\nTwo"), ("text", "", "After")]


def test_a_link_that_calls_no_note_is_its_words():
    assert texts("<p>See <a href='#top'>above</a> and <a href='/x'>1</a></p>") == ["See above and 1"]


@pytest.mark.parametrize(
    ("printed", "marker"),
    [("1.<span>&nbsp;&nbsp; </span>", "1."), ("(a)", "(a)"), ("·", "•"), ("o", "•"), ("§", "•"), ("–", "–")],
)
def test_words_own_numbers_are_markers(printed, marker):
    body = (
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        f"<span style='mso-list:Ignore'>{printed}</span><![endif]>Requests</p>"
    )
    (block,) = read(page(body).encode(), "a.html").blocks
    assert (block.marker, block.depth, block.text) == (marker, 2, "Requests")
