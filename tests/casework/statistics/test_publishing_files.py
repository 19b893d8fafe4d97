"""A release is written into a folder whole, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from psg_desktop.casework.statistics.publishing_files import write_statistics
from psg_desktop.faults import DiskFull, Unwritable
from tests.papers.statistics.made_up import sample

STEM = "psg-statistics-fenmarket-2026q3-board"


def test_that_every_form_of_a_release_is_written_into_the_folder(tmp_path: Path) -> None:
    paths = write_statistics(sample(), tmp_path)
    assert [one.name for one in paths[:3]] == [
        f"{STEM}.xlsx", f"{STEM}.ods", f"{STEM}-csv-metadata.json",
    ]  # fmt: skip
    assert {one.suffix for one in paths[3:]} == {".csv"}
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_that_a_full_disk_leaves_no_file_of_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="no room left"):
        write_statistics(sample(), tmp_path)
    assert not list(tmp_path.iterdir())


def test_that_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="Choose another folder"):
        write_statistics(sample(), tmp_path / "gone")
