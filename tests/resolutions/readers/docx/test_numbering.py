"""Numbers that Word prints and the file does not hold."""

import pytest

from resolutions.readers import read
from tests.resolutions.readers.docx.word import abstract, level, num, p, r, style, word

UN = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))


def markers(body: str, **parts: str) -> list[str]:
    return [block.marker for block in read(word(body, **parts), "a.docx").blocks]


def items(*places: tuple[int, int]) -> str:
    return "".join(p(r("words"), num=place) for place in places)


@pytest.mark.parametrize(
    ("places", "printed"),
    [
        pytest.param([(1, 0)] * 3, ["1.", "2.", "3."], id="paragraphs"),
        pytest.param(
            [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1)],
            ["1.", "(a)", "(i)", "(ii)", "(b)", "2.", "(a)"],
            id="a deeper level begins again",
        ),
        pytest.param([(1, 1), (1, 1)], ["(a)", "(b)"], id="a level without the one above"),
        pytest.param(
            [(1, 1)] * 28, [*(f"({c})" for c in "abcdefghijklmnopqrstuvwxyz"), "(aa)", "(bb)"], id="past z"
        ),
        pytest.param([(1, 0), (9, 0), (1, 0)], ["1.", "", "2."], id="a list that is not there"),
        pytest.param([(1, 0), (0, 0), (1, 0)], ["1.", "", "2."], id="numbering taken off"),
    ],
)
def test_levels_count_as_in_word(places, printed):
    assert markers(items(*places), numbering=UN + num(1, 0)) == printed


@pytest.mark.parametrize(
    ("form", "text", "printed"),
    [
        ("decimal", "%1)", "3)"),
        ("decimalZero", "%1.", "03."),
        ("lowerLetter", "(%1)", "(c)"),
        ("upperLetter", "%1.", "C."),
        ("lowerRoman", "(%1)", "(iii)"),
        ("upperRoman", "%1.", "III."),
        ("bullet", "\uf0b7", "•"),
        ("bullet", "o", "•"),
        ("bullet", "–", "–"),
        ("none", "", ""),
        ("chicago", "%1.", "3."),
    ],
)
def test_each_way_of_counting(form, text, printed):
    numbering = abstract(0, level(0, form, text)) + num(1, 0)
    assert markers(items(*[(1, 0)] * 3), numbering=numbering)[-1] == printed


def test_a_number_can_hold_those_above_it():
    legal = abstract(
        0,
        level(0, "upperRoman", "%1"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%3", "<w:isLgl/>"),
    )
    places = [(1, 0), (1, 0), (1, 1), (1, 2)]
    assert markers(items(*places), numbering=legal + num(1, 0)) == ["I", "II", "II.1", "2.1"]


def test_lists_of_one_abstract_list_count_on_and_an_override_starts_again():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = UN + num(1, 0) + num(2, 0) + num(3, 0, again)
    places = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]
    assert markers(items(*places), numbering=numbering) == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_starts_where_it_says():
    numbering = abstract(0, level(0, "decimal", "%1.", start=7)) + num(1, 0)
    assert markers(items((1, 0), (1, 0)), numbering=numbering) == ["7.", "8."]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "(a)"), ('<w:lvlRestart w:val="0"/>', "(b)")], ids=["restarts", "goes on"]
)
def test_a_level_restarts_unless_told_not_to(restart, last):
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", restart)) + num(1, 0)
    assert markers(items((1, 0), (1, 1), (1, 0), (1, 1)), numbering=numbering)[-1] == last


def test_a_changed_level_prints_its_own_way():
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert markers(items((1, 0)), numbering=UN + num(1, 0, changed)) == ["A)"]


def test_a_list_can_be_that_of_a_style_of_lists():
    link = abstract(1, more='<w:numStyleLink w:val="UN"/>')
    linked = UN.replace('Id="0">', 'Id="0"><w:styleLink w:val="UN"/>')
    assert markers(items((1, 0), (1, 1)), numbering=linked + link + num(1, 1)) == ["1.", "(a)"]


def test_a_style_can_number_its_paragraphs_and_inherits_it():
    styles = (
        style("Op", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style(
            "OpItem",
            '<w:basedOn w:val="Op"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
        )
        + style("OpMore", '<w:basedOn w:val="Op"/>')
    )
    body = "".join(p(r("words"), style=name) for name in ("Op", "OpItem", "OpMore"))
    assert markers(body, styles=styles, numbering=UN + num(1, 0)) == ["1.", "(a)", "2."]


def test_a_level_can_belong_to_a_style():
    own = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Item"/>'))
    styles = style("Item", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert markers(p(r("words"), style="Item"), styles=styles, numbering=own + num(1, 0)) == ["(a)"]


def test_styles_based_on_each_other_end():
    styles = style("A", '<w:basedOn w:val="B"/>') + style("B", '<w:basedOn w:val="A"/>')
    assert markers(p(r("words"), style="A"), styles=styles) == [""]


def test_an_empty_paragraph_counts_and_a_hidden_one_does_not():
    hidden = p(r("hidden", "<w:vanish/>"), num=(1, 0), properties="<w:rPr><w:vanish/></w:rPr>")
    body = items((1, 0)) + p(num=(1, 0)) + hidden + items((1, 0))
    assert markers(body, numbering=UN + num(1, 0)) == ["1.", "3."]


def test_the_old_counting_field_prints_its_number():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    blocks = read(word(p(field, r(" Requests")) + p(field, r(" Decides"))), "a.docx").blocks
    assert [block.text for block in blocks] == ["1. Requests", "2. Decides"]


@pytest.mark.parametrize("ilvl", ["8", "10000", "-1", "x"])
def test_levels_that_word_does_not_have_are_read_all_the_same(ilvl):
    body = p(r("words"), num=(1, 0)).replace('ilvl w:val="0"', f'ilvl w:val="{ilvl}"')
    assert len(markers(body, numbering=UN + num(1, 0))) == 1
