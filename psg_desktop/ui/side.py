"""The right of the window: the preview of what is chosen, or a form that covers it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from psg_desktop.reference import tokens
from psg_desktop.ui import appearance
from psg_desktop.ui.preview import PreviewPane
from psg_desktop.ui.widgets.side_sheet import SideSheet

_PREVIEW = 320


class Side(QStackedWidget):
    """Shows the preview unless it is collapsed, and one sheet at a time over it."""

    left = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.preview = PreviewPane()
        self.sheet: SideSheet | None = None
        self._previewing = False
        self._welcome = True
        self.addWidget(self.preview)
        self.hide()

    @property
    def previewing(self) -> bool:
        """Tell whether the preview is wanted."""
        return self._previewing

    def show_preview(self, *, shown: bool) -> None:
        """Open or collapse the preview."""
        self._previewing = shown
        self.resized.emit()

    def admit_preview(self, *, welcome: bool) -> None:
        """Say whether the page shown has anything to preview; elsewhere the pane stays away."""
        self._welcome = welcome
        self.resized.emit()

    def open_sheet(self, sheet: SideSheet) -> bool:
        """Show a sheet; False when the one shown still holds something unsaved."""
        if not self.close_sheet():
            return False
        self.sheet = sheet
        sheet.closed.connect(self._leave)
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        self.resized.emit()
        return True

    def close_sheet(self) -> bool:
        """Close the sheet if nothing would be lost; else it asks, and the answer here is False."""
        if self.sheet is not None:
            self.sheet.dismiss()
        return self.sheet is None

    @property
    def wanted_width(self) -> int:
        """Give how wide the pane would like to be, in pixels; 0 when nothing is to be shown."""
        if self.sheet is not None:
            return appearance.current().px(tokens.measures().sheet_width)
        return appearance.current().px(_PREVIEW) if self._previewing and self._welcome else 0

    def _leave(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is None:
            return
        self.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()
        self.resized.emit()
        self.left.emit()
