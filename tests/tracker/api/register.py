"""A small register for the API's tests."""

import datetime as dt

from resolutions.models import Resolution
from tests.builders import asks, paragraph, reading, states, tracked

DUE = dt.date(2021, 12, 31)
PAST = dt.date(2021, 1, 31)


def register() -> Resolution:
    """Return a resolution that asks the Secretary-General and Member States, and welcomes something."""
    return tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", states()),
            paragraph("2", asks("Requests the Secretary-General to report on forests", due=DUE)),
            paragraph(
                "3",
                asks(
                    "Invites Member States, including Norway, to plant trees",
                    verb="invite",
                    of=["Member States"],
                    including=["Norway"],
                    due=PAST,
                ),
                asks("requests the Secretary-General to help them", doubts=["addressee implied"]),
            ),
        )
    )
