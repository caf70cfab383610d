"""Sessions as days: whose they are, which part of them, and what comes back with them."""

import pytest

from resolutions.parsing.document import DeadlineKind
from tests.resolutions.parsing.times.reading import days, read


@pytest.mark.parametrize(
    "text",
    [
        "the report on its forty-second session",
        "at its session",
        "the outcome of the twenty-fourth special session of the General Assembly",
        "decides on the programme of work for the eightieth session",
        "the targets adopted by the tenth meeting of the Conference of the Parties",
        "the report submitted to the General Assembly at its seventieth session",
        "the panel discussion held at the eighty-first session",
        "adopted by the Conference of the Parties to the Convention on Lamps at its eighty-first session",
        "requests the President of the General Assembly at its eighty-first session to act",
        "briefings in preparation for the resolution to be negotiated at its eighty-first session",
        "the summary accepted by the Panel on Lamps at its eighty-first session",
        "the fund established at the thirty-fifth meeting of the Conference of the Parties",
    ],
)
def test_a_session_at_which_nothing_is_due_is_no_deadline(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "estimated"),
    [
        ("to report at its seventy-ninth session", "", "2024-09-10", "2025-09-08", False),
        (
            "the provisional agenda of its eighty-first session",
            "its eighty-first session",
            "2026-09-08",
            "",
            True,
        ),
        ("at the fifty-eighth session of the Human Rights Council", "", "2025-02-24", "2025-04-04", False),
        ("by the main part of its eighty-second session", "", "2027-09-07", "2027-12-31", True),
        ("during the resumed part of its eightieth session", "", "2026-01-01", "2026-09-07", True),
        ("before the end of its eightieth session", "", "2026-09-07", "2026-09-07", True),
        ("no later than the beginning of its eightieth session", "", "2025-09-09", "2025-09-09", True),
        ("before its eightieth session", "", "", "2025-09-08", True),
        ("ahead of its eightieth session", "", "", "2025-09-08", True),
        ("in time for its eightieth session", "", "", "2025-09-08", True),
        ("in the first quarter of its eightieth session", "", "2025-09-09", "", True),
        ("at their respective sessions in 2026", "", "2026-01-01", "2026-12-31", True),
        ("at its first meeting in 2026", "", "2026-01-01", "2026-12-31", True),
        ("at its first regular session of 2026", "", "2026-01-01", "2026-12-31", True),
        ("at its next session", "", "2025-09-09", "2026-09-07", True),
        ("at its current session", "", "2024-09-10", "2025-09-08", False),
    ],
)
def test_a_session_is_an_interval(text, words, first, last, estimated):
    (found,) = read(text)
    assert found.text == (words or found.text)
    assert text[found.start : found.end] == found.text
    assert found.kind is DeadlineKind.SESSION
    assert found.first == days(first)
    assert not last or found.last == days(last)
    assert found.estimated is estimated
    assert not found.expiry


@pytest.mark.parametrize(
    "text",
    [
        "at its session following the conclusion of the expert meeting",
        "over its coming sessions",
    ],
)
def test_sessions_that_nobody_can_date_yet_have_words_and_no_days(text):
    (found,) = read(f"to report to the Commission {text}, and to act")
    assert (found.text, found.kind, found.first, found.last) == (text, DeadlineKind.SESSION, None, None)


@pytest.mark.parametrize(
    ("text", "organ", "before", "first"),
    [
        pytest.param("at its 2026 session", "ECOSOC", "", "2025-07-25", id="the body that speaks"),
        pytest.param(
            "to report to the Human Rights Council, at its sixty-second session",
            "GA",
            "",
            "2026-06-16",
            id="named",
        ),
        pytest.param(
            "requests the Commission, at its seventieth session, to consider it",
            "ECOSOC",
            "Recalling the mandate of the Commission on the Status of Women,",
            "2026-03-05",
            id="a short name used before",
        ),
        pytest.param("at its ninety-ninth session", "SC", "", "", id="a body without sessions"),
        pytest.param(
            "agrees that the Subcommittee on Lamps, at its sixty-fifth session, should reconvene",
            "GA",
            "",
            "",
            id="a body whose sessions nobody lists",
        ),
        pytest.param(
            "to consider the report of the Working Group on Lamps at its eighty-first session",
            "GA",
            "",
            "2026-09-08",
            id="the adopting body's where its own comes next",
        ),
        pytest.param(
            "at the sixth session of the Conference of the Parties, in 2027",
            "GA",
            "",
            "2027-01-01",
            id="year printed",
        ),
    ],
)
def test_its_session_is_that_of_the_body_named_last(text, organ, before, first):
    (found,) = read(text, organ, before=before)
    assert found.first == days(first)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("at its eightieth and eighty-second sessions", "FREQ=YEARLY;INTERVAL=2;COUNT=2"),
        ("at its eightieth, eighty-first and eighty-second sessions", "FREQ=YEARLY;COUNT=3"),
        ("at its eightieth to eighty-third sessions", "FREQ=YEARLY;COUNT=4"),
        ("at its eightieth, eighty-first and eighty-fifth sessions", None),
    ],
)
def test_sessions_whole_years_apart_recur(text, rule):
    (found,) = read(text)
    assert found.text == text
    assert (found.first, found.recurrence) == (days("2025-09-09"), rule)


def test_each_session_recurs_yearly_unless_the_body_meets_more_often():
    assert [each.recurrence for each in read("to report at each of its sessions")] == ["FREQ=YEARLY"]
    assert [each.recurrence for each in read("to meet ahead of each session")] == ["FREQ=YEARLY"]
    assert [each.recurrence for each in read("to report at each session", "HRC")] == [None]


def test_until_a_session_is_an_end_and_from_a_session_has_none():
    (until,) = read("to remain seized of the matter until its fifty-ninth session", "HRC")
    assert (until.expiry, until.last) == (True, days("2025-07-12"))
    (since,) = read("beginning with its eightieth session")
    assert (since.first, since.last) == (days("2025-09-09"), None)
