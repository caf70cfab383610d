"""What a body decides about its own work: its agenda, that it remains seized, a review, an end.

Reads the text of a clause; writes the procedure and the agenda items named.
"""

import re

from resolutions.parsing.document import Procedure
from resolutions.parsing.signs import Wording, sign

# In the order in which they are looked for: "to review the mandate, which shall expire" is an end.
PROCEDURES = (
    (
        Procedure.AGENDA,
        re.compile(
            r"\b(?:include|inscribe|place|keep|retain)\b[^;]{0,160}?\b(?:in|on) (?:the|its) (?:\w+ )?agenda\b"
        ),
    ),
    (Procedure.SEIZED, re.compile(r"\b(?:remains?|continues? to be|be kept)(?: \w+)? seized\b")),
    (
        Procedure.SUNSET,
        re.compile(
            r"\b(?:shall|will|should|to) (?:expire|terminate|lapse|cease to (?:exist|apply|have effect))\b"
        ),
    ),
    (
        Procedure.REVIEW,
        re.compile(
            r"\b(?:to|shall|will) (?:\w+ly )?(?:review"
            r"|keep [^;]{3,80} under (?:\w+ )?(?:review|consideration))\b"
            r"|\bbe (?:\w+ly )?(?:reviewed|kept under (?:\w+ )?(?:review|consideration))\b"
            r"|\b(?:continue its|resume|continue the) (?:consideration|review) of\b"
        ),
    ),
)
PROCEDURE_SIGN = sign(
    "agenda", "seized", "expire", "terminate", "lapse", "cease to", "review", "consideration"
)
# "under the item entitled “Sustainable development”, the sub-item entitled “…”", "agenda item 5"
ITEM = re.compile(r"\b(?:sub-)?items? (?:of the (?:provisional )?agenda )?entitled “(?P<title>[^”]+)”")
ITEM_SIGN = sign("item")
NUMBERED = re.compile(r"\bagenda item (?P<number>\d{1,3}(?: \([a-z]\))?)")


def procedure_in(said: Wording) -> Procedure | None:
    """Give what a deciding clause decides about the body's own work."""
    if not said.has(PROCEDURE_SIGN):
        return None
    return next((procedure for procedure, pattern in PROCEDURES if pattern.search(said.low)), None)


def agenda_items_in(said: Wording) -> tuple[str, ...]:
    """Give the agenda items and sub-items named, as printed and in the order of the text."""
    if not said.has(ITEM_SIGN):
        return ()
    titles = tuple(found["title"].rstrip(",") for found in ITEM.finditer(said.text))
    return titles or tuple(found["number"] for found in NUMBERED.finditer(said.text))
