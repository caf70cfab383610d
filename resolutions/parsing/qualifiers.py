"""What qualifies an action: the resources it is tied to, its conditions, its purposes.

Reads the text of a clause; writes the words, and the action without them. Each pattern has an example and is
in lower case, as is the text it is tried on.
"""

import re
from typing import NamedTuple

from msgspec.structs import replace

from resolutions.parsing.document import ClauseType, Deadline, Place, Procedure, Reporting
from resolutions.parsing.procedure import agenda_items_in, procedure_in
from resolutions.parsing.provenance import places
from resolutions.parsing.signs import Wording, sign
from resolutions.parsing.words import lowered

HAVE = r"(?:existing|available|approved|current)"
# What a body has to act with: "within its means and capabilities", "within the troop ceiling of 500"
OWN_MEANS = (
    r"(?<!\bis )within (?:(?:the|limits of|its|their|his|overall|authori[sz]ed|existing|current|available"
    r"|mandates?|and|force|respective) )*(?:(?:(?:means|capabilit(?:y|ies)|capacit(?:y|ies)|resources)"
    r"(?: and )?)+(?<! and )|resource levels|mandated strength"
    r"|(?:authori[sz]ed levels|troop ceiling)(?: of (?:[\d,]*\d|\w+ \w+))?)(?![\w-])"
)
VOLUNTARY = (
    r"(?:voluntary (?:contributions|fund(?:s|ing)|resources)"
    r"|extrabudgetary (?:resources|contributions|funds|funding|means))"
)
LIMITS = r"(?:the (?:parameters|limits|framework|scope|bounds) of )?"
# "within existing resources", "to the maximum of their available resources", "from voluntary contributions"
RESOURCES = re.compile(
    rf"{OWN_MEANS}"
    r"|(?:from )?within (?:(?:the|its|their|his|overall|limits of|respective|mandates?|structures|and"
    r"|existing(?= structures| mandates?| frameworks?)|frameworks?) )*"
    rf"{HAVE} (?:(?:and|mandates?|budgetary|financial|human|overall|united nations|available) )*"
    r"(?:resources|means|budget|appropriations?)\b"
    rf"|within {LIMITS}(?:its|their|his|her) (?:respective )?mandates? and (?:{HAVE} )?resources"
    r"|within the (?:approved|agreed|revised|core|existing|available) budget(?:ary (?:framework|levels?))?\b"
    rf"|(?:to the maximum of|using|utili[sz]ing|through|from|with|out of) (?:(?:its|their|the) )?{HAVE} "
    r"(?:united nations )?(?:system )?(?:resources|means|capacit(?:y|ies))\b"
    r"|(?:with(?:in)?|using) the (?:resources|means) at (?:its|their|his|her) disposal"
    r"|(?:as|if|where|when|to the extent that|insofar as) (?:available )?resources (?:permit|allow)"
    r"|(?:available )?resources permitting"
    r"|(?:subject to|depend(?:ing|ent) (?:up)?on|contingent (?:up)?on)"
    r" (?:the )?(?:availability|provision|receipt) of (?:[\w-]+ ){0,4}?"
    r"(?:resources|contributions|funds|funding|financing)"
    r"|subject to (?:available )?(?:funding|resources)"
    r"|(?:(?:would|will) )?(?:subject to|depend(?:s|ing|ent)? (?:up)?on|contingent (?:up)?on)"
    r" (?:the )?(?:(?!the\b)[\w-]+ ){0,4}?"
    r"(?:resources|contributions|funds|funding) (?:being )?made available\b"
    r"|(?:(?:be )?(?:covered|financed|funded|met|borne|provided) )?"
    # "to support it, *including through voluntary contributions*" names a way to help, and no condition
    r"(?<!\bincluding )(?<!\bin particular )(?:through|from|using|by|by means of|on the basis of|out of) "
    rf"(?:the use of )?{VOLUNTARY}"
    r"|(?:covered|financed|funded|met|borne) (?:by|from|within|under|through) the regular budget"
    r"|(?:on a voluntary basis,? and )?(?:with|at) no (?:additional |extra )?costs?(?: to the [\w ]+)?"
    r"|without (?:prejudice to|additional|further) (?:costs?|resources|(?:[\w-]+ )?implications)\b"
    r"|(?:on|in) an? (?:cost|budget|resource)-neutral (?:basis|manner|way)"
)
# "as appropriate", "upon request", "in a position to do so", "unless the Council decides otherwise"
CONDITIONS = re.compile(
    r"\b(?:as (?:and when )?(?:appropriate|necessary|applicable|required|needed|feasible)"
    r"|where(?:ver)? (?:appropriate|applicable|possible|necessary|relevant|feasible)"
    r"|(?:if|when) (?:so )?(?:necessary|appropriate|required|requested|possible|needed)"
    r"|upon (?:their |its |the )?request(?: of [^,;]{3,60})?|at (?:their|its) request"
    r"|to the (?:fullest )?extent (?:possible|feasible|practicable)"
    r"|in a position to do so|that have not (?:yet )?done so"
    r"|(?:unless|provided that|in the event that|on condition that|on the understanding that|if) [^,;]{3,160}"
    r"|(?<=, )subject to [^,;]{3,120})"
)
PURPOSES = re.compile(
    r"\b(?:with a view to|in order (?:to|that)|so (?:as to|that)|for the purposes? of"
    r"|with the (?:aim|objective|goal) of)"
    r" .+?(?=,? and to \b|, to \b|, and (?:also|further) |;|$)"
)
# Each match of the patterns above holds one of these.
RESOURCE_SIGN = sign(
    *(
        "within ",
        " made available",
        "available resources",
        "existing resources",
        "approved resources",
        "current resources",
    ),
    *("subject to ", "voluntary ", "extrabudgetary", "regular budget", " cost", "-neutral"),
    *("without additional", "without prejudice to ", "without further", "availability of", " disposal"),
    *(
        "resources permit",
        "resources allow",
        "g existing",
        "g available",
        "existing means",
        "available means",
    ),
    *("existing capacit", "available capacit"),
)
MEANS_SIGN = sign(  # and each match of the first one of these
    *(
        "resource",
        "means",
        "capabilit",
        "capacit",
        "budget",
        "appropriation",
        "contribution",
        "fund",
        "financ",
    ),
    *("cost", "strength", "levels", "ceiling", "implication"),
)
CONDITION_SIGN = sign(
    *("if ", "when ", "where ", "wherever ", "as appropriate", "as necessary", "as applicable"),
    *("as required", "as needed", "as feasible", " request", " extent ", "position to do so"),
    *("done so", "unless ", "provided that", "in the event", "condition that", "understanding that"),
    "subject to ",
)
PURPOSE_SIGN = sign(
    *("with a view to", "in order t", "so as to", "so that", "for the purpose"),
    *("with the aim", "with the objective", "with the goal"),
)


