"""Shows pages that somebody else draws in their own time, so that the window never waits."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from psg_desktop.ui.widgets.pdf_view import PdfView

_SETTLED = 120  # milliseconds without another change of size


class DrawnPages(PdfView):
    """Emits `wanted(page, width)`, from page 0 on; answer with `show_page` or `show_note`."""

    wanted = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._grey.hide()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_SETTLED)
        self._asking.timeout.connect(self._ask)

    def begin(self) -> None:
        """Ask for the first page; how many there are comes with it."""
        self._count = 1
        self.go(0)

    def show_page(self, image: QImage, count: int, words: str) -> None:
        """Show the page asked for last, of *count* pages."""
        self._count = count
        self._where.setText(f"Page {self._page + 1} of {count}")
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._sheet.setPixmap(QPixmap.fromImage(image))
        self._sheet.adjustSize()
        self._sheet.setAccessibleName(f"{self._name}, {self._where.text()}")
        self._sheet.setAccessibleDescription(words)

    def show_note(self, sentence: str) -> None:
        """Say in words what stands in place of the page."""
        self._sheet.setText(sentence)
        self._sheet.setWordWrap(True)
        self._sheet.setAccessibleDescription(sentence)

    @override
    def _draw(self) -> None:
        if self._count:
            self._asking.start()

    def _ask(self) -> None:
        shown = self._area.viewport().width() * (self._zoom or 100) / 100
        self.wanted.emit(self._page, max(1, round(shown * self.devicePixelRatioF())))
