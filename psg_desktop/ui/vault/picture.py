"""An icon as a picture, larger than on a button."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from psg_desktop.ui import appearance


class Picture(QLabel):
    """An icon that keeps the colour of the look in use."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(appearance.pixmap(self._icon, "accent", appearance.current().px(28)))
