import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from psg_desktop.faults import DiskFull
from psg_desktop.ui.alarm import Alarm, report

SECRET = "Rowan Blackthorn"


@pytest.fixture
def alarm() -> Iterator[Alarm]:
    made = Alarm(parent=lambda: None)
    made.install()
    yield made
    made.remove()


def bug() -> BaseException:
    try:
        try:
            {}[SECRET]
        except KeyError as missing:
            raise ValueError(SECRET) from missing
    except ValueError as problem:
        return problem


def shown(box: QMessageBox, qtbot: QtBot) -> QMessageBox:
    qtbot.addWidget(box)
    assert box.textFormat() is Qt.TextFormat.PlainText
    return box


def test_that_a_fault_is_its_own_sentence(alarm: Alarm, qtbot: QtBot) -> None:
    box = shown(alarm.tell(DiskFull("The disk is full. Free some space.")), qtbot)
    assert box.text() == "The disk is full. Free some space."
    assert box.detailedText() == ""


def test_that_a_bug_is_a_promise_and_a_report_without_values(alarm: Alarm, qtbot: QtBot) -> None:
    box = shown(alarm.tell(bug()), qtbot)
    assert "The last saved work is safe." in box.text()
    report_ = box.detailedText()
    assert SECRET not in report_ + box.text() + box.informativeText()
    assert "ValueError" in report_
    assert "test_alarm.bug, line" in report_


def test_that_the_report_names_every_cause() -> None:
    found = report(bug())
    assert found.kind == "ValueError after KeyError"
    assert len(found.places) == 2
    assert SECRET not in found.text


def test_that_nothing_of_a_record_is_logged(
    alarm: Alarm, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shown(alarm.tell(bug()), qtbot)
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_that_the_report_is_saved_where_it_is_asked_for(
    alarm: Alarm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    box = shown(alarm.tell(bug()), qtbot)
    save = next(b for b in box.findChildren(QPushButton) if b.text() == "Save report…")
    save.click()
    assert path.read_text(encoding="utf-8") == box.detailedText()


def test_that_a_second_bug_is_not_stacked_on_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: passed_on.append(told[1]))
    alarm = Alarm(parent=lambda: None)
    alarm.install()

    def tell(_problem: BaseException) -> None:
        second = RuntimeError()
        alarm.sound(RuntimeError, second, None)
        assert passed_on == [second]

    monkeypatch.setattr(alarm, "tell", tell)
    alarm.sound(ValueError, ValueError(), None)
    alarm.remove()
    assert len(passed_on) == 1


def test_that_a_keyboard_interrupt_is_not_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: passed_on.append(told[0]))
    alarm = Alarm()
    alarm.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    alarm.remove()
    assert passed_on == [KeyboardInterrupt]
