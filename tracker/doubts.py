"""The doubts a reading may carry: what a person should check, and how much hangs on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A kind of doubt.

    Args:
        name: what it is called in lists.
        check: what a person should check, as a sentence.
        points: how far to the front of the queue it brings a reading; more where a false obligation, or one
            that nobody is told of, may come of it.
    """

    name: str
    check: str
    points: int


KINDS = {
    "two_readings": Doubt(
        "Whose verb it is", "The verb may belong to somebody else than the adopting body.", 5
    ),
    "no_addressee": Doubt("Nobody named", "It asks for something and names nobody who is asked.", 4),
    "unknown_verb": Doubt("Unknown verb", "The operative verb is not in the table.", 4),
    "due_before_adoption": Doubt(
        "Due too early", "The due date that was read lies before the day of adoption; is either misread?", 3
    ),
    "anaphora_guessed": Doubt(
        "Who is meant",
        "Who is meant by “it”, “they” or “that body” was guessed from what stands before.",
        3,
    ),
    "unknown_addressee": Doubt(
        "New name", "The directory does not know who is named; a provisional entry was made.", 2
    ),
    "soft_need": Doubt("Stated need", "It states a need without asking anybody; is it an obligation?", 2),
}
OTHER_POINTS = 1


def kind_of(doubt: str) -> Doubt:
    """Return the kind of the parser's short word for a doubt, also of one that nobody has put in words."""
    words = doubt.replace("_", " ").capitalize()
    return KINDS.get(doubt, Doubt(words, f"{words}.", OTHER_POINTS))


def in_words(doubt: str) -> str:
    """Return what a person should check, from the parser's short word for it."""
    return kind_of(doubt).check
