"""A frame with one case in it, and fingers that know only the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page, Section
from psg_desktop.ui.parts.sheets import RecordSheet

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Works a shown frame by keys, or by the names that are read out."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press one key."""
        if QApplication.activePopupWidget() is None and not self.frame.isActiveWindow():
            # Offscreen there is no window manager to give the focus back after a drop-down.
            self.frame.activateWindow()
            QTest.qWaitForWindowActive(self.frame)
        handle = self.frame.windowHandle()
        QTest.keyClick(handle, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def type(self, words: str) -> None:
        """Type into whatever has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)

    def tab_to(self, name: str) -> None:
        """Press Tab until the thing of that name has the focus."""
        for _ in range(80):
            focused = QApplication.focusWidget()
            if focused is not None and focused.accessibleName() == name:
                return
            self.key(Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name!r}.")

    def fill(self, answers: dict[str, str]) -> None:
        """Go to each field by Tab and type."""
        for name, words in answers.items():
            self.tab_to(name)
            self.type(words)

    def press(self, name: str) -> None:
        """Press the button of that name."""
        self.button(name).click()

    def choose(self, menu: str, words: str) -> None:
        """Choose a line of a drop-down menu."""
        opened = self.button(menu).menu()
        assert opened is not None
        (action,) = [one for one in opened.actions() if one.text() == words]
        action.trigger()

    def button(self, name: str) -> QAbstractButton:
        """Find a visible button by its name."""
        found = [
            one
            for one in self.frame.findChildren(QAbstractButton)
            if one.isVisible() and one.accessibleName() == name
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
        return found[0]

    @property
    def sheet(self) -> RecordSheet:
        """Give the form that is open."""
        sheet = self.frame.side.sheet
        assert isinstance(sheet, RecordSheet)
        return sheet

    def save(self) -> None:
        """Save the form that is open, which must close."""
        self.key(Key.Key_S, CTRL)
        assert self.frame.side.sheet is None, self.problems()

    def problems(self) -> dict[str, str]:
        """Give what stands beside the fields of the form that is open."""
        fields = self.sheet.form.fields.items()
        return {name: field.problem for name, field in fields if field.problem}


def open_frame(application: Application, qtbot: QtBot) -> Frame:
    """Show a frame with nothing but an empty page."""
    sections = (Section("today", "Today", "today", lambda: Page("Today")),)
    frame = Frame(sections, "A. Coordinator", application.appearance)
    qtbot.addWidget(frame, before_close_func=_leave_the_form)
    frame.go("today")
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    return frame


def _leave_the_form(frame: QWidget) -> None:
    if isinstance(frame, Frame) and frame.side.sheet is not None:
        frame.side.sheet.close_sheet()


def open_case(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    """Open the page of a case in a frame."""
    screen = CaseScreen(office, notifier, case)
    screen.sheet_asked.connect(frame.open_sheet)
    frame.open_page(screen)
    return screen


def words_of(widget: QWidget) -> str:
    """Give every word that can be seen in a part of the window."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def page_of(office: Office, case: CaseId) -> CasePage:
    """Read a case as it is kept."""
    return lists.case_page(office, case)
