"""Lists of those addressed: "Member States, regional organizations and, as appropriate, civil society".

Reads a stretch of words; writes the single noun phrases with the role the words around them give. Names
that hold an "and" stay whole, and so do adjectives that share one noun.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from resolutions.parsing.consulting import consulted_after
from resolutions.parsing.directory import LOOSE, named_at
from resolutions.parsing.document import AddresseeRole
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words

# Adjectives that can wait for a noun they share: "international, regional and national funding agencies".
SHARING = word_group("sharing")
LINKS = frozenset((",", "and", "all", "the"))
# Words that end a noun phrase without a comma: "the Secretary-General *when* doing so".
ENDING = word_group("ending")
MOST_ADJECTIVES = 40  # words: more in a row do not share a noun
LONGEST_NAME = 40  # words that are looked back over
LONGEST_SERIES = 6  # words of "OAS, UNASUR, and the"
HOLD_ALONE = frozenset(
    ("governments", "states", "parties", "countries", "donors", "civil")
)  # need no complement
ARTICLES = frozenset(("the", "a", "an"))
# Words that begin a qualification and no further addressee: "within their respective mandates".
QUALIFIERS = word_group("qualifiers")
INCLUDING = (
    ("including",),
    ("in", "particular"),
    ("above", "all"),
    ("especially",),
    ("particularly",),
    ("such", "as"),
    ("notably",),
)
BEFORE_MEMBERS = frozenset(said[0] for said in INCLUDING)
FITTING = frozenset(("appropriate", "applicable", "possible", "necessary", "requested"))
LEADING_IN = frozenset((",", "to", "and"))
HANGING = frozenset(
    (",", "and", "or", "both", "once", "again", "also", "further", "then", "thereafter", "not")
)
BODIES = word_group("bodies")
NAME_LINKS = frozenset(("on", "for", "of", "against"))
ALTERNATIVES = frozenset(("and", "or", "and/or"))
RELATIVE = frozenset(("that", "which", "who", "whose", "whom"))


class Phrase(NamedTuple):
    """A noun phrase: words `first` to `last` without its article, and the role it plays."""

    first: int
    last: int
    role: AddresseeRole


class _Reader(Struct):
    """Walks a list once, word by word."""

    words: Words
    end: int
    role: AddresseeRole
    start: int = -1
    closed: bool = False  # an "and" has brought the last member of an "including" list
    first_role: AddresseeRole = AddresseeRole.ADDRESSEE  # to which the list goes back after an "including"
    restricted: bool = False  # inside "that have not yet done so", where commas end and "and" does not

    def read(self, at: int) -> Iterator[Phrase]:
        while at < self.end:
            named = named_at(self.words, at)
            if named is not None and named.last <= self.end and self.words.at(named.last) != "-":
                self.start = at if self.start < 0 else self.start
                at = named.last
                continue
            role = self.role
            step = self._step(at)
            if step is None:
                self.start = at if self.start < 0 else self.start
                self.restricted |= self.words.at(at) in RELATIVE
                at += 1
                continue
            yield from self._finish(at, role)
            at = step
        yield from self._finish(self.end, self.role)

    def _step(self, at: int) -> int | None:
        """Give the place after a separator that ends the phrase here; None inside a phrase."""
        word = self.words.at(at)
        if word == ",":
            return self._after_comma(at)
        if self.start >= 0 and self._ends_phrase(at):
            return self._next_comma(at)
        if (after := self._including(at)) > at:
            if self.words.at(after) in QUALIFIERS:
                return self._after_manner(after)
            return self._turn(after, AddresseeRole.INCLUDING)
        if (after := consulted_after(self.words, at)) > at:
            return self._turn(after, AddresseeRole.CONSULTED)
        if word == "as" and self.words.low[at : at + 3] == ("as", "well", "as"):
            return self._back(at + 3)
        if word in ALTERNATIVES and self._parts(at):
            self.closed = True
            return at + 1
        return None

    def _ends_phrase(self, at: int) -> bool:
        """Tell whether an adjunct begins without a comma: "the Secretary-General *when* doing so"."""
        word = self.words.at(at)
        if word in ("where", "as", "if") and self.words.at(at + 1) in FITTING:
            return True
        if word == "as":  # "Portugal *as* administering Power"
            return self.words.at(at + 1) != "well" and self._is_plain(at)
        if word in ("where", "if"):
            return False
        return word in ENDING and not self.words.at(at - 1).endswith(("ed", "ing"))

    def _after_comma(self, at: int) -> int | None:
        """Give the place where the next phrase can begin after a comma; skip what only qualifies."""
        after = at + 1
        if self._shares(at) or (self.restricted and self._including(after) > after):
            return None
        if self._inside_name(at) and self._is_capital(after) and named_at(self.words, after) is None:
            return None
        self.restricted = False
        if self.words.at(after) in ALTERNATIVES:
            after += 1
            if self.role is AddresseeRole.INCLUDING and not self._closes_series(after):
                self.role = self.first_role  # no comma stands before the last "and" of a list
            if self.words.at(after) == ",":
                after += 1
        if self.words.low[after : after + 3] == ("as", "well", "as"):
            return self._back(after + 3)
        if self._including(after) > after or consulted_after(self.words, after) > after:
            return after
        if self.words.at(after) in QUALIFIERS or self.words.at(after) in RELATIVE:
            return self._next_comma(after)
        return after

    def _is_plain(self, at: int) -> bool:
        """Tell whether the phrase so far has no participle, whose "as" would belong to it."""
        before = self.words.low[max(self.start, at - LONGEST_NAME) : at]
        return before[-1:] not in (("such",), (",",)) and not any(w.endswith(("ed", "ing")) for w in before)

    def _next_comma(self, at: int) -> int:
        while at < self.end and self.words.at(at) != ",":
            at += 1
        return at

    def _after_manner(self, at: int) -> int:
        """Pass over "particularly in doing" and "including through their missions", which name nobody."""
        if self.words.at(at) in ("upon", "on", "to"):
            return self._turn(at + 1, AddresseeRole.INCLUDING)  # "calls upon all, especially *upon* X"
        comma = self._next_comma(at)
        goes_on = self.words.at(comma + 1) in ALTERNATIVES or self.words.at(comma + 1) == "as"
        doing = self.words.at(at + 1).endswith("ing") or self.words.at(at) == "through"
        return comma if goes_on or not doing else self.end

    def _including(self, at: int) -> int:
        if self.words.at(at) not in BEFORE_MEMBERS:
            return at
        for said in INCLUDING:
            if self.words.low[at : at + len(said)] == said:
                after = at + len(said)
                return after + 1 if self.words.at(after) == "," else after
        return at

    def _turn(self, after: int, role: AddresseeRole) -> int:
        self.role, self.closed, self.restricted = role, False, False
        return after

    def _back(self, after: int) -> int:
        """After "as well as" the list goes on with those it began with."""
        if self.role is AddresseeRole.INCLUDING:
            self.role = self.first_role
        return after

    def _closes_series(self, at: int) -> bool:
        """Tell whether ", and" brings the last of several names: "including OAS, UNASUR, *and* CARICOM"."""
        at = at + 1 if self.words.at(at) in ARTICLES else at
        before = self.words.low[max(0, at - LONGEST_SERIES) : at]
        named = self.words.printed[at : at + 1]
        last = "," not in self.words.low[at : self.end]
        return last and before.count(",") > 1 and bool(named) and named[0].isupper()

    def _parts(self, at: int) -> bool:
        """Tell whether an "and" parts two phrases and does not stand inside one."""
        if self.restricted or self.start < 0:
            return False
        after = at + 1
        if after >= self.end or self._shares(at) or self._shares_complement(at) or self._is_pair(at):
            return False
        right = self.words.printed[after]
        if right.isdigit():
            return False  # "referred to in paragraphs 18 and 19"
        if self.words.at(after) in ARTICLES or right[:1].islower():
            return True
        if named_at(self.words, after) is not None:
            return True
        return not self._inside_name(at)

    def _shares(self, at: int) -> bool:
        """Tell whether the phrase so far is adjectives that share the noun of the next: "international,"."""
        if self.start < 0 or at - self.start > MOST_ADJECTIVES:
            return False
        if self.words.at(at) == "and" and self.words.at(at - 1) in SHARING:
            return True
        return all(word in SHARING or word in LINKS for word in self.words.low[self.start : at])

    def _shares_complement(self, at: int) -> bool:
        """Tell whether two nouns share what follows: "all representatives *and* mechanisms of the …"."""
        if self.words.at(at + 2) not in ("of", "in") or not self.words.printed[at + 1].islower():
            return False
        left = [word for word in self.words.low[max(self.start, at - LONGEST_NAME) : at] if word not in LOOSE]
        return len(left) == 1 and left[0] not in HOLD_ALONE and self.words.printed[at - 1].islower()

    def _is_pair(self, at: int) -> bool:
        """Tell whether a bare noun shares the description before it: "joint bodies *and* mechanisms"."""
        before = self.words.low[self.start : at - 1]
        described = any(word not in LOOSE for word in before)
        pair = self.words.at(at - 1) in BODIES and self.words.at(at + 1) in BODIES
        ends = at + 2 >= self.end or self.words.at(at + 2) in (",", "of", "in", "as")
        return described and pair and ends and self.words.printed[at - 1].islower()

    def _is_capital(self, at: int) -> bool:
        return at < self.end and self.words.printed[at][:1].isupper()

    def _inside_name(self, at: int) -> bool:
        """Tell whether capitals on both sides make one name: "Committee on Crime Prevention and Control"."""
        capital = self.start >= 0 and self.words.printed[at - 1][:1].isupper()
        return capital and not NAME_LINKS.isdisjoint(self.words.low[max(self.start, at - LONGEST_NAME) : at])

    def _hangs(self, at: int) -> bool:
        """Tell whether a word at the end belongs to no name: "States *individually*", "X *and*"."""
        word = self.words.printed[at]
        return word in HANGING or _is_adverb(word)

    def _leads_in(self, first: int, end: int) -> bool:
        """Tell whether a first word is no part of a name: "*the* Council", "and *to* donors"."""
        word = self.words.at(first)
        return word in ARTICLES or word in LEADING_IN or (word == "both" and self.words.at(end) == "and")

    def _finish(self, at: int, role: AddresseeRole) -> Iterator[Phrase]:
        first, last = self.start, at
        self.start = -1
        if first < 0:
            return
        while first < last and self._leads_in(first, at):
            first += 1
        while last > first and self._hangs(last - 1):
            last -= 1
        if first < last and self.words.at(first) not in QUALIFIERS:
            yield Phrase(first, last, role)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word.islower()


def read_list(
    words: Words, first: int, last: int, role: AddresseeRole = AddresseeRole.ADDRESSEE
) -> list[Phrase]:
    """Part a list of noun phrases and give each its role."""
    phrases = list(_Reader(words, last, role).read(first))
    return phrases[:1] if _is_apposition(words, phrases) else phrases


def _is_apposition(words: Words, phrases: list[Phrase]) -> bool:
    """Tell whether a second phrase says again who the first is: "the host country, *the depositary*, to".

    A list of two would have an "and" between them, or in what was taken for one name.
    """
    if len(phrases) != 2 or phrases[0].role is not phrases[1].role:
        return False
    (_, end, _), (first, last, _) = phrases
    return words.low[end:first] == (",", "the") and "and" not in words.low[first:last]
