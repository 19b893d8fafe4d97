"""The guard of conftest.py, set on tests that leave something behind."""

import shutil
import subprocess
import sys
from pathlib import Path

CARELESS = """
import threading

from PySide6.QtWidgets import QApplication, QWidget

kept = []


def test_tidy(tmp_path):
    with (tmp_path / "vault").open("wb") as file:
        file.write(b"x")


def test_file(tmp_path):
    kept.append((tmp_path / "vault").open("wb"))


def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()


def test_window():
    kept.extend([QApplication([]), QWidget()])
    kept[-1].show()
"""


def test_that_a_test_which_leaves_something_open_is_told(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    result = subprocess.run(
        [*command, f"--basetemp={tmp_path}/t"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Files stay open after the test" in result.stdout
    assert "Threads go on after the test" in result.stdout
    assert "Windows stay open after the test" in result.stdout
    assert "4 passed, 3 errors" in result.stdout
