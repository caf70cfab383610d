"""Two languages in a file, of which one states no symbol."""

import pytest

from resolutions.parsing import Document, parse
from resolutions.readers import read

ENGLISH = """\
99/1. Lamps at sea

The General Assembly,

Recalling its resolution 98/1 of 3 October 2029,

1. Requests the Secretary-General to report on the lamps and the coasts.

60th plenary meeting
12 December 2030

"""
FRENCH = """\
L’Assemblée générale,

Rappelant sa résolution 98/1 du 3 octobre 2029,

1. Prie le Secrétaire général de faire rapport sur les phares et les côtes.

60e séance plénière
12 décembre 2030
"""


def read_both(french: str) -> list[Document]:
    return list(parse(read((ENGLISH + french).encode(), "made.txt")))


def test_a_translation_without_symbol_goes_by_that_of_its_original_and_says_so():
    english, french = read_both(FRENCH)
    assert (english.symbol, french.symbol) == ("A/RES/99/1", "A/RES/99/1")
    codes = [said.code for said in french.warnings]
    assert ("symbol_of_translation" in codes, "no_symbol" in codes) == (True, False)
    assert "English text in this file" in str(french.warnings)


@pytest.mark.parametrize(
    "french",
    [
        pytest.param(FRENCH.replace("1. Prie", "2. Prie"), id="other paragraphs"),
        pytest.param(FRENCH.replace("12 décembre", "13 décembre"), id="another day"),
        pytest.param(FRENCH.replace("L’Assemblée générale", "Le Conseil de sécurité"), id="another body"),
        pytest.param(
            FRENCH.replace("\n1.", "\nNotant les phares et les côtes du monde,\n\n1."), id="more recitals"
        ),
    ],
)
def test_what_is_no_translation_keeps_no_symbol(french):
    assert read_both(french)[1].symbol is None