class Qualifiers(NamedTuple):
    """What the words of a clause say of resources, conditions, purposes, agenda and procedure, and where."""

    resources: str | None
    conditions: tuple[str, ...]
    purposes: tuple[str, ...]
    procedure: Procedure | None
    agenda_items: tuple[str, ...]
    places: tuple[Place, ...]


def resources_in(said: Wording) -> str | None:
    """Give the words of a clause that tie its action to resources."""
    found = RESOURCES.search(said.low) if said.has(MEANS_SIGN) and said.has(RESOURCE_SIGN) else None
    return said.text[found.start() : found.end()].strip() if found else None


def conditions_in(said: Wording) -> tuple[str, ...]:
    """Give the words that make an action conditional, each once; those on resources are told apart."""
    if not said.has(CONDITION_SIGN):
        return ()
    found = (said.text[each.start() : each.end()].strip() for each in CONDITIONS.finditer(said.low))
    return tuple(dict.fromkeys(words for words in found if not RESOURCES.match(lowered(words))))


def purposes_in(said: Wording) -> tuple[str, ...]:
    """Give what an action is for: "in order to protect them", "with a view to its early conclusion"."""
    if not said.has(PURPOSE_SIGN):
        return ()
    return tuple(said.text[each.start() : each.end()].rstrip(" ,") for each in PURPOSES.finditer(said.low))


def bare_action(action: str, conditions: tuple[str, ...], purposes: tuple[str, ...]) -> str:
    """Give an action without the purposes it ends with and the conditions set off by commas."""
    bare = action
    for purpose in reversed(purposes):
        bare = bare.removesuffix(purpose).rstrip(", ")
    for condition in conditions:
        bare = bare.replace(f", {condition},", "").removesuffix(f", {condition}")
    return bare or action


def qualifiers_in(said: Wording, start: int, type_: ClauseType, told: Place | None) -> Qualifiers:
    """Give what the words of a clause say besides who does what by when.

    Args:
        said: the clause's words, which begin at offset `start` of the paragraph.
        type_: of the clause; only a deciding one settles the body's procedure.
        told: the words of the report it asks for, which come first among the places.
    """
    resources, conditions, purposes = resources_in(said), conditions_in(said), purposes_in(said)
    return Qualifiers(
        resources,
        conditions,
        purposes,
        procedure_in(said) if type_ is ClauseType.DECIDING else None,
        agenda_items_in(said),
        tuple(places(said.text, start, told, resources, conditions, purposes)),
    )


def with_rhythm(reporting: Reporting | None, deadlines: tuple[Deadline, ...]) -> Reporting | None:
    """Give a report with how often it is due, where the clause says so."""
    rhythm = next((each.recurrence for each in deadlines if each.recurrence), None)
    return replace(reporting, recurrence=rhythm) if reporting and rhythm else reporting
