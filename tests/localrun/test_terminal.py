import errno
import os
from pathlib import Path

import pytest

from localrun.datadir import DataDirectory
from localrun.terminal import Problem, explain, tail


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (
            errno.ENOSPC,
            "The disk that holds /data is full. Free some space (a first start needs 0.5 GB) and try again.",
        ),
        (
            errno.EDQUOT,
            "The disk that holds /data is full. Free some space (a first start needs 0.5 GB) and try again.",
        ),
        (errno.EROFS, "/data is on a read-only disk. Choose another folder with --data."),
        (errno.EACCES, "/data is closed to you for writing. Choose another folder with --data."),
        (errno.EIO, "/data cannot be used (Input/output error). Choose another folder with --data."),
    ],
    ids=["full", "over quota", "read-only", "not permitted", "anything else"],
)
def test_what_the_disk_refuses_becomes_a_sentence(number: int, sentence: str) -> None:
    assert str(explain(OSError(number, os.strerror(number)), Path("/data"))) == sentence


def test_a_file_where_the_data_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(Problem, match="data cannot be a folder, because a file is in the way"):
        DataDirectory.at(tmp_path / "data")


def test_a_place_that_takes_no_folder_is_refused() -> None:
    with pytest.raises(Problem, match=r"^/proc/data cannot be used .* Choose another folder with --data\.$"):
        DataDirectory.at(Path("/proc/data"))


def test_the_end_of_a_log_is_its_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    log.write_bytes(b"one\ntwo \xff\nthree\n\n")
    assert tail(log, lines=2) == "    two \N{REPLACEMENT CHARACTER}\n    three"
    assert tail(tmp_path / "none.log") == ""
