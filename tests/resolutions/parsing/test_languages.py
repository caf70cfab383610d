import pytest

from resolutions.parsing.formulas import is_meeting_line, read_formula
from resolutions.parsing.languages import in_other_language, language_of
from tests.resolutions.parsing.texts import resolution

ENGLISH = "Requests the Secretary-General to report to the General Assembly on the lighthouses of the world"
SPANISH = "Solicita al Secretario General que informe por el estado de los faros y las costas del mundo"
FRENCH = "Prie le Secrétaire général de lui faire rapport sur les phares et les côtes dans une année"
RUSSIAN = "просит Генерального секретаря представить доклад о маяках"
ARABIC = "تطلب إلى الأمين العام أن يقدم تقريرا عن المنارات"
CHINESE = "请秘书长就灯塔问题向大会提出报告"


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        pytest.param("", None, "en", id="nothing"),
        pytest.param("", "fr", "fr", id="nothing but what is stated"),
        pytest.param("", "xx", "en", id="an unknown language stated"),
        pytest.param(ENGLISH, None, "en", id="English"),
        pytest.param(ENGLISH, "fr", "en", id="English stated as French"),
        pytest.param(FRENCH, "en", "fr", id="French stated as English"),
        pytest.param(SPANISH, None, "es", id="Spanish"),
        pytest.param(RUSSIAN, "en", "ru", id="Russian"),
        pytest.param(ARABIC, None, "ar", id="Arabic"),
        pytest.param(CHINESE, None, "zh", id="Chinese"),
        pytest.param(f"{ENGLISH}, see “les phares”", "en", "en", id="English with French words"),
    ],
)
def test_the_words_tell_the_language(text, stated, language):
    assert language_of(text, stated) == language


@pytest.mark.parametrize(
    ("formula", "organ"),
    [
        ("L’Assemblée générale,", "GA"),
        ("L'Assemblée générale,", "GA"),
        ("*La Asamblea General*,", "GA"),
        ("Генеральная Ассамблея,", "GA"),
        ("إن الجمعية العامة ،", "GA"),
        ("大会，", "GA"),
        ("Le Conseil de sécurité,", "SC"),
        ("El Consejo Económico y Social,", "ECOSOC"),
        ("人权理事会，", "HRC"),
    ],
)
def test_the_body_speaks_in_each_language(formula, organ):
    found = read_formula(formula)
    assert found is not None
    assert (found.organ, found.rest) == (organ, "")


@pytest.mark.parametrize("text", ["L’Assemblée générale", "L’Assemblée générale, sur le rapport,", "大会"])
def test_a_body_that_is_only_spoken_of_opens_nothing(text):
    assert read_formula(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "49e séance plénière",
        "49ª sesión plenaria",
        "49-е пленарное заседание",
        "الجلسة العامة 49",
        "第49次全体会议",
    ],
)
def test_the_meeting_of_adoption_is_known_in_each_language(line):
    assert is_meeting_line(line)


def test_a_paragraph_in_another_language_is_told_at_its_place():
    found = resolution("1. Urges States to light the lamps of the coasts;", f"2. {FRENCH}, par les États.")
    assert [said.eid for said in found.warnings if said.code == "other_language"] == ["op2"]
    assert in_other_language(ENGLISH) is None
    assert in_other_language("Notes the report “Les phares”") is None
