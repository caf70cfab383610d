"""Pages in two languages: each is a text of its own, whole over the pages."""

import datetime as dt

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


COLUMNS = """\
99/1. Les phares des îles

L’Assemblée générale,

Rappelant sa résolution 98/1 du 3 octobre 2029, par laquelle elle a prié les États de garder les

1. Prie le Secrétaire général de faire rapport sur les phares et les côtes.

60e séance plénière
12 décembre 2030
99/1. Lamps at sea
The General Assembly,

Recalling its resolution 98/1 of 3 October 2029, in which it asked the States to keep

1. Requests the Secretary-General to report on the lamps and the coasts.

60th plenary meeting
12 December 2030
"""


def test_where_columns_ran_into_each_other_each_language_keeps_its_head_and_its_end():
    french, english = parse(read(COLUMNS.encode(), "made.txt"))
    assert (french.title, french.meeting) == ("Les phares des îles", "60e séance plénière")
    assert (english.title, english.meeting) == ("Lamps at sea", "60th plenary meeting")
    assert french.adopted_on == english.adopted_on == dt.date(2030, 12, 12)


def test_a_line_of_the_other_language_in_a_block_goes_on_with_its_own():
    english, french = parse(read(PAGES.replace("phares des\n\n\f\n", "phares des\n").encode(), "made.txt"))
    assert english.operative[0].text.endswith("lamps of their coasts and to keep them for the use of all;")
    assert french.operative[0].text.endswith("phares des côtes et à les garder dans un bon état pour tous;")
