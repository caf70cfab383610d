"""How much of one file is read for clauses: more than real files have, so that no made-up one takes long."""

from msgspec import Struct

MOST_READ = 3_500  # clauses; the longest resolution has 600, a volume of 500 pages 3,000


class Allowance(Struct):
    """How many clauses of a file may still be read; a paragraph without one counts as one."""

    left: int = MOST_READ

    @property
    def is_spent(self) -> bool:
        """Tell whether nothing more may be read."""
        return self.left <= 0

    def spend(self, clauses: int) -> None:
        """Count the clauses of a paragraph."""
        self.left -= max(1, clauses)
