"""Pages in two languages: each is a text of its own, whole over the pages."""

from resolutions.parsing import parse
from resolutions.readers import read

PAGES = """\
99 (2031). Resolution of 20 January 2031

The Security Council,

Considering that the lamps of the coasts are dark and that the ships of all nations

1. Calls upon the parties to light the lamps of

99 (2031). Résolution du 20 janvier 2031

Le Conseil de sécurité,

Considérant que les phares des côtes sont éteints pour tous les navires du monde,

1. Invite les parties à allumer les phares des

\f
their coasts and to keep them for the use of all;

2. Requests the Secretary-General to report to the Council on the lamps.

Adopted unanimously at the 230th meeting.

côtes et à les garder dans un bon état pour tous;

2. Prie le Secrétaire général de faire rapport sur les phares et les côtes.
"""


def test_each_language_is_a_text_of_its_own_whole_over_the_pages():
    english, french = parse(read(PAGES.encode(), "made.txt"))
    assert [(each.organ, each.language) for each in (english, french)] == [("SC", "en"), ("SC", "fr")]
    assert [(each.label, each.text) for each in english.operative] == [
        (
            "1",
            "Calls upon the parties to light the lamps of their coasts and to keep them for the use of all;",
        ),
        ("2", "Requests the Secretary-General to report to the Council on the lamps."),
    ]
    assert [each.label for each in french.operative] == ["1", "2"]
    assert "other_language" not in [said.code for said in english.warnings]
    assert english.vote == "Adopted unanimously"
