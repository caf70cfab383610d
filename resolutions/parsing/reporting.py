"""The report, update or briefing that a clause asks for, and to whom.

Reads the text of a clause; writes what and to whom. Each pattern has an example and is in lower case, as is
the text it is tried on: a pattern that minds no case is tried letter by letter and costs several times as
much.
"""

import re
from collections.abc import Iterator
from itertools import chain

from resolutions.parsing.context import Context
from resolutions.parsing.document import Place, Reporting
from resolutions.parsing.recipients import recipient
from resolutions.parsing.vocabulary.tables import word_group
from resolutions.parsing.words import Words, lowered, mentions

KIND = (
    r"(?:annual|biennial|triennial|quarterly|monthly|interim|final|progress|mid-?term|oral|written|analytical"
    r"|comprehensive|consolidated|periodic|follow-up)"
)
PRODUCT = re.compile(
    rf"(?<!th[ai][ts] )(?<!those )(?<!these )(?:{KIND} (?:and {KIND} )?)*\b"
    r"(?:(?P<report>reports?|updates?|briefings?|(?<=annual )reporting|(?<=regular )reporting)"
    r"|(?:note|study|summary|assessment|analysis|overview|compilation|survey|reporting)s?)\b"
    r"(?! (?:executions?|missions?|work|tools?|process(?:es)?|teams?|mechanisms?|systems?|requirements?"
    r"|channels?|obligations?|burdens?|procedures?|lines?|guidelines?|standards?|formats?|frameworks?|cycles?|platforms?)\b)"
)
# "an independent study" is to be handed in, "research and study" and "the impact assessment" are not
MADE = re.compile(r"\b(?:an?|its|his|her|their) (?:[\w-]+,? (?:and )?){0,4}$")
STRAIGHT = re.compile(r"^(?: (?!(?:for|of|with|to|on|in|the|and|or|risk|impact|needs?)\b)[\w-]+,?){0,4} $")
# What is only named: "reflected *in his* report", "information *for the preparation of the* report"
NAMED_ONLY = re.compile(
    r"\b(?:\w+(?:ed|out|forth|made|found|given)(?: to)? in|of|on|from|by|under|through|for|after"
    r"|before|towards?) (?:the|his|her|its|their|such|any|all) (?:(?!an?\b)[\w-]+ ){0,3}$"
)
# Whoever may be told: "inform the Council", not "inform decisions"
TOLD = (
    r"(?:(?:the|its) )?(?:[\w-]+ ){0,3}?(?:council|assembly|committee|commission|secretary-general"
    r"|secretariat|forum|board|conference|team|panel|office|bod(?:y|ies)|commissioner|committees)\b(?!’)"
)
# "to report to", "to brief the Council", "keep the Council informed"
TELLS = re.compile(
    r"\b(?:report(?: back)?(?= |[,;.]|$)|brief(?! (?:summar|overview|report|analys))"
    rf"|(?:inform|apprise)(?=(?:,[^,;]{{3,40}},)? {TOLD}"
    r"| (?:it|him|her|member states|without|accordingly|on|periodically)\b)"
    r"|update (?=(?:the (?:\w+ )?(?:council|assembly|committee|commission|board)|it|member states)\b)"
    r"|keep\b.{1,80}?\b(?:informed|updated|apprised))"
)
# "*submit* to the Council a report", "*present* an oral update", "*prepare* a study"
SUBMITS = re.compile(
    r"\b(?:submit|present|provide|prepare|transmit|issue|produce|deliver|convey|publish|circulate"
    r"|make(?! (?:the|its|his|her|their|this|that|such) [^,;]{0,60}\b(?:available|public))"
    r"|undertake|carry out|conduct|commission(?= an?\b)|include|continue submitting)\b"
    r"(?P<object>[^;:]{0,460})"
)
# What is handed to a body as a paper: "submit to the Council *recommendations*", not "the list to States"
PAPER = re.compile(
    r"\b(?:recommendations?|proposals?|options|findings|results|conclusions|plans?|strateg(?:y|ies)"
    r"|road ?maps?|description|(?P<cost>implications|estimates)|timetables?|schedule|benchmarks)\b"
)
HANDS = re.compile(r"(?:submit|present|transmit|convey|provide)\b")
TO_BODY = re.compile(
    rf"\b(?:to|with) (?:{TOLD}|it\b)|^(?: back)? {TOLD} with\b"
    r"|\bfor (?:(?:the|its) )?(?:[\w-]+’s )?(?:approval|consideration)\b"
)
# What is to stand in a report that is due anyway: "to *address* these issues *in his report*"
PLACES = re.compile(
    r"\b(?:include|consider including|incorporate|integrate|address|reflect|examine|cover|provide|indicate"
    r"|identify|describe|give|pay|highlight|elaborate|focus|set out|report on|make recommendations)\b"
    r"(?P<between>[^;:.]{0,220}?) in (?:his|her|its|their|that|those|these|this) "
    r"(?:(?!of\b|on\b|to\b|and\b)[\w-]+ ){0,3}(?:reports?|reporting|briefings?|updates?)\b"
    r"(?! (?:of \d|dated|submitted|published|issued|preparation|\(|(?:[ase]/)))"
)
# In each match of that pattern, and quicker to look for
IN_REPORT = re.compile(r" in (?:h|it|th)(?:is|er|s|eir|at|ose|ese) (?:[\w-]+ ){0,3}(?:report|brief|update)")
# "as proposed by the Secretary-General in his report", "the tasks that he set out in his report"
STOOD = re.compile(
    r"\b(?:\w+ed|made|set out|found|given|laid|taken|put forward)(?: (?:by|to|on) (?:the )?[\w’-]+"
    r"(?: [\w’-]+){0,4})?$"
)
# "looks forward to *the report* of the Committee", "to receiving further information"
AWAITED = re.compile(
    r"^(?:to )?(?:(?:the|his|her|its|their|an?) (?:(?!of\b|on\b|in\b|to\b)[\w-]+ ){0,3}"
    r"(?:reports?|updates?|briefings?|study|studies)\b|receiving (?:(?!the\b)[\w-]+ ){0,3}information\b)"
)
# "looks forward to *receiving* the report"
RECEIVES = re.compile(
    r"\breceiv(?:e|ing)\b(?P<object>(?: (?!in\b|as\b|outlined\b|by\b|with\b)[^\s;:]+){1,30})"
)
# "provide to the Committee information on the action taken", "provide detailed, up-to-date information on"
# "detailed" or "further" information is news; "relevant" or "necessary" information only helps another
ABOUT = r"(?:,? as appropriate,?)? (?:on|regarding|about|concerning)\b"
INFORMS = re.compile(
    r"\b(?:provide|submit|furnish|transmit|supply|communicate)(?:,[^;]{3,200}?,)?(?:"
    rf"(?: to {TOLD}| {TOLD} with| it with)"
    rf"(?: (?!relevant|necessary|requested|all\b|any\b|the\b)[\w-]+,?){{0,4}} information{ABOUT}"
    r"|(?: [\w-]+,)? (?:detailed|updated|up-to-date|further|additional|regular)"
    rf"(?: [\w-]+){{0,2}} information{ABOUT}"
    rf"|(?: (?!all\b|any\b|the\b)[\w-]+){{0,3}} information(?:, as appropriate,)? to {TOLD})"
)
# What is to stand in a report to come is reported: "in his next report to propose"
NEXT = re.compile(
    r"\b(?:in|as part of|in the context of) (?:his|her|its|their|the) next "
    r"(?:(?!of\b|on\b|to\b|and\b)[\w-]+ ){0,3}(?:report|update|briefing)\b"
)
VERB_BEFORE = re.compile(
    r"(?:\b(?:to|and|or|also|further|shall|should|will|not|then|the \w+|the (?:under-)?secretary-general"
    r"|\w+ly|s?he may)|,)$"
)
SUBJECTS = "|".join(sorted(word_group("body_nouns") | {"states", "governments", "parties", "bodies"}))
# "requests that the Panel of Experts *submit*": the bare verb after its subject
SUBJUNCTIVE = re.compile(rf"^\W*(?:,[^,]*, )?that\b[^;:]{{0,240}}\b(?:{SUBJECTS})(?:,[^,;]*,)?$")
NEAR = 60  # characters
LONGEST_BEFORE = 30  # characters: more than the longest of those words
# What somebody could tell with: "to adopt *practices* to monitor and *report*", "access to mechanisms to"
MEANS = re.compile(
    r"\b(?:to|by|through)\b[^;:]*\b(?:practices|mechanisms?|tools?"
    r"|(?:capacit|capabilit)(?:y|ies)(?: of [\w ]{3,60})?"
    r"|procedures?|channels?|(?:enabl|allow|help|empower)(?:e|ing)? [\w ]{3,60})"
    r" to (?:\w+,? (?:and )?){0,4}$"
)
MEANS_WORDS = (
    "practice",
    "mechanism",
    "tool",
    "capa",
    "procedure",
    "channel",
    "enabl",
    "allow",
    "help",
    "power",
)
TITLE = re.compile(r"“[^”]*”")  # an item entitled “Report of …” asks for none

