"""Days as the six official languages print them: "21 July 2004", "9 décembre 2021", "2021年12月9日".

Reads a text, writes the day in it; and writes a day as a language prints it.
"""

import datetime as dt
import re
from functools import cache

from resolutions.parsing.vocabulary.tables import rows

DAY_IN_CHINESE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
FORMS = {
    "es": "{day} de {month} de {year}",
    "ru": "{day} {month} {year} года",
}  # the others: day month year


@cache
def months(language: str) -> tuple[str, ...]:
    """Give the names of the twelve months, () for a language that numbers them."""
    named = {row["language"]: tuple(row["months"].split("|")) for row in rows("months")}
    return named.get(language, ())


@cache
def month_numbers() -> dict[str, int]:
    """Give the number of each month's name in any language."""
    return {
        month: number
        for row in rows("months")
        for number, month in enumerate(row["months"].split("|"), start=1)
    }


@cache
def day_pattern() -> re.Pattern[str]:
    """Give the pattern of a day with a named month."""
    names = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    return re.compile(rf"\b(\d{{1,2}})(?:er)?(?: de)? ({names})[.,]?(?: de)? (\d{{4}})\b(?: года)?")


def read_date(text: str) -> dt.date | None:
    """Give the first date in a text: "21 July 2004"; None where the calendar has no such day."""
    if found := day_pattern().search(text):
        day, month, year = int(found[1]), month_numbers()[found[2]], int(found[3])
    elif "年" in text and (found := DAY_IN_CHINESE.search(text)):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def is_day(text: str) -> bool:
    """Tell whether a text is a day and nothing else."""
    return day_pattern().fullmatch(text) is not None or DAY_IN_CHINESE.fullmatch(text) is not None


def printed(day: dt.date, language: str) -> str:
    """Give a day as texts of a language print it; in English for a language without names of months here."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    names = months(language) or months("en")
    form = FORMS.get(language, "{day} {month} {year}")
    return form.format(day=day.day, month=names[day.month - 1], year=day.year)
