"""The facts of a stated reading, which may say anything: each is taken as the type it is meant to be."""

import datetime as dt

from resolutions.readers.blocks import Stated


class Misfit(ValueError):
    """What is stated does not fit the text; the message says what."""


class Facts:
    """The facts of one stated thing, each as the type it is meant to be."""

    def __init__(self, stated: Stated) -> None:
        self.said = dict(stated.facts)

    def text(self, name: str) -> str:
        """Give a text, empty where nothing is stated."""
        return self.said.get(name, "")

    def flag(self, name: str) -> bool:
        """Tell whether it is stated that something is so."""
        return self.said.get(name) == "true"

    def number(self, name: str) -> int:
        """Give a number, 0 where nothing is stated; raise ValueError for what is none."""
        return int(self.said.get(name, "0"))

    def day(self, name: str) -> dt.date | None:
        """Give a day, None where nothing is stated; raise ValueError for what is none."""
        return dt.date.fromisoformat(self.said[name]) if name in self.said else None

    def span(self, text: str) -> tuple[int, int]:
        """Give the offsets start and end, which must lie in the text; raise Misfit where they do not."""
        start, end = self.number("start"), self.number("end")
        if not 0 <= start < end <= len(text):
            raise Misfit(f"offsets {start} to {end} of a text of {len(text)} characters")
        return start, end
