"""How a worklist's workbook is laid out: its sheets, and which column holds what."""

from enum import StrEnum

from tracker.statuses import Status

FORMAT = "obligations-worklist-1"


class Sheet(StrEnum):
    """The sheets, by the names on their tabs."""

    HELP = "How to fill in"
    REPORT = "Report"
    OBLIGATIONS = "Obligations"
    INDICATORS = "Indicators"
    ABOUT = "About"


# The sheet "Report": a row for each part of the words, the label in column A and the answer in B.
REPORT_ROWS = {
    "period_from": (2, "Period from"),
    "period_to": (3, "Period to"),
    "action_taken": (4, "Action taken"),
    "results": (5, "Results"),
    "challenges": (6, "Challenges"),
    "next_steps": (7, "Next steps"),
}
DAYS = ("period_from", "period_to")

# The sheet "About", hidden: what the workbook is of. Column A names it, B holds it.
ABOUT_ROWS = {"format": 1, "entity": 2, "cycle": 3, "report": 4, "report_seen": 5}

# The columns of the sheet "Obligations". The last two are hidden and tell a row when it comes back.
OBLIGATION_COLUMNS = {
    "reference": ("A", "Obligation", 26),
    "words": ("B", "Words", 60),
    "asked_of": ("C", "Asked of", 24),
    "due": ("D", "Due", 20),
    "now": ("E", "Status now", 24),
    "status": ("F", "New status", 26),
    "percentage": ("G", "Per cent done", 12),
    "since": ("H", "Since", 14),
    "note": ("I", "Note", 50),
    "occurrence": ("J", "Number", 8),
    "version": ("K", "Version", 8),
}
OBLIGATION_ANSWERS = ("status", "percentage", "since", "note")

# The columns of the sheet "Indicators".
INDICATOR_COLUMNS = {
    "reference": ("A", "Obligation", 26),
    "name": ("B", "Indicator", 40),
    "unit": ("C", "Unit", 24),
    "baseline": ("D", "Baseline", 16),
    "target": ("E", "Target", 16),
    "value": ("F", "Value", 16),
    "measured_on": ("G", "Measured for", 14),
    "note": ("H", "Note", 50),
    "occurrence": ("I", "Number", 8),
    "indicator": ("J", "Indicator number", 8),
}
INDICATOR_ANSWERS = ("value", "measured_on", "note")
HIDDEN = ("occurrence", "version", "indicator")

BY_LABEL = {status.label.casefold(): status for status in Status}

INSTRUCTIONS = (
    "Fill in the white cells; the grey ones are locked and stay as they are.",
    "Sheet “Report”: the period, and in words what was done in it.",
    "Sheet “Obligations”: for each obligation that the report answers choose the new status, which may be "
    "the one it has now, and give the day since when it holds. Leave the status of the others empty.",
    "“Per cent done” is a whole number from 0 to 100 and may stay empty.",
    "Sheet “Indicators”, where there is one: values as numbers in the unit beside them, with the day for "
    "which they are measured. Only those of obligations that the report answers are taken.",
    "Write values, not formulas. Rows may be sorted; none may be added.",
    "Evidence is added on the report's page once the worklist is back.",
    "Save as Excel workbook (.xlsx) and bring it back on the page “Work offline”. It becomes a draft: "
    "nothing is handed in by it. Whatever cannot be taken is named by its cell, and then nothing is taken.",
    "A worklist comes back once. If somebody changed the draft or a status meanwhile, you are told so; then "
    "take out a new worklist.",
)
