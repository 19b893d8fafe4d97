"""The verbs that publish statistics: what they refuse, and what stands in the ledger after it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from psg_desktop.documents import whole_files
from psg_desktop.faults import DiskFull
from tests.cli.conftest import Ran, Shell

DONE, REFUSED = 0, 1
Publish = Callable[..., Ran]


@pytest.fixture
def publish(shell: Shell, vault: Path, words: Path) -> Publish:
    def run(period: str, out: Path, *more: str) -> Ran:
        return shell(
            "statistics", vault, "--passphrase-file", words,
            "--period", period, "--out", out, *more,
        )  # fmt: skip

    return run


@pytest.fixture
def ledger(shell: Shell, vault: Path, words: Path) -> Callable[[], list[str]]:
    def read() -> list[str]:
        found = shell("releases", vault, "--passphrase-file", words, "--json")
        return [one["period"] for one in json.loads(found.out)]

    return read


def test_that_a_vault_without_cases_publishes_what_anybody_may_know(
    publish: Publish, ledger: Callable[[], list[str]], tmp_path: Path
) -> None:
    out = tmp_path / "made" / "here"
    assert publish("2026Q3", out).code == DONE
    assert {one.suffix for one in out.iterdir()} == {
        ".xlsx",
        ".ods",
        ".csv",
        ".json",
        ".pdf",
        ".docx",
    }
    assert ledger() == ["2026Q3"]
    again = publish("2026Q3", tmp_path / "again")
    assert "published before" in again.out
    assert ledger() == ["2026Q3"]


def test_that_a_plan_publishes_nothing(
    publish: Publish, ledger: Callable[[], list[str]], tmp_path: Path
) -> None:
    assert publish("2026Q3", tmp_path / "out", "--plan").code == DONE
    assert not (tmp_path / "out").exists()
    assert ledger() == []


def test_that_nothing_is_published_where_no_folder_can_be_made(
    publish: Publish, ledger: Callable[[], list[str]], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    refused = publish("2026Q3", tmp_path / "file")
    assert refused.code == REFUSED
    assert "Nothing was published" in refused.said
    assert ledger() == []


def test_that_a_full_disk_tells_what_stands_and_the_same_command_writes_the_files(
    publish: Publish,
    ledger: Callable[[], list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as full:
        full.setattr(whole_files, "replacing", _full)
        refused = publish("2026Q3", tmp_path / "out")
    assert refused.code == REFUSED
    assert "published and stands in the ledger; only its files are missing" in refused.said
    assert "no room left" in refused.said
    assert ledger() == ["2026Q3"]
    assert publish("2026Q3", tmp_path / "out").code == DONE
    assert ledger() == ["2026Q3"]
    assert any(one.suffix == ".xlsx" for one in (tmp_path / "out").iterdir())


def _full(path: Path) -> NoReturn:
    raise DiskFull(f"There is no room left to write {path.name}.")


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026Q4", "not over"),
        ("1900Q1", "more than ten years past"),
        ("2026Q9", "not a period"),
        ("0001Q1", "not a period"),
    ],
)
def test_that_a_period_nobody_can_report_is_refused(
    publish: Publish, tmp_path: Path, period: str, said: str
) -> None:
    refused = publish(period, tmp_path / "out")
    assert refused.code == REFUSED
    assert said in refused.said


def test_that_what_cannot_be_counted_is_refused_with_what_can_be(
    publish: Publish, ledger: Callable[[], list[str]], tmp_path: Path
) -> None:
    for more, listed, said in (
        (("--table", "oppened"), "open_at_start, referred, ", "There is no such measure"),
        (("--table", "opened", "--by", "colour"), "Breakdowns of opened: ", "not broken down"),
    ):
        refused = publish("2026Q3", tmp_path / "out", *more)
        assert refused.code == REFUSED
        assert listed in refused.said
        assert said in refused.said
    assert ledger() == []
