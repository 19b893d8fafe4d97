"""The rules every window keeps so that it can be used without a mouse, without sight, and enlarged.

Each function takes a shown window and gives the sentences of what breaks its rule.
"""

import re
from collections import Counter
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    QDateTimeEdit,
    QAbstractSpinBox,
    QSlider,
    QTabBar,
)
SMALLEST_TARGET = 24
_MARKUP = re.compile(r"<[a-zA-Z/][^>]*>")


def interactive(window: QWidget) -> list[QWidget]:
    """Give what a person can act on, as far as it is in view of the window's layout."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and not isinstance(widget, QHeaderView)
        and not widget.objectName().startswith("qt_")
        and widget.isVisible()
    ]


def name(widget: QWidget) -> str:
    """Give what assistive technology calls a widget."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName().strip()  # on X11 Qt gives what is chosen for the name
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip() if face is not None else ""


def nameless(window: QWidget) -> list[str]:
    """A1: everything a person can act on has a name."""
    return [_which(widget) for widget in interactive(window) if not name(widget)]


def same_names(window: QWidget) -> list[str]:
    """A2: no two things a person can act on are called the same."""
    counted = Counter(name(widget) for widget in interactive(window))
    return [f"{count} are called {called!r}" for called, count in counted.items() if count > 1]


def names_without_their_label(window: QWidget) -> list[str]:
    """A2: the name begins with the words that are seen on a button."""
    found = []
    for button in interactive(window):
        if isinstance(button, QAbstractButton) and button.text():
            seen = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            if not name(button).startswith(seen):
                found.append(f"{_which(button)} shows {seen!r} and is called {name(button)!r}")
    return found


def markup(window: QWidget) -> list[str]:
    """A3: no HTML is read out, and no label guesses at rich text."""
    found = []
    for widget in window.findChildren(QWidget):
        spoken = f"{widget.accessibleName()} {widget.accessibleDescription()} {widget.toolTip()}"
        if _MARKUP.search(spoken):
            found.append(f"{_which(widget)} speaks markup")
    found += [
        f"{_which(label)} guesses at its format: {label.text()!r}"
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() is Qt.TextFormat.RichText
    ]
    return found


def tab_ring(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab, limit: int = 300) -> list[QWidget]:
    """Go round the window with Tab until it comes home; what was reached, in order."""
    ring: list[QWidget] = []
    handle = window.windowHandle()
    while len(ring) < limit:
        QTest.keyClick(handle, key)
        focused = QApplication.focusWidget()
        if focused is None or focused in ring:
            return ring
        ring.append(focused)
    raise AssertionError("Tab never comes home: is there a keyboard trap?")


def unreachable(window: QWidget) -> list[str]:
    """A6: everything enabled that wants the focus is reached by Tab, and by Shift+Tab."""
    wanted = [
        widget
        for widget in interactive(window)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    found = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        ring = tab_ring(window, key)
        reached = {id(_outermost(widget)) for widget in ring} | {id(widget) for widget in ring}
        found += [
            f"{_which(widget)} is not reached by {key.name}"
            for widget in wanted
            if id(widget) not in reached
            and not _proxied(widget, ring)
            and not _beside_one(widget, ring)
        ]
    return found


def _beside_one(widget: QWidget, ring: list[QWidget]) -> bool:
    """Say whether Tab reaches another answer of its group: the arrow keys lead to the rest."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(one in ring for one in group.buttons())


def out_of_order(container: QWidget) -> list[str]:
    """A7: within one column, Tab goes down the page."""
    places = [
        (widget.mapTo(container, QPoint(0, 0)).y(), widget)
        for widget in tab_ring(container.window())
        if container.isAncestorOf(widget)
    ]
    start = places.index(min(places, key=lambda place: place[0]))
    places = places[start:] + places[:start]  # the ring begins wherever the focus was
    return [
        f"{_which(after)} comes after {_which(before)}"
        for (high, before), (low, after) in pairwise(places)
        if low + after.height() <= high
    ]


def small_targets(window: QWidget) -> list[str]:
    """A15: every target is at least 24 by 24 pixels."""
    return [
        f"{_which(widget)} is {widget.width()} by {widget.height()}"
        for widget in interactive(window)
        if min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]


def clipped(window: QWidget) -> list[str]:
    """A20: no button, tick box or label is too small for its words."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QPushButton | QCheckBox | QRadioButton | QLabel
        ):
            continue
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            tall = widget.heightForWidth(widget.width()) > widget.height() + 1
        else:
            tall = needed.height() > widget.height() + 1
        if tall or needed.width() > widget.width() + 1:
            found.append(f"{_which(widget)} is cut: {name(widget)!r}")
    return found


def cut_on_the_right(window: QWidget) -> list[str]:
    """A20: what scrolls only up and down is never wider than its view."""
    found = []
    for area in window.findChildren(QScrollArea):
        inside = area.widget()
        never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inside is None or not never or not area.isVisible():
            continue
        over = inside.width() - area.viewport().width()
        if over > 0:
            found.append(f"{_which(inside)} is {over} pixels wider than its view")
    return found


def duplicate_keys(window: QWidget) -> list[str]:
    """A11: no two actions of a window answer to the same keys."""
    keys = Counter(
        action.shortcut().toString()
        for action in window.actions()
        if not action.shortcut().isEmpty()
    )
    return [f"{count} actions answer to {key}" for key, count in keys.items() if count > 1]


def unseen_focus(widget: QWidget, ring: QColor) -> list[str]:
    """A13: with the focus, a control shows pixels of the focus colour that it lacks without."""
    window = widget.window()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    before = _count(window.grab().toImage(), ring)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    after = _count(window.grab().toImage(), ring)
    return [] if after > before + 40 else [f"{_which(widget)} shows no focus"]


def contrast(front: QColor, back: QColor) -> float:
    """Give the contrast of two colours, 1 to 21, as WCAG 2.2 does; alpha is blended first."""
    share = front.alphaF()
    mixed = [
        share * a + (1 - share) * b for a, b in zip(_channels(front), _channels(back), strict=True)
    ]
    light, dark = sorted((_luminance(mixed), _luminance(_channels(back))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: QColor) -> list[float]:
    return [colour.redF() * 255, colour.greenF() * 255, colour.blueF() * 255]


def _luminance(channels: list[float]) -> float:
    def linear(value: float) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    weights = (0.2126, 0.7152, 0.0722)
    return sum(w * linear(c) for w, c in zip(weights, channels, strict=True))


def _count(image: QImage, colour: QColor) -> int:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    return pixels.tolist().count(colour.rgb())


def _outermost(widget: QWidget) -> QWidget:
    above = widget.parentWidget()
    return above if isinstance(above, QComboBox | QAbstractSpinBox) else widget


def _proxied(widget: QWidget, ring: list[QWidget]) -> bool:
    proxy = widget.focusProxy()
    return proxy is not None and proxy in ring


def _which(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name(widget) or widget.objectName()!r}"


RULES = (
    nameless,
    same_names,
    names_without_their_label,
    markup,
    unreachable,
    small_targets,
    clipped,
    cut_on_the_right,
    duplicate_keys,
)
