"""What lies at the root hangs together: settings and their documents, dependencies and their reasons."""

import re
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tracker.management.commands.state_diagrams import page

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (ROOT / "config" / "settings.py").read_text()
ASKED = set(re.findall(r'environment\.\w+\(\s*"([A-Z_]+)"', SETTINGS))
# What docs/settings.md and .env.example name beside the settings: compose.yaml and the Dockerfile read them.
OF_CONTAINERS = {"POSTGRES_PASSWORD", "TRACKER_VERSION", "WEB_CONCURRENCY", "WEB_PORT"}
PYPROJECT = (ROOT / "pyproject.toml").read_text()


def test_the_settings_ask_for_something():
    assert {"SECRET_KEY", "DATABASE_URL", "CELERY_BROKER_URL", "EMAIL_URL"} <= ASKED


def test_the_example_lists_every_variable_that_is_read_and_no_other():
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)) == ASKED | OF_CONTAINERS


@pytest.mark.parametrize("name", sorted(OF_CONTAINERS))
def test_what_only_containers_read_is_read_there(name):
    containers = "".join((ROOT / file).read_text() for file in ("compose.yaml", "Dockerfile"))
    assert name in containers


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_variable_is_explained(name):
    assert f"`{name}`" in (ROOT / "docs" / "settings.md").read_text()


def test_every_dependency_has_its_reason_above_it():
    lines = [line.strip() for line in PYPROJECT[: PYPROJECT.index("[tool.")].splitlines()]
    listed = [n for n, line in enumerate(lines) if re.match(r'"[a-z].*[>=~<]', line)]
    parsed = tomllib.loads(PYPROJECT)["project"]
    declared = [
        *parsed["dependencies"],
        *(d for extra in parsed["optional-dependencies"].values() for d in extra),
    ]
    assert len(listed) == len(declared)
    # One reason may stand above several packages that belong together.
    bare = [lines[n] for n in listed if not lines[n - 1].startswith("#") and n - 1 not in listed]
    assert bare == []


@pytest.mark.parametrize(
    "file", ["LICENSE", "README.md", "requirements.txt", "requirements-dev.txt", "manage.py"]
)
def test_what_everybody_looks_for_is_there(file):
    assert (ROOT / file).read_text().strip()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_version_has_its_hash(file):
    packages = re.findall(r"^\S+==\S+.*(?:\n .*)*", (ROOT / file).read_text(), re.MULTILINE)
    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_page_of_statuses_is_what_the_tables_say():
    written = (ROOT / "docs" / "statuses.md").read_text()
    assert written == page(), "Run manage.py state_diagrams."


@pytest.mark.django_db
def test_no_migration_is_missing():
    said = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=said)
    assert "No changes detected" in said.getvalue()


def test_no_file_names_a_place_on_somebody_s_machine():
    suffixes = {".py", ".md", ".toml", ".html", ".css", ".js", ".tsv", ".yaml", ".txt"}
    folders = ("config", "docs", "localrun", "resolutions", "tracker")
    found = [
        str(path.relative_to(ROOT))
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and re.search(r"(?<![\w.])/(home|root|work|Users)/\w", path.read_text())
    ]
    assert found == []
