"""An operative paragraph while the operative part is being read."""

from msgspec import Struct, field

from resolutions.parsing.numbering import Style


class Draft(Struct):
    """An operative paragraph on its way: texts still carry marks.

    Args:
        pieces: its text as far as it has come.
        after: what followed its list, piece by piece.
        printed: the number of a numbered paragraph as it stands in the text.
    """

    style: Style
    value: str
    label: str
    path: str
    pieces: list[str]
    depth: int
    section: int
    heading: str | None = None
    parent: "Draft | None" = None
    children: int = 0
    after: list[str] = field(default_factory=list)
    eid: str = ""
    part: str | None = None
    printed: str = ""

    @property
    def text(self) -> str:
        """The text up to the first item."""
        return " ".join(self.pieces)

    @property
    def tail(self) -> str:
        """The words after the last item."""
        return " ".join(self.after)