Found = tuple[str, tuple[int, int], str]  # what is asked for, where it is said, and the rule
# Each match of the patterns above holds one of these.
PRODUCT_WORDS = (
    *("report", "brief", "inform", "update", "apprise", "note", "stud", "summar", "assessment", "analysis"),
    *("overview", "compilation", "survey"),
)
PAPER_WORDS = (
    *("recommendation", "proposal", "option", "finding", "result", "conclusion", "plan", "strateg"),
    *("road map", "roadmap", "description", "implication", "estimate", "timetable", "schedule", "benchmark"),
)
HAND_WORDS = ("submit", "transmit", "convey", "provide", "to present", "d present", "r present", "l present")


def reporting_in(
    words: Words, first: int, last: int, context: Context, *, awaited: bool = False
) -> tuple[Reporting, Place] | tuple[None, None]:
    """Give the report that a clause asks for, to whom where that is printed, and the words asking for it.

    Args:
        words: of the paragraph.
        first, last: what the clause's verb is followed by.
        context: the document so far.
        awaited: the body looks forward to what follows.
    """
    if first >= last:
        return None, None
    start, end = words.starts[first], words.end(last - 1)
    what, place = _product(words.text, start, end, awaited=awaited)
    return (Reporting(recipient(words, first, last, place, context), what), place) if place else (None, None)


