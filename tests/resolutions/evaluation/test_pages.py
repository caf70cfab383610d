"""Sections of a page that several commands write."""

import pytest

from resolutions.evaluation.pages import put_section

HELD = "# Accuracy\n\n## kinds\n\n| a |\n\n# Round trip\n\nold\n"


@pytest.mark.parametrize(
    ("section", "after"),
    [
        ("# Round trip\n\nnew\n", "# Accuracy\n\n## kinds\n\n| a |\n\n# Round trip\n\nnew\n"),
        ("# Accuracy\n\nnew", "# Accuracy\n\nnew\n\n# Round trip\n\nold\n"),
        ("# Completeness\n\nall", f"{HELD}\n# Completeness\n\nall\n"),
    ],
    ids=["the last", "the first", "another"],
)
def test_a_section_takes_the_place_of_its_like_and_leaves_the_others(tmp_path, section, after):
    page = tmp_path / "page.md"
    page.write_text(HELD)
    put_section(page, section)
    assert page.read_text() == after


def test_a_page_begins_with_its_first_section(tmp_path):
    put_section(tmp_path / "page.md", "# Accuracy\n\nfigures\n")
    assert (tmp_path / "page.md").read_text() == "# Accuracy\n\nfigures\n"
