"""Plain text whose pages are set in two columns."""

import pytest

from resolutions.parsing import parse
from resolutions.readers import read
from resolutions.readers.woven import columns_of

LEFT = """\
The Security Council,

Recalling its resolution 99 (2030) and the
lamps of the coasts which it lit that day,

Noting with satisfaction the steps taken by
the parties for the lighting of the coasts,

1. Calls upon the parties to light lamps
without any delay and to keep them alight;

2. Requests the Secretary-General to report;

3. Decides to remain seized of the matter.
""".splitlines()
RIGHT = """\
Le Conseil de sécurité,

Rappelant sa résolution 99 (2030) et toutes
les lampes des côtes allumées ce jour,

Notant avec satisfaction les mesures prises
par les parties pour la lumière des côtes,

1. Invite les parties à allumer des lampes
sans délai et à les garder allumées;

2. Prie le Secrétaire général de rapporter;

3. Décide de rester saisi de la question.
""".splitlines()


def woven(left, right, width=50):
    return [f"{one:{width}}{other}".rstrip() for one, other in zip(left, right, strict=True)]


def test_columns_are_given_one_after_the_other():
    assert columns_of(woven(LEFT, RIGHT)) == (LEFT, RIGHT)


def test_a_line_over_both_columns_stays_whole():
    title = "Lamps and lighthouses of all the coasts of the world and of its seas"
    left, right = columns_of([title, *woven(LEFT, RIGHT)]) or ([], [])
    assert (left, right) == ([title, *LEFT], ["", *RIGHT])


@pytest.mark.parametrize(
    "lines",
    [
        LEFT,
        [f"{name:20}{n}" for n, name in enumerate(["Chile", "Fiji", "Ghana", "Malta", "Peru"] * 3)],
        [f"{'Lamps of the coast and others':40}{n}" for n in range(20)],
        ["    indented by four spaces and going on to the end of the line"] * 12,
        woven(LEFT, RIGHT)[:6],
    ],
    ids=["one column", "a table", "a table of contents", "indented", "too few lines"],
)
def test_other_pages_have_one_column(lines):
    assert columns_of(lines) is None


def test_a_page_in_two_languages_is_two_texts_of_one_resolution_and_says_so():
    text = "Resolution 100 (2031)\n\n" + "\n".join(woven(LEFT, RIGHT))
    english, french = parse(read(text.encode(), "made.txt"))
    assert [(each.symbol, each.organ, each.language) for each in (english, french)] == [
        ("S/RES/100 (2031)", "SC", "en"),
        ("S/RES/100 (2031)", "SC", "fr"),
    ]
    assert "symbol_of_translation" in [said.code for said in french.warnings]
    assert [len(each.preamble) for each in (english, french)] == [2, 2]
    assert [[p.label for p in each.operative] for each in (english, french)] == [["1", "2", "3"]] * 2
    told = next(said for said in english.warnings if said.code == "two_columns")
    assert "Lines 1 to 16 hold two columns side by side" in told.message
