"""`manage.py import_resolution` and its neighbours, as somebody at a shell sees them."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from resolutions.models import Entity, Resolution
from tests.tracker.test_imports import LETTER, OTHER, TEXT
from tracker.management.commands.state_diagrams import page

pytestmark = pytest.mark.django_db


def run(*args, **options):
    """Run a command; return what it wrote and what it complained of."""
    out, err = StringIO(), StringIO()
    failed = None
    try:
        call_command(*args, stdout=out, stderr=err, **options)
    except CommandError as error:
        failed = str(error)
    return out.getvalue(), err.getvalue(), failed


@pytest.fixture
def files(tmp_path):
    """Write files and return their paths by name."""
    made = {"good.md": TEXT, "letter.md": LETTER, "other.md": OTHER, "empty.md": b""}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return {name: str(tmp_path / name) for name in [*made, "missing.md"]}


def test_a_file_that_is_read_gets_a_line_that_says_what_came_of_it(files):
    out, err, failed = run("import_resolution", files["good.md"])
    assert "E/RES/2020/5 new, 2 items and 1 assignments added" in out
    assert (err, failed) == ("", None)


def test_a_second_run_says_that_nothing_changed(files):
    run("import_resolution", files["good.md"])
    out, _, failed = run("import_resolution", files["good.md"])
    assert "E/RES/2020/5 unchanged, 0 items" in out
    assert failed is None


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("letter.md", "Nothing was stored"),
        ("empty.md", "The file is empty"),
        ("missing.md", "No such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_fails_but_the_others_are_read(files, name, says):
    _, err, failed = run("import_resolution", files[name], files["good.md"])
    assert name in err
    assert says in err
    assert failed == "1 of 2 files were not imported."
    assert Resolution.objects.count() == 1


def test_a_text_of_the_same_symbol_is_taken_where_told_that_it_replaces(files):
    run("import_resolution", files["good.md"])
    assert run("import_resolution", files["other.md"])[2] is not None
    assert "new version" in run("import_resolution", "--replaces", files["other.md"])[0]


def test_loading_the_vocabulary_again_adds_nothing():
    out, _, _ = run("load_vocabulary")
    assert out.strip() == "0 organs, 0 sessions, 0 verbs, 0 entities, 0 names, 0 memberships added"


def test_loading_the_vocabulary_leaves_what_people_corrected():
    Entity.objects.filter(name="Norway").update(name="Kingdom of Norway")
    run("load_vocabulary")
    assert Entity.objects.filter(key=Entity.objects.get(name="Kingdom of Norway").key).count() == 1
    assert not Entity.objects.filter(name="Norway").exists()


def test_syncing_the_roles_makes_those_that_are_missing():
    Group.objects.all().delete()
    out, _, _ = run("sync_roles")
    assert "Viewer" in out
    assert Group.objects.count() == 6


def test_the_diagrams_are_written_where_the_repository_keeps_them(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    out, _, _ = run("state_diagrams")
    assert (tmp_path / "docs" / "statuses.md").read_text() == page()
    assert "statuses.md" in out
