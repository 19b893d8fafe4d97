"""What the worker sees when something goes wrong that no form could have caught.

The boxes are named where they are used: PySide6 makes a class when it is first named, and the
alarm is there before the first window.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from psg_desktop.faults import Fault

_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
_log = logging.getLogger(__name__)
_SAFE = "The last saved work is safe."


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Where a bug struck: module and line by line, never a value, never a message."""

    kind: str
    places: tuple[str, ...]
    version: str

    @property
    def text(self) -> str:
        """Give the report as the worker reads and saves it."""
        python = ".".join(map(str, sys.version_info[:3]))
        return "\n".join(
            (
                f"{QCoreApplication.applicationName()} {self.version}",
                f"Python {python}, Qt {qVersion()}, {QtCore.QSysInfo.prettyProductName()}",
                f"What struck: {self.kind}",
                "Where, outermost first:",
                *(f"  {place}" for place in self.places),
                "This report holds no names, no case text and nothing typed.",
                "",
            )
        )


def report(problem: BaseException) -> Report:
    """Describe a bug by places in the program only."""
    chain = []
    cause: BaseException | None = problem
    while cause is not None:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    places = [
        f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}, line {line}"
        for part in reversed(chain)
        for frame, line in traceback.walk_tb(part.__traceback__)
    ]
    return Report(
        kind=" after ".join(type(part).__name__ for part in chain),
        places=tuple(places),
        version=QCoreApplication.applicationVersion() or "from source",
    )


class Alarm:
    """Shows faults as a sentence and bugs as a promise with a report; installed as the one hook."""

    def __init__(self, parent: Callable[[], QWidget | None] = QApplication.activeWindow) -> None:
        self._parent = parent
        self._previous: _Hook = sys.__excepthook__
        self._sounding = False

    def install(self) -> None:
        """Take every exception nobody caught; PySide6 sends those of slots here too."""
        self._previous = sys.excepthook
        sys.excepthook = self.sound

    def remove(self) -> None:
        """Give exceptions back to whoever had them before."""
        sys.excepthook = self._previous

    def sound(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        """Show *problem*; a keyboard interrupt ends the program, a second bug is not stacked."""
        if not issubclass(kind, Exception) or QApplication.instance() is None or self._sounding:
            self._previous(kind, problem, trace)
            return
        self._sounding = True
        try:
            self.tell(problem)
        finally:
            self._sounding = False

    def tell(self, problem: BaseException) -> QtWidgets.QMessageBox:
        """Open the box for *problem* and give it back; nothing waits for it."""
        if isinstance(problem, Fault):
            box = self._fault(problem)
        else:
            found = report(problem)
            _log.error("%s", found.text)
            box = self._bug(found)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

    def _fault(self, fault: Fault) -> QtWidgets.QMessageBox:
        return QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.Warning,
            QCoreApplication.applicationName(),
            str(fault),
            QtWidgets.QMessageBox.StandardButton.Ok,
            self._parent(),
        )

    def _bug(self, found: Report) -> QtWidgets.QMessageBox:
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.Warning,
            QCoreApplication.applicationName(),
            f"Something in this program went wrong. {_SAFE}",
            QtWidgets.QMessageBox.StandardButton.Close,
            self._parent(),
        )
        box.setInformativeText(
            "You can go on working. If it happens again, save the report and send it to whoever"
            " looks after this program. It says where the fault is, and nothing from your cases."
        )
        box.setDetailedText(found.text)
        save = box.addButton("Save report…", QtWidgets.QMessageBox.ButtonRole.ActionRole)
        save.clicked.connect(lambda: self._save(found))
        return box

    def _save(self, found: Report) -> None:
        path, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._parent(), "Save report", "psg-desktop-report.txt", "Text (*.txt)"
        )
        if path:
            Path(path).write_text(found.text, encoding="utf-8")
