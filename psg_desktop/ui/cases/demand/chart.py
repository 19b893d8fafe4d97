"""The course of demand: one bar for each month, from nought up, and a line where it began."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from psg_desktop.domain.demand import month_of, months_from
from psg_desktop.domain.demand_change import Series
from psg_desktop.ui import appearance
from psg_desktop.words import dates, demand

MOST_MONTHS = 25
_HEIGHT, _WIDTH, _BAR, _GAP = 168, 320, 0.62, 4
_EVERY, _SHORT = 3, 3
_OPENED = "Case opened"


class DemandChart(QWidget):
    """Draws the counts of one series; a month that is not known is a gap with a question mark.

    The foot of the picture is 0. The month the case was opened in stands between dashed lines: it
    belongs neither to the months before nor to those after.
    """

    def __init__(self, name: str, series: Series, opened: date, today: date) -> None:
        super().__init__()
        self._series, self._opened = series, month_of(opened)
        self._months = months_from(*demand.bounds(opened, series, today, MOST_MONTHS))
        self._most = max((series.get(one, 0) for one in self._months), default=0)
        self.setAccessibleName(demand.spoken_course(name, series, self._months, opened))
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
        painter.setFont(self.font())
        area = self._area(painter)
        step = area.width() / len(self._months)
        self._draw_foot(painter, area)
        for place, month in enumerate(self._months):
            column = QRectF(area.left() + place * step, area.top(), step, area.height())
            self._draw_month(painter, column, month)
            if month == self._opened:
                self._draw_opening(painter, column)
        painter.end()

    def _area(self, painter: QPainter) -> QRectF:
        line = painter.fontMetrics().height()
        top = 2 * line + appearance.current().px(_GAP)
        return QRectF(0, top, self.width(), self.height() - top - 2 * line)

    def _draw_foot(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(appearance.current().colour("field"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _draw_month(self, painter: QPainter, column: QRectF, month: date) -> None:
        look, line = appearance.current(), painter.fontMetrics().height()
        count = self._series.get(month)
        high = column.height() * (count or 0) / max(self._most, 1)
        bar = QRectF(0, column.bottom() - high, column.width() * _BAR, high)
        bar.moveLeft(column.center().x() - bar.width() / 2)
        painter.fillRect(bar, look.colour("accent"))
        painter.setPen(look.colour("ink" if count is not None else "ink2"))
        above = QRectF(column.left(), bar.top() - line, column.width(), line)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip
        painter.drawText(above, middle, self._number(painter, column.width(), count))
        self._draw_label(painter, column, month)

    def _number(self, painter: QPainter, wide: float, count: int | None) -> str:
        """Give what stands over a bar; where numbers would run together, over the highest only."""
        if count is None:
            return "?"
        fits = painter.fontMetrics().horizontalAdvance(f"{self._most:,}") <= wide
        return f"{count:,}" if fits or count == self._most else ""

    def _draw_label(self, painter: QPainter, column: QRectF, month: date) -> None:
        """Write the month below, or each third month where all of them would not fit."""
        metrics = painter.fontMetrics()
        fits = metrics.horizontalAdvance("Mmm ") <= column.width()
        if not fits and (month.month - 1) % _EVERY:
            return
        line, gap = metrics.height(), appearance.current().px(2)
        wide = max(column.width(), metrics.horizontalAdvance("Mmmm"))
        below = QRectF(0, column.bottom() + gap, wide, line)
        below.moveLeft(min(max(column.center().x() - wide / 2, 0), self.width() - wide))
        painter.setPen(appearance.current().colour("ink2"))
        words = dates.MONTHS[month.month - 1][:_SHORT]
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
        if month.month == 1 or month == self._first_labelled(fits=fits):
            below.translate(0, line - gap)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(month.year))

    def _first_labelled(self, *, fits: bool) -> date | None:
        """Give the first month that has a label, which says its year too."""
        labelled = (one for one in self._months if fits or not (one.month - 1) % _EVERY)
        return next(labelled, None)

    def _draw_opening(self, painter: QPainter, column: QRectF) -> None:
        look, metrics = appearance.current(), painter.fontMetrics()
        painter.setPen(QPen(look.colour("ink2"), look.px(1), Qt.PenStyle.DashLine))
        for edge in (column.left(), column.right()):
            painter.drawLine(QPointF(edge, metrics.height()), QPointF(edge, column.bottom()))
        wide = metrics.horizontalAdvance(_OPENED) + look.px(_GAP)
        left = min(max(column.center().x() - wide / 2, 0), self.width() - wide)
        painter.drawText(QRectF(left, 0, wide, metrics.height()), 0, _OPENED)
