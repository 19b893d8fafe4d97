"""A pack of one fictional case in a frame, and the steps to its review and its pages."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.packs.choose import ChoosePage
from psg_desktop.ui.packs.flow import PackFlow
from psg_desktop.ui.packs.release import ReleasePage
from psg_desktop.ui.packs.review import ReviewPage
from psg_desktop.ui.pages import Page, Section

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Reading:
    """A shown frame with the packs in it, worked by the keyboard."""

    def __init__(
        self, office: Office, notifier: Notifier, application: Application, qtbot: QtBot
    ) -> None:
        self.flow = PackFlow(office, notifier, JobsAtOnce(), self._open)
        section = Section("packs", "Packs", "pack", self.flow.home)
        self.frame = Frame((section,), office.who, application.appearance)
        qtbot.addWidget(self.frame)
        self.frame.show()
        self.frame.activateWindow()
        qtbot.waitActive(self.frame).__enter__()
        self.frame.go("packs")

    def choose(self) -> ChoosePage:
        """Open the page where cases are chosen."""
        self.flow.prepare()
        page = self.frame.page
        assert isinstance(page, ChoosePage)
        return page

    def review(self) -> ReviewPage:
        """Go on to the review with what is ticked from the start."""
        self.choose().go_on()
        page = self.frame.page
        assert isinstance(page, ReviewPage)
        return page

    def release(self) -> ReleasePage:
        """Accept every text as it is proposed and go on to the pages."""
        review = self.review()
        while review.proposal is not None and review.proposal.undecided:
            review.accept_case()
        review.print_pages()
        page = self.frame.page
        assert isinstance(page, ReleasePage)
        return page

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press one key."""
        handle = self.frame.windowHandle()
        QTest.keyClick(handle, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def type(self, words: str) -> None:
        """Type into whatever has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)

    def _open(self, page: Page) -> None:
        self.frame.open_page(page)


def text_of(pdf: Path | bytes) -> str:
    """Read a PDF back with a reader that did not draw it: its text and its metadata."""
    reader = PdfReader(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    pages = "\n".join(page.extract_text() for page in reader.pages)
    return f"{pages}\n{dict(reader.metadata or {})}\n{reader.attachments}"
