"""The course of the risk: scores over time, drawn small, and said in words beside it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from psg_desktop.domain.risk_assessments import RiskAssessment
from psg_desktop.ui import appearance
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.chips import mark
from psg_desktop.words import dates, risk

MOST = 12
_HEIGHT, _WIDTH, _SIDE, _PAD = 104, 200, 14, 26


class RiskCourse(QWidget):
    """Draws the latest scores, each as its share of the most there could be.

    The foot of the picture is 0 and its top the most. Scores of one version of an instrument are
    joined; between two that came from different questions the line is broken.
    """

    def __init__(self, ordered: Sequence[RiskAssessment]) -> None:
        super().__init__()
        self._shown = tuple(ordered[-MOST:])
        self.setAccessibleName(risk.spoken_course(self._shown))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = appearance.current()
        return QSize(look.px(_WIDTH), look.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        area = self._area(painter)
        points = self._points(area)
        self._draw_frame(painter, area)
        painter.setPen(QPen(appearance.current().colour("ink2"), appearance.current().px(2)))
        for (before, start), (after, end) in pairwise(zip(self._shown, points, strict=True)):
            if before.instrument == after.instrument:
                painter.drawLine(start, end)
        for one, point in zip(self._shown, points, strict=True):
            self._draw_point(painter, one, point)
        painter.end()

    def _area(self, painter: QPainter) -> QRectF:
        look = appearance.current()
        line = painter.fontMetrics().height()
        pad = look.px(_PAD)
        return QRectF(pad, line + look.px(8), self.width() - 2 * pad, self.height() - 2.4 * line
                      - look.px(8))  # fmt: skip

    def _points(self, area: QRectF) -> list[QPointF]:
        first, last = self._shown[0].made_on, self._shown[-1].made_on
        days = max((last - first).days, 1)
        return [
            QPointF(
                area.left() + area.width() * (one.made_on - first).days / days,
                area.bottom() - area.height() * (one.score / one.highest if one.highest else 0),
            )
            for one in self._shown
        ]

    def _draw_frame(self, painter: QPainter, area: QRectF) -> None:
        look = appearance.current()
        painter.setPen(look.colour("line"))
        for height in (area.top(), area.bottom()):
            painter.drawLine(QPointF(0, height), QPointF(self.width(), height))
        painter.setPen(look.colour("ink2"))
        foot = QRectF(0, area.bottom() + look.px(8), self.width(), self.height())
        left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
        painter.drawText(foot, left | top, dates.grid(self._shown[0].made_on))
        last = self._shown[-1].made_on
        if last != self._shown[0].made_on:
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight | top, dates.grid(last))

    def _draw_point(self, painter: QPainter, one: RiskAssessment, point: QPointF) -> None:
        look = appearance.current()
        side = look.px(_SIDE)
        corner = point - QPointF(side / 2, side / 2)
        painter.drawPixmap(corner, mark(risk_status(one.level).state, side))
        painter.setPen(look.colour("ink"))
        height = painter.fontMetrics().height()
        box = QRectF(point.x() - side * 2, corner.y() - height, side * 4, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(one.score))
