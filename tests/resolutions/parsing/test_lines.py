"""Blocks become lines."""

import pytest

from resolutions.parsing.lines import lines_of
from resolutions.readers import Block, BlockKind, Run


@pytest.mark.parametrize("kind", [BlockKind.FURNITURE, BlockKind.PAGE_BREAK])
def test_what_belongs_to_the_page_is_no_line_and_tears_the_next(kind):
    between = Block((Run("Lamps and lighthouses"),), kind) if kind is BlockKind.FURNITURE else Block((), kind)
    blocks = [Block((Run("Requests the Keeper"),)), between, Block((Run("to light the lamp;"),))]
    assert [(line.text, line.torn) for line in lines_of(blocks)] == [
        ("Requests the Keeper", False),
        ("to light the lamp;", True),
    ]
