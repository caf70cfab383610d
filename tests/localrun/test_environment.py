import importlib.util
import json
import os
import shutil
from pathlib import Path

import pytest

from localrun.environment import INCLUDED, Environment, missing_venv_parts, working_uv
from localrun.processes import ROOT
from localrun.terminal import Problem

LOCKED = "requirements-local.txt"
PROJECT_UV = ROOT / ".venv" / "bin" / "uv"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A project that needs no package, on a machine with uv."""
    for name in ("pyproject.toml", "requirements.txt", LOCKED, "requirements-dev.txt"):
        (tmp_path / name).write_text("")
    monkeypatch.setenv("PATH", f"{PROJECT_UV.parent}:/usr/bin:/bin")
    return Environment(tmp_path)


def test_a_package_without_a_hash_or_a_wheel_is_refused_with_what_to_do(project: Environment) -> None:
    (project.root / LOCKED).write_text("no-such-package==1.0\n")
    with pytest.raises(Problem, match=rf"^Could not install {LOCKED}\..*CELERY_BROKER_URL name servers"):
        project.prepare(LOCKED)


def test_an_unwritable_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="The project's folder must be writable"):
        Environment(tmp_path / "nowhere").prepare(LOCKED)


def test_without_uv_a_python_without_its_venv_part_is_refused(
    project: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(Problem, match=r"apt install python3\.\d+-venv\) or uv"):
        project.prepare(LOCKED)
    assert not project.folder.exists()


def test_this_python_can_make_environments() -> None:
    assert missing_venv_parts() is None


def test_a_uv_that_does_not_run_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shim = tmp_path / "uv"
    shim.write_text("#!/bin/sh\necho 'uv: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert shutil.which("uv") == str(shim)
    assert working_uv() is None


def test_the_environment_is_made_once(project: Environment) -> None:
    project.prepare(LOCKED)
    made = project.folder.stat().st_ino
    (project.folder / "kept").touch()
    project.prepare(LOCKED)
    assert project.python.exists()
    assert project.folder.stat().st_ino == made
    assert (project.folder / "kept").exists()


def test_without_uv_an_environment_of_uv_is_made_anew_with_pip(
    project: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.prepare(LOCKED)
    assert not (project.folder / "bin" / "pip").exists()
    monkeypatch.setenv("PATH", "/nowhere")
    project.prepare(LOCKED)
    assert (project.folder / "bin" / "pip").exists()


def test_a_changed_lock_is_installed_and_only_once(
    project: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    project.prepare(LOCKED)
    (project.root / LOCKED).write_text("# changed\n")
    capsys.readouterr()
    project.prepare(LOCKED)
    assert f"Installing {LOCKED}" in capsys.readouterr().err
    project.prepare(LOCKED)
    assert capsys.readouterr().err == ""


def test_the_development_lock_covers_the_others(
    project: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    project.prepare("requirements-dev.txt")
    capsys.readouterr()
    project.prepare(LOCKED)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("breakage", ["installation broke off", "interpreter gone"])
def test_a_half_made_environment_is_made_anew(project: Environment, breakage: str) -> None:
    project.prepare(LOCKED)
    (project.folder / "left over").touch()
    if breakage == "installation broke off":
        (project.folder / "installed.json").write_text(json.dumps({"unfinished": LOCKED}))
    else:
        project.python.unlink()
        project.python.symlink_to("/nowhere/python3")
    project.prepare(LOCKED)
    assert not (project.folder / "left over").exists()
    assert os.access(project.python, os.X_OK)


def test_the_locks_name_every_file_that_there_is() -> None:
    assert set(INCLUDED) == {path.name for path in ROOT.glob("requirements*.txt")}
