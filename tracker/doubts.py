"""The doubts a reading may carry, in words that say what to check."""

WHAT_TO_CHECK = {
    "anaphora_guessed": "Who is meant by “it” or “the Unit” was guessed from what stands before or is open.",
    "due_before_adoption": "The due date that was read lies before the day of adoption; is either misread?",
    "no_addressee": "It asks for something and names nobody who is asked.",
    "soft_need": "It states a need without asking anybody; is it an obligation?",
    "two_readings": "The verb may belong to somebody else than the adopting body.",
    "unknown_addressee": "The directory does not know who is named; a provisional entry was made.",
    "unknown_verb": "The operative verb is not in the table.",
}


def in_words(doubt: str) -> str:
    """Return what a person should check, from the parser's short word for it."""
    return WHAT_TO_CHECK.get(doubt, doubt.replace("_", " ").capitalize() + ".")
