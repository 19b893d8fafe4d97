"""Shows the pages of a document, each handed over as the bytes of a picture; nothing is on disk."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, icon_button
from psg_desktop.ui.widgets.flowing import Flow
from psg_desktop.ui.widgets.labels import label

_SMALLEST, _LARGEST, _STEP = 25, 400, 25


class PdfView(QWidget):
    """Asks `picture(page, width)` for one page at a time, as PNG bytes about *width* pixels wide.

    `described` gives the words of each page for assistive technology; `turned(page)` counts from 0.
    """

    turned = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._picture: Callable[[int, int], bytes] | None = None
        self._described: Sequence[str] = ()
        self._count = 0
        self._page = 0
        self._zoom = 0  # per cent of the page's width in view; 0 fits it
        self._name = name
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area = _Scroller(self)
        self._area.setWidget(self._sheet)
        self._area.setAccessibleName(name)
        self._where = label(role="secondary")
        self._grey = QCheckBox("As a greyscale printer shows it")
        self._grey.toggled.connect(self._draw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._bar())
        layout.addWidget(self._area, 1)

    @property
    def page(self) -> int:
        """Give the number of the page shown, from 0 on."""
        return self._page

    def show_document(
        self, count: int, picture: Callable[[int, int], bytes], described: Sequence[str] = ()
    ) -> None:
        """Show another document of *count* pages from its first."""
        self._count = count
        self._picture = picture
        self._described = described
        self.go(0)

    def go(self, page: int) -> None:
        """Show a page, from 0 on; one beyond the ends is the end."""
        self._page = max(0, min(page, self._count - 1))
        self._where.setText(f"Page {self._page + 1} of {self._count}" if self._count else "")
        self._area.verticalScrollBar().setValue(0)
        self._draw()
        announce(self, self._where.text())
        self.turned.emit(self._page)

    def zoom(self, by: int) -> None:
        """Draw larger (1) or smaller (-1), or fit the width (0)."""
        if by == 0:
            self._zoom = 0
        else:
            self._zoom = max(_SMALLEST, min((self._zoom or 100) + by * _STEP, _LARGEST))
        self._draw()

    def fit(self) -> None:
        """Draw again when the width in view has changed and the page fits it."""
        if not self._zoom:
            self._draw()

    def _draw(self) -> None:
        if self._picture is None or not self._count:
            self._sheet.clear()
            return
        ratio = self.devicePixelRatioF()
        width = round(self._area.viewport().width() * (self._zoom or 100) / 100 * ratio)
        image = QImage.fromData(self._picture(self._page, max(width, 1)))
        if self._grey.isChecked():
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        image.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(QPixmap.fromImage(image))
        self._sheet.adjustSize()
        words = self._described[self._page] if self._page < len(self._described) else ""
        self._sheet.setAccessibleName(f"{self._name}, {self._where.text()}")
        self._sheet.setAccessibleDescription(words)

    def _bar(self) -> Flow:
        across = Flow()
        across.setSpacing(8)
        for icon, words, by in (
            ("chevron-left", "Previous page", -1),
            ("chevron-right", "Next page", 1),
        ):
            turn = icon_button(icon, words)
            turn.clicked.connect(lambda _on, by=by: self.go(self._page + by))
            across.addWidget(turn)
        across.addWidget(self._where)
        across.addWidget(self._grey)
        for words, by in (("Smaller", -1), ("Fit width", 0), ("Larger", 1)):
            change = button(words)
            change.clicked.connect(lambda _on, by=by: self.zoom(by))
            across.addWidget(change)
        return across


class _Scroller(QScrollArea):
    """Turns the page where scrolling with Page Up and Page Down comes to an end."""

    def __init__(self, view: PdfView) -> None:
        super().__init__()
        self._view = view
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._view.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self._view.go(self._view.page + 1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self._view.go(self._view.page - 1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._view.go(0 if key == Qt.Key.Key_Home else 1_000_000)
        else:
            super().keyPressEvent(event)
