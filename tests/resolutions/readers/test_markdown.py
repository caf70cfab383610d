"""Markdown as resolutions use it."""

import pytest

from resolutions.readers import BlockKind, Run, read


def blocks(text):
    return read(text.encode(), "a.md").blocks


def test_a_numbered_paragraph_keeps_its_number_and_its_italics():
    (block,) = blocks("7. *Also invites* Member States")
    assert (block.kind, block.marker, block.text) == (BlockKind.LIST_ITEM, "7.", "Also invites Member States")
    assert block.runs == (Run("Also invites", italic=True), Run(" Member States"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Title", [("heading", "", "Title")], id="heading"),
        pytest.param("One\ntwo", [("text", "", "One\ntwo")], id="hard wrap"),
        pytest.param("1\\. text", [("text", "", "1. text")], id="escaped number"),
        pytest.param("(a) To act;", [("text", "", "(a) To act;")], id="lettered item is text"),
        pytest.param("    Indented", [("text", "", "Indented")], id="indented text is no code"),
        pytest.param("- one\n- two", [("list item", "-", "one"), ("list item", "-", "two")], id="bullets"),
        pytest.param("[^1]: See A/58/6.", [("footnote", "1", "See A/58/6.")], id="footnote"),
        pytest.param("Text\n___", [("text", "", "Text"), ("text", "", "_" * 20)], id="rule is no underline"),
        pytest.param(
            "|a|b|\n|-|-|\n|c|d|", [("table row", "", "a\tb"), ("table row", "", "c\td")], id="table"
        ),
    ],
)
def test_structure_is_kept_and_web_rules_are_off(text, expected):
    assert [(block.kind.value, block.marker, block.text) for block in blocks(text)] == expected


def test_a_nested_list_knows_its_depth():
    assert [(block.marker, block.depth) for block in blocks("1. one\n\n   - two\n\n2. three")] == [
        ("1.", 1),
        ("-", 2),
        ("2.", 1),
    ]


def test_only_the_first_paragraph_of_an_item_carries_the_number():
    assert [(block.marker, block.kind.value) for block in blocks("1. one\n\n   more")] == [
        ("1.", "list item"),
        ("", "text"),
    ]


@pytest.mark.parametrize("call", ["<sup>3</sup>", "[^3]"])
def test_a_footnote_call_is_superscript(call):
    (block,) = blocks(f"Convention,{call} and")
    assert block.runs[1] == Run("3", superscript=True)


def test_front_matter_becomes_fields_and_lines_still_count_from_the_top():
    source = read(b'---\nsymbol: "A/RES/1/1"\ndate: 1946-01-24\n---\nText', "a.md")
    assert source.fields == (("symbol", "A/RES/1/1"), ("date", "1946-01-24"))
    assert [(block.text, block.line) for block in source.blocks] == [("Text", 5)]


def test_lists_as_deep_as_anybody_writes_them_are_read():
    assert [(block.text, block.depth) for block in blocks("- " * 9 + "x")] == [("x", 9)]
