"""The pane at the right that shows what is chosen in a list, without leaving the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from psg_desktop.ui.widgets.empty import EmptyState


class PreviewPane(QFrame):
    """Holds one widget at a time, in a column that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAccessibleName("Preview")
        self._area = QScrollArea()
        self._area.setObjectName("surface")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Preview")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.clear()

    def show_widget(self, widget: QWidget) -> None:
        """Show *widget*; the one before it is deleted."""
        self._area.setWidget(widget)
        widget.show()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self.show_widget(EmptyState("Nothing chosen", "Choose a line to see it here."))
