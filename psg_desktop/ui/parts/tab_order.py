"""Lets Tab go through cards from the top down; Qt puts what is drawn later at the end."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_down(parts: Iterable[QWidget]) -> None:
    """Have Tab reach what is inside each part before the next part."""
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    """Give what Tab stops at inside a part; a control of several boxes is moved whole."""
    if part.focusProxy() is not None or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [part]
    inner = [one for one in part.children() if isinstance(one, QWidget) and not one.isWindow()]
    return [stop for one in inner for stop in _stops(one)]
