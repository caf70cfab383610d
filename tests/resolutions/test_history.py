"""The row history that the database writes by itself."""

import pytest
from django.db import connection
from pghistory.models import Events

from resolutions.models import Footnote, Organ
from tests.builders import asks, paragraph, reading, stored

pytestmark = pytest.mark.django_db


def told(row: object) -> list[str]:
    return [event.pgh_label for event in Events.objects.tracks(row).order_by("pgh_created_at", "pgh_id")]


def test_a_row_that_goes_leaves_its_last_words():
    version = stored(reading("E/RES/2020/1", paragraph("1", asks()))).version
    note = Footnote.objects.create(version=version, label="1", text="A/58/6.", position=1)
    Footnote.objects.all().delete()
    assert told(note) == ["insert", "delete"]


def test_raw_sql_and_bulk_writes_are_in_it_too():
    organ = Organ.objects.get(code="ECOSOC")
    before = len(told(organ))
    Organ.objects.update(time_zone="Europe/Vienna")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE resolutions_organ SET time_zone = 'Europe/Paris'")
    assert told(organ)[before:] == ["update", "update"]
