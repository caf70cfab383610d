"""Whose session "its forty-eighth session" is, and whether something named before it was held there.

Reads the words before a session; writes the code of the body. The body named last counts ("to the Council, at
its fifty-ninth session"), else the adopting body.
"""

import datetime as dt
import re
from functools import cache

from resolutions.parsing.anaphora import resolve
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.vocabulary import SessionEntry, organs, sessions

NAMED_BODY = re.compile(
    r"\b(?:[A-Z][\w-]+ (?:and )?)*(?:Assembly|Council|Commission|Committee|Subcommittee|Forum|Conference"
    r"|Congress|Board|Working Group|Panel|Platform|Subcommission)"
    r"(?: (?:of|on|for|to)(?: the)? [A-Z][\w-]+(?: (?:and |of |the |for |on )*[A-Z][\w-]+)*)?"
)
# A session of the past or of something named: "the panel discussion held at", "accepted by the Panel at"
OF_ANOTHER = re.compile(
    r"(?<!\bbe )\b(?:held|accepted|adopted|approved|agreed|convened|endorsed|established|issued|made|taken)"
    r"(?: (?:by|in) (?:the )?[A-Z][\w-]+(?: (?:(?:of|on|for|and|the|to|in|against) )*[A-Z][\w-]+)*)? $"
    r"|\bPresident of the (?:General )?(?:Assembly|Council) $"  # the one who presides over it
)
# "in preparation for the conference to be held at its eighty-first session"
PREPARED = re.compile(
    r"\b(?:preparations? (?:for|of)|preparatory \w+ (?:for|of)|prepare for)\b[^,;]*\bto be \w+ $"
)
AGENT = re.compile(r"\b(?:adopted|agreed|decided|endorsed|established|made|taken)(?: (?:in|at|on) [\w ]+)? $")
LONGEST_NAME = 160  # characters of "accepted by the Conference of the Parties to the Convention on …"
LONGEST_DEED = 60  # characters of the same where nobody is named
LOOK_BACK = 400  # characters in which the body of "its" session may stand
FEW_YEARS = dt.timedelta(days=5 * 365)


def is_of_another(prep: str, text: str, at: int) -> bool:
    """Tell whether a session is that of something or somebody named before it, and not the action's."""
    near = AGENT if prep == "by" else OF_ANOTHER
    back = LONGEST_NAME if " by " in text[max(0, at - LONGEST_NAME) : at] else LONGEST_DEED
    return bool(near.search(text, max(0, at - back), at)) or (
        "prepar" in text[max(0, at - LOOK_BACK) : at]
        and PREPARED.search(text, max(0, at - LOOK_BACK), at) is not None
    )


def whose_session(body: str | None, text: str, at: int, setting: Setting, label: str | None) -> str | None:
    """Give the code of the body whose session it is; None for a body whose sessions nobody lists.

    "To consider the report of the Working Group at its eighty-first session" speaks of the adopting body's
    session where that one is about to come: two bodies seldom count alike.

    Args:
        body: named after the session ("of the Human Rights Council"), if it is.
        text, at: the clause and where the session is named in it.
        setting: the adopting body and its day.
        label: what the session is called in the table: "80", "2025".
    """
    if body:
        return _code(body, setting)
    before = NAMED_BODY.findall(text, max(0, at - LOOK_BACK), at)
    code = _code(before[-1], setting) if before else setting.context.organ
    own = setting.context.organ
    return own if code is None and label and _is_near(own, label, setting) else code


def _is_near(organ: str | None, label: str, setting: Setting) -> bool:
    """Tell whether a session is on or comes within a few years."""
    entry, day = table().get((organ or "", label)), setting.adopted_on
    return bool(entry and day and entry.closes >= day and entry.opens <= day + FEW_YEARS)


def _code(name: str, setting: Setting) -> str | None:
    codes = _codes()
    if name in codes:
        return codes[name]
    entity = resolve(name, setting.context).entity or ""
    return codes.get(entity)


@cache
def _codes() -> dict[str, str]:
    return {organ.name: organ.code for organ in organs()}


@cache
def table() -> dict[tuple[str, str], SessionEntry]:
    """Give the sessions by body and label."""
    return {(session.organ, session.label): session for session in sessions()}
