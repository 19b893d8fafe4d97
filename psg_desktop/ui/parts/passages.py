"""Long text on a page: whole where it is short, folded with a way to see all of it."""

import re

from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.labels import readable

_LONGEST_WORD = 40
_FOLDED = 600
_BREAK = "\u200b"
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}")


def breakable(words: str) -> str:
    """Give the text with places to break very long words, so that no line is wider than a page."""
    return _LONG_WORD.sub(lambda found: found[0] + _BREAK, words)


def shortened(words: str, longest: int = 70) -> str:
    """Give one line of at most *longest* characters."""
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"


class Passage(QWidget):
    """Text that can be read and copied; what is longer than a screen is folded.

    `about` names the text for assistive technology, such as "Problem".
    """

    def __init__(self, words: str, about: str, role: str = "") -> None:
        super().__init__()
        self._words = words
        self._label = readable("", role)
        self._label.setAccessibleName(about)
        self._more = link("Show all of it")
        self._more.setAccessibleName(f"Show all of it: {about}")
        self._more.clicked.connect(self._unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(self._more)
        long = len(words) > _FOLDED + _FOLDED // 3
        shown = words[:_FOLDED].rstrip() + "…" if long else words
        self._label.setText(breakable(shown))
        self._more.setVisible(long)

    def _unfold(self) -> None:
        self._label.setText(breakable(self._words))
        self._label.setFocus()
        self._more.hide()
