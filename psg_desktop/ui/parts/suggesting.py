"""Words suggested while a line is typed; anything else may be typed too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView

from psg_desktop.ui.widgets.controls import Line


def suggest(control: Line, words: Sequence[str]) -> None:
    """Offer those of *words* that hold what is being typed."""
    completer = QCompleter(list(words), control)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    popup.setAccessibleName("Suggested")
    completer.setPopup(popup)
    control.line.setCompleter(completer)
