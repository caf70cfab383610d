"""Every word of a text in exactly one place of its reading."""

from resolutions.evaluation.completeness import account
from resolutions.readers import read
from tests.resolutions.parsing.texts import CLOSING, HEAD


def of(text):
    return account(read(text.encode(), "made.txt"))


def test_nothing_is_lost_or_invented_of_a_whole_resolution():
    found = of(
        HEAD + "Lamps of the coast\n\n1. Urges States to\nlight lamps, to keep the peace-\nful coast:1\n\n"
        "(a) Great;\n\n"
        "1 See A/85/1.\n\nA/RES/85/123\nPage 2\n\n(b) Small." + CLOSING + "\nAnnex\n\nTerms of the lamps"
    )
    assert (found.kept, found.lost.total(), found.invented.total()) == (100.0, 0, 0)
    assert found.words > 20


def test_a_text_in_which_nobody_speaks_has_no_words_to_lose():
    assert of("A letter about lamps.").words == 0
