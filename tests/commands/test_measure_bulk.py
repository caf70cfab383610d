"""`manage.py measure_bulk`: it measures real work on rows of its own and leaves nothing behind."""

import re
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from tests.snapshot import snapshot

pytestmark = pytest.mark.django_db


def test_a_database_where_nothing_is_set_up_is_refused_with_what_to_run():
    Group.objects.all().delete()
    with pytest.raises(CommandError, match="Run load_vocabulary and sync_roles first"):
        call_command("measure_bulk", "2")


def test_work_on_more_rows_takes_no_more_queries_and_nothing_of_it_stays():
    before, out = snapshot(), StringIO()
    call_command("measure_bulk", "2", "40", stdout=out)
    told = re.findall(r"(.+), ([\d,]+) rows: [\d.]+ s, (\d+) queries", out.getvalue())
    works = (
        "Open a reporting cycle",
        "Check the rows of a spreadsheet",
        "Take a spreadsheet over",
        "Hand assignments over",
    )
    assert [(what, rows) for what, rows, _ in told] == [
        (work, rows) for rows in ("2", "40") for work in works
    ]
    assert [queries for _, _, queries in told[:4]] == [queries for _, _, queries in told[4:]]
    assert snapshot() == before
