"""The dialog that asks where a file is written, driven as a worker would."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui.widgets.save_place import ask_save_place


def asked(qtbot: QtBot, start: Path, typed: str) -> tuple[Path | None, bool]:
    """Type a name and press Save; say what was given, and whether replacing was asked about."""
    parent = QWidget()
    qtbot.addWidget(parent)
    questions: list[str] = []
    watch = QTimer(parent, interval=20)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            questions.append(box.text())
            box.reject()

    def save() -> None:
        dialog = parent.findChild(QFileDialog)
        assert dialog is not None
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(typed)
        watch.start()
        dialog.accept()
        watch.stop()
        if questions:
            dialog.reject()

    watch.timeout.connect(answer)
    QTimer.singleShot(0, save)
    given = ask_save_place(parent, "Save the form", start, "PDF (*.pdf)")
    return given, bool(questions)


def test_that_a_name_without_an_ending_gets_it(qtbot: QtBot, tmp_path: Path) -> None:
    given, _ = asked(qtbot, tmp_path / "form.pdf", str(tmp_path / "blank"))
    assert given == tmp_path / "blank.pdf"


def test_that_no_file_is_replaced_unasked_for_want_of_an_ending(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "blank.pdf").write_bytes(b"the first one")
    given, questioned = asked(qtbot, tmp_path / "form.pdf", str(tmp_path / "blank"))
    assert questioned
    assert given is None
