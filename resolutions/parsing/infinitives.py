"""Where the action begins: the "to" of "requests the Secretary-General *to* report".

Reads words; gives places. A "to" that belongs to a name or a restriction opens no action: "States in a
position *to* do so", "the measures referred *to* in paragraph 4", "parties *to* the Convention".
"""

from functools import cache
from itertools import pairwise

from resolutions.parsing.directory import named_at
from resolutions.parsing.vocabulary import entities
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words, words_of

# "to" after these belongs to the restriction of an addressee: "in a position to do so".
HOLDS_TO = word_group("holds_to")
# What is thought of somebody is no action: "States where fugitives are suspected *to* be at large".
THOUGHT = word_group("thought")
BEING = ("be", "have")
# Words that cannot be the bare verb of an infinitive.
NO_VERB = word_group("no_verb")
STOP = frozenset((":", ";"))
LONGEST_LIST = 90  # words
VERBS_IN_ING = frozenset(("bring",))
PARTIES = ("parties", "signatories")
VERBS_IN_S = ("ss", "us")  # "parties to *address* it", but "parties to *conflicts*"


def infinitive(words: Words, first: int, last: int) -> int | None:
    """Give the place of the "to" that opens the action: "requests X *to* report"."""
    for at in range(first, min(last, first + LONGEST_LIST)):
        word = words.at(at)
        if word in STOP:
            return at if word == ":" and words.at(at - 1) == "to" else None
        if word == "to" and opens_action(words, at) and not _in_name(words, first, at):
            return at - 1 if words.at(at - 1) in ("not", "neither") else at
    return None


def opens_action(words: Words, at: int) -> bool:
    """Tell whether the "to" at a place opens an action."""
    before, after = words.at(at - 1), words.at(at + 1)
    if after in (":", "", ","):
        return True
    if before in THOUGHT and after in BEING:
        return False
    if (before in HOLDS_TO and after != "be") or after in NO_VERB or after.startswith("non-"):
        return False
    if after.endswith("ing") and after not in VERBS_IN_ING:
        return False
    if before in PARTIES and after.endswith("s") and not after.endswith(VERBS_IN_S):
        return False
    return after.replace("-", "").isalpha() and words.printed[at + 1][:1].islower()


@cache
def _after_to() -> frozenset[str]:
    """Give the words after "to" in names: "human rights to *safe* drinking water"."""
    names = (words_of(name).low for entity in entities() for name in (entity.name, *entity.aliases))
    return frozenset(after for low in names for word, after in pairwise(low) if word == "to")


def _in_name(words: Words, first: int, to: int) -> bool:
    """Tell whether a "to" stands inside a name of the directory that begins at a place or later."""
    if words.at(to + 1) not in _after_to():
        return False
    at = first
    while at < to:
        named = named_at(words, at)
        at = named.last if named else at + 1
    return at > to
