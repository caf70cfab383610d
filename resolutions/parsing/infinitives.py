"""Where the action begins: the "to" of "requests the Secretary-General *to* report".

Reads words; gives places. A "to" that belongs to a name or a restriction opens no action: "States in a
position *to* do so", "the measures referred *to* in paragraph 4", "parties *to* the Convention".
"""

from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

# "to" after these belongs to the restriction of an addressee: "in a position to do so".
HOLDS_TO = word_group("holds_to")
# Words that cannot be the bare verb of an infinitive.
NO_VERB = word_group("no_verb")
STOP = frozenset((":", ";"))
LONGEST_LIST = 90  # words
VERBS_IN_ING = frozenset(("bring",))


def infinitive(words: Words, first: int, last: int) -> int | None:
    """Give the place of the "to" that opens the action: "requests X *to* report"."""
    for at in range(first, min(last, first + LONGEST_LIST)):
        word = words.at(at)
        if word in STOP:
            return at if word == ":" and words.at(at - 1) == "to" else None
        if word == "to" and opens_action(words, at):
            return at - 1 if words.at(at - 1) in ("not", "neither") else at
    return None


def opens_action(words: Words, at: int) -> bool:
    """Tell whether the "to" at a place opens an action."""
    before, after = words.at(at - 1), words.at(at + 1)
    if after in (":", "", ","):
        return True
    if (before in HOLDS_TO and after != "be") or after in NO_VERB or after.startswith("non-"):
        return False
    if after.endswith("ing") and after not in VERBS_IN_ING:
        return False
    return after.replace("-", "").isalpha() and words.printed[at + 1][:1].islower()
