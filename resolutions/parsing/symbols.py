"""Document symbols: one spelling for each, and the symbol that a number in prose stands for.

Reads symbols as printed ("S/RES/1373(2001)") and numbers with their owner ("General Assembly resolution
58/140"); writes symbols as the UN prints them. Sources: the Editorial Manual on the identification of
resolutions; numbering before 1976 (GA) and 1978 (ECOSOC) was consecutive with the session in roman.
"""

import re

LAST_COUNCIL_SESSION = 62  # the Human Rights Council's sessions; higher numbers are the Assembly's
YEAR_NUMBER = re.compile(r"(?:19|20)\d\d/\d{1,3}(?: [A-Z])?")  # "2004/33"
SESSION_NUMBER = re.compile(
    r"(?P<session>(?:S-|ES-)?\d{1,2})/(?P<number>\d{1,3})(?P<part> [A-Z])?"
)  # "58/140"
WITH_YEAR = re.compile(r"(\d{1,4}) ?\(((?:19|20)\d\d)\)")  # "1373 (2001)"
OF_PARTIES = re.compile(r"\d{1,3}/(?:CP|CMA|CMP|COP)\.\d{1,2}")  # "1/CP.21", of a conference of parties
# "1514 (XV)", "217 A (III)"; the parts of "181 A and B (II)" are left out
WITH_ROMAN = re.compile(r"(\d{1,4})(?: ([A-Z])| [A-Z] and [A-Z])? ?\(((?:S-|ES-)?[IVXLC]+)\)")
PROGRAMMES = re.compile(r"((?:UNEP/EA|HSP/HA)\.\d+/)RES\.")  # they print "UNEP/EA.5/Res.8", "HSP/HA.2/Res.1"
RES = re.compile(r"/res([/.])", re.IGNORECASE)
SPACED_YEAR = re.compile(r"(S/RES/\d{1,4}) ?\((\d{4})\)")

PREFIXES = {
    "GA": "A/RES/",
    "SC": "S/RES/",
    "ECOSOC": "E/RES/",
    "HRC": "A/HRC/RES/",
    "CHR": "E/CN.4/RES/",
}


def canonical(symbol: str) -> str:
    """Give a symbol in one spelling: "s/res/947(1994)" → "S/RES/947 (1994)"."""
    text = RES.sub(r"/RES\1", symbol.strip())
    text = PROGRAMMES.sub(lambda found: f"{found[1]}Res.", text.rstrip(".,;*"))
    return SPACED_YEAR.sub(r"\1 (\2)", text)


def resolution_symbol(number: str, organ: str | None, kind: str = "RES") -> str | None:
    """Give the symbol of a resolution from its number and the body that adopted it.

    Args:
        number: "58/140", "2004/33", "1373 (2001)", "1514 (XV)", "WHA66.10".
        organ: the body's code where known; the form of the number decides where it is not.
        kind: "RES" or "DEC".
    """
    number = number.strip()
    if number.upper().startswith("WHA"):
        return number.upper()
    if OF_PARTIES.fullmatch(number):
        return number
    if found := WITH_YEAR.fullmatch(number):
        return f"S/{kind}/{found[1]} ({found[2]})"
    if found := WITH_ROMAN.fullmatch(number):
        owner = "E" if organ in ("ECOSOC",) else "A"
        return f"{owner}/{kind}/{found[1]}{found[2] or ''}({found[3]})"
    if YEAR_NUMBER.fullmatch(number):
        prefix = PREFIXES["CHR"] if organ == "CHR" else PREFIXES["ECOSOC"]
        return f"{prefix.replace('RES', kind)}{number}"
    if found := SESSION_NUMBER.fullmatch(number):
        return _of_session(found, organ, kind)
    return None


def _of_session(found: re.Match[str], organ: str | None, kind: str) -> str:
    session, number, part = found["session"], found["number"], found["part"] or ""
    if organ == "UNEA":
        return f"UNEP/EA.{session}/{kind.capitalize()}.{number}"
    council = organ == "HRC" and int(session.rpartition("-")[2]) <= LAST_COUNCIL_SESSION
    prefix = PREFIXES["HRC" if council else "GA"].replace("RES", kind)
    return f"{prefix}{session}/{number}{part}"


def organ_of(symbol: str | None) -> str | None:
    """Give the code of the body that a resolution's symbol belongs to: "S/RES/466 (1980)" → "SC"."""
    prefixes = {**PREFIXES, "UNEA": "UNEP/EA.", "UN-Habitat Assembly": "HSP/HA.", "WHA": "WHA"}
    found = [code for code, prefix in prefixes.items() if symbol and symbol.startswith(prefix)]
    return found[0] if found else None
