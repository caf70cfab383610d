"""Who has a name though the directory does not list it."""

import pytest

from resolutions.parsing.unlisted import unlisted_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        pytest.param("all parties", None, id="a bare noun"),
        pytest.param("parties concerned", None, id="whoever is concerned"),
        pytest.param("regional and other organizations", None, id="others"),
        pytest.param("services, agencies and organizations", None, id="a list"),
        pytest.param("evaluating lamp programmes", None, id="an activity"),
        pytest.param("renewed efforts of States", None, id="no doer"),
        pytest.param("Lamp Agenda", None, id="capitals that cannot act"),
        pytest.param("Joint Lamp Board", "Joint Lamp Board", id="capitals"),
        pytest.param("Joint Lamp Board (JLB)", "Joint Lamp Board", id="acronym after it"),
        pytest.param("all relevant lamp organizations", "lamp organizations", id="a described group"),
        pytest.param(
            "observers of the General Assembly", "observers of the General Assembly", id="of a body"
        ),
        pytest.param(
            "lamp organizations that have not yet done so", "lamp organizations", id="without a restriction"
        ),
    ],
)
def test_a_name_says_who_is_meant(said, name):
    assert unlisted_name(said) == name
