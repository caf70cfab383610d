"""Blocks become lines."""

from resolutions.parsing.lines import lines_of
from resolutions.readers import Block, BlockKind, Run

ASKS = Block((Run("Requests the Keeper"),))
TO_ACT = Block((Run("to light the lamp;"),))


def lines(*blocks):
    return [(line.text, line.torn) for line in lines_of(blocks)]


def test_what_belongs_to_the_page_is_no_line_of_the_text():
    header = Block((Run("Lamps and lighthouses"),), BlockKind.FURNITURE)
    assert lines(ASKS, header, TO_ACT) == [("Requests the Keeper", False), ("to light the lamp;", False)]


def test_a_page_break_tears_the_line_after_it():
    page_break = Block((), BlockKind.PAGE_BREAK)
    assert lines(ASKS, page_break, TO_ACT) == [("Requests the Keeper", False), ("to light the lamp;", True)]
