"""A fault of a PySide6 release that would end the program in the middle of a day's work."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000


def test_that_twenty_thousand_void_calls_leave_none_alive(qtbot: QtBot) -> None:
    # PySide6 6.12.0 drops one reference of None at each such call and aborts the process after
    # about 7,000 of them on Python 3.11: hence the pin in pyproject.toml.
    label = QLabel()
    qtbot.addWidget(label)
    for _ in range(CALLS):
        label.setText("x")
    assert label.text() == "x"
