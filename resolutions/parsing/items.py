"""The items of a list: what they take over from the paragraph above them.

Reads the words of a sub-paragraph and its chapeau; says whether it is an action of its own, goes on with the
chapeau, or only completes a list of things.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from resolutions.parsing.document import Addressee, AddresseeRole, Clause, ClauseType
from resolutions.parsing.infinitives import opens_action
from resolutions.parsing.lexicon import entry
from resolutions.parsing.phrases import Form, Match, match_phrase
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

ACTING = (ClauseType.DIRECTIVE, ClauseType.DECIDING)
ACTION_NOUN = re.compile(
    r"(?:The |An? )?(?:\w+ )?\w+(?:(?:tion|sion|ment)s? (?:of|and)|ing of)\b"
    r"|(?:\w+ )?(?:support|assistance|coordination|cooperation|training|advice) (?:to|for|in|with|of)\b",
    re.IGNORECASE,
)
# Ends of a chapeau that its items go on with as verbs or sentences.
OPEN_ENDS = (" to:", " that:", " shall:", " should:", " must:", " will:")
CONTENT = re.compile(
    r"\b(?:on|following|of|by the following|as follows|are|include|below|fields?|areas?):$", re.IGNORECASE
)
MEANS = re.compile(r" by(?:,[\w ]+)?:$")  # "by:", "by, inter alia:"
SETTLING = frozenset(("shall", "should", "must", "will"))
LONGEST_SUBJECT = 40  # words
RELATIVE = frozenset(("that", "which", "who", "how", "whether"))
OF_OTHERS = (" who:", " which:", " those:")  # the items tell what those others do
TASK_VERBS = word_group("item_verbs")
TASK_VERBS_OR_NOUNS = word_group("item_verbs_or_nouns")
# "Support *to* the police" is a thing, "Support *the* police" is a task.
AFTER_NOUN = frozenset(("of", "to", "for", "in", "and", "or", "by", "from", "with", "between", ",", ":", ""))
# "(a) *Where* the lamps are dark, to light them"
SUBORDINATE = frozenset(("where", "when", "if", "in", "within", "with", "without", "through", "as", "for"))
LONGEST_SUBORDINATE = 40  # words
# "the *following* tasks": the clause whose list the items are.
ANNOUNCES = re.compile(r"\bfollowing\b|\bbelow\b|\bas follows\b", re.IGNORECASE)


class Chapeau(Struct, frozen=True):
    """What an item can take over from the paragraph it belongs to."""

    clause: Clause
    eid: str
    text: str


def own_infinitive(words: Words, above: Chapeau) -> Match | None:
    """Give the verb of an item such as "(a) To request the Secretary-General …" or "Requesting …"."""
    if above.clause.type is not ClauseType.DECIDING or above.clause.action:
        return None  # "Decides to establish a Committee: (a) To recommend …" tells the Committee
    match = match_phrase(words, 1, Form.BARE) if words.at(0) == "to" else match_phrase(words, 0, Form.GERUND)
    if match is None or entry(match.meant.lemma).type is not ClauseType.DIRECTIVE:
        return None
    return match._replace(first=0)


def announcing(clauses: tuple[Clause, ...], text: str) -> Clause:
    """Give the clause that the items below a paragraph go on with: the one that speaks of what follows, or
    the last.
    """
    if len(clauses) == 1 or text.rstrip().endswith(":"):
        return clauses[-1]
    acting = (each for each in clauses if each.type in ACTING)
    return next((each for each in acting if ANNOUNCES.search(each.action)), clauses[-1])


def goes_on(words: Words, above: Chapeau) -> bool:
    """Tell whether an item is an action of its chapeau and not a member of a list of things."""
    text = above.text.rstrip()
    if not len(words) or text.endswith(OF_OTHERS):
        return False
    opening = words.at(_after_adverbs(words))
    gerund = opening.endswith("ing") and words.printed[0].isalpha()
    if _opens_with_task(words) or (gerund and MEANS.search(text)):
        return True
    if above.clause.type not in ACTING:
        soft = above.clause.asks and len(above.clause.addressees) > 0
        return (opening == "that" and text.endswith(":")) or (soft and gerund)
    if opening in ("to", "that", "not") or text.endswith(OPEN_ENDS) or _ends_with_subject(above.clause, text):
        return True
    if CONTENT.search(text):
        return text.endswith((" as follows:", " following:")) and _is_sentence(words)
    if gerund or _names_task_after_condition(words) or _is_sentence(words):
        return True
    return ACTION_NOUN.match(words.text) is not None


def _ends_with_subject(clause: Clause, text: str) -> bool:
    """Tell whether a chapeau leaves the whole predicate to its items: "Demands that *Eritrea*:"."""
    last = clause.addressees[-1] if clause.addressees else None
    return last is not None and last.rule == "subject of that" and text.endswith(f"{last.text}:")


def _after_adverbs(words: Words) -> int:
    """Give the place after "immediately" or "closely and actively" at the beginning."""
    at = 0
    while words.at(at).endswith("ly") or (at and words.at(at) == "and"):
        at += 1
    return at


def _is_sentence(words: Words) -> bool:
    """Tell whether an item says itself what shall be: "The forum *will* be held on 5 May"."""
    for at in range(1, min(len(words), LONGEST_SUBJECT)):
        if words.low[at] in RELATIVE:
            return False
        if words.low[at] in SETTLING:
            return True
    return False


def _opens_with_task(words: Words) -> bool:
    """Tell whether an item opens with a verb that says what to do: "Support the police", "To light"."""
    if words.at(0) == "to":
        return opens_action(words, 0)
    at = _after_adverbs(words)
    verb = words.at(at)
    if verb.endswith("ise"):
        verb = f"{verb[:-3]}ize"
    if verb in TASK_VERBS:
        return words.at(at + 1) != "of"
    verbal = words.at(at + 1) not in AFTER_NOUN and words.at(at + 2) != ":"
    return verb in TASK_VERBS_OR_NOUNS and verbal


def _names_task_after_condition(words: Words) -> bool:
    """Tell whether the task stands after a condition: "Where the lamps are dark, *to light* them"."""
    if words.at(0) not in SUBORDINATE:
        return False
    commas = (at for at in range(1, min(len(words), LONGEST_SUBORDINATE)) if words.low[at] == ",")
    return any(words.at(at + 1) == "to" and opens_action(words, at + 1) for at in commas)


def taken_over(above: Chapeau) -> list[Addressee]:
    """Give those asked in the chapeau, with the paragraph their offsets count in."""
    return [
        replace(addressee, eid=addressee.eid or above.eid, rule="taken over from the chapeau")
        for addressee in above.clause.addressees
        if addressee.role is not AddresseeRole.CONSULTED
    ]
