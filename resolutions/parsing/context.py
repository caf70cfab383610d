"""What has been read of a document so far: the names in it that a short name can stand for.

Reads the paragraphs before the one at hand; gives longer names that hold a short one, full names of a kind,
and what an acronym was spelled out as.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain

from msgspec import Struct, field

from resolutions.parsing.committees import committees_in
from resolutions.parsing.directory import entity_of, named_at
from resolutions.parsing.governments import governments_in
from resolutions.parsing.mandates import mandates_in
from resolutions.parsing.phrases import Form, heads
from resolutions.parsing.territories import administering_in, territories_in
from resolutions.parsing.vocabulary import OrganEntry, organs
from resolutions.parsing.words import words_of

CAPITAL = r"(?:d’)?[A-Z][\w’-]+"
NAME = rf"(?:{CAPITAL}|of|on|for|the|and|to|in|against|with|or)"
SPELLED = re.compile(rf"(?:[A-Z][\w’-]+ )(?:{NAME} ){{0,16}}$")  # a name before "(FGS)"
LONGEST_SPELLED = 400  # characters
# What can stand before a noun in a name, "Economic and Social (Council)", and after it, "(Office) on Drugs".
BEFORE = re.compile(rf"(?:{CAPITAL} (?:(?:and|of|for|on) )?){{0,9}}{CAPITAL} $")
# The same with commas, "Educational, Scientific and Cultural", which only a listed name may have.
SERIES_BEFORE = re.compile(rf"(?:{CAPITAL},? (?:and )?){{0,9}}{CAPITAL} $")
ACRONYM = re.compile(r"\b[A-Z][A-Z-]{2,}\b")
LONGEST_BEFORE = 300  # characters
LONGEST_AFTER = 250
AFTER = re.compile(
    rf" (?:of|on|for|against) (?:the )?{CAPITAL}"
    rf"(?: (?:(?:of|on|for|and|the|in|with) ){{0,2}}{CAPITAL}){{0,12}}"
)


def acronyms_in(text: str) -> list[str]:
    """Give the names of the listed bodies that a text tells by their acronyms, in order."""
    told = ((acronym, entity_of(acronym)) for acronym in ACRONYM.findall(text))
    return [entity.name for acronym, entity in told if entity is not None and entity.acronym == acronym]


# A word without which a text holds no name of the kind, and what gives the names.
FINDERS: dict[str, tuple[str, Callable[[str], list[str]]]] = {
    "mandates": ("", mandates_in),
    "governments": ("", governments_in),
    "committees": ("ommittee", committees_in),
    "territories": ("", territories_in),
    "acronyms": ("", acronyms_in),
    "administering": ("dministering Power", administering_in),
}


class Context(Struct):
    """What has been read of a document so far.

    Args:
        organ: the adopting body's code.
        history: all words before the paragraph at hand, the title first.
        recent: the entity addressed last in the paragraph at hand, for "him" and "them".
        at_hand: the paragraph at hand.
    """

    organ: str | None = None
    history: list[str] = field(default_factory=list)
    recent: str | None = None
    at_hand: str = ""
    _names: dict[str, "_Names"] = field(default_factory=dict)

    @property
    def body(self) -> str | None:
        """The adopting body's name."""
        return bodies()[self.organ].name if self.organ in bodies() else None

    def names_with(self, short: str) -> list[str]:
        """Give the longer names that hold a short one, in order; no paragraph is read twice for it."""
        found = self._names.setdefault(short, _Names())
        for text in self.history[found.read :]:
            if short in text:
                found.names += names_in(text, short)
        found.read = len(self.history)
        return found.names

    def told(self, of: str) -> list[str]:
        """Give the full names of a kind, a key of `FINDERS`, in order; no paragraph is read twice for it."""
        sign, find = FINDERS[of]
        found = self._names.setdefault(of, _Names())
        for text in self.history[found.read :]:
            if sign in text:
                found.names += find(text)
        found.read = len(self.history)
        return found.names

    def spelled_out(self, acronym: str) -> str | None:
        """Give the name before an acronym in parentheses: "Federal Government of Somalia (FGS)"."""
        bracketed = f"({acronym})"
        text = next((text for text in chain(self.history, (self.at_hand,)) if bracketed in text), "")
        at = text.find(bracketed)
        while at >= 0:
            if found := SPELLED.search(text, max(0, at - LONGEST_SPELLED), at):
                return trimmed(found[0])
            at = text.find(bracketed, at + 1)
        return None

    def by_acronym(self, short: str) -> str | None:
        """Give the nearest body told by its acronym whose name holds a noun: "MINUSTAH … the Mission"."""
        told = (*self.told("acronyms"), *acronyms_in(self.at_hand))
        found = self._names["acronyms"]
        found.names = list(dict.fromkeys(reversed(found.names)))[::-1]  # each once, where it was told last
        return next((name for name in reversed(told) if short in name), None)


class _Names(Struct):
    """The names found for a short one, and how many paragraphs were read for them."""

    names: list[str] = field(default_factory=list)
    read: int = 0


@cache
def bodies() -> dict[str | None, OrganEntry]:
    """Give the adopting bodies by their code."""
    return {organ.code: organ for organ in organs()}


def names_in(text: str, short: str) -> list[str]:
    """Give the names in a text that hold a short one and more: "Economic and Social Council"."""
    names: list[str] = []
    begun = 0
    while (at := text.find(short, begun)) >= 0:
        end = at + len(short)
        begun_at = max(begun, at - LONGEST_BEFORE)
        before = BEFORE.search(text, begun_at, at)
        after = AFTER.match(text, end)
        begun = after.end() if after else end
        if text[end : end + 1].isalnum() or not (before or (after and not text[at - 1 : at].isalnum())):
            continue
        first = before.start() if before else at
        if text[first - 2 : first] == ", " and (series := _series_before(text, begun_at, at, end)):
            names.append(series)
            continue
        name = _in_directory(text[first : end + LONGEST_AFTER], short) or trimmed(text[first:begun])
        if name != short:
            names.append(name)
    return names


def _series_before(text: str, begun: int, at: int, end: int) -> str | None:
    """Give the listed name that ends at a place and has a comma in it."""
    before = SERIES_BEFORE.search(text, begun, at)
    listed = entity_of(text[before.start() : end]) if before else None
    return listed.name if listed else None


def _in_directory(text: str, short: str) -> str | None:
    """Give the directory's name that a text begins with: it may go on in small letters, "with regard to"."""
    words = words_of(text)
    named = named_at(words, 1 if words.at(0) == "the" else 0)
    return named.entity.name if named and short in named.entity.name and named.entity.name != short else None


def trimmed(name: str) -> str:
    """Cut small words from the end of a name: "Office on Drugs and Crime in" ends at "Crime"."""
    words = name.split()
    while words and words[-1].islower():
        words.pop()
    while words and (words[0] in ("The", "In", "By") or words[0].islower() or _is_lead(words[0])):
        words.pop(0)
    return " ".join(words)


def _is_lead(word: str) -> bool:
    """Tell whether a capital only opens a paragraph: "Urges", "Recalling"."""
    return word.lower() in heads(Form.FINITE) or word.endswith("ing")
