"""Markdown and Word out: what is printed reads back to the same document."""

from io import BytesIO

import docx
import pytest
from msgspec.structs import replace

from resolutions.exporting.docx import to_docx
from resolutions.exporting.markdown import to_markdown
from resolutions.parsing.document import Annex, Document, Footnote, FootnoteCall, PreambularParagraph
from tests.resolutions.exporting.documents import (
    FRENCH,
    NUMBERED_TWICE,
    RICH,
    SAMPLE,
    SINGLE,
    back,
    content,
    made,
)

SIGNS = r"""Recalling 1 * 2 _three_ [four] <five> & \six `seven` # eight, 9. ten"""
FORMS = {"md": (to_markdown, "export.md"), "docx": (to_docx, "export.docx")}


def signs() -> Document:
    recital = PreambularParagraph("pp1", "Recalling", SIGNS, (FootnoteCall("1", 9), FootnoteCall("2", 20)))
    notes = (Footnote("1", "[See] *annex*."), Footnote("2", "- A dash."))
    return replace(made(SINGLE), title="# The <title> of 2 * 3", preamble=(recital,), footnotes=notes)


def notes() -> Document:
    """Note 3 is called before the others, note 4 by nobody; calls 1 and 2 stand side by side."""
    calls = (FootnoteCall("3", 9), FootnoteCall("1", 12), FootnoteCall("2", 12), FootnoteCall("2", 12))
    recital = PreambularParagraph("pp1", "Recalling", "Recalling it,", calls)
    told = (Footnote(str(n), f"Official Records, chap. {n}.") for n in range(1, 5))
    return replace(made(SINGLE), preamble=(recital,), footnotes=tuple(told))


DECISION = """\
Decision 2030/301

Lamps

At its 15th plenary meeting, on 5 June 2030, the Economic and Social Council:

(a) Took note of the report;

(b) Approved the agenda.
"""
POINTED = """\
85/124. Lamps

The General Assembly,

1. Requests the Secretary-General:

1.1 to prepare a plan:

1.1.1 for lamps;

1.1.2 for wicks;

1.2 to light the harbours;

2. Invites States:

2.a to pay;

2.b to report.

60th plenary meeting
12 December 2030
"""
DOCUMENTS = {
    "a decision without a formula": lambda: made(DECISION),
    "the sample": lambda: made(SAMPLE.read_text(), SAMPLE.name),
    "parts, lists and an annex": lambda: made(RICH),
    "a single paragraph": lambda: made(SINGLE),
    "a text in French": lambda: made(FRENCH),
    "a paragraph that begins with its first item": lambda: made(NUMBERED_TWICE),
    "numbers of several parts": lambda: made(POINTED),
    "a vote that was counted": lambda: replace(made(SINGLE), vote="by 9 votes to none, with 2 abstentions"),
    "an annex without adoption line": lambda: replace(
        made(SINGLE), meeting=None, adopted_on=None, annexes=(Annex("Annex: Rules", "One.\n\n2. Two."),)
    ),
    "a vote without day and meeting": lambda: replace(
        made(SINGLE), meeting=None, adopted_on=None, vote="by 9 votes to none"
    ),
    "a long title of an annex": lambda: replace(
        made(SINGLE), annexes=(Annex(f"Annex I: {'Rules of the lamps ' * 7}at sea", "One."),)
    ),
    "notes called side by side, late and not at all": notes,
    "signs that mean something elsewhere": signs,
    "a title longer than a property of a Word file": lambda: replace(
        made(SINGLE), title="Lights " * 60 + "on"
    ),
}


@pytest.fixture(params=list(DOCUMENTS.values()), ids=list(DOCUMENTS))
def document(request):
    return request.param()


@pytest.mark.parametrize("form", list(FORMS))
def test_what_is_printed_reads_back_to_the_same_document(document, form):
    write, name = FORMS[form]
    assert content(back(write(document), name)) == content(document)


def test_markdown_is_what_a_person_would_write():
    lines = to_markdown(made(RICH)).decode().split("\n\n")
    assert lines[0].startswith('---\nsymbol: "A/RES/85/123"\ntitle: "Lighthouses')
    assert lines[1:5] == [
        "A/RES/85/123",
        "\\[on the report of the Second Committee (A/85/999)\\]",
        "# Lighthouses \\& \\*beacons\\* of the world",
        "*The General Assembly*,",
    ]
    assert lines[5] == "*Recalling* its resolution 84/1 of 3 October 2029,[^1] and its resolution 84/2,"
    assert lines[7:9] == ["## I", "## Lights"]
    assert "(b) To publish the list:" in lines
    assert "60th plenary meeting  \n12 December 2030" in lines
    assert lines[-2:] == ["[^1]: See Official Records, chap. II.", "[^2]: Ibid., chap. III.\n"]


def test_a_line_that_opens_like_a_list_stays_a_paragraph():
    recitals = tuple(
        PreambularParagraph(f"pp{n}", "", words)
        for n, words in enumerate(["1. is not a list", "- nor this,", "#2 of them,", "+ so on,"], 1)
    )
    lines = to_markdown(replace(made(SINGLE), preamble=recitals)).decode().split("\n\n")
    after = lines.index("*The Economic and Social Council*,") + 1
    assert lines[after : after + 4] == [r"1\. is not a list", r"\- nor this,", r"\#2 of them,", r"\+ so on,"]


def test_word_sets_lead_phrases_in_italics_and_notes_as_footnotes():
    word = docx.Document(BytesIO(to_docx(made(RICH))))
    first = next(p for p in word.paragraphs if p.text.startswith("1.\tInvites"))
    assert [run.text for run in first.runs if run.italic] == ["Invites"]
    assert [run.text for run in first.runs if run.font.superscript] == ["2"]
    assert [p.text for p in word.paragraphs if p.style and p.style.name == "Title"] == [made(RICH).title]
    parts = [str(part.partname) for part in word.part.package.iter_parts()]
    assert parts.count("/word/footnotes.xml") == 1


def test_word_without_footnotes_has_no_part_for_them():
    word = docx.Document(BytesIO(to_docx(made(SINGLE))))
    assert "/word/footnotes.xml" not in [str(part.partname) for part in word.part.package.iter_parts()]
