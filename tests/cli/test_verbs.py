"""Every verb: help, exit codes, sentences on stderr, results on stdout."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import vaults
from psg_desktop.cli.running import VERBS
from psg_desktop.domain.cases import Case
from psg_desktop.store.vault import FLOOR_COST
from tests.builders import a_case, a_person
from tests.cli.conftest import Shell
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

DONE, REFUSED, WRONG_USAGE, NEEDS_DECISION = 0, 1, 2, 3
TEMPLATE = "resources/templates/caseload-template.xlsx"


@pytest.fixture
def worked(vault: Path) -> Path:
    """A vault with one case whose problem names its subject."""
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    person = a_person(full_name="Wilf Marrowby")
    open_case(office, person.id, problem="Wilf Marrowby rang at night.", subject=person)
    office.close()
    return vault


def open_case(office: Office, subject_id: object, problem: str, subject: object) -> Case:
    case = a_case(subject=subject_id, problem=problem)
    cases.open_case(office, cases.Opening(case=case, new_subject=subject))  # type: ignore[arg-type]  # a person
    return case


@pytest.mark.parametrize("verb", VERBS)
def test_that_each_verb_has_help(shell: Shell, verb: str) -> None:
    ran = shell(verb, "--help")
    assert ran.code == DONE
    assert f"psg-desktop {verb}" in ran.out
    assert "Exit codes: 0 done" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [("fly",), ("list",), ("list", "v", "people"), ("pack", "v", "--meeting", "3/12/2026"),
     ("demo", "d", "--cases", "0"), ("verify",)],
)  # fmt: skip
def test_that_wrong_usage_ends_with_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    ran = shell(*arguments)
    assert ran.code == WRONG_USAGE
    assert ran.out == ""
    assert ran.said


NO_VAULT = {"demo", "self-test", "audit"}


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in NO_VAULT])
def test_that_no_verb_takes_the_passphrase_as_an_argument(shell: Shell, verb: str) -> None:
    told = shell(verb, "--help").out
    assert "--passphrase-file" in told
    assert "--passphrase " not in told
    assert shell(verb, "v", "--passphrase", PASSPHRASE).code == WRONG_USAGE


def test_that_a_wrong_passphrase_is_told_in_a_sentence(
    shell: Shell, worked: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not these five words here\n", encoding="utf-8")
    ran = shell("list", worked, "cases", "--passphrase-file", wrong)
    assert ran.code == REFUSED
    assert ran.out == ""
    assert "passphrase" in ran.said
    assert "not these five" not in ran.said


def test_that_a_missing_vault_is_told_in_a_sentence(
    shell: Shell, words: Path, tmp_path: Path
) -> None:
    ran = shell("list", tmp_path / "nowhere.psgstore", "cases", "--passphrase-file", words)
    assert ran.code == REFUSED
    assert "vault" in ran.said
    assert "Traceback" not in ran.said


def test_that_a_vault_in_use_is_told_in_a_sentence(shell: Shell, worked: Path, words: Path) -> None:
    office = vaults.unlock(worked, PASSPHRASE, FixedClock())
    try:
        ran = shell("list", worked, "cases", "--passphrase-file", words)
    finally:
        office.close()
    assert ran.code == REFUSED
    assert "open" in ran.said


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe\xff"])
def test_that_an_unfit_passphrase_file_is_told(
    shell: Shell, worked: Path, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "unfit.txt"
    if content is not None:
        file.write_bytes(content)
    ran = shell("list", worked, "cases", "--passphrase-file", file)
    assert ran.code == REFUSED
    assert "passphrase" in ran.said.lower()


def test_that_create_makes_a_vault_that_opens_and_never_overwrites(
    shell: Shell, words: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults.create, "__defaults__", (FLOOR_COST,))
    place = tmp_path / "new.psgstore"
    assert shell("create", place, "--passphrase-file", words).code == DONE
    listed = shell("list", place, "cases", "--json", "--passphrase-file", words)
    assert json.loads(listed.out) == []
    before = (place / "header").read_bytes()
    again = shell("create", place, "--passphrase-file", words)
    assert again.code == REFUSED
    assert "already" in again.said
    assert (place / "header").read_bytes() == before
    other = shell("create", tmp_path / "x", "--district", "E99", "--passphrase-file", words)
    assert other.code == REFUSED
    assert "district" in other.said


def test_that_an_import_is_tried_made_and_not_made_twice(
    shell: Shell, vault: Path, words: Path, root: Path
) -> None:
    given = ("import", vault, root / TEMPLATE, "--json", "--passphrase-file", words)
    tried = shell(*given, "--dry-run")
    assert tried.code == DONE
    assert json.loads(tried.out)["imported"] is None
    listed = ("list", vault, "cases", "--json", "--passphrase-file", words)
    assert json.loads(shell(*listed).out) == []
    made = json.loads(shell(*given).out)["imported"]
    assert made["case"] == len(json.loads(shell(*listed).out)) > 0
    again = json.loads(shell(*given).out)
    assert not again["imported"]
    assert len(json.loads(shell(*listed).out)) == made["case"]


def test_that_wrong_rows_need_a_decision_and_nothing_is_kept(
    shell: Shell, vault: Path, words: Path, tmp_path: Path
) -> None:
    sheet, rejected = tmp_path / "rows.csv", tmp_path / "rejected.xlsx"
    sheet.write_text(
        "Full name,Date of birth,Title,Date opened\n"
        "Wilf Marrowby,31/03/1980,Noise,01/02/2026\n"
        "Maureen Dabberwick,31/02/1980,Noise,99/99/2026\n",
        encoding="utf-8",
    )
    given = ("import", vault, sheet, "--passphrase-file", words)
    ran = shell(*given, "--rejected", rejected)
    assert ran.code == NEEDS_DECISION
    assert "Nothing was imported" in ran.said
    assert "Row 3" in ran.said
    left = openpyxl.load_workbook(rejected)["Not imported"].iter_rows(values_only=True)
    assert [row for row in left if "Maureen Dabberwick" in row]
    assert shell(*given, "--rejected", tmp_path / "rejected.csv").code == WRONG_USAGE
    listed = ("list", vault, "cases", "--json", "--passphrase-file", words)
    assert json.loads(shell(*listed).out) == []
    assert shell(*given, "--skip-wrong").code == DONE
    assert len(json.loads(shell(*listed).out)) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"%PDF-1.7"])
def test_that_a_file_that_is_no_spreadsheet_is_refused(
    shell: Shell, vault: Path, words: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "caseload.xlsx"
    file.write_bytes(content)
    ran = shell("import", vault, file, "--passphrase-file", words)
    assert ran.code == REFUSED
    assert ran.said.strip()
    assert "mistake of its own" not in ran.said


@pytest.mark.parametrize("what", ["cases", "actions", "reviews"])
def test_that_lists_are_lines_or_json(shell: Shell, worked: Path, words: Path, what: str) -> None:
    plain = shell("list", worked, what, "--passphrase-file", words)
    rows = json.loads(shell("list", worked, what, "--json", "--passphrase-file", words).out)
    assert plain.code == DONE
    assert len(plain.out.splitlines()) == len(rows)
    assert [row["reference"] for row in rows] == (["PSG-2026-001"] if what == "cases" else [])


def test_that_everything_comes_out_in_files_any_program_reads(
    shell: Shell, worked: Path, words: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ran = shell("export", worked, "--out", out, "--passphrase-file", words)
    assert ran.code == DONE
    person = json.loads((out / "people.jsonl").read_text(encoding="utf-8"))
    assert person["full_name"] == "Wilf Marrowby"
    assert set(map(Path, ran.out.splitlines())) == set(out.iterdir())
    assert "Marrowby" in (out / "people.csv").read_text(encoding="utf-8-sig")


def test_that_a_pack_waits_for_a_person_and_is_then_written(
    shell: Shell, worked: Path, words: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "pack.pdf"
    given = ("pack", worked, "--meeting", "2026-12-03", "--out", pdf, "--passphrase-file", words)
    waiting = shell(*given)
    assert waiting.code == NEEDS_DECISION
    assert "PSG-2026-001\tProblem and last review\t" in waiting.out
    assert "] rang at night." in waiting.out
    assert "action/" not in waiting.out
    assert "Marrowby" not in waiting.out + waiting.said
    assert not pdf.exists()
    written = shell(*given, "--accept-unmarked")
    assert written.code == DONE, written
    assert pdf.read_bytes().startswith(b"%PDF")
    assert shell(*given).code == DONE  # what was accepted stays accepted


def test_that_a_pack_of_nothing_is_refused(
    shell: Shell, vault: Path, words: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "pack.pdf"
    ran = shell("pack", vault, "--meeting", "2026-12-03", "--out", pdf, "--passphrase-file", words)
    assert ran.code == REFUSED
    assert ran.said.strip()
    assert not pdf.exists()


TEXTS = (
    "Wilf Marrowby rang 07700 900123 from CB7 4EE.",
    "\U0001f46e\U0001f3fd\u200d\u2640\ufe0f Wilf Marrowby \U0001f600 e\u0301te\u0301 CB7 4EE",
    "Z\u0307\u0323 o\u0308 wilf\tmarrowby\r\nborn 31/03/1980",
    "\ufeffWilf Marrowby",
)


@pytest.mark.parametrize("text", TEXTS)
def test_that_redact_gives_spans_in_characters(
    shell: Shell, worked: Path, words: Path, text: str
) -> None:
    ran = shell("redact", worked, "--json", "--passphrase-file", words, typed=text)
    spans = json.loads(ran.out)
    assert ran.code == DONE
    assert any("arrowby" in span["text"] for span in spans)
    for span in spans:
        assert text[span["start"] : span["end"]] == span["text"]
    masked = shell("redact", worked, "--passphrase-file", words, typed=text)
    assert "arrowby" not in masked.out


def test_that_redact_without_a_vault_knows_patterns(shell: Shell) -> None:
    ran = shell("redact", typed="Ring 07700 900123, NHS number 943 476 5919.")
    assert ran.code == DONE
    assert "900123" not in ran.out
    assert "5919" not in ran.out
    assert shell("redact", typed="").out == ""


def test_that_a_backup_is_checked_and_restored(
    shell: Shell, worked: Path, words: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    made = shell("backup", worked, "--out", folder, "--passphrase-file", words)
    assert made.code == DONE
    file = Path(made.out.strip())
    for place in (worked, file):
        found = shell("verify", place, "--json", "--passphrase-file", words)
        assert found.code == DONE, found
        assert json.loads(found.out)["sound"]
    back = tmp_path / "back.psgstore"
    assert shell("restore", file, back, "--passphrase-file", words).code == DONE
    listed = shell("list", back, "cases", "--json", "--passphrase-file", words)
    assert [row["title"] for row in json.loads(listed.out)] == ["Calls at night"]
    assert shell("restore", file, back, "--passphrase-file", words).code == REFUSED
    assert shell("backup", worked, "--out", worked, "--passphrase-file", words).code == REFUSED


def test_that_a_backup_makes_no_file_of_a_folder_that_is_missing(
    shell: Shell, worked: Path, words: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "backups"
    ran = shell("backup", worked, "--out", missing, "--passphrase-file", words)
    assert ran.code == REFUSED
    assert "no such folder" in ran.said
    assert not missing.exists()
    named = tmp_path / "november.psgbackup"
    assert shell("backup", worked, "--out", named, "--passphrase-file", words).code == DONE
    assert named.is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("redact <&-", "standard input is closed"),
        ("redact >&- </dev/null", "standard output is closed"),
        ("list {vault} cases <&- 2>&1", "--passphrase-file"),
        ("list {vault} cases --passphrase-file {words} >&-", "standard output is closed"),
        ("list {vault} cases --passphrase-file {words} >/dev/full", "could not be written whole"),
    ],
)
def test_that_a_closed_or_full_stream_is_told_in_a_sentence(
    worked: Path, words: Path, line: str, sentence: str
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    verb = line.format(vault=f"'{worked}'", words=f"'{words}'")
    ran = subprocess.run(  # noqa: S602 - the shell is what closes the streams
        f"'{sys.executable}' -m psg_desktop {verb}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == REFUSED
    assert sentence in ran.stdout + ran.stderr
    assert "mistake of its own" not in ran.stdout + ran.stderr


def test_that_a_damaged_vault_does_not_verify(shell: Shell, worked: Path, words: Path) -> None:
    store = worked / "store-1.db"
    data = bytearray(store.read_bytes())
    data[4096 * 3 + 100] ^= 0xFF
    store.write_bytes(data)
    ran = shell("verify", worked, "--passphrase-file", words)
    assert ran.code == REFUSED
    assert "mistake of its own" not in ran.said


def test_that_a_demo_is_made_and_made_again(shell: Shell, tmp_path: Path) -> None:
    for _ in range(2):
        ran = shell("demo", tmp_path / "demo", "--cases", "4", "--seed", "2", "--quarters", "1")
        assert ran.code == DONE, ran
    assert "7 of 8: Making up a pack." in ran.said.splitlines()
    assert "8 of 8: Publishing a quarter of statistics." in ran.said.splitlines()
    made = [Path(line) for line in ran.out.splitlines()]
    assert [path.exists() for path in made] == [True] * 4
    passphrase = tmp_path / "demo" / "passphrase.txt"
    vault = tmp_path / "demo" / "sample.psgstore"
    listed = shell("list", vault, "cases", "--passphrase-file", passphrase)
    assert len(listed.out.splitlines()) == 4


def test_that_a_demo_never_replaces_a_vault_that_is_no_sample(
    shell: Shell, worked: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    shutil.copytree(worked, folder / "sample.psgstore")
    ran = shell("demo", folder, "--cases", "2")
    assert ran.code == REFUSED
    assert (folder / "sample.psgstore" / "header").exists()


def test_that_the_program_passes_its_own_test(shell: Shell) -> None:
    ran = shell("self-test")
    assert ran.code == DONE
    assert "passed" in ran.said


def test_that_the_shell_gets_the_same_codes(worked: Path, words: Path) -> None:
    def start(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "psg_desktop", *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )

    listed = start("list", worked, "cases", "--json", "--passphrase-file", words)
    assert (listed.returncode, len(json.loads(listed.stdout))) == (DONE, 1)
    assert start("list", worked, "people").returncode == WRONG_USAGE
    unasked = start("list", worked, "cases")
    assert unasked.returncode == REFUSED
    assert "--passphrase-file" in unasked.stderr
    assert "Traceback" not in unasked.stderr


def test_that_a_mistake_of_the_program_names_no_record(
    shell: Shell, worked: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Wilf Marrowby")

    monkeypatch.setattr("psg_desktop.casework.lists.cases", broken)
    ran = shell("list", worked, "cases", "--passphrase-file", words)
    assert ran.code == REFUSED
    assert "Marrowby" not in ran.said + ran.out
    assert "ValueError at test_verbs.py" in ran.said
