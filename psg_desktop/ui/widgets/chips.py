"""A status as shape, letter and word together, so that it survives greyscale and being read out."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from psg_desktop.reference import tokens
from psg_desktop.ui import appearance

_FILLED = ("red", "amber", "green")
_SIDE = 16
_GAP = 6


@dataclass(frozen=True, slots=True)
class Status:
    """A mark and its word; *state* is one of red, amber, green, none, done, or plain: no mark."""

    state: str
    word: str

    @property
    def spoken(self) -> str:
        """Give the status as it is read out: the mark is named only where the word hides it."""
        if self.state in _FILLED and self.state not in self.word.casefold():
            return f"{self.word}, {self.state}"
        return self.word


def mark(state: str, side: int) -> QPixmap:
    """Draw the mark of a state, *side* pixels wide."""
    name = next(found.icon for found in tokens.rag_marks() if found.state == state)
    if state in _FILLED:
        return appearance.filled(name, state, "rag_outline", side)
    return appearance.pixmap(name, "ink2", side)


def paint(painter: QPainter, area: QRect, status: Status) -> None:
    """Paint *status* into *area* with the painter's font: mark, then word, cut with an ellipsis."""
    look = appearance.current()
    side = look.px(_SIDE)
    left = area.left()
    if status.state != "plain":
        corner = QPoint(left, area.center().y() - side // 2 + 1)
        painter.drawPixmap(corner, mark(status.state, side))
        _paint_letter(painter, QRect(corner, QSize(side, side)), status.state)
        left += side + look.px(_GAP)
    words = QRect(left, area.top(), area.right() - left + 1, area.height())
    text = painter.fontMetrics().elidedText(status.word, Qt.TextElideMode.ElideRight, words.width())
    painter.setPen(look.colour("ink"))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_letter(painter: QPainter, box: QRect, state: str) -> None:
    if state not in _FILLED:
        return
    letter = next(found.letter for found in tokens.rag_marks() if found.state == state)
    font = painter.font()
    painter.save()
    small = painter.font()
    small.setPointSizeF(font.pointSizeF() * (0.62 if state == "amber" else 0.72))
    small.setBold(True)
    painter.setFont(small)
    painter.setPen(appearance.current().colour(f"on_{state}"))
    shifted = box.translated(0, box.height() // 7) if state == "amber" else box
    painter.drawText(shifted, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def width(status: Status, metrics: QFontMetrics) -> int:
    """Give the width in pixels that *status* needs to be shown whole."""
    look = appearance.current()
    words = metrics.horizontalAdvance(status.word)
    return words if status.state == "plain" else words + look.px(_SIDE) + look.px(_GAP)


class StatusChip(QWidget):
    """Shows one status in a line of other things."""

    def __init__(self, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_status(status)

    @property
    def status(self) -> Status:
        """Give the status shown."""
        return self._status

    def show_status(self, status: Status) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(status.spoken)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = appearance.current()
        return QSize(width(self._status, self.fontMetrics()) + look.px(4), look.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(appearance.current().px(48), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint(painter, self.rect(), self._status)
        painter.end()