def _product(text: str, start: int, end: int, *, awaited: bool) -> tuple[str, Place | None]:
    """Give what is asked for and the words asking for it; nothing where all is only named."""
    low = TITLE.sub(lambda title: " " * len(title[0]), lowered(text[start:end]))
    if mentions(low, PRODUCT_WORDS):
        found = chain(
            _awaited(low) if awaited else (), _told(low), _handed_in(low), _given(low), _placed(low)
        )
    elif mentions(low, PAPER_WORDS) and mentions(low, HAND_WORDS):
        found = chain(_handed_in(low))
    else:
        return "", None
    for what, (first, last), rule in found:
        at = Place("reporting", text[start + first : start + last], start + first, start + last, rule)
        return what, at
    return "", None


def _awaited(low: str) -> Iterator[Found]:
    if found := AWAITED.search(low):
        yield (
            "information" if found[0].endswith("information") else "report",
            found.span(),
            "product to receive",
        )


def _placed(low: str) -> Iterator[Found]:
    """Give what is to stand in a report that somebody makes anyway."""
    for found in PLACES.finditer(low) if IN_REPORT.search(low) else ():
        if _is_verb(low, found.start()) and not STOOD.search(found["between"]):
            yield "report", found.span(), "product to submit"


def _told(low: str) -> Iterator[Found]:
    means = mentions(low, MEANS_WORDS)
    for found in TELLS.finditer(low):
        if _is_verb(low, found.start()) and not (means and MEANS.search(low, 0, found.start())):
            yield "report" if found[0].startswith("report") else "briefing", found.span(), "to tell"


def _handed_in(low: str) -> Iterator[Found]:
    """Give the products of verbs; a verb within the object of another is tried as well."""
    papers = mentions(low, PAPER_WORDS)
    for pattern, rule in ((SUBMITS, "product to submit"), (RECEIVES, "product to receive")):
        at = 0
        while verb := pattern.search(low, at):
            product = _object(low, verb) or (_paper(low, verb) if papers else None)
            if product and (pattern is RECEIVES or _is_verb(low, verb.start())):
                yield product[0], (verb.start(), product.end()), rule
            at = verb.start() + 1


def _given(low: str) -> Iterator[Found]:
    for pattern, what in ((INFORMS, "information"), (NEXT, "report")):
        if given := pattern.search(low):
            yield what, given.span(), "product to submit"


def _object(low: str, verb: re.Match[str]) -> re.Match[str] | None:
    """Give what is to be handed in or received; a report that is only named on the way is passed over."""
    first, last = verb.span("object")
    for product in PRODUCT.finditer(low, first, last):
        between = low[first : product.start()]
        if NAMED_ONLY.search(between) and not verb[0].startswith("include"):
            continue
        if product["report"] or MADE.search(between) or STRAIGHT.match(between):
            return product
    return None


def _paper(low: str, verb: re.Match[str]) -> re.Match[str] | None:
    """Give the paper that is to be handed to a body: "submit its findings to the Council".

    What something will cost is told to the body that asks, whether it is named or not.
    """
    if not HANDS.match(verb[0]):
        return None
    first, last = verb.span("object")
    if verb[0].startswith("provide"):  # what else is provided may only serve a plan
        last = min(last, first + NEAR)
    for paper in PAPER.finditer(low, first, last):
        if not NAMED_ONLY.search(low[first : paper.start()]):
            return paper if paper["cost"] or TO_BODY.search(verb["object"]) else None
    return None


def _is_verb(low: str, at: int) -> bool:
    """Tell whether a word is a verb that somebody is to do, and no noun as in "the Code of Conduct"."""
    if at == 0 or VERB_BEFORE.search(low[max(0, at - LONGEST_BEFORE) : at].rstrip()):
        return True
    return "that" in low[:at] and SUBJUNCTIVE.match(low[:at].rstrip()) is not None
