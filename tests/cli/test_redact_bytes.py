"""Text that is not UTF-8 is read as what it is, or refused: no name slips by as a broken letter."""

import io
import sys

import pytest

from psg_desktop import cli
from tests.fakes import FixedClock

NAMED = "Renée Brånescariu rang 07700 900123."


def redacted(
    given: bytes, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    code = cli.run(["redact"], FixedClock())
    out, said = capfdbinary.readouterr()
    return code, out.decode(), said.decode()


def test_that_windows_text_is_read_and_said(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, said = redacted(NAMED.encode("cp1252"), capfdbinary, monkeypatch)
    assert code == 0
    assert "\ufffd" not in out
    assert "900123" not in out
    assert "Windows-1252" in said


@pytest.mark.parametrize("given", [NAMED.encode("utf-16"), b"\x81\x8d rang 07700 900123"])
def test_that_what_is_no_text_is_refused(
    given: bytes, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, said = redacted(given, capfdbinary, monkeypatch)
    assert (code, out) == (1, "")
    assert "Nothing was masked" in said
