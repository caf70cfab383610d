"""A register with one obligation of the Secretary-General and one of all Member States."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from resolutions.models import Resolution
from tests.builders import asks, paragraph, reading, states, tracked
from tracker.models import Occurrence


@pytest.fixture
def register(db: None) -> Resolution:
    return tracked(
        reading(
            "E/RES/2020/17",
            paragraph("1", asks("Requests the Secretary-General to report", doubts=["addressee_unknown"])),
            paragraph(
                "2",
                asks("Invites Member States to share views", verb="invite", of=["Member States"]),
                asks("encourages the World Bank to help", verb="encourage", of=["World Bank"]),
            ),
            paragraph("3", states()),
        )
    )


@pytest.fixture
def owed(register: Resolution) -> Occurrence:
    """Give what is asked of the Secretary-General."""
    return Occurrence.objects.get(assignment__entity__name="Secretary-General")


def enter(client: Client, user: User) -> Client:
    """Log somebody in."""
    client.force_login(user)
    return client
