import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from localrun.datadir import DataDirectory, Lock
from localrun.processes import ROOT
from localrun.terminal import Problem


def test_a_link_in_place_of_the_sockets_folder_is_refused(tmp_path: Path) -> None:
    data = DataDirectory.at(tmp_path / "data")
    data.sockets.symlink_to(tmp_path)
    with pytest.raises(Problem, match="belongs to someone else"), data.open_sockets():
        pass


def test_the_secret_key_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    data = DataDirectory.at(tmp_path / "data")
    key = data.secret_key()
    assert len(key) > 50
    assert DataDirectory.at(tmp_path / "data").secret_key() == key
    assert DataDirectory.at(tmp_path / "other").secret_key() != key
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o077 == 0


def test_a_short_path_keeps_its_sockets_beside_the_data(tmp_path: Path) -> None:
    short = Path("/srv/data")
    assert DataDirectory(short).sockets == short / "sockets"


def test_two_long_paths_have_two_sockets_folders() -> None:
    one, other = (DataDirectory(Path("/srv") / (letter * 100)).sockets for letter in "ab")
    assert one != other
    assert len(os.fsencode(one / ".s.PGSQL.5432")) <= 103


def test_the_lock_waits_for_servers_that_outlive_a_killed_owner(tmp_path: Path) -> None:
    data = DataDirectory.at(tmp_path / "data")
    code = (
        "import os, pathlib, subprocess, sys; from localrun.datadir import DataDirectory, Lock; "
        "lock = Lock(DataDirectory(pathlib.Path(sys.argv[1]))).__enter__(); "
        "subprocess.Popen(['sleep', '1.6'], pass_fds=(lock,)); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(data.path)], check=False, cwd=ROOT, timeout=5)
    begin = time.monotonic()
    with Lock(data):
        assert (
            time.monotonic() - begin > 1.0
        )  # longer than an owner that lives is waited for, and then granted
