"""The middle of the frame: heading of the page, the page, and the bar that offers undo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from psg_desktop.ui.pages import Page
from psg_desktop.ui.undo_bar import UndoBar
from psg_desktop.ui.widgets.banner import Banner
from psg_desktop.ui.widgets.buttons import icon_button
from psg_desktop.ui.widgets.labels import label


class Desk(QWidget):
    """Shows one page with its heading; `back_asked` from the arrow beside it."""

    back_asked = Signal()
    retitled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.page: Page | None = None
        self.banner = Banner()
        self.undo = UndoBar()
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.undo)

    def show_page(self, page: Page, *, back: bool) -> None:
        """Show a page; *back* tells whether there is one to go back to."""
        if self.page is not None:
            self.page.retitled.disconnect(self._retitle)
            for tool in self.page.tools():
                self._tools.removeWidget(tool)
                tool.hide()
        self.page = page
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for tool in page.tools():
            self._tools.addWidget(tool)
            tool.show()
        page.retitled.connect(self._retitle)
        self._back.setVisible(back)
        self._retitle()

    def drop(self, page: Page) -> None:
        """Forget a page that nobody can go back to."""
        self._stack.removeWidget(page)
        for tool in page.tools():
            tool.deleteLater()
        page.deleteLater()

    def _head(self) -> QHBoxLayout:
        self._back = icon_button("chevron-left", "Back")
        self._back.setToolTip("Back (Alt+Left)")
        self._back.clicked.connect(self.back_asked)
        self._heading = label(role="page")
        self._summary = label(role="secondary")
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._back)
        across.addWidget(self._heading)
        across.addWidget(self._summary)
        across.addStretch()
        across.addLayout(self._tools)
        return across

    def _retitle(self) -> None:
        if self.page is not None:
            self._heading.setText(self.page.heading)
            self._summary.setText(self.page.summary)
            self.retitled.emit()
