"""The verbs as a person meets them in a shell: codes, sentences, files and streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from psg_desktop import cli
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

HEADER = "Ref,Name,Date of birth,Risk,Status,Notes\n"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A file with the passphrase, as a shell of another system may have written it."""
    file = tmp_path / "words.txt"
    file.write_text(PASSPHRASE + "\r\n", encoding="utf-8-sig")
    return file


def run(*arguments: str | Path) -> int:
    return cli.run([str(one) for one in arguments], FixedClock())


def sheet(folder: Path, *rows: str) -> Path:
    file = folder / "cases of ours.csv"
    file.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_that_a_backup_replaces_no_file(
    vault: Path, words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", vault, "--out", words, "--passphrase-file", words) == 1
    assert "replaces nothing" in capsys.readouterr().err
    assert words.read_text(encoding="utf-8-sig").strip() == PASSPHRASE


def test_that_a_pack_without_a_case_is_refused_in_a_sentence(
    vault: Path, words: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pack.pdf"
    code = run("pack", vault, "--meeting", "2026-12-03", "--out", out, "--passphrase-file", words)
    assert code == 1
    assert "nothing to put in a pack" in capsys.readouterr().err
    assert not out.exists()


def test_that_a_folder_given_for_a_file_is_named_as_one(
    vault: Path, words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", vault, vault.parent, "--passphrase-file", words) == 1
    assert "This is a folder" in capsys.readouterr().err


def test_that_an_import_that_waits_says_which_rows_and_why(
    vault: Path, words: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("import", vault, sheet(tmp_path, "A1,Wilf Marrowby,7/3/1984,High,,"))
    assert run(*given, "--passphrase-file", words) == 0
    sheet(tmp_path, "A1,Wilf Marrowby,7/3/1984,Medium,,Calmer", "A2,Mo Quill,31/2/1990,High,,")
    capsys.readouterr()
    left = tmp_path / "left out.xlsx"
    assert run(*given, "--rejected", left, "--json", "--passphrase-file", words) == 3
    written = capsys.readouterr()
    assert "Row 2: It may be A1 (imported before)." in written.err
    assert "1 row cannot be read" in written.err
    assert "1 row may be somebody" in written.err
    assert left.exists()
    assert json.loads(written.out)["imported"] is None


def test_that_wrong_usage_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run("pack", "v", "--meeting", "3/12/2026", "--out", "x")
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "Give the date as year-month-day" in said
    assert "error" not in said


def test_that_every_verb_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in cli.running.VERBS:
        with pytest.raises(SystemExit) as left:
            run(verb, "--help")
        assert left.value.code == 0
        assert "Exit codes: 0 done" in " ".join(capsys.readouterr().out.split())


def in_a_shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        input="Łukasz Żółkiewski said 😀\r\n".encode() * 9_000,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHON": sys.executable, **environment},
        timeout=120,
    )


def test_that_a_pipe_closed_early_is_no_failure() -> None:
    ended = in_a_shell('"$PYTHON" -m psg_desktop redact | head -1')
    assert ended.stderr == b""
    assert ended.returncode == 0


def test_that_results_are_utf_8_whatever_the_terminal_is_set_to() -> None:
    program = "from psg_desktop.cli import outcomes as o; o.write_every_letter(); o.show(['Łą'])"
    ended = in_a_shell(f'"$PYTHON" -c "{program}"', LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ended.stdout.decode().strip() == "Łą"
    assert ended.returncode == 0
