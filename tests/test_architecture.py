"""The import contracts of pyproject.toml: kept by the program, and broken when they should be."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)

# For each contract: a module, and an import in it which that contract must refuse.
OFFENCES = {
    "Layers": [
        ("domain/offence.py", "import psg_desktop.faults"),
        ("casework/offence.py", "import psg_desktop.ui"),
        ("exchange/offence.py", "import psg_desktop.privacy"),
        ("helpers.py", "import datetime"),
    ],
    "The domain knows no library": [
        ("domain/offence.py", "import sqlalchemy"),
        ("domain/offence.py", "from pathlib import Path"),
    ],
    "Only ui knows Qt": [("paths.py", "from PySide6.QtCore import QDir")],
    "Nothing below the window reaches Qt": [
        ("documents/offence.py", "from PySide6.QtGui import QImage")
    ],
    "Only store knows SQL": [("casework/offence.py", "import sqlalchemy.orm")],
    "Nothing unencrypted and nothing online": [
        ("store/offence.py", "import sqlite3"),
        ("exchange/offence.py", "import http.client"),
    ],
    "The store is reached through casework": [
        ("ui/widgets/offence.py", "import psg_desktop.store")
    ],
    "The pages cannot reach the people": [
        ("documents/offence.py", "import psg_desktop.domain.people"),
        ("documents/offence.py", "from psg_desktop import words"),
    ],
    "A pack holds nobody": [("domain/packs.py", "from psg_desktop.domain import people")],
    "Privacy is arithmetic over plain values": [("privacy/offence.py", "import reportlab")],
    "The attacker knows published files only": [
        ("attack/offence.py", "import psg_desktop.domain.statistics"),
        ("attack/offence.py", "import psg_desktop.words.names"),
    ],
    "Screens do not know one another": [
        ("ui/cases/offence.py", "import psg_desktop.ui.packs"),
        ("ui/widgets/offence.py", "import psg_desktop.ui.cases"),
        ("ui/helpers.py", "import datetime"),
    ],
    "Widgets know nothing of cases": [("ui/widgets/offence.py", "import psg_desktop.casework")],
    "No cycles anywhere": [
        ("privacy/one.py", "import psg_desktop.privacy.two"),
    ],
}
OFFENDING = [(name, *offence) for name, offences in OFFENCES.items() for offence in offences]


def contracts(root: Path) -> list[str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the program that may be spoilt."""
    kept = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "psg_desktop", tmp_path / "psg_desktop", ignore=kept)
    shutil.copy(root / "pyproject.toml", tmp_path)
    package = tmp_path / "psg_desktop"
    for screen in ("cases", "packs"):
        (package / "ui" / screen).mkdir(exist_ok=True)
        (package / "ui" / screen / "__init__.py").touch()
    for module, other in (("one", ""), ("two", "import psg_desktop.privacy.one\n")):
        (package / "privacy" / f"{module}.py").write_text(other, encoding="utf-8")
    return tmp_path


def test_that_the_program_keeps_its_contracts(root: Path) -> None:
    result = lint(root)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "module", "offence"), OFFENDING)
def test_that_a_contract_bites(copy: Path, contract: str, module: str, offence: str) -> None:
    place = copy / "psg_desktop" / module
    before = place.read_text(encoding="utf-8") if place.exists() else ""
    place.write_text(f"{before}\n{offence}\n", encoding="utf-8")
    result = lint(copy)
    assert result.returncode == 1
    assert f"{contract} BROKEN" in result.stdout


def test_that_each_contract_has_an_offence_to_prove_it(root: Path) -> None:
    assert sorted(OFFENCES) == sorted(contracts(root))
