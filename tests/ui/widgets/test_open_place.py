"""The file or folder that was typed is the one that is taken, whatever is marked in the list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QTimer
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui.widgets import open_place

Asked = Callable[[QWidget, Path], object]
ASKED: tuple[tuple[Asked, str], ...] = (
    (lambda parent, start: open_place.ask_folder(parent, "Folder", start), "out"),
    (lambda parent, start: open_place.ask_file(parent, "File", start, "All (*)"), "a.txt"),
    (lambda parent, start: open_place.ask_files(parent, "Files", start, "All (*)"), "a.txt"),
)


def typed_while_marked(qtbot: QtBot, words: str, marked: Path) -> QWidget:
    """Give a window whose next dialog is answered by typing, with something else marked."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer() -> None:
        dialog = parent.findChild(QFileDialog)
        assert dialog is not None
        line, shown = dialog.findChild(QLineEdit), dialog.findChild(QListView, "listView")
        model = dialog.findChild(QFileSystemModel)
        assert line is not None
        assert shown is not None
        assert model is not None
        line.setText(words)
        row = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        shown.selectionModel().select(model.index(str(marked)), row)
        line.setText(words)
        dialog.accept()
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, answer)
    return parent


@pytest.mark.parametrize(("ask", "name"), ASKED)
def test_that_what_was_typed_is_taken_and_not_the_folder_it_lies_in(
    qtbot: QtBot, tmp_path: Path, ask: Asked, name: str
) -> None:
    place = tmp_path / name
    if place.suffix:
        place.write_text("something", "utf-8")
    else:
        place.mkdir()
    given = ask(typed_while_marked(qtbot, str(place), tmp_path), tmp_path.parent)
    assert given in {place, (place,)}


def test_that_nothing_is_taken_when_the_worker_changes_their_mind(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parent = typed_while_marked(qtbot, str(tmp_path / "not there"), tmp_path)
    answer_box = QTimer(parent, interval=20)

    def close() -> None:
        for box in parent.findChildren(QFileDialog):
            for question in box.children():
                if isinstance(question, QWidget) and question.isModal():
                    question.close()

    answer_box.timeout.connect(close)
    answer_box.start()
    assert open_place.ask_folder(parent, "Folder", tmp_path.parent) is None
