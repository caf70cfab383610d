"""What the database refuses is told in words, on the form, and nothing is stored."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from resolutions.admin.base import HouseAdmin, why_not_stored
from resolutions.admin.forms import in_words
from resolutions.models import Verb
from tests.tracker.admin.forms import fill, said

pytestmark = pytest.mark.django_db


def test_a_rule_that_two_people_break_together_is_named():
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Verb.objects.update(force_states=11)
    assert "The rule is: verb force up to ten." in why_not_stored(caught.value)


def test_a_rule_without_a_name_is_told_all_the_same():
    assert why_not_stored(IntegrityError("?")) == (
        "This contradicts what is stored already; nothing was saved. Look at the newest state and try again."
    )


def test_other_messages_are_left_as_they_are():
    assert in_words("This field is required.") == "This field is required."


def test_what_the_database_refuses_comes_back_on_the_form(
    client: Client, administrator: User, monkeypatch: pytest.MonkeyPatch
):
    # The form would find this itself; saving past it stands for a colleague who was a moment quicker.
    def save_late(admin, request, obj, form, change):
        Verb.objects.filter(pk=obj.pk).update(force_states=11, lemma=obj.lemma)

    monkeypatch.setattr(HouseAdmin, "save_model", save_late)
    client.force_login(administrator)
    verb = Verb.objects.get(lemma="urge")
    answer = fill(client, reverse("admin:resolutions_verb_change", args=[verb.pk]), lemma="urges")
    assert answer.status_code == 200
    assert "nothing was saved. The rule is: verb force up to ten." in said(answer)
    assert Verb.objects.filter(lemma="urge", force_states__lte=10).exists()
