"""The line at the foot of the window: a few named fields, each a fact."""

from PySide6.QtWidgets import QLabel, QStatusBar

from psg_desktop.ui.widgets.labels import ShortLabel


class StatusFields(QStatusBar):
    """Shows words by the name of their field, in the order the names first came."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._fields: dict[str, QLabel] = {}

    def show_field(self, name: str, words: str) -> None:
        """Show *words* in the field *name*; no words, no field."""
        if name not in self._fields:
            self._fields[name] = ShortLabel()
            self.addWidget(self._fields[name])
        self._fields[name].setText(words)
        self._fields[name].setVisible(bool(words))

    def words(self, name: str) -> str:
        """Give what the field *name* says."""
        return self._fields[name].text() if name in self._fields else ""
