"""Logging in and out, and the pages that say no."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from tracker.views.access import role_required

pytestmark = pytest.mark.django_db


@role_required
def page(request):
    return HttpResponse("seen")


def ask_for_page(user):
    request = RequestFactory().get("/somewhere/?a=1")
    request.user = user
    return page(request)


def test_whoever_is_not_logged_in_is_sent_to_log_in_and_comes_back(client: Client, viewer):
    answer = client.post("/login/?next=/healthz", {"username": "viewer", "password": "wrong"})
    assert "Please enter a correct username" in answer.content.decode()
    answer = client.post("/login/", {"username": "viewer", "password": "a pass phrase", "next": "/healthz"})
    assert (answer.status_code, answer["Location"]) == (302, "/healthz")


def test_the_gate_stops_an_account_without_a_role(stranger):
    with pytest.raises(PermissionDenied):
        ask_for_page(stranger)


def test_the_gate_lets_every_role_through(viewer, secretariat, manager):
    for user in (viewer, secretariat, manager):
        assert ask_for_page(user).content == b"seen"


def test_logging_out_needs_a_deed_not_a_link(client: Client, viewer):
    client.force_login(viewer)
    assert client.get("/logout/").status_code == 405
    answer = client.post("/logout/")
    assert (answer.status_code, answer["Location"]) == (302, "/login/")
    assert "_auth_user_id" not in client.session


def test_an_address_that_is_none_says_so_in_our_own_words(client: Client):
    answer = client.get("/there/is/no/such/page")
    assert answer.status_code == 404


def test_the_pages_that_say_no_can_be_shown_to_anybody(rf: RequestFactory, viewer):
    request = rf.get("/")
    request.user = viewer
    refused = render_to_string("403.html", {"exception": "You may not do this or that."}, request)
    assert "You may not do this or that." in refused
    assert "There is no such page" in render_to_string("404.html", {}, request)
    assert "on our side" in render_to_string("500.html")


def test_an_account_without_a_role_is_told_so_and_offered_no_page(client: Client, stranger):
    client.force_login(stranger)
    answer = client.get("/resolutions/")
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Your account has no role" in page
    assert "<nav" not in page
    assert "Log out" in page


# --- Guessing -----------------------------------------------------------------------------------------


def attempt(client: Client, page: str, password: str, name: str = "manager"):
    return client.post(page, {"username": name, "password": password})


@pytest.mark.parametrize(("page", "status"), [("/login/", 429), ("/admin/login/", 200)])
def test_after_ten_wrong_guesses_even_the_right_pass_phrase_waits(client: Client, manager, page, status):
    for _ in range(10):
        assert "Too many attempts" not in attempt(client, page, "wrong").content.decode()
    answer = attempt(client, page, "a pass phrase", name=" MANAGER ")
    assert answer.status_code == status
    assert "Too many attempts for this name. Wait a minute" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_guesses_at_one_name_lock_out_nobody_else(client: Client, manager, viewer):
    for _ in range(11):
        attempt(client, "/login/", "wrong")
    assert attempt(client, "/login/", "a pass phrase", name="viewer").status_code == 302


def test_the_right_pass_phrase_begins_the_count_anew(client: Client, manager):
    for _ in range(2):
        for _ in range(9):
            attempt(client, "/login/", "wrong")
        assert attempt(client, "/login/", "a pass phrase").status_code == 302
        client.logout()
