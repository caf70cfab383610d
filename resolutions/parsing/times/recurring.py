"""What recurs: "annually", "every two years", "an annual report", "twice a year", as RFC 5545 rules.

"Regularly" and "on a regular basis" recur without a printed rhythm; "from time to time" fixes nothing.
"""

import re
from collections.abc import Iterator

from resolutions.parsing.days import month_numbers
from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.ordinals import CARDINAL, ORDINAL, cardinal_number, ordinal_number
from resolutions.parsing.times.points import MONTH
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.words import lowered

UNIT = r"(?:hour|day|week|month|year)s?"
RHYTHMS = {
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "bimonthly": "FREQ=MONTHLY;INTERVAL=2",
    "bi-monthly": "FREQ=MONTHLY;INTERVAL=2",
    "three-monthly": "FREQ=MONTHLY;INTERVAL=3",
    "six-monthly": "FREQ=MONTHLY;INTERVAL=6",
    "half-yearly": "FREQ=MONTHLY;INTERVAL=6",
    "bi-annual": "FREQ=MONTHLY;INTERVAL=6",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "semi-annual": "FREQ=MONTHLY;INTERVAL=6",
    "semiannual": "FREQ=MONTHLY;INTERVAL=6",
    "biannual": "FREQ=MONTHLY;INTERVAL=6",
    "annual": "FREQ=YEARLY",
    "yearly": "FREQ=YEARLY",
    "biennial": "FREQ=YEARLY;INTERVAL=2",
    "triennial": "FREQ=YEARLY;INTERVAL=3",
    "quadrennial": "FREQ=YEARLY;INTERVAL=4",
    "quinquennial": "FREQ=YEARLY;INTERVAL=5",
}
FREQUENCIES = {"hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
ADJECTIVES = "|".join(sorted(RHYTHMS, key=len, reverse=True))
# What is asked for in a rhythm: "an annual report", "annual meetings"
PRODUCT = (
    r"(?:(?!and\b|or\b|of\b|to\b|the\b)[\w-]+ ){0,3}"
    r"(?:reports?|updates?|briefings?|stud(?:y|ies)|notes?|reviews?|meetings?|events?"
    r"|exhibit\w*|panels?|discussions?|debates?|conferences?|dialogues?|seminars?|workshops?)\b"
)
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
LEAST = r"(?:at least |not less than )?"
# "keep it regularly informed", but "lists that are regularly updated"
TOLD = r"(?:informed|apprised|briefed|updated)(?: (?:of|on|about|by|as)\b|[,;.]|$)"
RECURRING = re.compile(
    rf"(?<![\w-])(?:(?P<every>{LEAST}(?:once )?every (?:(?P<count>{CARDINAL}|other|(?P<nth>{ORDINAL})|few) )?"
    rf"(?P<unit>{UNIT}))(?: or sooner)?"
    rf"|{LEAST}(?:(?P<once>once)|(?P<times>twice|(?:two|three|four) times))"
    r" (?:(?:a|per|each|every) (?P<per>year|month|week|quarter)|(?P<yearly>annually|yearly))"
    r"|(?P<adverb>(?:annual|biennial|bi-?annual|semi-?annual|triennial|quadrennial|quinquennial)ly)"
    rf"|at (?:intervals of (?P<size>{CARDINAL}) (?P<of>{UNIT})"
    rf"|(?:(?P<long>{CARDINAL})-(?P<step>{UNIT})|(?P<spaced>{ADJECTIVES})) intervals)"
    r"|(?P<bare>daily|weekly|bi-?monthly|fortnightly|monthly|quarterly|half-yearly|six-monthly|yearly)"
    r"(?=[.,;]|$| (?:and|or|on|to|for|until|in|of its)\b)"
    rf"|(?P<vague>(?:regularly|periodically)(?! (?:and \w+ )?(?!{TOLD})\w+ed\b)"
    r"|on a (?:regular|periodic) basis)"
    r"|(?P<rate>per (?:year|annum|month|quarter|week))"
    rf"|on an? (?P<basis>{ADJECTIVES}) basis|each (?P<each>year|month|week|quarter)"
    rf"|(?:an?|its|his|her|their|regular) (?P<asked>{ADJECTIVES}) (?:and \w+ )?(?={PRODUCT})"
    rf"|(?P<plural>{ADJECTIVES}) (?=reports\b|updates\b|briefings\b))\b"
)
WORDS = ("adverb", "bare", "basis", "asked", "plural", "spaced", "yearly")  # groups that hold a rhythm
# "annually, on the first Saturday of July", "every year on 21 June"
FIXED = re.compile(
    rf",? on (?:the (?P<nth>first|second|third|fourth|last) (?P<weekday>{DAYS}) (?:of|in) (?P<in>{MONTH})"
    rf"|(?P<day>\d{{1,2}}) (?P<month>{MONTH})(?! \d{{4}}))"
)
BEFORE_FIXED = re.compile(rf"\bon (?P<day>\d{{1,2}}) (?P<month>{MONTH})(?: of)? $")
# A report whose rhythm is only its name: "in his next annual report", "on the biennial report of"
NAMED = re.compile(
    r"\b(?:in|of|on|through|with|from|by|under|next|the|consider\w*|includ\w+(?: in)?|to|based on|and) $"
)
ASKED = re.compile(
    r"\b(?:submit|present|provide|prepare|transmit|issue|produce|deliver|convey|publish|circulate|make|undertake"
    r"|conduct|organi[sz]e|hold|convene|continue)\w*\b[^;:]{0,200}$"
)


# How many of what "per year" counts: "two country visits per year", not "a thousand dollars per year"
COUNTED = re.compile(
    rf"\b(?P<count>{CARDINAL}|an?|one) (?:[\w-]+ ){{0,2}}(?:visit|meeting|session|report|briefing|mission"
    r"|workshop|seminar|event|consultation|update|review)s? $"
)


def recurring_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give what recurs with its rule, and with the day of the year where one is printed."""
    low = lowered(text)
    for found in RECURRING.finditer(low):
        asked = found["asked"] or found["plural"]
        if asked and not _fixes_rhythm(found, low):
            continue
        if found["rate"] and not COUNTED.search(low, max(0, found.start() - 60), found.start()):
            continue
        start, end = (
            found.start("asked" if found["asked"] else 0),
            found.end("asked" if found["asked"] else 0),
        )
        rule = _rule(found)
        if (fixed := FIXED.match(text, end)) and rule == "FREQ=YEARLY":
            rule, end = f"{rule};{_day_of_year(fixed)}", fixed.end()
        elif (fixed := BEFORE_FIXED.search(text, max(0, start - 40), start)) and rule == "FREQ=YEARLY":
            rule, start = f"{rule};{_day_of_year(fixed)}", fixed.start()
        words = text[start:end].strip()
        yield Deadline(
            text=words,
            kind=DeadlineKind.RECURRING,
            start=offset + start,
            end=offset + start + len(words),
            recurrence=rule,
        )


def _fixes_rhythm(found: re.Match[str], text: str) -> bool:
    """Tell whether "annual report" asks for a report every year, and is not just the name of one."""
    if NAMED.search(text, max(0, found.start() - 20), found.start()):
        return False
    return ASKED.search(text, max(0, found.start() - 260), found.start()) is not None


def _rule(found: re.Match[str]) -> str | None:
    if found["vague"]:
        return None
    if found["rate"]:
        return _rate(found)
    if found["every"]:
        return _every(found)
    if found["times"]:
        times = {"twice": 2, "two": 2, "three": 3, "four": 4}[found["times"].split()[0]]
        yearly = found["yearly"] or found["per"] == "year"
        return f"FREQ=MONTHLY;INTERVAL={12 // times}" if yearly else None
    if unit := found["each"] or found["per"]:
        return {"quarter": RHYTHMS["quarterly"]}.get(unit, f"FREQ={unit.upper()}LY")
    if found["size"] or found["long"]:
        return _stepped(cardinal_number(found["size"] or found["long"]), found["of"] or found["step"])
    word = next(found[group] for group in WORDS if found[group])
    return RHYTHMS[word] if word in RHYTHMS else RHYTHMS[word.removesuffix("ly")]


def _rate(found: re.Match[str]) -> str:
    """Give the rule of "two visits per year", which come every six months."""
    unit = found["rate"].removeprefix("per ")
    counted = COUNTED.search(found.string, max(0, found.start() - 60), found.start())
    count = cardinal_number(counted["count"]) if counted else None
    if unit in ("year", "annum"):
        even = count is not None and count > 1 and 12 % count == 0
        return f"FREQ=MONTHLY;INTERVAL={12 // (count or 1)}" if even else "FREQ=YEARLY"
    return RHYTHMS["quarterly"] if unit == "quarter" else f"FREQ={unit.upper()}LY"


def _every(found: re.Match[str]) -> str | None:
    said = found["count"] or "one"
    count = 2 if said == "other" else ordinal_number(said) if found["nth"] else cardinal_number(said)
    return _stepped(count, found["unit"])


def _stepped(count: int | None, unit: str) -> str | None:
    """Give the rule of every so many days, weeks, months or years."""
    rule = f"FREQ={FREQUENCIES[unit.rstrip('s')]}"
    return None if count is None else rule if count == 1 else f"{rule};INTERVAL={count}"


def _day_of_year(fixed: re.Match[str]) -> str:
    said = fixed.groupdict()
    if said.get("weekday"):
        nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}[fixed["nth"]]
        return f"BYMONTH={month_numbers()[fixed['in']]};BYDAY={nth}{fixed['weekday'][:2].upper()}"
    return f"BYMONTH={month_numbers()[fixed['month']]};BYMONTHDAY={fixed['day']}"
