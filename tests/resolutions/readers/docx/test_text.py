"""The text of Word paragraphs, as a reader sees it."""

import pytest

from resolutions.readers import Run, read
from tests.resolutions.readers.docx.word import p, r, style, word

CHARACTER = '<w:style w:type="character" w:styleId="Lead"><w:rPr><w:i/></w:rPr></w:style>'
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def runs(*content: str, styles: str = "", named: str = "") -> tuple[Run, ...]:
    (block,) = read(word(p(*content, style=named), styles=styles), "a.docx").blocks
    return block.runs


def words(*content: str) -> str:
    return "".join(run.text for run in runs(*content))


@pytest.mark.parametrize(
    ("properties", "run"),
    [
        ("", Run("words")),
        ("<w:i/>", Run("words", italic=True)),
        ('<w:i w:val="0"/>', Run("words")),
        ('<w:b w:val="true"/>', Run("words", bold=True)),
        ('<w:vertAlign w:val="superscript"/>', Run("words", superscript=True)),
        ('<w:vertAlign w:val="subscript"/>', Run("words")),
        ('<w:rStyle w:val="Lead"/>', Run("words", italic=True)),
        ('<w:rStyle w:val="Lead"/><w:i w:val="off"/>', Run("words")),
        ('<w:rStyle w:val="Nowhere"/>', Run("words")),
    ],
)
def test_how_a_run_looks(properties, run):
    assert runs(r("words", properties), styles=CHARACTER) == (run,)


def test_italic_words_in_an_italic_paragraph_stand_upright():
    styles = CHARACTER + style("Quote", "<w:rPr><w:i/></w:rPr>")
    found = runs(r("all "), r("but", '<w:rStyle w:val="Lead"/>'), styles=styles, named="Quote")
    assert found == (Run("all ", italic=True), Run("but"))


def test_a_look_is_inherited_from_the_style_a_style_is_based_on():
    styles = style("A", "<w:rPr><w:b/></w:rPr>") + style("B", '<w:basedOn w:val="A"/>')
    assert runs(r("words"), styles=styles, named="B") == (Run("words", bold=True),)


def test_runs_of_one_look_are_joined_and_the_ends_are_clean():
    found = runs(r(" Re", "<w:i/>"), r("quests ", "<w:i/>"), r("the Secretary-General "))
    assert found == (Run("Requests ", italic=True), Run("the Secretary-General"))


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        pytest.param(f"<w:del>{r('old').replace('w:t', 'w:delText')}</w:del>{r('new')}", "new", id="deleted"),
        pytest.param(f"<w:ins>{r('added ')}</w:ins>{r('words')}", "added words", id="inserted"),
        pytest.param(
            f"<w:moveFrom>{r('here')}</w:moveFrom><w:moveTo>{r('there')}</w:moveTo>", "there", id="moved"
        ),
        pytest.param(r("seen") + r(" unseen", "<w:vanish/>"), "seen", id="hidden"),
        pytest.param(f"<w:hyperlink>{r('a link')}</w:hyperlink>", "a link", id="link"),
        pytest.param(f"<w:smartTag><w:smartTag>{r('tagged')}</w:smartTag></w:smartTag>", "tagged", id="tags"),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:t>Choose</w:t></w:sdtPr><w:sdtContent>{r('chosen')}</w:sdtContent></w:sdt>",
            "chosen",
            id="content control",
        ),
        pytest.param(f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>', "7", id="simple field"),
        pytest.param(f"{BEGIN}{r('instruction')}{SEPARATE}{r('result')}{END}", "result", id="field"),
        pytest.param(
            f"{BEGIN}{BEGIN}{r('a')}{SEPARATE}{r('b')}{END}{SEPARATE}{r('c')}{END}{r('d')}",
            "cd",
            id="field in a field",
        ),
        pytest.param(f"{END}{SEPARATE}{r('words')}", "words", id="ends of fields that never began"),
        pytest.param(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc", id="tab and break"
        ),
        pytest.param(
            "<w:r><w:t>seventy</w:t><w:noBreakHyphen/><w:t>ninth</w:t></w:r>", "seventy‑ninth", id="hyphen"
        ),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + r(" item"), "• item", id="symbol"),
        pytest.param(
            '<w:r><w:sym w:char="2013"/><w:sym w:char="zz"/></w:r>' + r(" item"), "– item", id="sign"
        ),
        pytest.param("<w:r><w:t> trimmed </w:t></w:r>" + r(" words"), "trimmed words", id="space not kept"),
    ],
)
def test_what_a_reader_sees(content, seen):
    assert words(content) == seen


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = p(r("Requests "), properties="<w:rPr><w:del/></w:rPr>") + p(r("the Secretary-General"))
    assert [b.text for b in read(word(body), "a.docx").blocks] == ["Requests the Secretary-General"]


def test_words_whose_last_paragraph_end_was_deleted_are_kept():
    body = p(r("Requests"), properties="<w:rPr><w:del/></w:rPr>")
    assert [b.text for b in read(word(body), "a.docx").blocks] == ["Requests"]


def test_tracked_changes_are_told():
    source = read(word(p(f"<w:ins>{r('words')}</w:ins>")), "a.docx")
    assert [warning.code for warning in source.warnings] == ["tracked_changes"]


@pytest.mark.parametrize(
    "box",
    [
        "<mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice>"
        "<mc:Fallback><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent>",
        "<w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>",
    ],
    ids=["new Word", "old Word"],
)
def test_a_text_box_follows_its_paragraph_once(box):
    body = p(r("before"), f"<w:r>{box.format(p(r('in the box')))}</w:r>") + p(r("after"))
    assert [b.text for b in read(word(body), "a.docx").blocks] == ["before", "in the box", "after"]
