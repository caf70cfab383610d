"""When a text that was read counts as the text of the key: by the words they share.

Quotation marks, kinds of hyphens, glued footnote calls and the case of letters do not count.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

SAME = 0.97  # of the words of two paragraphs, by the F1 of words
SAME_ADDRESSEE = 0.75
QUOTES = re.compile(r"[‘’“”\"']")
GLUED_CALL = re.compile(r"(?<=[a-z,;.])\d{1,2}(?=\s|$|[,;.])")
ARTICLE = re.compile(r"^(?:the|a|an) ")
TO_HYPHEN = str.maketrans({"\u00ad": None, "\u2010": "-", "\u2011": "-"})


def plain(text: str | None) -> str:
    """Give a text in the form in which texts are compared."""
    even = unicodedata.normalize("NFKC", (text or "")).translate(TO_HYPHEN)
    without_calls = GLUED_CALL.sub("", QUOTES.sub("", even))
    return " ".join(without_calls.split()).casefold()


def words(text: str | None) -> Counter[str]:
    """Count the words of a text; short figures are left out, a footnote's number looks like them."""
    found = re.findall(r"\w+", plain(text).replace("-", ""))
    return Counter(word for word in found if not (word.isdigit() and len(word) < 3))


def shared(left: str | None, right: str | None) -> float:
    """Give the share of words two texts have in common, as F1: 0 to 1."""
    one, other = words(left), words(right)
    if not one or not other:
        return float(one == other)
    return 2 * (one & other).total() / (one.total() + other.total())


def agreement(key: Mapping[str, Any], text: str) -> float:
    """Give how far a paragraph agrees with its key, which has its text or only the ends and length."""
    if "text" in key:
        return shared(key["text"], text)
    read = plain(text).split()
    first, last = key["starts"], key["ends"]
    begins = shared(first, " ".join(read[: len(first.split())])) >= 0.85
    ends = shared(last, " ".join(read[-len(last.split()) :])) >= 0.85
    return float(begins and ends and abs(len(read) - key["words"]) <= max(1.0, 0.03 * key["words"]))


def phrase(text: str | None) -> str:
    """Give a lead phrase without the commas inside it: "Calls, in this context, for"."""
    return " ".join(re.sub(r"[,:]", " ", plain(text)).split())


def same_lead(printed: str, read: str | None) -> bool:
    """Tell whether a phrase is the printed one, or one of the two only goes on further."""
    key, found = phrase(printed), phrase(read)
    if not found:
        return False
    return key == found or (key.startswith(f"{found} ") and len(found) > 4) or found.startswith(f"{key} ")


def same_addressee(key: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    """Tell whether two addressees are the same: by whom they mean, else by their words."""
    entities = plain(key.get("entity")), plain(read.get("entity"))
    if all(entities) and entities[0] == entities[1]:
        return True
    return shared(ARTICLE.sub("", plain(key["text"])), ARTICLE.sub("", plain(read["text"]))) >= SAME_ADDRESSEE
