import pytest

from resolutions.parsing.languages import language_of

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
