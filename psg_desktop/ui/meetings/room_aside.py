"""The side of the room where decisions are typed; a form takes their place until it is closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.side_sheet import SideSheet

_WIDE, _WIDEST = 440, 560


class RoomAside(QStackedWidget):
    """Holds what is typed about the item; `sheet_closed` follows when a form goes."""

    sheet_closed = Signal()

    def __init__(self, decision: QWidget) -> None:
        super().__init__()
        self.addWidget(scrolled(decision))
        self.setFixedWidth(min(appearance.current().px(_WIDE), _WIDEST))

    def show_sheet(self, sheet: SideSheet) -> None:
        """Show a form until it is closed, unless one stands open with something typed in it."""
        if not self.leave():
            sheet.deleteLater()
            return
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        sheet.closed.connect(lambda: self._drop(sheet))
        sheet.focus_first()

    def leave(self) -> bool:
        """Close an open form; False where something typed would be lost, which the form then asks.

        A form belongs to the item it was opened under: it must not stand beside another one.
        """
        sheet = self.currentWidget()
        if not isinstance(sheet, SideSheet):
            return True
        sheet.dismiss()
        return self.currentWidget() is not sheet

    def _drop(self, sheet: SideSheet) -> None:
        self.setCurrentIndex(0)
        self.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()
        self.sheet_closed.emit()


def scrolled(part: QWidget) -> QScrollArea:
    """Let a part of the room be scrolled down where the screen is low."""
    area = QScrollArea()
    area.setObjectName("surface")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area
