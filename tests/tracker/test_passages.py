"""How paragraphs are set on a page."""

import pytest

from tracker.passages import printed_label


@pytest.mark.parametrize(
    ("label", "printed"),
    [("1", "1."), ("3(a)", "(a)"), ("3(a)(ii)", "(ii)"), ("3(•1)", "•"), ("u1", ""), ("", "")],
)
def test_a_label_is_printed_as_it_stands_before_its_words(label, printed):
    assert printed_label(label) == printed
