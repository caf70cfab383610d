"""What asking for a report looks like, each pattern with an example.

The words stand in report_words.tsv, where a row adds one; the small words of grammar (articles, prepositions,
pronouns) stand here. A pattern is in lower case, as is the text it is tried on: one that minds no case is
tried letter by letter and costs several times as much.
"""

import re
from os.path import commonprefix

from resolutions.parsing.vocabulary.tables import forms, word_group


def any_of(*groups: str) -> str:
    """Give a pattern for any word of some groups of report_words.tsv; it stands in a pair of brackets."""
    words = (form for group in groups for row in forms("report_words", group) for form in row)
    return "|".join(re.escape(word) for word in words)


def needles(*groups: str) -> tuple[str, ...]:
    """Give the stems of the words, which are quickly looked for before a pattern is tried."""
    stems = [commonprefix(row) for group in groups for row in forms("report_words", group)]  # noqa: RUF071 - letters are meant, no paths
    return tuple(
        dict.fromkeys(stem for stem in stems if not any(other != stem and other in stem for other in stems))
    )


REPORT = f"(?:{any_of('report')})"
RHYTHM = "|".join(rf"(?<={word} )" for word in any_of("reporting_how").split("|"))
# "a comprehensive annual report", "a study", but "a reporting mechanism" and "that report" are none
PRODUCT = re.compile(
    rf"(?<!th[ai][ts] )(?<!those )(?<!these )(?:(?:{any_of('kind')}) (?:and (?:{any_of('kind')}) )?)*\b"
    rf"(?:(?P<report>{any_of('report')}|(?:{RHYTHM})reporting)|{any_of('written')})\b"
    rf"(?! (?:{any_of('no_report_before')})\b)"
)
# "an independent study" is to be handed in, "research and study" and "the impact assessment" are not
MADE = re.compile(r"\b(?:an?|its|his|her|their) (?:[\w-]+,? (?:and )?){0,4}$")
STRAIGHT = re.compile(r"^(?: (?!(?:for|of|with|to|on|in|the|and|or|risk|impact|needs?)\b)[\w-]+,?){0,4} $")
# What is only named: "reflected *in his* report", "information *for the preparation of the* report"
NAMED_ONLY = re.compile(
    rf"\b(?:(?:\w+ed|{any_of('said')})(?: to)? in|of|on|from|by|under|through|for|after"
    r"|before|towards?) (?:the|his|her|its|their|such|any|all) (?:(?!an?\b)[\w-]+ ){0,3}$"
)
# Whoever may be told: "inform the Council", not "inform decisions"
TOLD = rf"(?:(?:the|its) )?(?:[\w-]+ ){{0,3}}?(?:{any_of('told')})\b(?!’)"
# "revert to *the Council*" with what came out, not "revert to the question of the Council’s seat"
GONE_BACK_TO = (
    r"(?:it\b|(?:(?:the|its) )?(?:(?!of\b|in\b|on\b|by\b|the\b)[\w-]+ ){0,3}?"
    rf"(?:{any_of('told')})\b(?!’))"
)
# "to report to", "to brief the Council", "keep the Council informed", "revert to the Council"
TELLS = re.compile(
    rf"\b(?:report(?: back)?(?= |[,;.]|$)|(?:{any_of('tell')})(?! (?:{any_of('brief_before')}))"
    rf"|(?:{any_of('inform')})(?=(?:,[^,;]{{3,40}},)? {TOLD}"
    r"| (?:it|him|her|member states|without|accordingly|on|periodically)\b)"
    rf"|update (?=(?:the (?:\w+ )?(?:{any_of('updated')})|it|member states)\b)"
    rf"|(?:{any_of('go_back')})(?= to {GONE_BACK_TO})"
    rf"|keep\b.{{1,80}}?\b(?:{any_of('informed')}))"
)
# "*submit* to the Council a report", "*present* an oral update", "*make* a study", "*commission* a study"
SUBMITS = re.compile(
    rf"\b(?:{any_of('submit')}"
    r"|make(?! (?:the|its|his|her|their|this|that|such) [^,;]{0,60}\b(?:available|public))"
    r"|commission(?= an?\b))\b"
    r"(?P<object>[^;:]{0,460})"
)
# What is handed to a body as a paper: "submit to the Council *recommendations*", not "the list to States"
PAPER = re.compile(rf"\b(?:{any_of('paper')}|(?P<cost>{any_of('cost')}))\b")
HANDS = re.compile(rf"(?:{any_of('hand_in')})\b")
TO_BODY = re.compile(
    rf"\b(?:to|with) (?:{TOLD}|it\b)|^(?: back)? {TOLD} with\b"
    rf"|\bfor (?:(?:the|its) )?(?:[\w-]+’s )?(?:{any_of('handed_for')})\b"
)
# What is to stand in a report that is due anyway: "to *address* these issues *in his report*"
PLACES = re.compile(
    rf"\b(?:{any_of('set_out')})\b"
    r"(?P<between>[^;:.]{0,220}?) in (?:his|her|its|their|that|those|these|this) "
    rf"(?:(?!of\b|on\b|to\b|and\b)[\w-]+ ){{0,3}}(?:{REPORT}|reporting)\b"
    rf"(?! (?:of \d|{any_of('report_made')}|\(|(?:[ase]/)))"
)
# In each match of that pattern, and quicker to look for
IN_REPORT = re.compile(rf" in (?:h|it|th)(?:is|er|s|eir|at|ose|ese) (?:[\w-]+ ){{0,3}}{REPORT}")
# "as proposed by the Secretary-General in his report", "the tasks that he set out in his report"
STOOD = re.compile(rf"\b(?:\w+ed|{any_of('said')})(?: (?:by|to|on) (?:the )?[\w’-]+(?: [\w’-]+){{0,4}})?$")
# "looks forward to *the report* of the Committee", "to receiving further information"
AWAITED = re.compile(
    r"^(?:to )?(?:(?:the|his|her|its|their|an?) (?:(?!of\b|on\b|in\b|to\b)[\w-]+ ){0,3}"
    rf"(?:{any_of('report', 'awaited')})\b|receiving (?:(?!the\b)[\w-]+ ){{0,3}}information\b)"
)
# "looks forward to *receiving* the report"
RECEIVES = re.compile(
    rf"\b(?:{any_of('receive')})\b(?P<object>(?: (?!in\b|as\b|outlined\b|by\b|with\b)[^\s;:]+){{1,30}})"
)
# "provide to the Committee information on the action taken", "provide detailed, up-to-date information on"
# "detailed" or "further" information is news; "relevant" or "necessary" information only helps another
ABOUT = r"(?:,? as appropriate,?)? (?:on|regarding|about|concerning)\b"
INFORMS = re.compile(
    rf"\b(?:{any_of('give_information')})(?:,[^;]{{3,200}}?,)?(?:"
    rf"(?: to {TOLD}| {TOLD} with| it with)"
    rf"(?: (?!{any_of('no_news')}|all\b|any\b|the\b)[\w-]+,?){{0,4}} information{ABOUT}"
    rf"|(?: [\w-]+,)? (?:{any_of('news')})(?: [\w-]+){{0,2}} information{ABOUT}"
    rf"|(?: (?!all\b|any\b|the\b)[\w-]+){{0,3}} information(?:, as appropriate,)? to {TOLD})"
)
# What is to stand in a report to come is reported: "in his next report to propose"
NEXT = re.compile(
    r"\b(?:in|as part of|in the context of) (?:his|her|its|their|the) next "
    rf"(?:(?!of\b|on\b|to\b|and\b)[\w-]+ ){{0,3}}{REPORT}\b"
)
VERB_BEFORE = re.compile(
    r"(?:\b(?:to|and|or|also|further|shall|should|will|not|then|the \w+|the (?:under-)?secretary-general"
    r"|\w+ly|s?he may)|,)$"
)
SUBJECTS = "|".join(sorted(word_group("body_nouns") | {"states", "governments", "parties", "bodies"}))
# "requests that the Panel of Experts *submit*": the bare verb after its subject
SUBJUNCTIVE = re.compile(rf"^\W*(?:,[^,]*, )?that\b[^;:]{{0,240}}\b(?:{SUBJECTS})(?:,[^,;]*,)?$")
# What somebody could tell with: "to adopt *practices* to monitor and *report*", "access to mechanisms to"
MEANS = re.compile(
    rf"\b(?:to|by|through)\b[^;:]*\b(?:{any_of('means')}|(?:{any_of('ability')})(?: of [\w ]{{3,60}})?"
    rf"|(?:{any_of('enable')}) [\w ]{{3,60}})"
    r" to (?:\w+,? (?:and )?){0,4}$"
)
TITLE = re.compile(r"“[^”]*”")  # an item entitled “Report of …” asks for none

# Each match of the patterns above holds one of these.
PRODUCT_WORDS = needles("tell", "go_back", "report", "inform", "informed", "written", "awaited")
PAPER_WORDS = needles("paper", "cost")
MEANS_WORDS = needles("means", "ability", "enable")
HAND_WORDS = needles("hand_in")
