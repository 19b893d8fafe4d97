"""Several files are written together or none of them."""

import errno
import os
from pathlib import Path

import pytest

from psg_desktop.documents.whole_files import write_together
from psg_desktop.faults import DiskFull, Unwritable

FILES = {"one.csv": b"1", "two.csv": b"2", "three.json": b"{}"}


def test_that_all_files_are_written(tmp_path: Path) -> None:
    paths = write_together(tmp_path, FILES)
    assert paths == tuple(tmp_path / name for name in FILES)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == FILES


def test_that_a_full_disk_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.csv").write_bytes(b"before")
    calls: list[int] = []

    def full_at_last(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == len(FILES):
            raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full_at_last)
    with pytest.raises(DiskFull, match=r"no room left to write three\.json"):
        write_together(tmp_path, FILES)
    assert [one.name for one in tmp_path.iterdir()] == ["one.csv"]
    assert (tmp_path / "one.csv").read_bytes() == b"before"


def test_that_a_folder_that_is_not_there_is_named_plainly(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r"The folder for one\.csv is not there"):
        write_together(tmp_path / "gone", FILES)
