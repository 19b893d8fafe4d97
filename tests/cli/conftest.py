"""The verbs as a shell runs them, in this process."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from psg_desktop import cli
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE


@dataclass(frozen=True)
class Ran:
    """How a verb ended, and what it wrote."""

    code: int
    out: str
    said: str


Shell = Callable[..., Ran]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """The file with the passphrase."""
    file = tmp_path / "words.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


@pytest.fixture
def shell(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Runs a verb; `typed` is what stands on its standard input."""

    def run(*arguments: object, typed: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        capfdbinary.readouterr()
        try:
            code = cli.run([str(one) for one in arguments], FixedClock())
        except SystemExit as end:
            code = int(end.code or 0)
        out, said = capfdbinary.readouterr()
        return Ran(code, out.decode(), said.decode())

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for published files."""
    place = tmp_path / "release"
    place.mkdir()
    return place
