"""What no address can mean: a clear no instead of an error of the database."""

import pytest

PAGES = (
    "/resolutions/?q=%00",
    "/resolutions/?organ=ECOSOC%00",
    "/resolutions/E%00/",
    "/check/E/RES/2020/1%00/",
    "/entities/?q=%00",
    "/entities/suggest/?q=nor%00",
    "/reports/new/?occurrence=1&entity=%00",
    "/search/?q=%00",
    "/admin/tracker/actionitem/?asked=%00",
    "/admin/tracker/actionitem/%00/change/",
)


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_null_character_in_an_address_is_refused_in_words(client, administrator, address: str):
    client.force_login(administrator)
    answer = client.get(address)
    assert answer.status_code == 400
    assert "null character" in answer.content.decode()


@pytest.mark.django_db
def test_a_per_cent_sign_before_noughts_is_no_null_character(client, administrator):
    client.force_login(administrator)
    assert client.get("/search/?q=100%2500").status_code == 200


@pytest.mark.django_db
def test_the_api_says_itself_which_parameter_holds_one(client, administrator):
    client.force_login(administrator)
    answer = client.get("/api/v1/resolutions/?q=a%00b")
    assert [error["field"] for error in answer.json()["errors"]] == ["q"]
