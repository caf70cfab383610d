"""What an engine gives of a page: stretches of text with their place and type, in the order of the file.

Any engine that yields these can stand in for another; nothing beyond this module knows which one does.
Places are in points with the origin at the lower left of the page as it is read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Stretch:
    """Text of one font and size on one baseline.

    Args:
        text: the characters; spaces at its end are kept, line ends are not in it.
        x0, x1: where it begins and where its last visible character ends.
        y: its baseline.
        size: height of the type in points, as printed.
        italic, bold: what its font says.
        upright: False for text that runs across the page's own direction, a watermark for instance.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool = False
    bold: bool = False
    upright: bool = True


@dataclass(frozen=True, slots=True)
class PageText:
    """A page.

    Args:
        number: from 1.
        width, height: in points, turned as it is read.
        stretches: in the order of the file.
        has_images: whether a picture could hold what the text does not.
        lost: how many characters could not be told.
    """

    number: int
    width: float
    height: float
    stretches: tuple[Stretch, ...]
    has_images: bool = False
    lost: int = 0


Engine = Callable[[bytes], Iterator[PageText]]
