"""How a door says no: what is wrong, which field, and what to do, in words for the person who asked."""


class Refused(Exception):
    """An act that cannot be done as asked.

    Args:
        message: what is wrong and what to do.
        field: the input it concerns, empty where it concerns the whole.
        code: a short machine-readable word.
    """

    code = "refused"

    def __init__(self, message: str, *, field: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code or self.code


class NotAllowed(Refused):
    """The person may not do this."""

    code = "not_allowed"


class Conflict(Refused):
    """Somebody else changed the thing meanwhile."""

    code = "conflict"
