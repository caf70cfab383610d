"""What an Akoma Ntoso file states about its resolution: symbol, title, dates, meeting, vote, language.

Reads the metadata, the cover and the conclusions of one statement; writes the fields of a source. A field is
left out where the file says nothing or where it says something that cannot be meant ("0001-01-01").
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from resolutions.readers.akn_text import local

STATEMENTS = {"statement", "doc", "debateReport", "act", "bill", "officialGazette"}
# ISO 639-2 as the files give it, to the two letters used everywhere else (the six official languages).
LANGUAGES = {
    "eng": "en",
    "ara": "ar",
    "fra": "fr",
    "fre": "fr",
    "rus": "ru",
    "spa": "es",
    "zho": "zh",
    "chi": "zh",
}
AGENDA = re.compile(r"\d[\w ,()]*", re.ASCII)
VOTES = ("inFavour", "against", "abstaining")


def statements_of(root: etree._Element) -> list[etree._Element]:
    """Give the documents in a file: usually one, several in a collection, never the annexes of one."""
    found: list[etree._Element] = []
    for child in root:
        if local(child) in STATEMENTS:
            found.append(child)
        elif local(child) and local(child) != "meta":
            found.extend(statements_of(child))
    return found


def fields_of(statements: Sequence[etree._Element]) -> tuple[tuple[str, str], ...]:
    """Give what the file says about its only document; of several only the language is stated for all."""
    if len(statements) == 1:
        return tuple(_fields(statements[0]))
    return tuple(field for field in _fields(statements[0]) if field[0] == "language")


def _fields(statement: etree._Element) -> Iterator[tuple[str, str]]:
    found = {
        "symbol": _words(statement, "docNumber", "symbol")
        or _value(statement, "FRBRalias", "name", "symbol"),
        "title": _words(statement, "docTitle", "resolutionTitle"),
        "session": _value(statement, "session", "refersTo", None, give="value"),
        "agenda_item": _agenda_item(statement),
        "proponent": _text_of(_first(statement, "docProponent")).strip("[]"),
        "adopted_on": _adopted_on(statement),
        "meeting": _meeting(statement),
        "vote": _vote(statement),
        "language": LANGUAGES.get(_value(statement, "FRBRlanguage", "language", None, give="language"), ""),
    }
    yield from ((name, value) for name, value in found.items() if value)


def _own(statement: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the elements of that name in a document and not in its annexes."""
    for part in statement:
        if local(part) not in ("attachments", "components"):
            yield from part.iter(f"{{*}}{name}")


def _first(statement: etree._Element, name: str, refers: str = "") -> etree._Element | None:
    found = (e for e in _own(statement, name) if not refers or e.get("refersTo", "").lstrip("#") == refers)
    return next(found, None)


def _text_of(element: etree._Element | None) -> str:
    return " ".join("".join(_pieces(element)).split()) if element is not None else ""


def _pieces(element: etree._Element) -> Iterator[str]:
    """Give the words of an element without those of its notes."""
    if local(element) == "authorialNote":
        return
    yield element.text or ""
    for child in element:
        yield " " if local(child) == "eol" else ""
        yield from _pieces(child)
        yield child.tail or ""


def _words(statement: etree._Element, name: str, refers: str) -> str:
    return _text_of(_first(statement, name, refers))


def _value(
    statement: etree._Element, name: str, attribute: str, wanted: str | None, *, give: str = "value"
) -> str:
    """Give an attribute of the first element of that name, where another attribute is as wanted."""
    for element in _own(statement, name):
        if wanted is None or element.get(attribute, "").lstrip("#") == wanted:
            return element.get(give, "").lstrip("#").strip()
    return ""


def _agenda_item(statement: etree._Element) -> str:
    for element in _own(statement, "inline"):
        if element.get("name") == "agenda item":
            found = AGENDA.search(element.get("title") or _text_of(element))
            return found[0].strip(" ,") if found else ""
    return ""


def _adopted_on(statement: etree._Element) -> str:
    """Give the day of adoption that most of three places say: adoption line, workflow, date of the work."""
    dates = [
        *(e.get("date", "") for e in _own(statement, "docDate") if "adoption" in e.get("refersTo", "")),
        *(e.get("date", "") for e in _own(statement, "step") if e.get("outcome") == "adopted"),
        *(e.get("date", "") for e in _own(statement, "FRBRdate") if e.get("name") == "adoption"),
    ]
    days = Counter(day for day in dates if _is_day(day))
    return days.most_common(1)[0][0] if days else ""


def _is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).year > 1
    except ValueError:
        return False


def _meeting(statement: etree._Element) -> str:
    for name in ("location", "inline", "event"):
        for element in _own(statement, name):
            marks = (element.get("name"), element.get("refersTo", "").lstrip("#"))
            if "adoptionMeeting" in marks:
                return _text_of(element)
    return ""


def _vote(statement: etree._Element) -> str:
    """Give how it was adopted, from the conclusions where they say so, else from the counts."""
    printed = _text_of(_first(statement, "vote"))
    if printed:
        return printed.partition("The voting was")[0].strip("[]. ")
    voting = _first(statement, "voting")
    if voting is None:
        return ""
    if voting.get("outcome") == "adoptedWithoutVote":
        return "Adopted without a vote"
    counts = {e.get("refersTo", "").lstrip("#"): e.get("value", "") for e in _own(statement, "count")}
    if "inFavour" not in counts or not all(value.isdigit() for value in counts.values() if value):
        return ""
    yes, no, abstaining = (int(counts.get(kind) or 0) for kind in VOTES)
    return f"Adopted by {yes} votes to {no or 'none'}, with {abstaining} abstentions"
